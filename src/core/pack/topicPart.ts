import { hashText } from '../format/ids';
import type { Fact, Key, LanguageTag, Topic } from '../model';
import { writePart, type PartKind } from './container';
import { encodeFact } from './factCode';
import { encodeSections, type SectionCode } from './sectionCode';
import { encodeJson, sortByHash, TextsWriter } from './texts';

/** The sections of a topic's part. */
export const TopicSection = {
  /** {@link TopicHead} as JSON. */
  head: 0,
  /** `SectionCode[]` as JSON. */
  tree: 1,
  /** `FactCode` of each fact as JSON, and where each begins. */
  facts: 2,
  factOffsets: 3,
  /** Hashes of the facts' ids, sorted, and the ordinal of each. */
  idHashes: 4,
  idOrdinals: 5,
  /** Keys of the names that the facts mention, sorted by their hashes; a name's number is its place here. */
  names: 6,
  nameOffsets: 7,
  nameHashes: 8,
  /** For each name the ordinals of the facts about it, rising. */
  postings: 9,
  postingOffsets: 10,
  /** Ids of the sections in reading order: a fact needs its section's, and not the tree. */
  sectionIds: 11,
  sectionIdOffsets: 12,
} as const;

export const TOPIC_PART: PartKind = { signature: 0x54000001, sections: 13 };

/** What is read of a topic at once. */
export interface TopicHead {
  readonly id: string;
  readonly dossier: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly language: LanguageTag;
}

/**
 * Encodes a topic into one buffer that `PackedTopic` opens without decoding what is in it. A fact's keys, dossier, topic
 * and file must be those of the topic, as the reader makes them.
 */
export function encodeTopic(topic: Topic): ArrayBuffer {
  const facts: Fact[] = [];
  const owners: number[] = [];
  const tree = encodeSections(topic.sections, facts, owners);
  const keys = new Set<Key>();
  for (const fact of facts) {
    for (const span of fact.nameSpans) for (const key of span.names) keys.add(key);
    for (const key of fact.names) keys.add(key);
  }
  const unsorted = [...keys];
  const byHash = sortByHash(unsorted.map(hashText));
  const names = new TextsWriter();
  const numbers = new Map<Key, number>();
  byHash.places.forEach((place, number) => {
    names.add(unsorted[place]!);
    numbers.set(unsorted[place]!, number);
  });
  const texts = new TextsWriter(facts.length * 256 + 64);
  const lists: number[][] = byHash.places.length === 0 ? [] : Array.from(byHash.places, () => []);
  facts.forEach((fact, ordinal) => {
    texts.add(JSON.stringify(encodeFact(fact, owners[ordinal]!, (key) => numbers.get(key)!)));
    for (const key of fact.names) {
      const list = lists[numbers.get(key)!]!;
      if (list.at(-1) !== ordinal) list.push(ordinal);
    }
  });
  const sectionIds = new TextsWriter();
  const addIds = (sections: readonly SectionCode[]): void => {
    for (const section of sections) {
      sectionIds.add(section.id);
      addIds(section.sections);
    }
  };
  addIds(tree);
  const ids = sortByHash(facts.map((fact) => hashText(fact.id)));
  const { id, dossier, file, title, summary, language } = topic;
  const head: TopicHead = { id, dossier, file, title, summary, language };
  return writePart(TOPIC_PART, [
    encodeJson(head),
    encodeJson(tree),
    texts.bytes,
    texts.offsets,
    ids.hashes,
    ids.places,
    names.bytes,
    names.offsets,
    byHash.hashes,
    Uint32Array.from(lists.flat()),
    offsetsOf(lists),
    sectionIds.bytes,
    sectionIds.offsets,
  ]);
}

function offsetsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => (offsets[at + 1] = offsets[at]! + list.length));
  return offsets;
}
