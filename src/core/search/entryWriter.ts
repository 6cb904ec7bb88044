import { TextsWriter } from '../pack/texts';
import { At, Break, Info, Kind, NO_ENTRY } from './indexPart';
import { hashSingulars } from './nameForms';
import { singular } from './plural';
import { ByteList, NumberList, TermTable } from './termTable';
import { WordReader } from './wordReader';

/** The most that four bits hold. */
const NIBBLE = 15;

/** What an entry is, before its words. */
export interface EntryHead {
  readonly info: number;
  readonly id: string;
  readonly parent?: number;
}

/**
 * Takes the words of entries, one entry after the other, and lays them out by entry and by word. An entry is begun, then
 * gets its fields in the order title, aliases, text, figures; then it is ended.
 */
export class EntryWriter {
  readonly terms = new TermTable();
  readonly info = new ByteList();
  readonly lengths = new ByteList();
  readonly parents = new NumberList();
  readonly ids = new TextsWriter(1 << 16);
  /** The numbers of the words in the order of the entries, with the breaks between them. */
  private readonly texts = new NumberList();
  private readonly textOffsets = new NumberList();
  /** Each word of each entry once: its number, and where it stands. */
  private readonly termOf = new NumberList();
  private readonly entryOf = new NumberList();
  private readonly flagsOf = new ByteList();
  /** For each word the entry that it was last seen in (plus 1), and its place in the lists above. */
  private lastEntry = new Uint32Array(1 << 15);
  private lastPlace = new Uint32Array(1 << 15);
  /** The forms of names: two hashes of each, and the entry of the name. */
  readonly forms = { hashes: [] as number[], checks: [] as number[], names: [] as number[] };
  /** The singular of each word that stands in a name. */
  private readonly singulars: string[] = [];
  private isName = false;
  private readonly reader = new WordReader();
  private titleLength = 0;
  private textLength = 0;
  count = 0;

  constructor() {
    this.textOffsets.push(0);
  }

  /** Begins an entry and gives its number. */
  begin({ info, id, parent = NO_ENTRY }: EntryHead): number {
    this.info.push(info);
    this.parents.push(parent);
    this.ids.add(id);
    this.isName = (info & Info.kind) === Kind.name;
    this.titleLength = 0;
    this.textLength = 0;
    return this.count++;
  }

  title(text: string): void {
    this.titleLength = this.words(text, At.title);
    this.texts.push(Break.field);
  }

  aliases(forms: readonly string[]): void {
    forms.forEach((form, at) => {
      if (at > 0) this.texts.push(Break.form);
      this.words(form, At.alias);
    });
    this.texts.push(Break.field);
  }

  text(text: string): void {
    this.textLength = this.words(text, At.text);
    this.texts.push(Break.field);
  }

  /** Words that stand in the text in another spelling, as they are. */
  figures(values: readonly string[]): void {
    const units = new Uint16Array(24);
    for (const value of values) {
      const length = Math.min(value.length, units.length);
      for (let at = 0; at < length; at++) units[at] = value.charCodeAt(at);
      this.add(this.terms.add(units, length), At.text);
    }
  }

  end(): void {
    this.textOffsets.push(this.texts.length);
    const text = Math.min(NIBBLE, this.textLength >>> 2);
    this.lengths.push(Math.min(NIBBLE, this.titleLength) | (text << 4));
  }

  private words(text: string, at: number): number {
    const { reader } = this;
    reader.begin(text);
    const isForm = this.isName && at !== At.text;
    let form = '';
    let count = 0;
    let place = -1;
    while (reader.next()) {
      const term = this.terms.add(reader.units, reader.length);
      if (isForm) {
        const word = (this.singulars[term] ??= singular(reader.word));
        form = count === 0 ? word : `${form} ${word}`;
      }
      place = this.add(term, at);
      if (count === 0 && at === At.title) this.flagsOf.set(place, At.first);
      count++;
    }
    if (isForm && count > 0) this.addForm(form);
    if (count === 1 && at !== At.text) this.flagsOf.set(place, At.whole);
    return count;
  }

  private addForm(form: string): void {
    const { hash, check } = hashSingulars(form);
    this.forms.hashes.push(hash);
    this.forms.checks.push(check);
    this.forms.names.push(this.count - 1);
  }

  private add(term: number, at: number): number {
    this.texts.push(term);
    if (term >= this.lastEntry.length) {
      this.lastEntry = twice(this.lastEntry);
      this.lastPlace = twice(this.lastPlace);
    }
    if (this.lastEntry[term] === this.count) {
      const place = this.lastPlace[term]!;
      this.flagsOf.set(place, at);
      if (at === At.text) this.flagsOf.set(place, At.often);
      return place;
    }
    const place = this.termOf.length;
    this.lastEntry[term] = this.count;
    this.lastPlace[term] = place;
    this.termOf.push(term);
    this.entryOf.push(this.count - 1);
    this.flagsOf.push(at);
    return place;
  }

  /** All that was written, with words by their places in the sorted list. */
  finish() {
    const { units, offsets, placeOf } = this.terms.sorted();
    if (placeOf.length >= Break.form) {
      throw new RangeError('A library with that many words cannot be searched.');
    }
    const texts = new Uint8Array(this.texts.length * 3);
    this.texts.all.forEach((term, at) => {
      const number = term >= Break.form ? term : placeOf[term]!;
      texts[at * 3] = number;
      texts[at * 3 + 1] = number >>> 8;
      texts[at * 3 + 2] = number >>> 16;
    });
    return {
      words: units,
      wordOffsets: offsets,
      texts,
      textOffsets: this.textOffsets.all,
      ...this.byWord(placeOf),
    };
  }

  /** The entries of each word, by counting sort: entries come in rising order, and stay in it. */
  private byWord(placeOf: Uint32Array) {
    const terms = this.termOf.all;
    const entries = this.entryOf.all;
    const flags = this.flagsOf.all;
    const counts = new Uint32Array(placeOf.length);
    for (const term of terms) counts[placeOf[term]!]!++;
    const next = new Uint32Array(placeOf.length + 1);
    for (let place = 0; place < counts.length; place++) next[place + 1] = next[place]! + counts[place]!;
    const order = new Uint32Array(terms.length);
    for (let at = 0; at < terms.length; at++) order[next[placeOf[terms[at]!]!]!++] = at;
    const postings = new ByteList();
    const postingOffsets = new Uint32Array(placeOf.length + 1);
    let at = 0;
    for (let place = 0; place < counts.length; place++) {
      let before = -1;
      for (const stop = at + counts[place]!; at < stop; at++) {
        const entry = entries[order[at]!]!;
        postings.pushNumber(entry - before - 1);
        postings.push(flags[order[at]!]!);
        before = entry;
      }
      postingOffsets[place + 1] = postings.length;
    }
    return { wordCounts: counts, postings: postings.all, postingOffsets };
  }
}

function twice(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}
