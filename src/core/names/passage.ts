import { foldTable, IGNORED, SEPARATOR, Separator } from '../text/fold';
import { isLower, isUpper } from '../text/words';
import type { Form, FormTable } from './forms';
import { WordClass, type Lexicon } from './rules/lexicon';
import type { Hits } from './scan';
import type { Tokens, Units } from './tokens';

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

/** A line of more words is no heading. */
const HEADLINE = 20;

/** How a line is written: what its capitals mean depends on it. */
export const LineStyle = {
  normal: 0,
  /** Most words have capitals, as in a headline (or nouns do, as in German): a capital says nothing. */
  titled: 1,
  /** Capitals only. */
  upper: 2,
  /** No capital at all, as in chat. */
  lower: 3,
} as const;

export const LetterCase = { none: 0, lower: 1, title: 2, upper: 3 } as const;

/** Whether a sign behind a comma is neither white space nor a figure: then it parts the cells of a table. */
function isCellEnd(unit: number): boolean {
  return unit !== 0x20 && unit !== 10 && unit !== 13 && !(unit >= 0x30 && unit <= 0x39);
}

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
  private styleFrom = 0;
  private styleTo = -1;
  private style: number = LineStyle.normal;

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
    this.styleTo = -1;
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
    const at = this.tokens.start[word]!;
    if (at >= this.styleFrom && at < this.styleTo) return this.style;
    this.measureStyle(word);
    return this.style;
  }

  private measureStyle(word: number): void {
    const { tokens } = this;
    const { data } = this.units;
    let first = word;
    let last = word;
    // A line, or where lines are long some 24 words on both sides.
    while (first > 0 && word - first < 24 && !this.breaksBefore(data, first)) first--;
    while (last + 1 < tokens.count && last - word < 24 && !this.breaksBefore(data, last + 1)) last++;
    let cased = 0;
    let capitals = 0;
    let uppers = 0;
    let longs = 0;
    let longCapitals = 0;
    const speaker = this.speakerOf(first, last);
    for (let at = speaker < 0 ? first : speaker + 1; at <= last; at++) {
      const start = tokens.start[at]!;
      const length = tokens.end[at]! - start;
      const letters = this.caseOf(at);
      if (letters === LetterCase.none) continue;
      cased++;
      if (letters !== LetterCase.lower) capitals++;
      if (letters === LetterCase.upper || (length === 1 && letters === LetterCase.title)) uppers++;
      if (length < 4) continue;
      longs++;
      if (letters !== LetterCase.lower) longCapitals++;
    }
    this.styleFrom = tokens.start[first]!;
    this.styleTo = tokens.end[last]!;
    if (cased > 1 && uppers === cased && cased * 2 > last - first) this.style = LineStyle.upper;
    else if (capitals === 0) this.style = this.isWrapped(first) ? LineStyle.normal : LineStyle.lower;
    else if (longs >= 3 && longCapitals * 4 >= longs * 3) {
      // Between the texts of a program stands what is covered, so that a line of it is no heading.
      const isText =
        this.isCode ||
        last - first >= HEADLINE ||
        this.goesOn(first, last) ||
        this.holdsSentences(first, last);
      this.style = isText ? LineStyle.normal : LineStyle.titled;
    } else {
      this.style =
        longCapitals * 5 >= longs && this.isGerman(first, last) ? LineStyle.titled : LineStyle.normal;
    }
  }

  /** *19:08 Priya: …*: the last word of who speaks, in a line of a chat that begins with the time; -1 where it is none. */
  private speakerOf(first: number, last: number): number {
    const { start, end } = this.tokens;
    const { data } = this.units;
    const unit = data[start[first]!]!;
    if (unit < 0x30 || unit > 0x39) return -1;
    for (let word = first + 2; word < last && word - first < 6; word++) {
      if (data[end[word]!] === 0x3a && data[end[word]! + 1] === 0x20) return word;
    }
    return -1;
  }

  /** Whether a line goes on with what a long line that has capitals left unfinished. */
  private isWrapped(first: number): boolean {
    if (this.gapBefore(first) !== Gap.newline || this.sideBefore(first) !== Gap.space) return false;
    for (let word = first - 1; word >= 0 && first - word < 24; word--) {
      if (this.isCapital(word)) return true;
      if (this.breaksLine(word)) break;
    }
    return false;
  }

  /** Whether a line of many capitals is a part of running text: it, or the next one, begins with a small letter. */
  private goesOn(first: number, last: number): boolean {
    const isWrap = (word: number) =>
      this.gapBefore(word) === Gap.newline && this.caseOf(word) === LetterCase.lower;
    return isWrap(first) || isWrap(last + 1);
  }

  /** Whether sentences, the items of a list or the cells of a table end in a line: one of a few names with capitals is no heading. */
  private holdsSentences(first: number, last: number): boolean {
    const { data, length } = this.units;
    const { start, end } = this.tokens;
    let cells = 0;
    for (let word = first; word <= last; word++) {
      const to = word + 1 < this.tokens.count ? start[word + 1]! : length;
      const isWord = end[word]! - start[word]! > 3;
      for (let at = end[word]!; at < to; at++) {
        const sign = data[at]!;
        if (sign === 0x3b) return true;
        if ((sign === 0x7c || (sign === 0x2c && isCellEnd(data[at + 1] ?? 0x20))) && ++cells > 2) return true;
        if (sign === 0x2e && isWord && (at + 1 >= length || data[at + 1] === 0x20 || data[at + 1] === 10)) {
          return true;
        }
      }
    }
    return false;
  }

  private isGerman(first: number, last: number): boolean {
    let german = 0;
    for (let at = first; at <= last; at++) if ((this.classOf(at) & WordClass.german) !== 0) german++;
    return german >= 2 && german * 6 > last - first;
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
