import { fold, foldTable } from '../text/fold';
import {
  ENDS_FORM,
  FORM_BITS,
  HAS_MORE,
  HAS_TWIN,
  Header,
  INDEX_VERSION,
  MAGIC,
  slotOf,
  WIDE,
} from './nameIndex';
import { extend, foldWord, mix, tokenise, Tokens, Units } from './tokens';

export interface CompileOptions {
  /** Seeds the hashes; any number. The same seed and forms give the same buffer. */
  readonly seed?: number;
}

/** Entries in use for each slot of the table; more makes it smaller and the search for what is not there longer. */
const LOAD = 0.7;

const FIRST = 1;
const FURTHER = 2;

/** A power of two of 32-bit words that holds at least `bits` bits. */
function wordsFor(bits: number): number {
  let words = 1;
  while (words * 32 < bits) words *= 2;
  return words;
}

/** A growing array of bytes or units. */
class Pool<A extends Uint8Array | Uint16Array> {
  length = 0;
  constructor(public data: A) {}

  /** Appends a folded form and the zero that ends it; returns where it begins. */
  add(folded: string): number {
    const begin = this.length;
    if (begin + folded.length + 1 > this.data.length) {
      const larger = new (this.data.constructor as new (length: number) => A)(
        (begin + folded.length + 1) * 2,
      );
      larger.set(this.data);
      this.data = larger;
    }
    for (let at = 0; at < folded.length; at++) this.data[begin + at] = folded.charCodeAt(at);
    this.length = begin + folded.length + 1;
    return begin;
  }
}

/**
 * What a form's words and the signs between them fold to, as it stands in the pool; the signs before the first and
 * behind the last word are left out. Empty where a form has no words.
 */
export function foldForm(form: string): string {
  const units = new Units();
  const tokens = new Tokens();
  units.load(form);
  tokenise(units.data, 0, units.length, tokens, 1, 2);
  return joinWords(form, units.data, tokens);
}

function joinWords(form: string, data: Uint16Array, tokens: Tokens): string {
  let folded = '';
  for (let word = 0; word < tokens.count; word++) {
    if (word > 0 && tokens.end[word - 1] !== tokens.start[word]) {
      folded += fold(form.slice(tokens.end[word - 1], tokens.start[word]));
    }
    folded += foldWord(data, tokens.start[word]!, tokens.end[word]!);
  }
  return folded;
}

const PLAIN = /^[a-z0-9 ]*$/;

/**
 * Compiles surface forms to a name index. The number of a form in the index is its place in `forms`; equal forms
 * may stand there several times (names that share a form). A form without letters or figures is never found.
 */
export function compileIndex(forms: readonly string[], options: CompileOptions = {}): ArrayBuffer {
  if (forms.length >= FORM_BITS) throw new RangeError(`An index holds at most ${FORM_BITS} forms.`);
  foldTable();
  const seed1 = mix((options.seed ?? 0x2545f491) ^ 0x6a09e667);
  const seed2 = mix((options.seed ?? 0x2545f491) + 0x3c6ef372);
  const builder = new Builder(forms.length, seed1, seed2);
  for (let from = 0; from < forms.length; from += 512) {
    builder.add(forms, from, Math.min(forms.length, from + 512));
  }
  return builder.finish();
}

/** Collects prefixes in a table that grows, then lays everything out in one buffer. */
class Builder {
  private readonly units = new Units();
  private readonly tokens = new Tokens();
  private readonly narrow: Pool<Uint8Array>;
  private readonly wide = new Pool(new Uint16Array(256));
  private readonly offsets: Uint32Array;
  /** Entries in order of arrival: first hash, second hash, value. */
  private entries: Int32Array;
  /** Whether an entry is a first word, a longer prefix, or by chance both. */
  private kinds: Uint8Array;
  private count = 0;
  /** Places in `entries` plus one, by hash; a power of two. */
  private places: Int32Array;
  private longest = 0;

  constructor(
    private readonly forms: number,
    private readonly seed1: number,
    private readonly seed2: number,
  ) {
    this.offsets = new Uint32Array(forms);
    this.narrow = new Pool(new Uint8Array(forms * 16 + 256));
    this.entries = new Int32Array((forms * 2 + 16) * 3);
    this.kinds = new Uint8Array(forms * 2 + 16);
    this.places = new Int32Array(wordsFor((forms * 4 + 16) * 32));
  }

  add(forms: readonly string[], from: number, to: number): void {
    for (let form = from; form < to; form++) this.addForm(forms[form]!, form);
  }

  private addForm(text: string, form: number): void {
    const { units, tokens } = this;
    units.load(text);
    tokens.clear();
    tokenise(units.data, 0, units.length, tokens, this.seed1, this.seed2);
    // Most forms are plain words already; what folds to itself needs no second look.
    const folded =
      PLAIN.test(text) && !text.includes('  ') ? text.trim() : joinWords(text, units.data, tokens);
    let isNarrow = true;
    for (let at = 0; at < folded.length; at++) if (folded.charCodeAt(at) > 0xff) isNarrow = false;
    this.offsets[form] = isNarrow ? this.narrow.add(folded) : (this.wide.add(folded) | WIDE) >>> 0;
    if (tokens.count === 0) return;
    this.longest = Math.max(this.longest, tokens.count);
    let p1 = tokens.h1[0]!;
    let p2 = mix(tokens.h2[0]!);
    for (let word = 1; ; word++) {
      const isLast = word === tokens.count;
      this.put(p1, p2, isLast ? ENDS_FORM | form : HAS_MORE, word === 1 ? FIRST : FURTHER);
      if (isLast) break;
      p1 = extend(p1, tokens.h1[word]!);
      p2 = extend(p2, mix(tokens.h2[word]!));
    }
  }

