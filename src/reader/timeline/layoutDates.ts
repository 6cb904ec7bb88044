import type { DatePlace } from '../../core/timeline/placeDate';
import { stackLabelled, type Lane, type Stretch } from '../../core/timeline/lanes';

/** A date that is to be drawn. */
export interface DateToPlace {
  /** Index in the page's dates. */
  readonly date: number;
  readonly place: DatePlace;
  /** The room that its label needs, distance included, in CSS pixels. */
  readonly label: number;
}

/** Where a date is drawn, in CSS pixels from the start of the axis. */
export interface PlacedDate extends Stretch {
  readonly date: number;
  readonly shape: DatePlace['shape'];
  /** The part of a span that is certain. */
  readonly core?: Stretch;
  /** Goes on beyond what is drawn: the span is open, or the view ends. */
  readonly goesOn: { readonly before: boolean; readonly after: boolean };
  readonly isVague: boolean;
  readonly lane: number;
  readonly label?: Lane['label'];
}

/** Dates of one place on the axis for which there was no lane. */
export interface Crowd extends Stretch {
  readonly count: number;
}

export interface DateLayout {
  readonly dates: readonly PlacedDate[];
  readonly lanes: number;
  readonly crowds: readonly Crowd[];
}

/** Marks are at least so wide, so that they can be seen and hit, and so far apart. */
const NARROWEST = 9;
const GAP = 4;
/** The width of the bars that count what has no room. */
const CROWD = 10;
/** Lanes at most where there are few dates, many, and so many that the marks alone would fill all lanes. */
const LANES: readonly (readonly [upTo: number, lanes: number])[] = [
  [30, 22],
  [400, 14],
  [Infinity, 9],
];

/**
 * Lays out the dates that the view shows, in lanes. Takes time in proportion to the dates and draws no more than a few
 * hundred: those without a lane are counted.
 * @param dates from the earliest to the latest
 * @param chosen index in the page's dates of one that is drawn whatever the room
 */
export function layoutDates(
  dates: readonly DateToPlace[],
  view: Stretch,
  width: number,
  chosen?: number,
): DateLayout {
  const scale = width / (view.to - view.from);
  const toPixels = (day: number): number => (day - view.from) * scale;
  const marks = dates
    .filter(({ place }) => (place.from ?? -Infinity) < view.to && (place.to ?? Infinity) > view.from)
    .map((each) => ({ ...each, ...markOf(each.place, toPixels, width) }))
    .sort((one, other) => one.from - other.from);
  const most = LANES.find(([upTo]) => marks.length <= upTo)?.[1] ?? 1;
  const placed = stackLabelled(marks, GAP, most, { from: 0, to: width });
  let lanes = placed.reduce((sum, { lane = -1 }) => Math.max(sum, lane + 1), 0);
  const drawn: PlacedDate[] = [];
  const crowds = new Map<number, number>();
  marks.forEach(({ date, place, from, to, core, goesOn }, at) => {
    let { lane } = placed[at]!;
    const { label } = placed[at]!;
    if (lane === undefined && date === chosen) lane = lanes++;
    if (lane === undefined) {
      const bin = Math.floor(Math.min((from + to) / 2, width - 1) / CROWD);
      crowds.set(bin, (crowds.get(bin) ?? 0) + 1);
      return;
    }
    drawn.push({
      date,
      shape: place.shape,
      from,
      to,
      ...(core && { core }),
      goesOn,
      isVague: place.isApproximate || place.isUncertain,
      lane,
      ...(label && { label }),
    });
  });
  return {
    dates: drawn,
    lanes,
    crowds: [...crowds]
      .sort(([one], [other]) => one - other)
      .map(([bin, count]) => ({ from: bin * CROWD, to: Math.min((bin + 1) * CROWD, width), count })),
  };
}

/** A place in pixels, cut where the axis ends and at least as wide as can be hit. */
function markOf(
  { shape, from, to, surelyFrom, surelyTo }: DatePlace,
  toPixels: (day: number) => number,
  width: number,
): Stretch & Pick<PlacedDate, 'core' | 'goesOn'> {
  const first = from === undefined ? -Infinity : toPixels(from);
  const last = to === undefined ? Infinity : toPixels(to);
  const goesOn = { before: first < 0, after: last > width };
  const cutFirst = Math.max(first, 0);
  const cutLast = Math.min(last, width);
  if (shape === 'day' || cutLast - cutFirst < NARROWEST) {
    // Centred, and moved where it would stand out over an end of the axis.
    const start = Math.min(Math.max((cutFirst + cutLast - NARROWEST) / 2, 0), width - NARROWEST);
    return { from: start, to: start + NARROWEST, goesOn: { before: false, after: false } };
  }
  const coreFrom = Math.max(surelyFrom === undefined ? first : toPixels(surelyFrom), cutFirst);
  const coreTo = Math.min(surelyTo === undefined ? last : toPixels(surelyTo), cutLast);
  const hasCore =
    shape === 'span' && (surelyFrom !== undefined || surelyTo !== undefined) && coreFrom < coreTo;
  return {
    from: cutFirst,
    to: cutLast,
    ...(hasCore && { core: { from: coreFrom, to: coreTo } }),
    goesOn,
  };
}
