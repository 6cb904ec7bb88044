/**
 * Folding: the differences of spelling that do not make another name. Case, diacritics (composed or not),
 * the many apostrophes, dashes and spaces of Unicode, and characters that cannot be seen.
 *
 * One table of 65,536 entries answers for each UTF-16 code unit, because the scanner asks millions of times:
 *
 *   0                   the unit is not there for a reader (soft hyphen, zero-width space, combining accent)
 *   1 … 0xDFFF          a unit of a word, folded
 *   0xE000 … 0xE0FF     a separator; see `Separator`
 *   0xF000 … 0xF7FF     a unit of a word that folds to several units; the rest is the number of its expansion
 *   0xF800, 0xF801      half of a surrogate pair; a conjoining jamo: ask `foldAt`
 *
 * The mapping is Unicode's canonical decomposition without marks, then lower case (UAX #15, UAX #44), for the
 * scripts in which an accent does not make another letter to most readers (Latin, Greek, Cyrillic); Hangul,
 * kana and the scripts of South Asia keep theirs. What Unicode does not decompose (ø, ł, ß, æ, …) is listed.
 */

import { isChineseOrJapanese } from './words';

export const IGNORED = 0;
/** Separators begin here; a value at or above it (and below `EXPANSION`) is no part of a word. */
export const SEPARATOR = 0xe000;
export const EXPANSION = 0xf000;
export const SURROGATE = 0xf800;
export const JAMO = 0xf801;

/** ASCII punctuation folds to `SEPARATOR` plus itself; these stand for families. */
export const Separator = {
  /** Where skipped regions stood: nothing matches across it. */
  barrier: 0xe001,
  newline: 0xe00a,
  space: 0xe020,
  apostrophe: 0xe027,
  dash: 0xe02d,
  period: 0xe02e,
  underscore: 0xe05f,
  middleDot: 0xe0b7,
  /** Any other sign, mark or symbol outside ASCII. */
  other: 0xe0ff,
} as const;

/** The unit by which a lexer covers what must not be read; U+FFFC has no other use in running text. */
export const BARRIER_UNIT = 0xfffc;
/** The unit by which a lexer takes out what a reader does not see, such as emphasis marks inside a name. */
export const IGNORED_UNIT = 0x00ad;

/** What does not decompose in Unicode but is read as the plain letters. */
const LISTED: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ð: 'd', Ð: 'd',
  þ: 'th', Þ: 'th', ħ: 'h', Ħ: 'h', ŧ: 't', Ŧ: 't', ŋ: 'n', Ŋ: 'n', ı: 'i', İ: 'i', ĸ: 'k', ŀ: 'l', Ŀ: 'l', ſ: 's',
  ĳ: 'ij', Ĳ: 'ij', ŉ: 'n', ς: 'σ', ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st', ª: 'a', º: 'o',
}; // prettier-ignore

/** Ranges in which letters have case or accents. */
const DECOMPOSED: readonly (readonly [number, number])[] = [
  [0x41, 0x5a], [0xc0, 0x587], [0x10a0, 0x10ff], [0x13a0, 0x13ff], [0x1c80, 0x1cbf], [0x1e00, 0x1fff],
  [0x2c00, 0x2dff], [0xa640, 0xa7ff], [0xab30, 0xabbf],
]; // prettier-ignore

const IGNORED_RANGES: readonly (readonly [number, number])[] = [
  [0xad, 0xad], [0x300, 0x36f], [0x483, 0x489], [0x591, 0x5bd], [0x5bf, 0x5bf], [0x5c1, 0x5c2], [0x5c4, 0x5c5],
  [0x610, 0x61a], [0x61c, 0x61c], [0x640, 0x640], [0x64b, 0x65f], [0x670, 0x670], [0x180b, 0x180e], [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064], [0x2066, 0x206f], [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xfeff, 0xfeff],
]; // prettier-ignore

const SPACES =
  '\t\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
