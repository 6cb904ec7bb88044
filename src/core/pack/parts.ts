import type { Dossier, Key, Topic } from '../model';
import { encodeNames, PackedNames } from './namesPart';
import { PackedShelf, type DossierHead } from './packedShelf';
import { PackedTopic } from './packedTopic';
import { encodeTopic } from './topicPart';

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

/** What was packed last of a topic: its object, which an unchanged topic keeps, and its part's checksum. */
interface Packed {
  readonly topic: Topic;
  readonly checksum: number;
}

/** The word of a part that sums up the others; see container.ts. */
const CHECKSUM = 3;

/** Packs one dossier over time, and each time only what is different from the time before. */
export class DossierPacker {
  private topics = new Map<Key, Packed>();
  private names = '';

  /**
   * @param namesHash the same as long as the names are
   * @returns parts whose buffers are the caller's to transfer
   */
  pack(dossier: Dossier, namesHash: string): DossierParcel {
    const { topics, names, ...head } = dossier;
    const namesNow = `${dossier.id} ${namesHash}`;
    const packed = new Map<Key, Packed>();
    const parcels = topics.map((topic): TopicParcel => {
      const before = this.topics.get(topic.key);
      if (before?.topic === topic) {
        packed.set(topic.key, before);
        return { key: topic.key };
      }
      const part = encodeTopic(topic);
      const checksum = new Uint32Array(part, CHECKSUM * 4, 1)[0]!;
      packed.set(topic.key, { topic, checksum });
      return before?.checksum === checksum ? { key: topic.key } : { key: topic.key, part };
    });
    const areNamesNew = namesNow !== this.names;
    this.names = namesNow;
    this.topics = packed;
    return { head, ...(areNamesNew && { names: encodeNames(dossier.id, names) }), topics: parcels };
  }
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
