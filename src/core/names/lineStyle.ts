import { Gap, LetterCase, type Passage } from './passage';
import { WordClass } from './rules/lexicon';

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

/** How the lines of a passage are written; the one asked for last is kept, as names stand beside names. */
export class LineStyles {
  private from = 0;
  private to = -1;
  private style: number = LineStyle.normal;

  clear(): void {
    this.to = -1;
  }

  /** How the line around a word is written. */
  styleAt(passage: Passage, word: number): number {
    const at = passage.tokens.start[word]!;
    if (at < this.from || at >= this.to) this.measure(passage, word);
    return this.style;
  }

  private measure(passage: Passage, word: number): void {
    const { tokens } = passage;
    let first = word;
    let last = word;
    // A line, or where lines are long some 24 words on both sides.
    while (first > 0 && word - first < 24 && !passage.breaksLine(first)) first--;
    while (last + 1 < tokens.count && last - word < 24 && !passage.breaksLine(last + 1)) last++;
    let cased = 0;
    let capitals = 0;
    let uppers = 0;
    let longs = 0;
    let longCapitals = 0;
    const speaker = speakerOf(passage, first, last);
    for (let at = speaker < 0 ? first : speaker + 1; at <= last; at++) {
      const start = tokens.start[at]!;
      const length = tokens.end[at]! - start;
      const letters = passage.caseOf(at);
      if (letters === LetterCase.none) continue;
      cased++;
      if (letters !== LetterCase.lower) capitals++;
      if (letters === LetterCase.upper || (length === 1 && letters === LetterCase.title)) uppers++;
      if (length < 4) continue;
      longs++;
      if (letters !== LetterCase.lower) longCapitals++;
    }
    this.from = tokens.start[first]!;
    this.to = tokens.end[last]!;
    if (cased > 1 && uppers === cased && cased * 2 > last - first) this.style = LineStyle.upper;
    else if (capitals === 0) this.style = isWrapped(passage, first) ? LineStyle.normal : LineStyle.lower;
    else if (longs >= 3 && longCapitals * 4 >= longs * 3) {
      // Between the texts of a program stands what is covered, so that a line of it is no heading.
      const isText =
        passage.isCode ||
        last - first >= HEADLINE ||
        goesOn(passage, first, last) ||
        holdsSentences(passage, first, last);
      this.style = isText ? LineStyle.normal : LineStyle.titled;
    } else {
      this.style =
        longCapitals * 5 >= longs && isGerman(passage, first, last) ? LineStyle.titled : LineStyle.normal;
    }
  }
}

/** *19:08 Priya: …*: the last word of who speaks, in a line of a chat that begins with the time; -1 where it is none. */
function speakerOf(passage: Passage, first: number, last: number): number {
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  const unit = data[start[first]!]!;
  if (unit < 0x30 || unit > 0x39) return -1;
  for (let word = first + 2; word < last && word - first < 6; word++) {
    if (data[end[word]!] === 0x3a && data[end[word]! + 1] === 0x20) return word;
  }
  return -1;
}

/** Whether a line goes on with what a long line that has capitals left unfinished. */
function isWrapped(passage: Passage, first: number): boolean {
  if (passage.gapBefore(first) !== Gap.newline || passage.sideBefore(first) !== Gap.space) return false;
  for (let word = first - 1; word >= 0 && first - word < 24; word--) {
    if (passage.isCapital(word)) return true;
    if (passage.breaksLine(word)) break;
  }
  return false;
}

/** Whether a line of many capitals is a part of running text: it, or the next one, begins with a small letter. */
function goesOn(passage: Passage, first: number, last: number): boolean {
  const isWrap = (word: number) =>
    passage.gapBefore(word) === Gap.newline && passage.caseOf(word) === LetterCase.lower;
  return isWrap(first) || isWrap(last + 1);
}

/** Whether sentences, the items of a list or the cells of a table end in a line: one of a few names with capitals is no heading. */
function holdsSentences(passage: Passage, first: number, last: number): boolean {
  const { data, length } = passage.units;
  const { start, end } = passage.tokens;
  let cells = 0;
  for (let word = first; word <= last; word++) {
    const to = word + 1 < passage.tokens.count ? start[word + 1]! : length;
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

function isGerman(passage: Passage, first: number, last: number): boolean {
  let german = 0;
  for (let at = first; at <= last; at++) {
    if ((passage.classOf(at) & WordClass.german) === 0) continue;
    // *Ursula von der Leyen* alone is no German.
    if (
      (passage.classOf(at) &
        (passage.classOf(at - 1) | passage.classOf(at + 1)) &
        WordClass.surnameParticle) !==
      0
    ) {
      continue;
    }
    german++;
  }
  return german >= 2 && german * 6 > last - first;
}

/** Whether a sign behind a comma is neither white space nor a figure: then it parts the cells of a table. */
function isCellEnd(unit: number): boolean {
  return unit !== 0x20 && unit !== 10 && unit !== 13 && !(unit >= 0x30 && unit <= 0x39);
}
