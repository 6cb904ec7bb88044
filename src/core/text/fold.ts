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

import { FOLD_EXPANSIONS, FOLD_RUNS } from './foldData';
import type { Folding } from './foldRules';
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

let made: Folding | undefined;

function folding(): Folding {
  return (made ??= { table: unpackTable(FOLD_RUNS), expansions: FOLD_EXPANSIONS });
}

/** Reads a table of 65,536 entries from its runs; see `packTable`. */
function unpackTable(runs: string): Uint16Array {
  const table = new Uint16Array(0x10000);
  let unit = 0;
  for (const run of runs.split(';')) {
    const sign = run.search(/[=+]/);
    const end = unit + parseInt(run.slice(0, sign), 36);
    const value = parseInt(run.slice(sign + 1), 36);
    if (run[sign] === '=') table.fill(value, unit, end);
    else for (let at = unit; at < end; at++) table[at] = at + value;
    unit = end;
  }
  return table;
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
    // What decomposes is read as the plain letters that it decomposes to.
    const plain = sign.normalize('NFKD');
    const folded = !isWord ? '' : plain === sign ? sign.toLowerCase() : fold(plain);
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
