import { hashText } from '../format/ids';
import type { Dossier, DossierHead, Fact, Key, Name, NameKind, Section, Topic } from '../model';
import type { AboutOptions, NameEntry, NameGroup, Shelf } from '../shelf';
import type { PackedNames } from './namesPart';
import type { PackedTopic } from './packedTopic';

/** Where facts about a name stand: topics by their places, with the ordinals in each. */
type Postings = readonly { readonly topic: number; readonly ordinals: Uint32Array }[];

/** Names whose postings are remembered; a document names fewer. */
const REMEMBERED = 2048;

/** The dossier in the shape of the model, with names that are decoded when they are asked for. */
function lazyDossier(head: DossierHead, topics: readonly PackedTopic[], names: PackedNames): Dossier {
  return {
    ...head,
    topics: topics.map(({ topic }) => topic),
    /** All names, made anew each time: ask the library for one, or for a list of labels. */
    get names() {
      return [...names.all()];
    },
  };
}

/**
 * A dossier in buffers: its names in one, each topic in one of its own, so that a saved topic is replaced alone.
 * Immutable; what `withTopic` and its like give shares all other parts.
 */
export class PackedShelf implements Shelf {
  readonly dossier: Dossier;
  readonly factCount: number;
  private readonly placeByKey = new Map<Key, number>();
  private readonly remembered = new Map<Key, Postings>();

  constructor(
    readonly head: DossierHead,
    readonly packedNames: PackedNames,
    readonly packedTopics: readonly PackedTopic[],
  ) {
    this.dossier = lazyDossier(head, packedTopics, packedNames);
    packedTopics.forEach(({ key }, place) => this.placeByKey.set(key, place));
    this.factCount = packedTopics.reduce((sum, topic) => sum + topic.factCount, 0);
  }

  get id(): string {
    return this.head.id;
  }

  get nameCount(): number {
    return this.packedNames.count;
  }

  /** The shelf with a topic in the place of the one with the same key; a new one stands at `place`, or at the end. */
  withTopic(topic: PackedTopic, place = this.packedTopics.length): PackedShelf {
    const at = this.placeByKey.get(topic.key);
    const topics =
      at === undefined ? this.packedTopics.toSpliced(place, 0, topic) : this.packedTopics.with(at, topic);
    return new PackedShelf(this.head, this.packedNames, topics);
  }

  withoutTopic(key: Key): PackedShelf {
    return new PackedShelf(
      this.head,
      this.packedNames,
      this.packedTopics.filter((topic) => topic.key !== key),
    );
  }

  name(key: Key): Name | undefined {
    return this.packedNames.byId(this.localId(key));
  }

  private localId(key: Key): string {
    return key.startsWith(`${this.id}/`) ? key.slice(this.id.length + 1) : '';
  }

  packedTopic(key: Key): PackedTopic | undefined {
    const place = this.placeByKey.get(key);
    return place === undefined ? undefined : this.packedTopics[place];
  }

  topic(key: Key): Topic | undefined {
    return this.packedTopic(key)?.topic;
  }

  section(key: Key): Section | undefined {
    // `<dossier>/<topic>/<section>`: ids hold no slash.
    return this.packedTopic(key.slice(0, Math.max(0, key.lastIndexOf('/'))))?.section(key);
  }

  fact(key: Key): Fact | undefined {
    const id = this.localId(key);
    const hash = hashText(id);
    for (const topic of this.packedTopics) {
      const fact = topic.factById(id, hash);
      if (fact) return fact;
    }
    return undefined;
  }

  sectionsOf(topic: Key): readonly Section[] {
    return this.packedTopic(topic)?.allSections ?? [];
  }

  factCountIn(key: Key): number {
    const topic = this.packedTopic(key);
    if (topic) return topic.factCount;
    return this.packedTopic(key.slice(0, Math.max(0, key.lastIndexOf('/'))))?.section(key)?.factCount ?? 0;
  }

  private postings(name: Key): Postings {
    let postings = this.remembered.get(name);
    if (!postings) {
      const hash = hashText(name);
      const found: { topic: number; ordinals: Uint32Array }[] = [];
      for (let topic = 0; topic < this.packedTopics.length; topic++) {
        const ordinals = this.packedTopics[topic]!.ordinalsAbout(name, hash);
        if (ordinals.length > 0) found.push({ topic, ordinals });
      }
      postings = found;
      if (this.remembered.size >= REMEMBERED) this.remembered.clear();
      this.remembered.set(name, postings);
    }
    return postings;
  }

  factsAbout(name: Key, { limit = Infinity, skip = 0, alongWith = [] }: AboutOptions = {}): readonly Fact[] {
    const others = limit === Infinity || skip > 0 ? [] : alongWith.filter((other) => other !== name);
    const wanted = new Map<number, Set<number>>();
    for (const other of others) {
      for (const { topic, ordinals } of this.postings(other)) {
        const known = wanted.get(topic) ?? new Set<number>();
        for (const ordinal of ordinals) known.add(ordinal);
        wanted.set(topic, known);
      }
    }
    const facts: Fact[] = [];
    let passed = 0;
    for (const isFirst of wanted.size === 0 ? [false] : [true, false]) {
      for (const { topic, ordinals } of this.postings(name)) {
        const known = wanted.get(topic);
        for (const ordinal of ordinals) {
          if (facts.length >= limit) return facts;
          if (passed < skip) passed++;
          else if ((known?.has(ordinal) ?? false) === isFirst) {
            facts.push(this.packedTopics[topic]!.fact(ordinal));
          }
        }
      }
    }
    return facts;
  }

  factCountAbout(name: Key): number {
    return this.postings(name).reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  }

  sharedFacts(name: Key, other: Key): number {
    const one = this.postings(name);
    const two = this.postings(other);
    let shared = 0;
    for (let left = 0, right = 0; left < one.length && right < two.length;) {
      const difference = one[left]!.topic - two[right]!.topic;
      if (difference === 0) shared += countShared(one[left]!.ordinals, two[right]!.ordinals);
      if (difference <= 0) left++;
      if (difference >= 0) right++;
    }
    return shared;
  }

  names(): Iterable<Name> {
    return this.packedNames.all();
  }

  topics(): Iterable<Topic> {
    return this.dossier.topics;
  }

  *sections(): Iterable<Section> {
    for (const topic of this.packedTopics) yield* topic.allSections;
  }

  *facts(): Iterable<Fact> {
    for (const topic of this.packedTopics) yield* topic.facts();
  }

  nameGroups(): readonly NameGroup[] {
    return this.packedNames.nameGroups();
  }

  namesIn(kind: NameKind, letter: string, start?: number, end?: number): readonly NameEntry[] {
    return this.packedNames.namesIn(kind, letter, start, end);
  }
}

/**
 * Whether a shelf is packed, by its shape: what is loaded late is bundled by itself, so that the same class is another
 * one there and `instanceof` fails.
 */
export function isPacked(shelf: Shelf): shelf is PackedShelf {
  return 'packedTopics' in shelf;
}

/** How many numbers stand in both of two rising lists. */
function countShared(one: Uint32Array, two: Uint32Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < one.length && right < two.length;) {
    const difference = one[left]! - two[right]!;
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return shared;
}
