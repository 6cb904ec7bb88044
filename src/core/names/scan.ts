import { EXPANSION, fold, foldTable, IGNORED, SEPARATOR } from '../text/fold';
import { isHangul } from '../text/words';
import { ENDS_FORM, FORM_BITS, HAS_MORE, HAS_TWIN, slotOf, WIDE, type NameIndex } from './nameIndex';
import { extend, foldWord, mix, tokenise, tokeniseText, type Tokens, type Units } from './tokens';

/** Characters in one step of the scan: small enough for the caches, and a step is a call of its own (see `scan`). */
const BLOCK = 8192;

/** What a scan found: every occurrence of every form, by first word and then by length, in parallel arrays. */
export class Hits {
  count = 0;
  /** Number of the first word of the hit. */
  first = new Int32Array(256);
  /** Number of the last word. */
  last = new Int32Array(256);
  form = new Int32Array(256);

  add(first: number, last: number, form: number): void {
    if (this.count === this.first.length) this.grow();
    this.first[this.count] = first;
    this.last[this.count] = last;
    this.form[this.count++] = form;
  }

  private grow(): void {
    const grown = (old: Int32Array) => {
      const array = new Int32Array(old.length * 2);
      array.set(old);
      return array;
    };
    this.first = grown(this.first);
    this.last = grown(this.last);
    this.form = grown(this.form);
  }
}

/**
 * Finds every occurrence of every form of the index in `units`: whole words, folded, the signs between the words as
 * in the form (see `gapAgrees`). `tokens` and `hits` are emptied first and hold the words and hits of all of `units`
 * after the call. Nothing is left out: shorter names inside longer ones are hits as well, and so is each of several
 * equal forms.
 *
 * The scan runs in blocks, each a call of a small function, because an engine that has to replace a running loop by
 * its optimised version time and again is slow over a long first text.
 */
export function scan(index: NameIndex, units: Units, tokens: Tokens, hits: Hits): void {
  scanBlocks(index, undefined, units, tokens, hits);
}

/**
 * Like `scan`, for the part of a text between two offsets of which nothing is covered; loads it into `units` on the
 * way. Offsets in `tokens` count from `from`.
 */
export function scanText(
  index: NameIndex,
  text: string,
  units: Units,
  tokens: Tokens,
  hits: Hits,
  from = 0,
  to = text.length,
): void {
  const length = to - from;
  units.reserve(length);
  scanBlocks(index, text, units, tokens, hits, from);
  units.data.fill(0, length, length + 4);
}

function scanBlocks(
  index: NameIndex,
  text: string | undefined,
  units: Units,
  tokens: Tokens,
  hits: Hits,
  offset = 0,
): void {
  tokens.clear();
  hits.count = 0;
  let at = 0;
  let probed = 0;
  const { seed1, seed2 } = index;
  while (at < units.length) {
    const to = Math.min(units.length, at + BLOCK);
    if (text === undefined) at = tokenise(units.data, at, to, tokens, seed1, seed2);
    else at = tokeniseText(text, offset, units, at, to, tokens, seed1, seed2);
    const ready = at >= units.length ? tokens.count : tokens.count - index.longest;
    if (ready > probed) {
      probe(index, units.data, tokens, hits, probed, ready);
      probed = ready;
    }
  }
}

/** Looks up the words from `from` to `to` as beginnings of forms. */
function probe(
  index: NameIndex,
  data: Uint16Array,
  tokens: Tokens,
  hits: Hits,
  from: number,
  to: number,
): void {
  const { first } = index;
  const { h1 } = tokens;
  const mask = first.length - 1;
  for (let word = from; word < to; word++) {
    const hash = h1[word]!;
    if (((first[(hash >>> 5) & mask]! >>> (hash & 31)) & 1) !== 0) follow(index, data, tokens, hits, word);
  }
}

/** Follows the forms that begin with a word, prefix by prefix. */
function follow(index: NameIndex, data: Uint16Array, tokens: Tokens, hits: Hits, word: number): void {
  const { table, slots, further } = index;
  const mask = further.length - 1;
  let p1 = tokens.h1[word]!;
  let p2 = mix(tokens.h2[word]!);
  for (let last = word; ;) {
    let slot = slotOf(p2, slots) * 2;
    let hasMore = false;
    for (;;) {
      const value = table[slot + 1]!;
      if (value === 0) break;
      if (table[slot] === p1 >>> 0) {
        if ((value & HAS_MORE) !== 0) hasMore = true;
        if ((value & ENDS_FORM) !== 0 && verify(index, value & FORM_BITS, data, tokens, word, last)) {
          hits.add(word, last, value & FORM_BITS);
        }
        if ((value & HAS_TWIN) === 0) break;
      }
      slot += 2;
      if (slot === slots * 2) slot = 0;
    }
    if (!hasMore || ++last >= tokens.count) return;
    p1 = extend(p1, tokens.h1[last]!);
    if (((further[(p1 >>> 5) & mask]! >>> (p1 & 31)) & 1) === 0) return;
    p2 = extend(p2, mix(tokens.h2[last]!));
  }
}

