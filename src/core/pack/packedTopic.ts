import { hashText } from '../format/ids';
import type { Fact, Key, Section, Topic } from '../model';
import { areBelow, areOffsets, Part, type PartBytes } from './container';
import { decodeFact, type FactCode, type FactPlace } from './factCode';
import { PackedSection, type SectionCode } from './sectionCode';
import { decodeText, lowerBound, Texts } from './texts';
import { TOPIC_PART, TopicSection, type TopicHead } from './topicPart';

const NONE = new Uint32Array(0);

/** A topic with sections that are made when they are asked for. */
class LazyTopic implements Topic {
  readonly key: Key;
  readonly id: string;
  readonly dossier: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;

  constructor(
    head: TopicHead,
    private readonly packed: PackedTopic,
  ) {
    this.id = head.id;
    this.dossier = head.dossier;
    this.key = `${head.dossier}/${head.id}`;
    this.file = head.file;
    this.title = head.title;
    this.summary = head.summary;
    this.language = head.language;
  }

  get sections(): readonly Section[] {
    return this.packed.sections;
  }
}

/**
 * A topic in the buffer that `encodeTopic` made. Opening it reads its title; sections and facts are decoded one by one
 * when they are asked for, and facts are not kept.
 */
export class PackedTopic implements FactPlace {
  /** The topic in the shape of the model; the same object each time. */
  readonly topic: Topic;
  readonly factCount: number;
  private readonly texts: Texts;
  private readonly names: Texts;
  private readonly sectionIds: Texts;
  private readonly nameKeys: (Key | undefined)[] = [];
  private readonly nameHashes: Uint32Array;
  private readonly postings: Uint32Array;
  private readonly postingOffsets: Uint32Array;
  private tree: readonly PackedSection[] | undefined;
  private flat: readonly PackedSection[] | undefined;
  private sectionsByKey: ReadonlyMap<Key, PackedSection> | undefined;

  private constructor(
    private readonly part: Part,
    head: TopicHead,
  ) {
    this.topic = new LazyTopic(head, this);
    const factOffsets = part.words(TopicSection.factOffsets);
    this.factCount = factOffsets.length - 1;
    this.texts = new Texts(part.bytes(TopicSection.facts), factOffsets);
    this.names = new Texts(part.bytes(TopicSection.names), part.words(TopicSection.nameOffsets));
    this.sectionIds = new Texts(
      part.bytes(TopicSection.sectionIds),
      part.words(TopicSection.sectionIdOffsets),
    );
    this.nameHashes = part.words(TopicSection.nameHashes);
    this.postings = part.words(TopicSection.postings);
    this.postingOffsets = part.words(TopicSection.postingOffsets);
  }

  /** Opens what `encodeTopic` made; `undefined` where the buffer is of another version, cut short or changed. */
  static open(bytes: PartBytes, isTrusted = false): PackedTopic | undefined {
    const part = Part.open(bytes, TOPIC_PART, isTrusted);
    if (!part || !(isTrusted || isSound(part))) return undefined;
    try {
      const head = JSON.parse(decodeText(part.bytes(TopicSection.head))) as TopicHead;
      return new PackedTopic(part, head);
    } catch {
      return undefined;
    }
  }

  /** What it was opened from. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.part.all;
  }

  get checksum(): number {
    return this.part.checksum;
  }

  /** Whether what was opened on trust is as it was made; else what it gives is of no use. */
  get isWhole(): boolean {
    return this.part.isWhole && isSound(this.part);
  }

  get key(): Key {
    return this.topic.key;
  }

  get sections(): readonly PackedSection[] {
    if (!this.tree) {
      const { key, dossier, file } = this.topic;
      const place = { topic: key, dossier, file, fact: (ordinal: number) => this.fact(ordinal) };
      const codes = JSON.parse(decodeText(this.part.bytes(TopicSection.tree))) as readonly SectionCode[];
      this.tree = codes.map((code) => new PackedSection(code, place));
    }
    return this.tree;
  }

  /** The sections in reading order, nested ones after the section around them. */
  get allSections(): readonly PackedSection[] {
    if (!this.flat) {
      const flat: PackedSection[] = [];
      const add = (section: PackedSection): void => {
        flat.push(section);
        section.sections.forEach(add);
      };
      this.sections.forEach(add);
      this.flat = flat;
    }
    return this.flat;
  }

  section(key: Key): PackedSection | undefined {
    this.sectionsByKey ??= new Map(this.allSections.map((section) => [section.key, section]));
    return this.sectionsByKey.get(key);
  }

  sectionKey(section: number): Key {
    return `${this.topic.key}/${this.sectionIds.at(section)}`;
  }

  /** All facts in reading order, decoded one by one. */
  *facts(): Iterable<Fact> {
    for (let ordinal = 0; ordinal < this.factCount; ordinal++) yield this.fact(ordinal);
  }

  /** The keys of the names that its facts mention; decodes no fact. */
  get nameKeysOfAll(): readonly Key[] {
    return Array.from({ length: this.names.count }, (_, name) => this.nameKey(name));
  }

  nameKey(name: number): Key {
    return (this.nameKeys[name] ??= this.names.at(name));
  }

  /** The fact with this ordinal: its place in reading order, from 0 to below `factCount`. */
  fact(ordinal: number): Fact {
    return decodeFact(JSON.parse(this.texts.at(ordinal)) as FactCode, this);
  }

  /** The hashes of the facts' ids, rising. A view of the buffer. */
  get idHashes(): Uint32Array {
    return this.part.words(TopicSection.idHashes);
  }

  /** The fact with this id (not its key). */
  factById(id: string, hash = hashText(id)): Fact | undefined {
    const hashes = this.idHashes;
    const ordinals = this.part.words(TopicSection.idOrdinals);
    let found: Fact | undefined;
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) {
      const fact = this.fact(ordinals[at]!);
      if (fact.id === id) found = fact;
    }
    return found;
  }

  /** The ordinals of the facts about a name, rising. A view of the buffer. */
  ordinalsAbout(name: Key, hash = hashText(name)): Uint32Array {
    const { nameHashes, postingOffsets } = this;
    for (let at = lowerBound(nameHashes, hash); nameHashes[at] === hash; at++) {
      if (this.nameKey(at) === name) {
        return this.postings.subarray(postingOffsets[at], postingOffsets[at + 1]);
      }
    }
    return NONE;
  }
}

/** Whether all numbers of a part lead to places that are there. */
function isSound(part: Part): boolean {
  const facts = part.words(TopicSection.factOffsets).length - 1;
  const names = part.words(TopicSection.nameOffsets).length - 1;
  const sections = part.words(TopicSection.sectionIdOffsets).length - 1;
  const postings = part.words(TopicSection.postings);
  return (
    facts >= 0 &&
    names >= 0 &&
    areOffsets(part.words(TopicSection.factOffsets), facts, part.bytes(TopicSection.facts).length) &&
    areOffsets(part.words(TopicSection.nameOffsets), names, part.bytes(TopicSection.names).length) &&
    areOffsets(
      part.words(TopicSection.sectionIdOffsets),
      sections,
      part.bytes(TopicSection.sectionIds).length,
    ) &&
    areOffsets(part.words(TopicSection.postingOffsets), names, postings.length) &&
    part.words(TopicSection.nameHashes).length === names &&
    part.words(TopicSection.idHashes).length === facts &&
    part.words(TopicSection.idOrdinals).length === facts &&
    areBelow(part.words(TopicSection.idOrdinals), facts) &&
    areBelow(postings, facts)
  );
}
