import { FormFlag } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { isHangul } from '../../text/words';
import { isKoreanGivenName } from './korean';
import { WordClass } from './lexicon';
import { wordText } from './wordText';
import { OPEN_ENDINGS } from './wordLists';

/**
 * A bare family name. That the full name stands earlier in the document is asked later, over the whole document; here
 * the neighbours are looked at. It is another person's where
 * - another given name stands before it (*Fritz Lang*, *Guillaume Sarkozy*, *Jean-Jacques Lang*), known or by its capital,
 * - initials stand before it (*F. Lang*, *K. D. Lang*), unless a single one is the person's own (*J. Lang*),
 * - it goes on or began before (*von Lang*, *Bruni-Sarkozy*, *Lang Jr*),
 * and no person at all where it stands in another proper name (*Lang Son*, *Rue Mitterrand*, *Mitterrand Library*).
 * Titles, function words, dates and other known names beside it are no obstacle (*President Sarkozy*, *In France
 * Sarkozy said*); neither is a small word (*the loi Lang*).
 */
export function isOtherPerson(passage: Passage, hit: number, first: number, last: number): boolean {
  return isOtherOnLeft(passage, hit, first) || isOtherOnRight(passage, hit, first, last);
}

function isOtherOnLeft(passage: Passage, hit: number, first: number): boolean {
  if (isHangul(passage.units.data[passage.tokens.start[first]!]!)) {
    return isKoreanGivenName(passage.text, passage.tokens.start[first]!);
  }
  const gap = passage.sideBefore(first);
  const before = first - 1;
  if (gap === Gap.period) return isOtherInitial(passage, hit, first);
  if (gap !== Gap.space && gap !== Gap.hyphen) return false;
  const known = passage.classOf(before);
  if ((known & WordClass.leftPersonHead) !== 0) return true;
  const letters = passage.caseOf(before);
  const isLine = passage.styleAt(first);
  if (gap === Gap.hyphen) {
    if (letters === LetterCase.lower) return (known & WordClass.given) !== 0;
    return (
      letters !== LetterCase.none && (known & WordClass.prefix) === 0 && passage.nameEndingAt(before, hit) < 0
    );
  }
  if (isInitial(passage, before)) return !isOwnInitial(passage, hit, before);
  if ((known & WordClass.surnameParticle) !== 0 && (known & WordClass.title) === 0) {
    // In German *von* is also *by* and *of*.
    return (known & WordClass.german) === 0
      ? (known & WordClass.function) === 0
      : isLine === LineStyle.normal;
  }
  if (letters === LetterCase.lower) {
    return (
      isLine === LineStyle.lower &&
      (known & WordClass.given) !== 0 &&
      (known & (WordClass.function | WordClass.title)) === 0
    );
  }
  if (letters === LetterCase.none) return false;
  const isStart = passage.beginsSentence(before);
  if ((known & WordClass.given) !== 0) {
    if ((known & (WordClass.title | WordClass.date)) !== 0) return false;
    return !(isStart && (known & WordClass.function) !== 0);
  }
  if ((known & (WordClass.function | WordClass.title | WordClass.date | WordClass.locative)) !== 0) {
    return false;
  }
  if (isLine !== LineStyle.normal) return false;
  const other = passage.nameEndingAt(before, hit);
  if (other >= 0 && (passage.form(other).flags & FormFlag.surname) === 0) {
    return (passage.form(other).flags & FormFlag.person) !== 0;
  }
  if (!isStart) return true;
  const word = wordText(passage, before);
  return word.length < 4 || !OPEN_ENDINGS.test(word);
}

function isInitial(passage: Passage, word: number): boolean {
  const { start } = passage.tokens;
  return (
    word >= 0 &&
    isOneLetter(passage, word) &&
    passage.isCapital(word) &&
    !/[AIÀÉOY]/.test(passage.text.charAt(start[word]!))
  );
}

/** *F. Lang* and *k.d. lang* are others; *M. Lang* is a Frenchman's title; *Dr. Lang* and a sentence's end are no initials. */
function isOtherInitial(passage: Passage, hit: number, first: number): boolean {
  const before = first - 1;
  const { start } = passage.tokens;
  if (before < 0 || !isOneLetter(passage, before)) return false;
  if (passage.text.charAt(start[before]!) === 'M' && passage.sideBefore(before) !== Gap.period) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(passage.text.charAt(start[before]!))) return false;
  return !isOwnInitial(passage, hit, before);
}

/** A single initial that is the first letter of the person's given name, with no other initial or name before it. */
function isOwnInitial(passage: Passage, hit: number, word: number): boolean {
  const gap = passage.sideBefore(word);
  if (gap === Gap.period || gap === Gap.hyphen) {
    if (gap === Gap.hyphen || isOneLetter(passage, word - 1)) return false;
  }
  if (
    gap === Gap.space &&
    passage.isCapital(word - 1) &&
    (passage.classOf(word - 1) & WordClass.given) !== 0
  ) {
    return false;
  }
  const letter = passage.text.charAt(passage.tokens.start[word]!);
  return passage.table.labelOf(passage.form(hit).name).startsWith(letter);
}

function isOtherOnRight(passage: Passage, hit: number, first: number, last: number): boolean {
  const behind = last + 1;
  const gap = passage.sideBefore(behind);
  if (gap !== Gap.space) return false;
  const known = passage.classOf(behind);
  if ((known & WordClass.personSuffix) !== 0) return true;
  const { h1, h2 } = passage.tokens;
  if (h1[behind] === h1[last] && h2[behind] === h2[last]) return true;
  const letters = passage.caseOf(behind);
  if (letters !== LetterCase.title || passage.caseOf(first) === LetterCase.lower) return false;
  if ((known & WordClass.rightHead) !== 0) return true;
  // *I* always has its capital; another small word with one (*Lang Son*) is a part of a name.
  if ((known & (WordClass.title | WordClass.date)) !== 0 || isOneLetter(passage, behind)) {
    return false;
  }
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  return !passage.nameBeginsAt(behind, hit);
}
