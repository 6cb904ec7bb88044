import { isDigit } from '../../text/words';
import { Gap, LetterCase, type Passage } from '../passage';
import { wordText } from './wordText';

/** How many words on both sides are looked through for the other figure of a score. */
const NEAR = 4;

/** Behind a figure that counts, or measures: *France 3 years ago*. */
const COUNTED =
  /^(?:years?|months?|weeks?|days?|hours?|times|people|persons|percent|per|million|billion|thousand|hundred|of|out|ans?|mois|jours|fois|millions?|milliards?|points?|goals?|buts?)$/;
/** Before a country in which so many do something: *in France 3 readers …*. */
const WITHIN = /^(?:in|en|across|within|throughout|dans)$/;

/**
 * The channels of French television: *France 24*; *France 2*, *France 3* where the figure is neither a score (*France
 * 3–1*, *France 3, Cuba 1*) nor counts something (*in France 3 people*, *France 2 years ago*).
 */
export function isChannel(passage: Passage, first: number, behind: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (first !== behind - 1 || !isDigit(data[start[behind]!]!)) return false;
  if (start[behind]! - end[first]! !== 1) return false;
  if (wordText(passage, first) !== 'france') return false;
  const figure = wordText(passage, behind);
  if (figure === '24') return true;
  if (!/^[2345]$/.test(figure)) return false;
  const sign = data[end[behind]!] ?? 0x20;
  // *France 2-1*, *France 3:0*, *France 2,5 %*.
  if (behind + 1 < count && sign !== 0x20 && isDigit(data[end[behind]! + 1] ?? 0)) return false;
  // *France 4 %*, *France 3-Cuba*, *(France 3)*.
  if (/[-%°–]/.test(String.fromCharCode(sign)) || data[start[first]! - 1] === 0x28) return false;
  if (isFigureNear(passage, behind + 1, 1) || isFigureNear(passage, first - 1, -1)) return false;
  // *France 3* alone in its line is an entry of a table or a list.
  if (passage.sideBefore(behind + 1) !== Gap.space) return !passage.breaksLine(first);
  if (passage.caseOf(behind + 1) !== LetterCase.lower) return true;
  return !COUNTED.test(wordText(passage, behind + 1)) && !WITHIN.test(wordText(passage, first - 1));
}

/** Whether a small figure stands near by in the same line, behind a word with a capital. */
function isFigureNear(passage: Passage, from: number, step: 1 | -1): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  for (let word = from; Math.abs(word - from) < NEAR && word >= 0 && word < count; word += step) {
    if (passage.breaksLine(step > 0 ? word : word + 1)) return false;
    if (end[word]! - start[word]! > 2 || !isDigit(data[start[word]!]!)) continue;
    return passage.isCapital(word - 1) && wordText(passage, word - 1) !== 'france';
  }
  return false;
}
