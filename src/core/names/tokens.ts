import { EXPANSION, foldAt, foldTable, IGNORED, JAMO, SEPARATOR, voiced } from '../text/fold';
import { isChineseOrJapanese, isKatakana, isSingleSign } from '../text/words';

/** Units from here on may be signs without spaces between them. */
const FIRST_SIGN = 0x2e80;

/**
 * The words of a text with two 32-bit hashes each, in parallel arrays that are reused from block to block.
 * A word is a run of letters and figures; a Han sign, a kana or a Hangul syllable is a word of its own, a run of
 * katakana one word. Offsets are UTF-16 code units in the text; what folding ignores belongs to a word only inside it.
 */
export class Tokens {
  count = 0;
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  h1 = new Int32Array(1024);
  /** Not mixed yet (see `mix`): few words need it, as most are known by the first hash to begin no form. */
  h2 = new Int32Array(1024);

  clear(): void {
    this.count = 0;
  }

  /** Makes room for `more` words. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.start.length) return;
    const size = Math.max(needed, this.start.length * 2);
    const grown = (old: Int32Array) => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.start = grown(this.start);
    this.end = grown(this.end);
    this.h1 = grown(this.h1);
    this.h2 = grown(this.h2);
  }
}

/** The units of a text in a buffer that is reused, so that lexers can cover parts of it and the scanner can run over it. */
export class Units {
  data = new Uint16Array(4096);
  length = 0;

  /** Makes room for `length` units. */
  reserve(length: number): void {
    if (this.data.length < length + 4) {
      this.data = new Uint16Array(Math.max(length + 4, this.data.length * 2));
    }
    this.length = length;
  }

  /** Takes `text` between two offsets; a zero unit behind the last one ends every word. */
  load(text: string, from = 0, to = text.length): void {
    const length = to - from;
    this.reserve(length);
    copyUnits(text, from, this.data, length);
    this.data.fill(0, length, length + 4);
  }

  toString(): string {
    return unitsToString(this.data, this.length);
  }
}

function unitsToString(data: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 8192) {
    text += String.fromCharCode(...data.subarray(at, Math.min(length, at + 8192)));
  }
  return text;
}

function copyUnits(text: string, from: number, data: Uint16Array, length: number): void {
  // In blocks: one long first call would run in the slow tiers of the engine from end to end.
  for (let block = 0; block < length; block += 8192) {
    copyBlock(text, from, data, block, Math.min(length, block + 8192));
  }
}

function copyBlock(text: string, from: number, data: Uint16Array, first: number, last: number): void {
  for (let at = first; at < last; at++) data[at] = text.charCodeAt(from + at);
}

/**
 * Does what `Units.load` and `tokenise` do, in one loop, for text that no lexer has to cover. `units` must have been
 * prepared by `Units.reserve`. Takes the words that begin between `from` and `to` (counted from `offset` in `text`) and
 * returns where it stopped.
 */
export function tokeniseText(
  text: string,
  offset: number,
  units: Units,
  from: number,
  to: number,
  tokens: Tokens,
  seed1: number,
  seed2: number,
): number {
  const table = foldTable();
  const { data } = units;
  tokens.reserve(to - from + 1);
  const { start, end, h1: hashes1, h2: hashes2 } = tokens;
  const { length } = units;
  let count = tokens.count;
  let at = from;
  while (at < to) {
    let unit = text.charCodeAt(offset + at);
    let value = table[unit]!;
    data[at] = unit;
    if (value >= SEPARATOR && value < EXPANSION) {
      at++;
      continue;
    }
    const first = at;
    let h1 = seed1;
    let h2 = seed2;
    while ((value - 1) >>> 0 < FIRST_SIGN - 1) {
      h1 = Math.imul(h1 ^ value, K1);
      h2 = Math.imul(h2, K2) + value;
      at++;
      unit = at < length ? text.charCodeAt(offset + at) : 0;
      value = table[unit]!;
      data[at] = unit;
    }
    if (value < SEPARATOR || value >= EXPANSION) {
      // Not only plain letters: leave the rest of the block to the general loop.
      tokens.count = count;
      let rest = to;
      while (rest < length && !isSeparator(table[text.charCodeAt(offset + rest)]!)) rest++;
      copyBlock(text, offset, data, first, rest);
      data.fill(0, rest, rest + 4);
      return tokenise(data, first, to, tokens, seed1, seed2);
    }
    start[count] = first;
    end[count] = at;
    hashes1[count] = mix(h1);
    hashes2[count++] = h2;
  }
  tokens.count = count;
  return at;
}

