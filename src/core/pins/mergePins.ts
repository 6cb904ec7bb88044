import { withoutLoops } from './arrangePins';
import { entryId, type PinEntry, type Pins } from './pin';

/**
 * Joins what two have made of the same pins: `base` is what both began with. What one of them added or changed stays; what one
 * removed goes, unless the other changed it meanwhile. Where both wrote a note, both notes are kept.
 */
export function mergePins(base: Pins, mine: Pins, theirs: Pins): Pins {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(byId) as [Entries, Entries, Entries];
  const merged = new Map<string, PinEntry>();
  for (const id of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const entry = mergeEntry(inBase.get(id), inMine.get(id), inTheirs.get(id));
    if (entry) merged.set(id, entry);
  }
  const order = mergeOrder([...inBase.keys()], [...inMine.keys()], [...inTheirs.keys()]);
  return withoutLoops(order.flatMap((id) => merged.get(id) ?? []));
}

type Entries = ReadonlyMap<string, PinEntry>;

function byId(pins: Pins): Entries {
  return new Map(pins.map((entry) => [entryId(entry), entry]));
}

function mergeEntry(
  base: PinEntry | undefined,
  mine: PinEntry | undefined,
  theirs: PinEntry | undefined,
): PinEntry | undefined {
  if (!mine || !theirs) {
    const left = mine ?? theirs;
    const isRemoved = base !== undefined && left !== undefined && isEqual(base, left);
    return isRemoved ? undefined : left;
  }
  const [b, m, t] = [base ?? {}, mine, theirs] as readonly Record<string, string | undefined>[];
  const fields = new Set([...Object.keys(t!), ...Object.keys(m!)]);
  const merged: Record<string, string> = {};
  for (const field of fields) {
    const value = mergeField(field, b![field], m![field], t![field]);
    if (value !== undefined) merged[field] = value;
  }
  return merged as unknown as PinEntry;
}

function mergeField(field: string, base?: string, mine?: string, theirs?: string): string | undefined {
  if (mine === base) return theirs;
  if (theirs === base || field !== 'note' || theirs === undefined) return mine;
  if (mine === undefined || theirs.includes(mine)) return theirs;
  return mine.includes(theirs) ? mine : `${theirs.trimEnd()}\n\n${mine}`;
}

/**
 * The order of the one who changed it (mine where both did). What only the other has comes after what it follows there; what was
 * added to the end, to the end.
 */
function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [first, second] = isSameOrder(base, mine) ? [theirs, mine] : [mine, theirs];
  const known = new Set(first);
  const followers = new Map<string, string[]>();
  let run: string[] = [];
  followers.set('', run);
  for (const id of second) {
    if (!known.has(id)) run.push(id);
    else followers.set(id, (run = []));
  }
  const placed = ['', ...first].flatMap((id) => {
    const after = followers.get(id) ?? [];
    return [...(id === '' ? [] : [id]), ...(after === run ? [] : after)];
  });
  return [...placed, ...run];
}

/** Whether what stands in both stands in the same order. */
function isSameOrder(base: readonly string[], other: readonly string[]): boolean {
  const [inBase, inOther] = [new Set(base), new Set(other)];
  const left = other.filter((id) => inBase.has(id));
  return base.filter((id) => inOther.has(id)).every((id, at) => id === left[at]);
}

/** Whether both hold the same entries in the same order. */
export function arePinsEqual(one: Pins, other: Pins): boolean {
  return (
    one === other || (one.length === other.length && one.every((entry, at) => isEqual(entry, other[at]!)))
  );
}

function isEqual(one: PinEntry, other: PinEntry): boolean {
  if (one === other) return true;
  const [a, b] = [one, other] as unknown as readonly Record<string, string | undefined>[];
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])].every((field) => a![field] === b![field]);
}