const NEWLINES = '\n\u2028\u2029';
const DASHES = '-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d';
const APOSTROPHES =
  "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u2018\u2019\u201b\u2032\u2035\u275b\u275c\ua78c\uff07";
const MIDDLE_DOTS = '\u00b7\u0387\u2022\u2027\u22c5\u30fb\uff65';
/** Raised figures are note marks beside a word, never a part of it. */
const NOTE_MARKS =
  '\u00b2\u00b3\u00b9\u2070\u2071\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089';

const MARKS = /\p{M}+/gu;
const WORD_UNITS = /[\p{L}\p{N}\p{M}]+/gu;

interface Folding {
  readonly table: Uint16Array;
  readonly expansions: readonly string[];
}

let made: Folding | undefined;

function makeFolding(): Folding {
  const table = new Uint16Array(0x10000).fill(Separator.other);
  const expansions: string[] = [];
  // Every unit that Unicode counts among letters, figures and marks stands for itself at first.
  for (let block = 0; block < 0x10000; block += 0x800) {
    if (block >= 0xd800 && block < 0xe000) continue;
    const units: number[] = [];
    for (let unit = block; unit < block + 0x800; unit++) units.push(unit);
    for (const run of String.fromCharCode(...units).matchAll(WORD_UNITS)) {
      for (let at = 0; at < run[0].length; at++) table[block + run.index + at] = block + run.index + at;
    }
  }
  const put = (unit: number, folded: string) => {
    if (folded.length === 1) table[unit] = folded.charCodeAt(0);
    else if (folded.length > 1) {
      const known = expansions.indexOf(folded);
      table[unit] = EXPANSION + (known >= 0 ? known : expansions.push(folded) - 1);
    }
  };
  for (const [first, last] of DECOMPOSED) {
    for (let unit = first; unit <= last; unit++) {
      if (table[unit] === Separator.other) continue;
      const letter = String.fromCharCode(unit);
      const folded = letter
        .normalize('NFD')
        .replace(MARKS, '')
        .toLowerCase()
        .normalize('NFD')
        .replace(MARKS, '');
      put(unit, folded === '' ? letter : folded);
    }
  }
  // Compatibility forms (full width, ligatures, presentation forms) stand above the words' part of the table.
  for (let unit = SEPARATOR; unit < 0x10000; unit++) {
    const letter = String.fromCharCode(unit);
    const isWord = unit >= 0xf900 && unit !== 0xfffe && unit !== 0xffff && /[\p{L}\p{N}]/u.test(letter);
    const folded = isWord ? letter.normalize('NFKC').replace(MARKS, '').toLowerCase() : '';
    if (/^[^\ue000-\uffff]+$/.test(folded)) put(unit, folded);
    else table[unit] = Separator.other;
  }
  for (const [letter, folded] of Object.entries(LISTED)) put(letter.charCodeAt(0), folded);
  for (let unit = 0xd800; unit < 0xe000; unit++) table[unit] = SURROGATE;
  for (let unit = 0x1100; unit < 0x1200; unit++) table[unit] = JAMO;
  for (let unit = 0; unit < 0x80; unit++) {
    if (!/[A-Za-z0-9]/.test(String.fromCharCode(unit))) table[unit] = SEPARATOR + unit;
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    if (table[unit] === Separator.other) table[unit] = table[unit - 0xfee0]!;
  }
  const family = (members: string, value: number) => {
    for (const member of members) table[member.charCodeAt(0)] = value;
  };
  family(SPACES, Separator.space);
  family(NEWLINES, Separator.newline);
  family(DASHES, Separator.dash);
  family(APOSTROPHES, Separator.apostrophe);
  family(MIDDLE_DOTS, Separator.middleDot);
  family(NOTE_MARKS, Separator.other);
  table[BARRIER_UNIT] = Separator.barrier;
  table[1] = Separator.other;
  for (const [first, last] of IGNORED_RANGES) {
    for (let unit = first; unit <= last; unit++) table[unit] = IGNORED;
  }
  return { table, expansions };
}

function folding(): Folding {
  return (made ??= makeFolding());
}