  private put(p1: number, p2: number, value: number, kind: number): void {
    const { entries, kinds } = this;
    const mask = this.places.length - 1;
    let place = p2 & mask;
    for (;;) {
      const entry = this.places[place]! - 1;
      if (entry < 0) break;
      if (entries[entry * 3] === p1 && entries[entry * 3 + 1] === p2) {
        kinds[entry] = kinds[entry]! | kind;
        const old = entries[entry * 3 + 2]!;
        if ((value & HAS_MORE) !== 0 || (old & ENDS_FORM) === 0) {
          entries[entry * 3 + 2] = old | value;
          return;
        }
      }
      place = (place + 1) & mask;
    }
    this.places[place] = this.count + 1;
    if (this.count === kinds.length) this.growEntries();
    this.entries[this.count * 3] = p1;
    this.entries[this.count * 3 + 1] = p2;
    this.entries[this.count * 3 + 2] = value;
    this.kinds[this.count++] = kind;
    if (this.count * 2 > this.places.length) this.growPlaces();
  }

  private growEntries(): void {
    const entries = new Int32Array(this.entries.length * 2);
    entries.set(this.entries);
    this.entries = entries;
    const kinds = new Uint8Array(this.kinds.length * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
  }

  private growPlaces(): void {
    this.places = new Int32Array(this.places.length * 2);
    const mask = this.places.length - 1;
    for (let entry = 0; entry < this.count; entry++) {
      let place = this.entries[entry * 3 + 1]! & mask;
      while (this.places[place] !== 0) place = (place + 1) & mask;
      this.places[place] = entry + 1;
    }
  }

  finish(): ArrayBuffer {
    const slots = Math.ceil(this.count / LOAD) + 8;
    const firsts = this.kinds.subarray(0, this.count).reduce((sum, kind) => sum + (kind & FIRST), 0);
    // More bits let fewer words through; beyond 128 KB they would no longer stay in the caches.
    const firstWords = wordsFor(Math.max(Math.min(firsts * 16, 1 << 20), firsts * 6));
    const furtherWords = wordsFor((this.count - firsts) * 6);
    const wideUnits = this.wide.length + (this.wide.length & 1);
    const narrowUnits = (this.narrow.length + 3) & ~3;
    const bytes =
      Header.length * 4 +
      slots * 8 +
      (firstWords + furtherWords + this.forms) * 4 +
      wideUnits * 2 +
      narrowUnits;
    const buffer = new ArrayBuffer(bytes);
    const header = new Uint32Array(buffer, 0, Header.length);
    header[Header.magic] = MAGIC;
    header[Header.version] = INDEX_VERSION;
    header[Header.seed1] = this.seed1;
    header[Header.seed2] = this.seed2;
    header[Header.forms] = this.forms;
    header[Header.slots] = slots;
    header[Header.firstWords] = firstWords;
    header[Header.furtherWords] = furtherWords;
    header[Header.wideUnits] = wideUnits;
    header[Header.narrowUnits] = narrowUnits;
    header[Header.longest] = this.longest;
    let at = Header.length * 4;
    const table = new Uint32Array(buffer, at, slots * 2);
    at += slots * 8;
    const first = new Uint32Array(buffer, at, firstWords);
    at += firstWords * 4;
    const further = new Uint32Array(buffer, at, furtherWords);
    at += furtherWords * 4;
    for (let from = 0; from < this.count; from += 4096) {
      this.layOut(table, slots, from, Math.min(this.count, from + 4096));
    }
    this.markFilters(first, further);
    new Uint32Array(buffer, at, this.forms).set(this.offsets);
    at += this.forms * 4;
    new Uint16Array(buffer, at, wideUnits).set(this.wide.data.subarray(0, this.wide.length));
    at += wideUnits * 2;
    new Uint8Array(buffer, at).set(this.narrow.data.subarray(0, this.narrow.length));
    return buffer;
  }

  private layOut(table: Uint32Array, slots: number, from: number, to: number): void {
    const { entries } = this;
    for (let entry = from; entry < to; entry++) {
      const p1 = entries[entry * 3]!;
      let slot = slotOf(entries[entry * 3 + 1]!, slots);
      while (table[slot * 2 + 1] !== 0) {
        // Prefixes whose first hashes agree by chance are twins too: the search must not end at the first.
        if (table[slot * 2] === p1 >>> 0) table[slot * 2 + 1] = table[slot * 2 + 1]! | HAS_TWIN;
        if (++slot === slots) slot = 0;
      }
      table[slot * 2] = p1;
      table[slot * 2 + 1] = entries[entry * 3 + 2]!;
    }
  }

  private markFilters(first: Uint32Array, further: Uint32Array): void {
    const mark = (bits: Uint32Array, hash: number) => {
      const word = (hash >>> 5) & (bits.length - 1);
      bits[word] = bits[word]! | (1 << (hash & 31));
    };
    for (let entry = 0; entry < this.count; entry++) {
      if ((this.kinds[entry]! & FIRST) !== 0) mark(first, this.entries[entry * 3]!);
      if ((this.kinds[entry]! & FURTHER) !== 0) mark(further, this.entries[entry * 3]!);
    }
  }
}
