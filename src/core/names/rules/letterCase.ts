import { FormFlag } from '../forms';
import { Gap, LetterCase, LineStyle, type Passage } from '../passage';
import { WordClass } from './lexicon';
import { wordText } from './wordText';
import type { RuleSwitches } from './ruleSwitch';

/**
 * Case. Most forms match in any case; these do not:
 * - acronyms and forms marked so count in exact case only (*EU*, not the French *eu*). In a headline of capitals an
 *   acronym that is also a word (*LET US GO*) counts only behind *THE*, at the beginning, or with points;
 * - in program code every form counts in exact case only;
 * - a family name needs its capital, except in a line without any capital (chat);
 * - a name of one word that small letters make a common word (*china*, *turkey*) needs its capital, except in a line
 *   without any capital behind a preposition (*in turkey*); one that is an everyday word (*Nice*, *Reading*) is never
 *   found where a sentence begins;
 * - a title of several words (a film, a book) needs a capital, except in a line without any.
 */
export function caseAgrees(
  passage: Passage,
  number: number,
  flags: number,
  first: number,
  last: number,
  rules: RuleSwitches,
): boolean {
  const { tokens, units } = passage;
  if ((flags & FormFlag.exactCase) !== 0 || passage.isCode || rules.case === false) {
    if (!sameCase(units.data, tokens.start[first]!, tokens.end[last]!, passage.table.form(number).text)) {
      return false;
    }
    if (
      (flags & FormFlag.acronym) !== 0 &&
      first === last &&
      (passage.classOf(first) & WordClass.acronymWord) !== 0
    ) {
      return passage.styleAt(first) !== LineStyle.upper || isNamedInCapitals(passage, first);
    }
    return true;
  }
  if ((flags & FormFlag.cased) === 0) return true;
  const letters = passage.caseBetween(tokens.start[first]!, tokens.end[last]!);
  if (letters === LetterCase.none) return true;
  const isLower = letters === LetterCase.lower;
  if ((flags & FormFlag.surname) !== 0 && (flags & FormFlag.person) !== 0) {
    if (isLower && !passage.isCapital(last)) {
      return (
        passage.styleAt(first) === LineStyle.lower &&
        ((passage.classOf(first) & WordClass.commonName) === 0 ||
          (units.data[tokens.end[last]!] !== 0x3d && SELDOM_COMMON.test(wordText(passage, first))))
      );
    }
    return passage.isCapital(last);
  }
  if (rules.context === false) return true;
  if (first === last) {
    const known = passage.classOf(first);
    if ((known & (WordClass.commonName | WordClass.everyday)) === 0) return true;
    if ((known & WordClass.everyday) !== 0) {
      return !isLower && !passage.beginsSentence(first) && passage.styleAt(first) !== LineStyle.upper;
    }
    if (!isLower) return true;
    return (
      passage.styleAt(first) === LineStyle.lower && (passage.classOf(first - 1) & WordClass.locative) !== 0
    );
  }
  if ((flags & FormFlag.work) !== 0 && isLower) return passage.styleAt(first) === LineStyle.lower;
  if ((flags & (FormFlag.work | FormFlag.organisation)) !== 0 && !passage.isCapital(last)) {
    // *Tout le monde*, *the plague*: an article and a common noun, unless the last word has its capital.
    if ((passage.classOf(first) & WordClass.of) === 0 || last - first > 1) return true;
    return passage.styleAt(first) === LineStyle.lower || !/\p{Lu}\S*$/u.test(passage.table.form(number).text);
  }
  return true;
}

const TAKES_US =
  /^(?:JOIN|TELL|GIVE|HELP|SHOW|TAKE|MAKE|LEAVE|TEACH|BRING|SEND|CALL|KEEP|TRUST|TOLD|GAVE|GIVES|MAKES)$/;

/** Family names that are common words in few texts: in chat they count in small letters. */
const SELDOM_COMMON = /^(?:lang|kim|sung)$/;

function isNamedInCapitals(passage: Passage, word: number): boolean {
  if (passage.beginsSentence(word)) return true;
  const before = passage.classOf(word - 1);
  // *JOIN US AT THE TABLE* and *THEY TOLD US.*, but *THE US*: something must follow that it can belong to.
  const next = passage.gapBefore(word + 1);
  const isBeforeNoun =
    (next === Gap.space || next === Gap.newline) &&
    (passage.classOf(word + 1) & (WordClass.function | WordClass.locative)) === 0;
  const text = passage.text.slice(passage.tokens.start[word - 1], passage.tokens.end[word - 1]);
  return (
    text === 'THE' ||
    ((before & WordClass.title) === 0 &&
      (before & (WordClass.function | WordClass.locative)) === 0 &&
      isBeforeNoun &&
      !TAKES_US.test(text) &&
      text.length > 3)
  );
}

/** Letters and figures with their case, without accents and signs. */
function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

function sameCase(data: Uint16Array, from: number, to: number, form: string): boolean {
  let at = 0;
  for (; at < form.length && from + at < to; at++) {
    const unit = data[from + at]!;
    const wanted = form.charCodeAt(at);
    if (unit === wanted) continue;
    // The same ASCII letter in the other case: nothing further can mend that.
    if ((unit ^ wanted) === 0x20 && unit < 0x80) return false;
    break;
  }
  if (at === form.length && from + at === to) return true;
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(data[at]!);
  return plainLetters(text) === plainLetters(form);
}
