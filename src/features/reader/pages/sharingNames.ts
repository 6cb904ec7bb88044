import type { Library } from '../../../core/library';
import type { Fact, Key } from '../../../core/model';

/** Facts that are looked through for other names: those of a country in a large dossier would take long. */
const MOST_FACTS = 600;

/** A name that shares facts with another, and those of them that were looked at. */
export interface Sharing {
  readonly name: Key;
  /** How many facts they share in all. */
  readonly count: number;
  readonly facts: readonly Fact[];
}

/** The names that share the most facts with a name, at most `limit`, those with the most first. */
export function sharingNames(library: Library, name: Key, limit: number): readonly Sharing[] {
  const shared = new Map<Key, Fact[]>();
  for (const fact of library.factsAbout(name, { limit: MOST_FACTS })) {
    for (const other of new Set(fact.names)) {
      if (other === name || !library.name(other)) continue;
      const facts = shared.get(other) ?? [];
      facts.push(fact);
      shared.set(other, facts);
    }
  }
  return [...shared]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, limit)
    .map(([other, facts]) => ({ name: other, count: library.sharedFacts(name, other), facts }));
}
