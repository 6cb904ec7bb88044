import type { DossierHead, Key } from '../model';
import type { PartBytes } from './container';
import { PackedNames } from './namesPart';
import { PackedShelf } from './packedShelf';
import { PackedTopic } from './packedTopic';

/** One topic of a dossier; without a buffer it is the one that was given before. */
export interface TopicParcel {
  readonly key: Key;
  readonly part?: PartBytes;
}

/** A dossier on its way between threads: only what is not known at the other end. */
export interface DossierParcel {
  readonly head: DossierHead;
  /** Without it, the names are those that were given before. */
  readonly names?: ArrayBuffer;
  /** All topics, in their order. */
  readonly topics: readonly TopicParcel[];
}

/** A packed shelf as a whole. */
export function parcelOf({ head, packedNames, packedTopics }: PackedShelf): DossierParcel {
  const topics = packedTopics.map(({ key, bytes }) => ({ key, part: bytes }));
  return { head, names: packedNames.buffer, topics };
}

/** The buffers of a parcel that can be transferred: those that hold nothing else. */
export function buffersOf({ names, topics }: DossierParcel): ArrayBuffer[] {
  return [
    ...(names ? [names] : []),
    ...topics.flatMap(({ part }) => (part instanceof ArrayBuffer ? [part] : [])),
  ];
}

/**
 * Opens a parcel, which comes from the other thread and so is as it was made, with what was known before. `undefined`
 * where a part that is to be known is not: then all must be packed anew.
 */
export function openParcel(parcel: DossierParcel, before: PackedShelf | undefined): PackedShelf | undefined {
  const names = parcel.names ? PackedNames.open(parcel.names, true) : before?.packedNames;
  if (!names) return undefined;
  const known = new Map(before?.packedTopics.map((topic) => [topic.key, topic]));
  const topics: PackedTopic[] = [];
  for (const { key, part } of parcel.topics) {
    const topic = part ? PackedTopic.open(part, true) : known.get(key);
    if (!topic) return undefined;
    topics.push(topic);
  }
  return new PackedShelf(parcel.head, names, topics);
}
