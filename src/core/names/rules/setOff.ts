import { IGNORED_UNIT } from '../../text/fold';
import { FormFlag } from '../forms';
import { Gap, isOneLetter, LetterCase, type Passage } from '../passage';
import { isStateOrgan } from './longerNames';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/** What closes a title, by what opens it; emphasis is covered by the same sign on both sides. */
const CLOSING: Readonly<Record<number, number>> = {
  [IGNORED_UNIT]: IGNORED_UNIT,
  0x22: 0x22,
  0x27: 0x27,
  0x2a: 0x2a,
  0x5f: 0x5f,
  0x201c: 0x201d,
  0x2018: 0x2019,
};

/** No word of a title that begins with a country: offices, days, and small words. */
const NOT_IN_TITLE = WordClass.function | WordClass.title | WordClass.date;

/**
 * Titles and ships that emphasis or quotation marks set off, all of them with capitals: *France Asie* the review,
 * “French Cancan” the film, “the *Estonia*” the ferry.
 */
export function isSetOff(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  if (start[first] === 0 || (flags & (FormFlag.place | FormFlag.demonym)) === 0) return false;
  const closing = CLOSING[data[start[first]! - 1]!];
  if (closing === undefined || passage.caseOf(first) !== LetterCase.title) return false;
  if (data[end[last]!] === closing) {
    const isMarked = closing === IGNORED_UNIT || closing === 0x2a || closing === 0x5f;
    return isMarked && first === last && isShip(passage, flags, first);
  }
  let word = last;
  while (word - last < 3 && isTitleWord(passage, hit, word + 1)) word++;
  return word > last && data[end[word]!] === closing;
}

function isTitleWord(passage: Passage, hit: number, word: number): boolean {
  return (
    passage.gapBefore(word) === Gap.space &&
    passage.caseOf(word) === LetterCase.title &&
    (passage.classOf(word) & NOT_IN_TITLE) === 0 &&
    !isStateOrgan(passage, word) &&
    !passage.nameBeginsAt(word, hit)
  );
}

/** *The Estonia*: countries have no article, but for those in the plural. */
function isShip(passage: Passage, flags: number, first: number): boolean {
  if ((flags & (FormFlag.acronym | FormFlag.demonym)) !== 0 || wordText(passage, first).endsWith('s')) {
    return false;
  }
  // A space and the mark.
  const at = passage.tokens.start[first]!;
  if (first === 0 || passage.tokens.end[first - 1]! !== at - 2) return false;
  return passage.units.data[at - 2] === 0x20 && wordText(passage, first - 1) === 'the';
}

/** *Washington, Booker T.*, *France, Anatole. 1914*: the family name comes first, as in lists of works. */
export function isInverted(passage: Passage, word: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (data[end[word]!] !== 0x2c || word + 1 >= count || passage.gapBefore(word + 1) !== Gap.comma) {
    return false;
  }
  if (passage.caseOf(word + 1) !== LetterCase.title) return false;
  const next = word + 2;
  const isInitial =
    next < count &&
    passage.gapBefore(next) === Gap.space &&
    isOneLetter(passage, next) &&
    passage.isCapital(next) &&
    data[end[next]!] === 0x2e;
  if (isInitial) return (passage.classOf(word + 1) & NOT_IN_TITLE) === 0;
  if ((passage.classOf(word + 1) & WordClass.given) === 0 || !passage.beginsSentence(word)) return false;
  // *France, Anatole (1914)*, *France, Anatole. 1914*.
  const behind = end[word + 1]!;
  if (next >= count) return false;
  const isYear = data[start[next]!]! >= 0x30 && data[start[next]!]! <= 0x39;
  return isYear && (data[behind] === 0x2e || (data[behind] === 0x20 && data[behind + 1] === 0x28));
}
