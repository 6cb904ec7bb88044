import { foldTable, IGNORED, SEPARATOR, Separator } from '../text/fold';
import { isLower, isUpper } from '../text/words';
import type { Form, FormTable } from './forms';
import { LineStyles } from './lineStyle';
import { WordClass, type Lexicon } from './rules/lexicon';
import type { Hits } from './scan';
import type { Tokens, Units } from './tokens';

export { LineStyle } from './lineStyle';

/** What stands between two neighbouring words. */
export const Gap = {
  /** The passage begins or ends here. */
  edge: 0,
  /** Nothing: two signs, or two scripts. */
  joined: 1,
  space: 2,
  /** White space with one line break. */
  newline: 3,
  hyphen: 4,
  /** An en or em dash without spaces. */
  dash: 5,
  apostrophe: 6,
  /** A full stop and white space, or a full stop alone. */
  period: 7,
  comma: 8,
  other: 9,
} as const;

/** Where a line that is this long ends, running text goes on in the next line. */
const WRAPPED = 40;

export const LetterCase = { none: 0, lower: 1, title: 2, upper: 3 } as const;

/** Whether a word is a single letter: an initial, or *I*. */
export function isOneLetter(passage: Passage, word: number): boolean {
  const { start, end } = passage.tokens;
  return end[word] === start[word]! + 1;
}

/**
 * A paragraph as the rules read it: its words, what was found in it, and answers about what stands beside a word.
 * One object is reused for all passages.
 */
export class Passage {
  private plain: string | undefined = '';
  private document: string | undefined;
  private from = 0;
  private to = 0;
  /** Only exact case counts, and only whole forms (program code). */
  isCode = false;
  private readonly lines = new LineStyles();

  constructor(
    readonly units: Units,
    readonly tokens: Tokens,
    readonly hits: Hits,
    readonly table: FormTable,
    readonly lexicon: Lexicon,
  ) {}

  /**
   * Begins another passage, the part of `document` between two offsets; `units`, `tokens` and `hits` hold its scan.
   * `document` is left out where a lexer covered something, so that its text is what the scanner read.
   */
  begin(document: string | undefined, from: number, to: number, isCode: boolean): void {
    this.plain = undefined;
    this.document = document;
    this.from = from;
    this.to = to;
    this.isCode = isCode;
    this.lines.clear();
  }

  /** Lets go of the document, so that a closed one is freed. */
  end(): void {
    this.document = undefined;
    this.plain = '';
  }

  /** The text as the scanner read it: where a lexer covered something, the covering signs stand there. */
  get text(): string {
    return (this.plain ??= this.document?.slice(this.from, this.to) ?? this.units.toString());
  }

  /** Whether a lexer covered something: only then can emphasis be told from what merely looks like it. */
  get isCovered(): boolean {
    return this.document === undefined;
  }

  form(hit: number): Form {
    return this.table.form(this.hits.form[hit]!);
  }

  /** The classes of a word; 0 outside the passage. */
  classOf(word: number): number {
    if (word < 0 || word >= this.tokens.count) return 0;
    return this.lexicon.classOf(this.tokens.h1[word]!, this.tokens.h2[word]!);
  }

  /** What a word can do in a longer name; 0 outside the passage. */
  rolesOf(word: number): number {
    if (word < 0 || word >= this.tokens.count) return 0;
    return this.lexicon.rolesOf(this.tokens.h1[word]!, this.tokens.h2[word]!);
  }

  /** What stands before a word (behind the last one where `word` is their number). */
  gapBefore(word: number): number {
    const { tokens } = this;
    if (word <= 0 || word >= tokens.count) return Gap.edge;
    const from = tokens.end[word - 1]!;
    const to = tokens.start[word]!;
    const { data } = this.units;
    if (to - from === 1 && data[from] === 0x20) return Gap.space;
    const table = foldTable();
    let kind: number = Gap.joined;
    let newlines = 0;
    for (let at = from; at < to; at++) {
      const value = table[data[at]!]!;
      if (value === IGNORED) continue;
      if (value === Separator.newline) {
        newlines++;
        if (kind === Gap.joined || kind === Gap.space) kind = newlines > 1 ? Gap.other : Gap.newline;
        else if (kind !== Gap.period && kind !== Gap.comma) return Gap.other;
      } else if (value === Separator.space) {
        if (kind === Gap.joined) kind = Gap.space;
        else if (kind !== Gap.space && kind !== Gap.newline && kind !== Gap.period && kind !== Gap.comma) {
          return Gap.other;
        }
      } else if (kind !== Gap.joined) return Gap.other;
      else if (value === Separator.dash) {
        kind = data[at] === 0x2d || data[at] === 0x2010 || data[at] === 0x2011 ? Gap.hyphen : Gap.dash;
      } else if (value === Separator.apostrophe) kind = Gap.apostrophe;
      else if (value === Separator.period) kind = Gap.period;
      else if (value === SEPARATOR + 0x2c) kind = Gap.comma;
      else return Gap.other;
    }
    return newlines > 1 ? Gap.other : kind;
  }