/** Whether the words `first` to `last` really are the form, letter by letter and sign by sign. */
function verify(
  index: NameIndex,
  form: number,
  data: Uint16Array,
  tokens: Tokens,
  first: number,
  last: number,
): boolean {
  const offset = index.offsets[form]!;
  return (offset & WIDE) === 0
    ? verifyIn(index.narrow, offset, data, tokens, first, last)
    : verifyIn(index.wide, offset & ~WIDE, data, tokens, first, last);
}

function verifyIn(
  pool: Uint8Array | Uint16Array,
  offset: number,
  data: Uint16Array,
  tokens: Tokens,
  first: number,
  last: number,
): boolean {
  const table = foldTable();
  let at = offset;
  for (let word = first; word <= last; word++) {
    const start = tokens.start[word]!;
    const end = tokens.end[word]!;
    if (word > first) {
      const gap = tokens.end[word - 1]!;
      const isSign = pool[at] !== 0 && table[pool[at]!]! >= SEPARATOR && table[pool[at]!]! < EXPANSION;
      if (start - gap === 1 && data[gap] === 0x20 && pool[at] === 0x20) at++;
      else if (start !== gap || isSign) {
        let next = at;
        while (pool[next] !== 0 && table[pool[next]!]! >= SEPARATOR && table[pool[next]!]! < EXPANSION) {
          next++;
        }
        const inForm = poolText(pool, at, next);
        if (
          !gapAgrees(data, gap, start, inForm) &&
          !koreanGapAgrees(data, gap, start, inForm, last - first)
        ) {
          return false;
        }
        at = next;
      }
    }
    for (let unit = start; unit < end; unit++) {
      const value = table[data[unit]!]!;
      if (value === IGNORED) continue;
      if (value === pool[at] && value < SEPARATOR && (value < 0x3000 || value >= 0x3400)) at++;
      else {
        // A letter that folds to several: compare the rest of the word as a string.
        const rest = foldWord(data, unit, end);
        for (let letter = 0; letter < rest.length; letter++) {
          if (pool[at++] !== rest.charCodeAt(letter)) return false;
        }
        break;
      }
    }
  }
  return pool[at] === 0;
}

function poolText(pool: Uint8Array | Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(pool[at]!);
  return text;
}

const NEWLINE = /[\n\u2028\u2029]/g;

/**
 * Whether the signs between two words of a text stand for those between the same words of a form (folded):
 * the same after folding; a space for a hyphen or a middle dot and the other way round (*North-Korean*, *Ile de
 * France*); spaces around a dash or not; with or without a point after an abbreviation (*St. Denis*); a space between Korean syllables left out.
 * White space may hold one line break, not two: a blank line ends a paragraph.
 */
export function gapAgrees(data: ArrayLike<number>, from: number, to: number, inForm: string): boolean {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(data[at]!);
  if ((text.match(NEWLINE)?.length ?? 0) > 1) return false;
  const inText = fold(text);
  // Some set spaces around the dash of *France–North Korea relations*.
  return inText === inForm || plainGap(inText) === plainGap(inForm) || (inForm === '-' && inText === ' - ');
}

/**
 * Korean leaves spaces between the parts of a name out at will, and sets them in long names at will: *조선 민주주의
 * 인민 공화국*. A short name with a space in it (*한 국*) is another word.
 */
function koreanGapAgrees(data: Uint16Array, from: number, to: number, inForm: string, gaps: number): boolean {
  if (!isKorean(data[from - 1]!) || !isKorean(data[to]!)) return false;
  if (from === to) return inForm === ' ';
  return gaps >= 4 && inForm === '' && gapAgrees(data, from, to, ' ');
}

/** A Hangul syllable, or a jamo of one that is written in parts (Unicode 3.12). */
function isKorean(unit: number): boolean {
  return isHangul(unit) || (unit >= 0x1100 && unit < 0x1200);
}

/** One sign for the gaps that read alike. */
function plainGap(gap: string): string {
  switch (gap) {
    case '-':
    case '--':
    case '---':
    case '·':
    case '. ':
      return ' ';
    default:
      return gap;
  }
}