/** The table of this module; built at the first call (a few ms), then shared. Not to be written to. */
export function foldTable(): Uint16Array {
  return folding().table;
}

/** What `foldAt` found: the folded units (empty for a sign or symbol) and how many units of text they took. */
export interface FoldedUnits {
  readonly folded: string;
  readonly length: number;
  readonly isWord: boolean;
}

const astral = new Map<number, FoldedUnits>();

/**
 * Folds at a unit for which the table gives `EXPANSION` or more: an expansion, a surrogate pair or a group of
 * conjoining jamo (Unicode 3.12, Hangul syllable composition).
 */
export function foldAt(units: ArrayLike<number>, at: number): FoldedUnits {
  const { table, expansions } = folding();
  const unit = units[at]!;
  const value = table[unit]!;
  if (value < SURROGATE) return { folded: expansions[value - EXPANSION]!, length: 1, isWord: true };
  if (value === JAMO) {
    const lead = unit - 0x1100;
    const vowel = (units[at + 1] ?? 0) - 0x1161;
    if (!(lead >= 0 && lead < 19 && vowel >= 0 && vowel < 21)) {
      return { folded: String.fromCharCode(unit), length: 1, isWord: true };
    }
    const tail = (units[at + 2] ?? 0) - 0x11a7;
    const hasTail = tail > 0 && tail < 28;
    const syllable = 0xac00 + (lead * 21 + vowel) * 28 + (hasTail ? tail : 0);
    return { folded: String.fromCharCode(syllable), length: hasTail ? 3 : 2, isWord: true };
  }
  const low = units[at + 1] ?? 0;
  if (unit >= 0xdc00 || !(low >= 0xdc00 && low <= 0xdfff)) return { folded: '', length: 1, isWord: false };
  const point = (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  let found = astral.get(point);
  if (!found) {
    const sign = String.fromCodePoint(point);
    const isWord = /[\p{L}\p{N}]/u.test(sign);
    const folded = isWord ? sign.normalize('NFKD').replace(MARKS, '').toLowerCase() : '';
    found = { folded, length: 2, isWord };
    if (astral.size < 4096) astral.set(point, found);
  }
  return found;
}

/** Kana with a combining voice mark behind it is one letter; 0 where it is not. */
export function voiced(kana: number, mark: number): number {
  if (mark !== 0x3099 && mark !== 0x309a) return 0;
  const whole = String.fromCharCode(kana, mark).normalize('NFC');
  return whole.length === 1 ? whole.charCodeAt(0) : 0;
}

/**
 * Folds a text for comparison: words in lower case without accents; apostrophes, dashes and middle dots as their
 * plain ASCII forms (`·` for dots); a run of white space as one space; what cannot be seen left out. Other signs
 * stay. The result has no fixed relation to offsets in `text`; the scanner keeps offsets itself.
 */
export function fold(text: string): string {
  const { table } = folding();
  let result = '';
  let space = false;
  const units = { length: text.length } as { length: number } & Record<number, number>;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const value = table[unit]!;
    if (value === IGNORED) continue;
    if (value === Separator.space || value === Separator.newline) {
      space = true;
      continue;
    }
    if (space) result += ' ';
    space = false;
    if (value < SEPARATOR) {
      const whole = isChineseOrJapanese(value) ? voiced(value, text.charCodeAt(at + 1)) : 0;
      result += String.fromCharCode(whole || value);
      if (whole) at++;
    } else if (value >= EXPANSION) {
      for (let ahead = at; ahead < at + 3; ahead++) units[ahead] = text.charCodeAt(ahead);
      const { folded, length, isWord } = foldAt(units, at);
      result += isWord ? folded : text.slice(at, at + length);
      at += length - 1;
    } else if (value === Separator.apostrophe) result += "'";
    else if (value === Separator.dash) result += '-';
    else if (value === Separator.middleDot) result += '·';
    else result += value < 0xe080 ? String.fromCharCode(value - SEPARATOR) : text.charAt(at);
  }
  return result + (space ? ' ' : '');
}
