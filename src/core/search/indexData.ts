import { areOffsets, Part } from '../pack/container';
import type { Key } from '../model';
import { decodeText, lowerBound, Texts } from '../pack/texts';
import { Dictionary, type TermRange } from './dictionary';
import {
  Break,
  HIT_KINDS,
  Info,
  Kind,
  NO_ENTRY,
  SEARCH_PART,
  SearchSection,
  type SearchHead,
} from './indexPart';
import type { FormHash } from './nameForms';
import type { HitKind } from './searchOptions';

/** The views of the buffer that `encodeSearch` made. */
export class IndexData {
  readonly words: Dictionary;
  readonly wordCounts: Uint32Array;
  readonly postings: Uint8Array;
  readonly postingOffsets: Uint32Array;
  readonly texts: Uint8Array;
  readonly textOffsets: Uint32Array;
  readonly info: Uint8Array;
  readonly lengths: Uint8Array;
  readonly weights: Uint8Array;
  readonly parents: Uint32Array;
  readonly ends: Uint32Array;
  readonly dateEntries: Uint32Array;
  readonly dateFirsts: Int32Array;
  readonly dateLasts: Int32Array;
  private readonly ids: Texts;
  private readonly facts: Uint8Array;
  private readonly factOffsets: Uint32Array;
  private readonly formHashes: Uint32Array;
  private readonly formChecks: Uint32Array;
  private readonly formNames: Uint32Array;

  private constructor(
    readonly buffer: ArrayBuffer,
    part: Part,
    readonly head: SearchHead,
  ) {
    const S = SearchSection;
    this.words = new Dictionary(part.units(S.words), part.words(S.wordOffsets));
    this.wordCounts = part.words(S.wordCounts);
    this.postings = part.bytes(S.postings);
    this.postingOffsets = part.words(S.postingOffsets);
    this.texts = part.bytes(S.texts);
    this.textOffsets = part.words(S.textOffsets);
    this.info = part.bytes(S.info);
    this.lengths = part.bytes(S.lengths);
    this.weights = part.bytes(S.weights);
    this.parents = part.words(S.parents);
    this.ends = part.words(S.ends);
    this.ids = new Texts(part.bytes(S.ids), part.words(S.idOffsets));
    this.facts = part.bytes(S.facts);
    this.factOffsets = part.words(S.factOffsets);
    this.formHashes = part.words(S.formHashes);
    this.formChecks = part.words(S.formChecks);
    this.formNames = part.words(S.formNames);
    this.dateEntries = part.words(S.dateEntries);
    this.dateFirsts = signed(part.words(S.dateFirsts));
    this.dateLasts = signed(part.words(S.dateLasts));
  }

  /**
   * Opens what `encodeSearch` made; `undefined` where the buffer is of another version, cut short, changed, or made of
   * another library. The checksum vouches for what is inside; only what a bug of the encoder could break is checked again. With
   * `isWhole` the checksum was looked at before, or the buffer was just made.
   */
  static open(buffer: ArrayBuffer, fingerprint: string, isWhole = false): IndexData | undefined {
    const part = Part.open(buffer, SEARCH_PART, isWhole);
    if (!part) return undefined;
    try {
      const head = JSON.parse(decodeText(part.bytes(SearchSection.head))) as SearchHead;
      return head.fingerprint === fingerprint && isSound(part)
        ? new IndexData(buffer, part, head)
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** How many entries there are; they are numbered from 0, names first. */
  get count(): number {
    return this.info.length;
  }

  get nameCount(): number {
    return this.head.nameCount;
  }

  kindOf(entry: number): HitKind {
    return HIT_KINDS[this.info[entry]! & Info.kind]!;
  }

  /** The key of an entry. */
  keyOf(entry: number): Key {
    const dossier = this.head.dossiers.find(
      ({ names, tree }) => (entry >= names[0] && entry < names[1]) || (entry >= tree[0] && entry < tree[1]),
    );
    const id = this.ids.at(entry);
    if ((this.info[entry]! & Info.kind) !== Kind.section) return `${dossier?.id}/${id}`;
    let topic = entry;
    while (this.parents[topic] !== NO_ENTRY) topic = this.parents[topic]!;
    return `${dossier?.id}/${this.ids.at(topic)}/${id}`;
  }

  idOf(entry: number): string {
    return this.ids.at(entry);
  }

  /** The word at a place of {@link texts}, or a {@link Break}. */
  wordAt(place: number): number {
    const { texts } = this;
    const at = place * 3;
    return texts[at]! | (texts[at + 1]! << 8) | (texts[at + 2]! << 16);
  }

  /** In how many entries words of a range stand, an entry with several of them counted several times. */
  countIn({ from, to }: TermRange): number {
    let sum = 0;
    for (let word = from; word < to; word++) sum += this.wordCounts[word]!;
    return sum;
  }

  /** The entries in which one of the words stands, rising. */
  entriesWith(range: TermRange): Uint32Array {
    const found = new Uint32Array(Math.min(this.countIn(range), this.count));
    let count = 0;
    if (range.to - range.from === 1) {
      const { postings } = this;
      let entry = -1;
      for (let at = this.postingOffsets[range.from]!, end = this.postingOffsets[range.to]!; at < end; at++) {
        let byte = postings[at++]!;
        let delta = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = postings[at++]!;
          delta |= (byte & 0x7f) << shift;
        }
        entry += delta + 1;
        found[count++] = entry;
      }
      return found;
    }
    const marks = this.marksOf(range);
    for (let entry = 0; entry < marks.length; entry++) if (marks[entry] === 1) found[count++] = entry;
    return found.subarray(0, count);
  }

  /** A 1 for each entry in which one of the words stands. */
  marksOf({ from, to }: TermRange): Uint8Array {
    const { postings, postingOffsets } = this;
    const marks = new Uint8Array(this.count);
    // Each kind of reader has this loop by itself: a call for each entry takes as long as all else.
    for (let word = from; word < to; word++) {
      let entry = -1;
      for (let at = postingOffsets[word]!, end = postingOffsets[word + 1]!; at < end; at++) {
        let byte = postings[at++]!;
        let delta = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = postings[at++]!;
          delta |= (byte & 0x7f) << shift;
        }
        entry += delta + 1;
        marks[entry] = 1;
      }
    }
    return marks;
  }

