/**
 * What folding is, from Unicode's own data; `fold.ts` says what the values of the table mean. Not part of the bundles:
 * they take the table ready made from `foldData.ts`, and a test holds the two together.
 */

import { BARRIER_UNIT, EXPANSION, IGNORED, JAMO, SEPARATOR, Separator, SURROGATE } from './fold';

const MARKS = /\p{M}+/gu;

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
  "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u2018\u2019\u201b\u2032\u2035\u275b\u275c\u0374\ua78b\ua78c\uff07";
const MIDDLE_DOTS = '\u00b7\u0387\u2022\u2027\u22c5\u30fb\uff65';
/** Raised figures are note marks beside a word, never a part of it. */
const NOTE_MARKS =
  '\u00b2\u00b3\u00b9\u2070\u2071\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089';

const WORD_UNITS = /[\p{L}\p{N}\p{M}]+/gu;

/** Reads the listed letters of a decomposed text as their plain ones: `ǽ` is `æ` with an accent, hence `ae`. */
const withListed = (text: string): string => Array.from(text, (letter) => LISTED[letter] ?? letter).join('');

/** A folding table with what its expansions stand for. */
export interface Folding {
  readonly table: Uint16Array;
  readonly expansions: readonly string[];
}

/** Makes the table from the Unicode data of the JavaScript engine (tens of ms); `foldData.ts` holds it ready made. */
export function makeFolding(): Folding {
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
      put(unit, folded === '' ? letter : withListed(folded));
    }
  }
  // Compatibility forms (full width, ligatures, presentation forms) stand above the words' part of the table.
  for (let unit = SEPARATOR; unit < 0x10000; unit++) {
    const letter = String.fromCharCode(unit);
    const isWord = unit >= 0xf900 && unit !== 0xfffe && unit !== 0xffff && /[\p{L}\p{N}]/u.test(letter);
    // An Arabic vowel sign stands on a tatweel, which is left out as everywhere.
    const bare = isWord ? letter.normalize('NFKC').replace(MARKS, '') : '';
    const folded = withListed(bare.replaceAll('\u0640', '').toLowerCase());
    if (bare !== '' && folded === '') table[unit] = IGNORED;
    else if (/^[^\ue000-\uffff]+$/.test(folded)) put(unit, folded);
    else table[unit] = Separator.other;
  }
  for (const [letter, folded] of Object.entries(LISTED)) put(letter.charCodeAt(0), folded);
  for (let unit = 0xd800; unit < 0xe000; unit++) table[unit] = SURROGATE;
  for (let unit = 0x1100; unit < 0x1200; unit++) table[unit] = JAMO;
  for (let unit = 0; unit < 0x80; unit++) {
    if (!/[A-Za-z0-9]/.test(String.fromCharCode(unit))) table[unit] = SEPARATOR + unit;
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
  // After the families, so that a full-width sign is read as the plain one is.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    if (table[unit] === Separator.other) table[unit] = table[unit - 0xfee0]!;
  }
  table[BARRIER_UNIT] = Separator.barrier;
  table[1] = Separator.other;
  for (const [first, last] of IGNORED_RANGES) {
    for (let unit = first; unit <= last; unit++) table[unit] = IGNORED;
  }
  return { table, expansions };
}

/**
 * Writes a table as runs, for `unpackTable`: each is a count, `=` or `+`, and what all units of the run fold to, or
 * what is added to each; numbers in base 36, runs separated by `;`.
 */
export function packTable(table: Uint16Array): string {
  const runs: string[] = [];
  for (let at = 0; at < table.length;) {
    let same = 1;
    while (at + same < table.length && table[at + same] === table[at]) same++;
    let shifted = 1;
    const shift = table[at]! - at;
    while (at + shifted < table.length && table[at + shifted]! - (at + shifted) === shift) shifted++;
    const count = Math.max(same, shifted);
    runs.push(
      `${count.toString(36)}${same >= shifted ? `=${table[at]!.toString(36)}` : `+${shift.toString(36)}`}`,
    );
    at += count;
  }
  return runs.join(';');
}
