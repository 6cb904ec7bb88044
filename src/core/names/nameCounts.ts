import type { FormSets } from './formSets';

/** Other names of the document that are asked whether they belong with a name: the most frequent ones. */
const FREQUENT = 16;

/**
 * How often each name is mentioned by a form of its own. Spans are added and taken out again as passages are read
 * anew, so that an edit in a large document counts only what it touched.
 */
export class NameCounts {
  private readonly counts = new Map<number, number>();
  private top: readonly number[] | undefined;

  constructor(private readonly sets: FormSets) {}

  /** Counts spans, packed as in `PassageMentions`; a `step` of -1 takes them out again. */
  add(spans: Int32Array, step: 1 | -1 = 1): void {
    for (let at = 2; at < spans.length; at += 3) {
      // Forms of several names speak for none of them.
      const name = this.sets.onlyNameOf(spans[at]!);
      if (name < 0) continue;
      const count = this.of(name) + step;
      if (count === 0) this.counts.delete(name);
      else this.counts.set(name, count);
    }
    this.top = undefined;
  }

  of(name: number): number {
    return this.counts.get(name) ?? 0;
  }

  entries(): Iterable<readonly [name: number, count: number]> {
    return this.counts;
  }

  /** The names mentioned most, and among equals those that the table has first: the same whatever came in what order. */
  mostFrequent(): readonly number[] {
    if (this.top) return this.top;
    const best: (readonly [name: number, count: number])[] = [];
    for (const entry of this.counts) {
      const worst = best.at(-1);
      if (best.length === FREQUENT && worst && before(entry, worst) >= 0) continue;
      let at = best.length;
      while (at > 0 && before(entry, best[at - 1]!) < 0) at--;
      best.splice(at, 0, entry);
      if (best.length > FREQUENT) best.pop();
    }
    this.top = best.map(([name]) => name);
    return this.top;
  }
}

/** Negative where `one` is mentioned more than `other`, or as often and stands first in the table. */
function before(one: readonly [number, number], other: readonly [number, number]): number {
  return other[1] - one[1] || one[0] - other[0];
}
