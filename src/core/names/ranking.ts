import type { NameCounts } from './nameCounts';
import type { NameFinder } from './nameFinder';

/** A mention in the same passage says more than one far away. */
const NEAR = 8;

/**
 * Ranks names that share a form, best first, by the names around: how often each is mentioned under a form of its own
 * in the passage and in the document, how it is related to the other names there (where the library knows), and for
 * family names whose full name was mentioned last before. Names that score the same keep their order.
 */
export function rankNames(
  names: readonly number[],
  near: NameCounts,
  all: NameCounts,
  fullNames: ReadonlyMap<number, number>,
  start: number,
  finder: NameFinder,
): readonly number[] {
  const score = (name: number) => {
    let sum = near.of(name) * NEAR + all.of(name);
    const full = fullNames.get(name);
    if (full !== undefined && full <= start) sum += 1;
    for (const [other, count] of near.entries()) {
      if (other !== name) sum += finder.relatedness(name, other) * count * NEAR;
    }
    for (const other of all.mostFrequent()) if (other !== name) sum += finder.relatedness(name, other);
    return sum;
  };
  return names
    .map((name, order) => ({ name, order, score: score(name) }))
    .sort((one, other) => other.score - one.score || one.order - other.order)
    .map(({ name }) => name);
}