function isSeparator(value: number): boolean {
  return value >= SEPARATOR && value < EXPANSION;
}

/** Mixes the bits of a hash so that each depends on all (the finaliser of MurmurHash3, public domain). */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The hash of a name's first words and one more. */
export function extend(prefix: number, word: number): number {
  return Math.imul(prefix ^ (prefix >>> 15), 0x2c1b3c6d) ^ Math.imul(word ^ (word >>> 13), 0x297a2d39);
}

const K1 = 0x9e3779b1;
const K2 = 0x01000193;

/**
 * Appends the words of `data` between two offsets to `tokens`. `data` must hold a separator (or zero) at `to`.
 * A word that runs on beyond `to` is taken whole. Returns the offset behind the last unit read.
 */
export function tokenise(
  data: Uint16Array,
  from: number,
  to: number,
  tokens: Tokens,
  seed1: number,
  seed2: number,
): number {
  const table = foldTable();
  tokens.reserve(to - from + 1);
  const { start, end, h1: hashes1, h2: hashes2 } = tokens;
  let count = tokens.count;
  let at = from;
  while (at < to) {
    let value = table[data[at]!]!;
    if ((value >= SEPARATOR && value < EXPANSION) || value === IGNORED) {
      at++;
      continue;
    }
    let h1 = seed1;
    let h2 = seed2;
    const first = at;
    let last = at;
    if (value < FIRST_SIGN) {
      // The common case: letters that fold to one letter each.
      do {
        h1 = Math.imul(h1 ^ value, K1);
        h2 = Math.imul(h2, K2) + value;
        at++;
        value = table[data[at]!]!;
      } while ((value - 1) >>> 0 < FIRST_SIGN - 1);
      last = at;
      if (value >= SEPARATOR && value < EXPANSION) {
        start[count] = first;
        end[count] = last;
        hashes1[count] = mix(h1);
        hashes2[count++] = h2;
        continue;
      }
    }
    // Everything else, one unit at a time.
    const script =
      value < FIRST_SIGN || value >= EXPANSION ? 0 : isSingleSign(value) ? 1 : isKatakana(value) ? 2 : 0;
    let kind = last > first ? 0 : script;
    for (;;) {
      value = table[data[at]!]!;
      if (value === IGNORED) {
        // A combining accent belongs to its letter, also at the end of a word.
        if (last > first && data[at]! >= 0x300 && data[at]! < 0x370) last = at + 1;
        at++;
        continue;
      }
      if (value >= SEPARATOR && value < EXPANSION) break;
      if (value >= EXPANSION) {
        const { folded, length, isWord } = foldAt(data, at);
        const isSyllable = value === JAMO && isSingleSign(folded.charCodeAt(0));
        if (!isWord) {
          if (last === first) at += length;
          break;
        }
        if (last > first && (isSyllable || kind !== 0)) break;
        kind = isSyllable ? 1 : 0;
        for (let unit = 0; unit < folded.length; unit++) {
          h1 = Math.imul(h1 ^ folded.charCodeAt(unit), K1);
          h2 = Math.imul(h2, K2) + folded.charCodeAt(unit);
        }
        at += length;
        last = at;
        if (isSyllable) break;
        continue;
      }
      const is = value < FIRST_SIGN ? 0 : isSingleSign(value) ? 1 : isKatakana(value) ? 2 : 0;
      if (is !== kind || (kind === 1 && last > first)) {
        if (last > first) break;
        kind = is;
      }
      const whole = is !== 0 && isChineseOrJapanese(value) ? voiced(value, data[at + 1] ?? 0) : 0;
      h1 = Math.imul(h1 ^ (whole || value), K1);
      h2 = Math.imul(h2, K2) + (whole || value);
      at += whole ? 2 : 1;
      last = at;
    }
    if (last > first) {
      start[count] = first;
      end[count] = last;
      hashes1[count] = mix(h1);
      hashes2[count++] = h2;
    }
  }
  tokens.count = count;
  return at;
}

/** The folded letters of one word of `data`. */
export function foldWord(data: ArrayLike<number>, from: number, to: number): string {
  const table = foldTable();
  let folded = '';
  for (let at = from; at < to; at++) {
    const value = table[data[at]!]!;
    if (value === IGNORED) continue;
    if (value < SEPARATOR) {
      const whole = isChineseOrJapanese(value) ? voiced(value, data[at + 1] ?? 0) : 0;
      folded += String.fromCharCode(whole || value);
      if (whole) at++;
    } else if (value >= EXPANSION) {
      const part = foldAt(data, at);
      folded += part.folded;
      at += part.length - 1;
    }
  }
  return folded;
}
