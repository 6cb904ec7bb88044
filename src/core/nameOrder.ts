import { NAME_KINDS, type NameKind } from './model';
import type { NameGroup } from './shelf';

let collator: Intl.Collator | undefined;

/** One language for all, so that an order that was kept agrees with one that is made. Made late: it loads rules. */
function theCollator(): Intl.Collator {
  return (collator ??= new Intl.Collator('en'));
}

/** Compares labels as a list of names shows them. */
export function compareLabels(one: string, other: string): number {
  return theCollator().compare(one, other);
}

/** The letter under which a label is listed. */
export function letterOf(label: string): string {
  const [first = ''] = label;
  if (first >= 'a' && first <= 'z') return first.toUpperCase();
  if (first >= 'A' && first <= 'Z') return first;
  const [base = ''] = first.normalize('NFKD').toUpperCase();
  return /\p{L}/u.test(base) ? base : '#';
}

/** A group of names with its place in the order. */
export interface OrderedGroup extends NameGroup {
  readonly start: number;
}

/** Names by kind, letter and label: the places of all names in that order, and where each group begins. */
export interface NameOrder {
  readonly order: Uint32Array;
  readonly groups: readonly OrderedGroup[];
}

/** Orders names by their labels and kinds. Names that are alike keep their order. */
export function orderNames(labels: readonly string[], kinds: readonly NameKind[]): NameOrder {
  const places = new Map<string, number[]>();
  labels.forEach((label, at) => {
    const group = `${kinds[at]!}\n${letterOf(label)}`;
    const list = places.get(group);
    if (list) list.push(at);
    else places.set(group, [at]);
  });
  const letters = [...new Set(labels.map(letterOf))].sort(compareLabels);
  const order = new Uint32Array(labels.length);
  const groups: OrderedGroup[] = [];
  let start = 0;
  for (const kind of NAME_KINDS) {
    for (const letter of letters) {
      const list = places.get(`${kind}\n${letter}`);
      if (!list) continue;
      list.sort((one, other) => compareLabels(labels[one]!, labels[other]!) || one - other);
      order.set(list, start);
      groups.push({ kind, letter, start, count: list.length });
      start += list.length;
    }
  }
  return { order, groups };
}

/** The run of the order that holds names `start` to before `end` of a group. */
export function runOf(
  groups: readonly OrderedGroup[],
  kind: NameKind,
  letter: string,
  start = 0,
  end = Infinity,
): { readonly from: number; readonly to: number } {
  const group = groups.find((each) => each.kind === kind && each.letter === letter);
  if (!group) return { from: 0, to: 0 };
  const from = Math.min(Math.max(0, start), group.count);
  const to = Math.max(from, Math.min(end, group.count));
  return { from: group.start + from, to: group.start + to };
}
