/** A stretch of an axis, in any unit; `to` is not in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A mark on the axis and the room that a label beside it needs, distance included; 0 for no label. */
export interface LabelledStretch extends Stretch {
  readonly label: number;
}

/** Where a mark goes. */
export interface Lane {
  /** From 0; absent where all allowed lanes are taken. */
  readonly lane?: number;
  /** On which side of the mark its label stands, or inside it, at its beginning; absent where there is no room for it. */
  readonly label?: 'after' | 'before' | 'inside';
}

/**
 * Stacks stretches so that no two of a lane come closer than `gap`: each goes into the first lane that is free where
 * it begins (interval partitioning, which takes as few lanes as there are stretches over one place). `stretches` are
 * ordered by `from`. Those that find no lane below `most` get none.
 */
export function stack(
  stretches: readonly Stretch[],
  gap: number,
  most = Infinity,
): readonly (number | undefined)[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    let lane = ends.findIndex((end) => end + gap <= from);
    if (lane < 0) {
      if (ends.length >= most) return undefined;
      lane = ends.length;
    }
    ends[lane] = to;
    return lane;
  });
}

/**
 * Stacks marks, which are ordered by `from`, with their labels: behind the mark, before it where the axis would end
 * first, or inside a mark that leaves no room beside it. Where that takes more than `most` lanes, marks are stacked alone, and a label is kept where its lane leaves
 * room for it behind the mark, or the mark inside.
 */
export function stackLabelled(
  marks: readonly LabelledStretch[],
  gap: number,
  most: number,
  axis: Stretch,
): readonly Lane[] {
  const sides = marks.map((mark) => sideFor(mark, axis));
  const stretches = marks.map((mark, at) => withLabel(mark, sides[at]));
  const order = stretches
    .map((_, at) => at)
    .sort((one, other) => stretches[one]!.from - stretches[other]!.from);
  const stacked = stack(
    order.map((at) => stretches[at]!),
    gap,
    most,
  );
  if (stacked.includes(undefined)) return stackAlone(marks, gap, most, axis);
  const placed: Lane[] = [];
  order.forEach((at, place) => (placed[at] = laneOf(stacked[place], sides[at])));
  return placed;
}

function stackAlone(
  marks: readonly LabelledStretch[],
  gap: number,
  most: number,
  axis: Stretch,
): readonly Lane[] {
  const lanes = stack(marks, gap, most);
  const nextFrom = new Map<number, number>();
  const placed: Lane[] = [];
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at]!;
    const lane = lanes[at];
    const next = lane === undefined ? 0 : (nextFrom.get(lane) ?? Infinity);
    const isFree = sideFor(mark, axis) === 'after' && mark.to + mark.label + gap <= next;
    placed[at] = laneOf(lane, isFree ? 'after' : insideOf(mark));
    if (lane !== undefined) nextFrom.set(lane, mark.from);
  }
  return placed;
}

function sideFor({ from, to, label }: LabelledStretch, axis: Stretch): Lane['label'] {
  if (label === 0) return undefined;
  if (to + label <= axis.to) return 'after';
  return from - label >= axis.from ? 'before' : insideOf({ from, to, label });
}

function insideOf({ from, to, label }: LabelledStretch): Lane['label'] {
  return label > 0 && to - from >= label ? 'inside' : undefined;
}

function withLabel({ from, to, label }: LabelledStretch, side: Lane['label']): Stretch {
  return { from: side === 'before' ? from - label : from, to: side === 'after' ? to + label : to };
}

function laneOf(lane: number | undefined, label: Lane['label']): Lane {
  return lane === undefined ? {} : { lane, ...(label && { label }) };
}
