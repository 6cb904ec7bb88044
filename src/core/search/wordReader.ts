import { EXPANSION, foldAt, foldTable, IGNORED, Separator, SEPARATOR, voiced } from '../text/fold';
import { isChineseOrJapanese, isSingleSign } from '../text/words';

/** Words longer than this are cut: nobody types them, and what is this long is mostly no word. */
const LONGEST = 48;

/**
 * Reads the words of a text one after the other, folded (see `fold.ts`). A word is a run of letters and digits; each Han
 * sign, hiragana and Hangul syllable is a word of its own, so that what is written without spaces, and what carries
 * particles, is found from any sign on as a phrase. `U.S.` is one word; the `s` of `Lang's` is none.
 */
export class WordReader {
  /** The folded units of the word that was read; `length` of them count. */
  readonly units = new Uint16Array(LONGEST);
  length = 0;
  /** Where the word stands in the text. */
  start = 0;
  end = 0;
  private text = '';
  private at = 0;
  private readonly table = foldTable();
  private readonly ahead = new Uint16Array(3);

  begin(text: string): void {
    this.text = text;
    this.at = 0;
    this.end = 0;
  }

  /** The word that was read, as a string. */
  get word(): string {
    // Faster than spreading: words are short.
    let word = '';
    for (let at = 0; at < this.length; at++) word += String.fromCharCode(this.units[at]!);
    return word;
  }

  /** Reads on to the next word; `false` where there is none. */
  next(): boolean {
    const { text, table } = this;
    this.length = 0;
    let at = this.at;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const value = table[unit]!;
      if (value === IGNORED) continue;
      if (value >= SEPARATOR && value < EXPANSION) {
        if (this.length > 0) break;
        continue;
      }
      if (value >= EXPANSION) {
        const taken = this.expand(at);
        if (taken === 0) continue;
        if (taken < 0) break;
        at += taken - 1;
        if (this.length > 0 && isSingleSign(this.units[0]!)) {
          at++;
          break;
        }
        continue;
      }
      if (isSingleSign(value)) {
        if (this.length > 0) break;
        const whole = isChineseOrJapanese(value) ? voiced(value, text.charCodeAt(at + 1)) : 0;
        this.start = at;
        this.push(whole || value);
        at += whole ? 2 : 1;
        break;
      }
      if (this.length === 0) this.start = at;
      this.push(value);
    }
    const before = this.end;
    this.at = at;
    this.end = at;
    if (this.length === 0) return false;
    if (this.length === 1 && this.isPossessive(before)) return this.next();
    if (this.length === 1) this.readAcronym();
    return true;
  }

  private push(unit: number): void {
    if (this.length < LONGEST) this.units[this.length++] = unit;
  }

  /** Folds what the table does not say; how many units it took, 0 for a sign, negative where another word begins. */
  private expand(at: number): number {
    for (let ahead = 0; ahead < 3; ahead++) this.ahead[ahead] = this.text.charCodeAt(at + ahead) || 0;
    const { folded, length, isWord } = foldAt(this.ahead, 0);
    if (!isWord) return this.length > 0 ? -1 : 0;
    const isSingle = isSingleSign(folded.charCodeAt(0));
    if (isSingle && this.length > 0) return -1;
    if (this.length === 0) this.start = at;
    for (let unit = 0; unit < folded.length; unit++) this.push(folded.charCodeAt(unit));
    return length;
  }

  private isPossessive(before: number): boolean {
    if (this.units[0] !== 0x73 || this.start === 0 || before !== this.start - 1) return false;
    return this.table[this.text.charCodeAt(this.start - 1)] === Separator.apostrophe;
  }

  /** `U.S.` and `D.P.R.K.`: letters that each have a point behind them. */
  private readAcronym(): void {
    const { text } = this;
    const isLetter = (at: number): boolean => /^[A-Za-z]$/.test(text.charAt(at));
    if (!isLetter(this.start)) return;
    while (
      text[this.at] === '.' &&
      isLetter(this.at + 1) &&
      !/[\p{L}\p{N}]/u.test(text.charAt(this.at + 2))
    ) {
      this.push(this.table[text.charCodeAt(this.at + 1)]!);
      this.at += 2;
      this.end = this.at;
    }
  }
}

/** A word of a text, folded, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

let shared: WordReader | undefined;

/** The words of a text as {@link WordReader} reads them. */
export function wordsOf(text: string): PlacedWord[] {
  const reader = (shared ??= new WordReader());
  const words: PlacedWord[] = [];
  reader.begin(text);
  while (reader.next()) words.push({ word: reader.word, start: reader.start, end: reader.end });
  return words;
}