  /**
   * Like `gapBefore`, with a line break in wrapped running text read as the space it stands for. The line it ends must
   * be long: short lines are headings, items and verses, which say nothing about the next one.
   */
  sideBefore(word: number): number {
    const gap = this.gapBefore(word);
    if (gap !== Gap.newline) return gap;
    const { data } = this.units;
    const end = this.tokens.end[word - 1]!;
    for (let at = end - 1; at > end - WRAPPED; at--) {
      if (at < 0 || data[at] === 10) return Gap.newline;
    }
    return Gap.space;
  }

  /** The case of a word's letters; `upper` needs two capitals and no small letter. */
  caseOf(word: number): number {
    const { tokens } = this;
    if (word < 0 || word >= tokens.count) return LetterCase.none;
    const start = tokens.start[word]!;
    // A small letter first, or behind a capital, is enough to know.
    const unit = this.units.data[start]!;
    if (unit >= 0x61 && unit <= 0x7a) return LetterCase.lower;
    const end = tokens.end[word]!;
    if (unit >= 0x41 && unit <= 0x5a && end - start > 1) {
      const next = this.units.data[start + 1]!;
      if (next >= 0x61 && next <= 0x7a) return LetterCase.title;
    }
    return this.caseBetween(start, end);
  }

  caseBetween(from: number, to: number): number {
    const { data } = this.units;
    let capitals = 0;
    let small = 0;
    let startsUpper = false;
    for (let at = from; at < to; at++) {
      const unit = data[at]!;
      if (unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : isUpper(unit)) {
        if (capitals + small === 0) startsUpper = true;
        capitals++;
      } else if (unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : isLower(unit)) small++;
    }
    if (startsUpper) return small === 0 && capitals > 1 ? LetterCase.upper : LetterCase.title;
    return small > 0 ? LetterCase.lower : LetterCase.none;
  }

  isCapital(word: number): boolean {
    const letters = this.caseOf(word);
    return letters === LetterCase.title || letters === LetterCase.upper;
  }

  /** Whether a sentence (or a heading, a cell, a quotation) begins with this word. */
  beginsSentence(word: number): boolean {
    const gap = this.gapBefore(word);
    if (gap === Gap.edge || gap === Gap.other) return true;
    if (gap !== Gap.period) return false;
    const before = word - 1;
    const length = this.tokens.end[before]! - this.tokens.start[before]!;
    const unit = this.units.data[this.tokens.start[before]!]!;
    // An initial, or a title cut short (*Dr.*, *Sen.*); *the president. In …* ends a sentence, and *1.* begins a heading.
    if (length === 1) return unit >= 0x30 && unit <= 0x39;
    return length > 4 || (this.classOf(before) & WordClass.title) === 0;
  }

  /** How the line around a word is written. */
  styleAt(word: number): number {
    return this.lines.styleAt(this, word);
  }

  /** Whether a line begins with this word. */
  breaksLine(word: number): boolean {
    return word <= 0 || this.breaksBefore(this.units.data, word);
  }

  private breaksBefore(data: Uint16Array, word: number): boolean {
    const to = this.tokens.start[word]!;
    let at = this.tokens.end[word - 1]!;
    if (to - at === 1) return data[at] === 10;
    for (; at < to; at++) {
      if (data[at] === 10) return true;
    }
    return false;
  }

  /** Whether a known name begins with this word; `skip` leaves out forms with one of these flags. */
  nameBeginsAt(word: number, near: number, skip = 0): boolean {
    const { hits } = this;
    let hit = near;
    while (hit < hits.count && hits.first[hit]! < word) hit++;
    for (; hit < hits.count && hits.first[hit] === word; hit++) {
      if ((this.table.flags[hits.form[hit]!]! & skip) === 0) return true;
    }
    return false;
  }

  /** A hit that ends with this word, or -1. */
  nameEndingAt(word: number, near: number): number {
    const { hits } = this;
    for (let hit = near; hit >= 0 && hits.first[hit]! > word - 12; hit--) {
      if (hits.last[hit] === word) return hit;
    }
    return -1;
  }
}