  /** Whether one of the words stands in the title of an entry. */
  isInTitle(entry: number, { from, to }: TermRange): boolean {
    for (let place = this.textOffsets[entry]!; place < this.textOffsets[entry + 1]!; place++) {
      const word = this.wordAt(place);
      if (word >= Break.form) return false;
      if (word >= from && word < to) return true;
    }
    return false;
  }

  /** Whether one of the words stands in the title of an entry or in its other forms. */
  isInForms(entry: number, { from, to }: TermRange): boolean {
    let fields = 0;
    for (let place = this.textOffsets[entry]!; place < this.textOffsets[entry + 1]!; place++) {
      const word = this.wordAt(place);
      if (word === Break.field && ++fields === 2) return false;
      if (word >= from && word < to) return true;
    }
    return false;
  }

  /** The facts about a name, rising. */
  factsAbout(name: number): number[] {
    const found: number[] = [];
    let entry = -1;
    for (let at = this.factOffsets[name]!, end = this.factOffsets[name + 1]!; at < end;) {
      let delta = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.facts[at++]!;
        delta |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      entry += delta + 1;
      found.push(entry);
    }
    return found;
  }

  /** Puts a 1 for each fact about a name. */
  markFactsAbout(name: number, marks: Uint8Array): void {
    const { facts } = this;
    let entry = -1;
    for (let at = this.factOffsets[name]!, end = this.factOffsets[name + 1]!; at < end;) {
      let byte = facts[at++]!;
      let delta = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = facts[at++]!;
        delta |= (byte & 0x7f) << shift;
      }
      entry += delta + 1;
      marks[entry] = 1;
    }
  }

  /** The names that have this form. */
  namesOfForm({ hash, check }: FormHash): number[] {
    const names: number[] = [];
    for (let at = lowerBound(this.formHashes, hash); this.formHashes[at] === hash; at++) {
      const name = this.formNames[at]!;
      if (this.formChecks[at] === check && !names.includes(name)) names.push(name);
    }
    return names;
  }

  /** Whether words of the ranges stand one behind the other in one field of an entry. */
  hasSequence(entry: number, ranges: readonly TermRange[]): boolean {
    const end = this.textOffsets[entry + 1]! - ranges.length;
    for (let place = this.textOffsets[entry]!; place <= end; place++) {
      let at = 0;
      for (; at < ranges.length; at++) {
        const word = this.wordAt(place + at);
        const { from, to } = ranges[at]!;
        if (word < from || word >= to) break;
      }
      if (at === ranges.length) return true;
    }
    return false;
  }

  /** The entries with words of the ranges one behind the other, rising. */
  entriesWithSequence(ranges: readonly TermRange[]): Uint32Array {
    let rarest = ranges[0]!;
    if (ranges.some(({ from, to }) => from >= to)) return new Uint32Array(0);
    for (const range of ranges) if (this.countIn(range) < this.countIn(rarest)) rarest = range;
    const entries = this.entriesWith(rarest);
    return ranges.length === 1 ? entries : entries.filter((entry) => this.hasSequence(entry, ranges));
  }
}

function signed(words: Uint32Array): Int32Array {
  return new Int32Array(words.buffer, words.byteOffset, words.length);
}

/** The numbers sorted, each once. */
export function distinct(numbers: Uint32Array): Uint32Array {
  const sorted = numbers.sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
  }
  return sorted.subarray(0, count);
}

function isSound(part: Part): boolean {
  const S = SearchSection;
  const words = part.words(S.wordCounts).length;
  const entries = part.bytes(S.info).length;
  const names = part.words(S.factOffsets).length - 1;
  const forms = part.words(S.formHashes).length;
  const dates = part.words(S.dateEntries).length;
  return (
    names >= 0 &&
    names <= entries &&
    areOffsets(part.words(S.wordOffsets), words, part.units(S.words).length) &&
    areOffsets(part.words(S.postingOffsets), words, part.bytes(S.postings).length) &&
    areOffsets(part.words(S.textOffsets), entries, part.bytes(S.texts).length / 3) &&
    areOffsets(part.words(S.idOffsets), entries, part.bytes(S.ids).length) &&
    areOffsets(part.words(S.factOffsets), names, part.bytes(S.facts).length) &&
    [S.lengths, S.weights].every((section) => part.bytes(section).length === entries) &&
    [S.parents, S.ends].every((section) => part.words(section).length === entries) &&
    [S.formChecks, S.formNames].every((section) => part.words(section).length === forms) &&
    [S.dateFirsts, S.dateLasts].every((section) => part.words(section).length === dates)
  );
}
