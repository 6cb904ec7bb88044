import { Library } from '../library';
import type { Dossier, Key, Topic } from '../model';
import { encodeNames, PackedNames } from '../pack/namesPart';
import { isPacked, PackedShelf } from '../pack/packedShelf';
import type { Shelf } from '../shelf';
import type { IndexData } from './indexData';
import type { SearchHit, SearchResult } from './searchIndex';

/** What is different from the data that an index holds. */
export interface Changes {
  /** The topics that changed, came or went. */
  readonly keys: ReadonlySet<Key>;
  /** A 1 for each entry that is not true any more. */
  readonly hidden: Uint8Array;
  /** The topics as they are now, with the names that their facts are about; `undefined` where they are all gone. */
  readonly small: Library | undefined;
}

/** Hides topics of an index; `small` has them as they are in the library now. */
export function changesOf(data: IndexData, keys: ReadonlySet<Key>, small: Library | undefined): Changes {
  const hidden = new Uint8Array(data.count);
  for (const { tree } of data.head.dossiers) {
    for (let topic = tree[0]; topic < tree[1]; topic = data.ends[topic]!) {
      if (keys.has(data.keyOf(topic))) hidden.fill(1, topic, data.ends[topic]);
    }
  }
  return { keys, hidden, small };
}

/**
 * These topics of a library as they are now, with the names that their facts are about; `undefined` where they are all
 * gone. Of a packed shelf nothing is decoded but those names.
 */
export function libraryOfTopics(library: Library, keys: ReadonlySet<Key>): Library | undefined {
  const small = new Library(
    library.shelves.flatMap((shelf): readonly (Dossier | Shelf)[] => {
      if (isPacked(shelf)) return packedTopicsOf(library, shelf, keys);
      const topics = [...keys].flatMap((key) => shelf.topic(key) ?? []);
      if (topics.length === 0) return [];
      const names = namesOf(library, topics);
      const { id, title, description, language, sources } = shelf.dossier;
      return [{ id, title, description, language, sources, topics, names }];
    }),
  );
  return small.shelves.length === 0 ? undefined : small;
}

function packedTopicsOf(
  library: Library,
  shelf: PackedShelf,
  keys: ReadonlySet<Key>,
): readonly PackedShelf[] {
  const topics = [...keys].flatMap((key) => shelf.packedTopic(key) ?? []);
  if (topics.length === 0) return [];
  const mentioned = new Set(topics.flatMap(({ nameKeysOfAll }) => nameKeysOfAll));
  const names = [...mentioned].flatMap((key) => library.name(key) ?? []);
  return [new PackedShelf(shelf.head, PackedNames.open(encodeNames(shelf.id, names), true)!, topics)];
}

function namesOf(library: Library, topics: readonly Topic[]) {
  const keys = new Set(
    topics.flatMap((topic) =>
      library.sectionsOf(topic.key).flatMap(({ facts }) => facts.flatMap(({ names }) => names)),
    ),
  );
  return [...keys].flatMap((key) => library.name(key) ?? []);
}

/** The hits of both: those with all of the query before those with some, best first. */
export function merge(one: SearchResult, other: SearchResult, limit: number): SearchResult {
  const isFound = ({ hits, isComplete }: SearchResult): boolean => hits.length > 0 && isComplete;
  if (isFound(one) !== isFound(other)) return isFound(one) ? one : other;
  const hits: SearchHit[] = [...one.hits, ...other.hits].sort((a, b) => b.score - a.score).slice(0, limit);
  const corrections = one.corrections.length > 0 ? one.corrections : other.corrections;
  return {
    hits,
    count: one.count + other.count,
    isComplete: one.isComplete && other.isComplete,
    corrections,
  };
}
