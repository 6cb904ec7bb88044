import { Gap, type Passage } from '../passage';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/**
 * Where names of languages stand in lists and tables, each alone in its place: the menu of a page
 * (*Français | 한국어*), a column of a table (`Paris,French,answer` under *language*), texts of a program
 * (`"Spanish", "French"`). And the note of a language in parentheses: *English (US)*.
 */
export function isInLanguageList(passage: Passage, word: number): boolean {
  if (!isAlone(passage, word)) return false;
  return (
    isInMenu(passage, word) || isInColumn(passage, word) || (passage.isCode && isBesideOthers(passage, word))
  );
}

/** *English (US)*, *Português (Brasil)*: where a language alone stands before it, the variety and no country. */
export function isVariety(passage: Passage, word: number): boolean {
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  if (word === 0 || data[start[word]! - 1] !== OPEN || data[end[word]!] !== CLOSE) return false;
  return (
    start[word] === end[word - 1]! + 2 &&
    (passage.classOf(word - 1) & WordClass.languageName) !== 0 &&
    isCellEdge(passage.gapBefore(word - 1)) &&
    passage.gapBefore(word + 1) !== Gap.space
  );
}

const OPEN = 0x28;
const CLOSE = 0x29;

const isCellEdge = (gap: number): boolean => gap === Gap.edge || gap === Gap.other || gap === Gap.newline;

/** What parts the cells of a table or the items of a menu: a line break, a bar, a tab, two spaces, a comma without one. */
const PARTING = /[\n\t|/·•]| {2,}|^"?,"?$|[\ufffc"']/;

/** What stands between a word and the one before it; the line break that begins the passage where there is none. */
function partBefore(passage: Passage, word: number): string {
  if (word <= 0) return '\n';
  return passage.text.slice(passage.tokens.end[word - 1], passage.tokens.start[word]);
}

function partBehind(passage: Passage, word: number): string {
  return word + 1 < passage.tokens.count ? partBefore(passage, word + 1) : '\n';
}

function isAlone(passage: Passage, word: number): boolean {
  const gap = passage.gapBefore(word);
  const behind = passage.gapBefore(word + 1);
  // Nearly always a space stands on one side, which is asked only whether it is several.
  const spaces = passage.tokens.start[word]! - (passage.tokens.end[word - 1] ?? 0);
  if (gap === Gap.space && spaces === 1) return false;
  if (gap === Gap.period || gap === Gap.hyphen || gap === Gap.apostrophe || gap === Gap.joined) return false;
  if (behind === Gap.period || behind === Gap.hyphen || behind === Gap.apostrophe || behind === Gap.joined) {
    return false;
  }
  if (!PARTING.test(partBefore(passage, word)) && !isOfLanguage(passage, word - 1)) return false;
  return PARTING.test(partBehind(passage, word)) || isOfLanguage(passage, word + 1);
}

function isOfLanguage(passage: Passage, word: number): boolean {
  return (passage.classOf(word) & WordClass.languageName) !== 0;
}

/** Languages in their own words; most of them are no names of peoples. */
const OWN_NAME =
  /^(?:deutsch|espanol|italiano|portugues|nederlands|polski|русский|українська|한|조선|日|中|العربية|ελληνικα|eesti|suomi|svenska|dansk|norsk|cesky|cestina|magyar|turkce|türkçe)/;

/** *Français | 한국어 | English*: an item of a menu, beside another language. */
function isInMenu(passage: Passage, word: number): boolean {
  return (
    (/[|/·•]/.test(partBefore(passage, word)) && isLanguageAt(passage, word - 1)) ||
    (/[|/·•]/.test(partBehind(passage, word)) && isLanguageAt(passage, word + 1))
  );
}

function isLanguageAt(passage: Passage, word: number): boolean {
  return isOfLanguage(passage, word) || OWN_NAME.test(wordText(passage, word));
}

const HEADING =
  /(?:^|[^\p{L}])(?:lang\b|langs\b|languages?\b|langues?\b|sprachen?\b|idiomas?\b|언어|语言|言語)/iu;
/** How much of the beginning of a table is taken for its heading. */
const HEADING_LENGTH = 400;

/** A cell under a heading that speaks of languages, or behind the code of one: `fr | French`. */
function isInColumn(passage: Passage, word: number): boolean {
  if (/[|,\t]| {2,}/.test(partBefore(passage, word)) && LANGUAGE_CODE.test(wordText(passage, word - 1))) {
    return true;
  }
  if (passage.isCode) return false;
  const heading = passage.text.slice(0, HEADING_LENGTH).trimStart().split('\n', 1)[0]!;
  return (
    /[|,\t]| {2,}/.test(heading) && HEADING.test(heading) && passage.tokens.start[word]! > heading.length
  );
}

/** ISO 639-1, the commonest. */
export const LANGUAGE_CODE =
  /^(?:ar|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hu|it|ja|ka|ko|lt|lv|nl|no|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)$/;

/** How many words on both sides are looked through for another language, in a table of a program. */
const NEAR = 24;

/** `{"CU", "Spanish"}, {"FR", "French"}`: other texts in the same lines are names of other languages alone. */
function isBesideOthers(passage: Passage, word: number): boolean {
  const { h1 } = passage.tokens;
  for (let at = Math.max(0, word - NEAR); at <= word + NEAR; at++) {
    if (at === word || !isOfLanguage(passage, at) || h1[at] === h1[word]) continue;
    if (isCellEdge(passage.gapBefore(at)) && isCellEdge(passage.gapBefore(at + 1))) return true;
  }
  return false;
}
