import { isHangul, hasFinalConsonant } from '../text/words';

/** Numbers of words from `from` to before `to`; words are numbered in their order. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** The sorted words of an index. */
export class Dictionary {
  readonly count: number;

  constructor(
    readonly units: Uint16Array,
    readonly offsets: Uint32Array,
  ) {
    this.count = offsets.length - 1;
  }

  at(number: number): string {
    return String.fromCharCode(...this.units.subarray(this.offsets[number], this.offsets[number + 1]));
  }

  length(number: number): number {
    return this.offsets[number + 1]! - this.offsets[number]!;
  }

  /** The number of the word; -1 where it is not there. */
  find(word: string): number {
    const number = this.lowerBound(word);
    return number < this.count && this.length(number) === word.length && this.compare(number, word) === 0
      ? number
      : -1;
  }

  /** The word as a range; an empty one where it is not there. */
  exactly(word: string): TermRange {
    const number = this.find(word);
    return number < 0 ? { from: 0, to: 0 } : { from: number, to: number + 1 };
  }

  /** All words that begin so. */
  withPrefix(prefix: string): TermRange {
    const from = this.lowerBound(prefix);
    let low = from;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(middle, prefix) === 0) low = middle + 1;
      else high = middle;
    }
    return { from, to: low };
  }

  /**
   * What a Hangul syllable may become while it is being typed: without a final consonant, one may follow (Unicode 3.12:
   * its 27 tails follow a syllable).
   */
  withTails(syllable: string): TermRange {
    const unit = syllable.charCodeAt(0);
    if (syllable.length !== 1 || !isHangul(unit) || hasFinalConsonant(unit)) return this.withPrefix(syllable);
    return { from: this.lowerBound(syllable), to: this.lowerBound(String.fromCharCode(unit + 28)) };
  }

  private lowerBound(word: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(middle, word)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(number: number, word: string): boolean {
    const difference = this.compare(number, word);
    return difference < 0 || (difference === 0 && this.length(number) < word.length);
  }

  /** Compares the word with this number to a text, as far as both go. */
  private compare(number: number, text: string): number {
    const start = this.offsets[number]!;
    const length = Math.min(this.offsets[number + 1]! - start, text.length);
    for (let at = 0; at < length; at++) {
      const difference = this.units[start + at]! - text.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return text.length > length ? -1 : 0;
  }
}
