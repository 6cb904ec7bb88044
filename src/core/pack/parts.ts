import type { DossierHead, Key } from '../model';
import { PackedNames } from './namesPart';
import { PackedShelf } from './packedShelf';
import { PackedTopic } from './packedTopic';

/** One topic of a dossier; without a buffer it is the one that was given before. */
export interface TopicParcel {
  readonly key: Key;
  readonly part?: ArrayBuffer;
}

/** A dossier on its way between threads: only what is not known at the other end. */
export interface DossierParcel {
  readonly head: DossierHead;
  /** Without it, the names are those that were given before. */
  readonly names?: ArrayBuffer;
  /** All topics, in their order. */
  readonly topics: readonly TopicParcel[];
}

/** The buffers of a parcel, which can be transferred. */
export function buffersOf({ names, topics }: DossierParcel): ArrayBuffer[] {
  return [...(names ? [names] : []), ...topics.flatMap(({ part }) => part ?? [])];
}

/**
 * Opens a parcel with what was known before. `undefined` where a part is damaged, or one that is to be known is not:
 * then all must be packed anew.
 */
export function openParcel(parcel: DossierParcel, before: PackedShelf | undefined): PackedShelf | undefined {
  const names = parcel.names ? PackedNames.open(parcel.names) : before?.packedNames;
  if (!names) return undefined;
  const known = new Map(before?.packedTopics.map((topic) => [topic.key, topic]));
  const topics: PackedTopic[] = [];
  for (const { key, part } of parcel.topics) {
    const topic = part ? PackedTopic.open(part) : known.get(key);
    if (!topic) return undefined;
    topics.push(topic);
  }
  return new PackedShelf(parcel.head, names, topics);
}
