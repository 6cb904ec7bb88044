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
 * - a family name needs its capital, except in a line without any capital (chat), its plural always;
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
      if (isEmphasisedWord(passage, first)) return false;
      return !isInCapitals(passage, first) || isNamedInCapitals(passage, first);
    }
    return true;
  }
  if ((flags & FormFlag.cased) === 0) return true;
  const isSurname = (flags & BARE) === BARE;
  if (!isSurname) {
    // Nearly always nothing is asked of a name: it is neither a common word nor a title.
    if (rules.context === false) return true;
    if (first === last) {
      if ((passage.classOf(first) & (WordClass.commonName | WordClass.everyday)) === 0) {
        // *En germinal*: without its capital a title of one word is that word.
        return (flags & FormFlag.work) === 0 || isTitleWord(passage, first);
      }
    } else if ((flags & (FormFlag.work | FormFlag.organisation)) === 0) return true;
  }
  const letters = passage.caseBetween(tokens.start[first]!, tokens.end[last]!);
  if (letters === LetterCase.none) return true;
  const isLower = letters === LetterCase.lower;
  if (isSurname) {
    if (isLower && !passage.isCapital(last)) {
      return (
        (flags & FormFlag.plural) === 0 &&
        passage.styleAt(first) === LineStyle.lower &&
        ((passage.classOf(first) & WordClass.commonName) === 0 ||
          (units.data[tokens.end[last]!] !== 0x3d && SELDOM_COMMON.test(wordText(passage, first))))
      );
    }
    return passage.isCapital(last);
  }
  if (first === last) {
    const known = passage.classOf(first);
    if ((known & WordClass.everyday) !== 0) {
      if (isLower || passage.styleAt(first) === LineStyle.upper) return false;
      return !passage.beginsSentence(first) || isPlaceWithClause(passage, flags, last);
    }
    if (!isLower) return true;
    return (
      passage.styleAt(first) === LineStyle.lower && (passage.classOf(first - 1) & WordClass.locative) !== 0
    );
  }
  if ((flags & FormFlag.work) !== 0) {
    if (isLower) return passage.styleAt(first) === LineStyle.lower;
    // *A schoolgirl's diary lay there*: a capital only where the sentence begins is none of a title.
    if (isLowerFrom(passage, first + 1, last) && /\s\p{Lu}/u.test(passage.table.form(number).text)) {
      return false;
    }
  }
  if ((flags & (FormFlag.work | FormFlag.organisation)) !== 0 && !passage.isCapital(last)) {
    // *A european union* is any.
    if (isLower && ANY.test(wordText(passage, first - 1))) return false;
    // *Tout le monde*, *the plague*: an article and a common noun, unless the last word has its capital.
    if ((passage.classOf(first) & WordClass.of) === 0 || last - first > 1) return true;
    return passage.styleAt(first) === LineStyle.lower || !/\p{Lu}\S*$/u.test(passage.table.form(number).text);
  }
  return true;
}

function isLowerFrom(passage: Passage, first: number, last: number): boolean {
  for (let word = first; word <= last; word++) if (passage.isCapital(word)) return false;
  return true;
}

const HASH = 0x23;

/** Whether a word has a capital, is a hashtag, or none in its line has a capital. */
function isTitleWord(passage: Passage, word: number): boolean {
  return (
    passage.caseOf(word) !== LetterCase.lower ||
    passage.units.data[passage.tokens.start[word]! - 1] === HASH ||
    passage.styleAt(word) === LineStyle.lower
  );
}

/** *Nice, where the plane had stopped, …* opens a sentence as a place does. */
function isPlaceWithClause(passage: Passage, flags: number, last: number): boolean {
  return (
    (flags & FormFlag.place) !== 0 &&
    passage.sideBefore(last + 1) === Gap.comma &&
    /^(?:where|which|whose|ou|dont|capitale?|wo)$/.test(wordText(passage, last + 1))
  );
}

const ANY = /^(?:an?|une?)$/;

const BARE = FormFlag.surname | FormFlag.person;

const TAKES_US =
  /^(?:LET|JOIN|TELL|GIVE|HELP|SHOW|TAKE|MAKE|LEAVE|TEACH|BRING|SEND|CALL|KEEP|TRUST|TOLD|GAVE|GIVES|MAKES)$/;

/** Family names that are common words in few texts: in chat they count in small letters. */
const SELDOM_COMMON = /^(?:lang|kim|sung)$/;

/** Whether a word stands in a line of capitals, or between words in capitals: *“JOIN US”, they wrote.* */
function isInCapitals(passage: Passage, word: number): boolean {
  if (passage.styleAt(word) === LineStyle.upper) return true;
  let longs = 0;
  let uppers = 0;
  for (const [gap, other] of [
    [passage.gapBefore(word), word - 1],
    [passage.gapBefore(word + 1), word + 1],
  ] as const) {
    if (gap !== Gap.space) continue;
    const length = passage.tokens.end[other]! - passage.tokens.start[other]!;
    if (length === 1 && passage.isCapital(other)) continue;
    if (passage.caseOf(other) !== LetterCase.upper) return false;
    if (length > 3) longs++;
    uppers++;
  }
  return longs > 0 || uppers > 1;
}

/** *People asked WHO I was*: the pronoun, said loudly. */
function isEmphasisedWord(passage: Passage, word: number): boolean {
  return (
    passage.sideBefore(word + 1) === Gap.space &&
    wordText(passage, word) === 'who' &&
    /^(?:i|he|she|they|we|you)$/.test(wordText(passage, word + 1))
  );
}

/** Words by which a run of capitals is known as French. */
const FRENCH_CAPITALS =
  /^(?:le|la|les|des|du|et|au|aux|en|une|sur|dans|pour|par|avec|est|qui|que|l|d|zero|ni|ou|sans|sous|apres|avant)$/;
const ENGLISH_CAPITALS =
  /^(?:the|of|and|to|for|at|with|by|is|says|over|after|from|vote|votes|seeks|council|envoy)$/;

/** *UN SOMMET, ZÉRO OGIVE*, *UN AN APRÈS*: the article, by the small words of the same run of capitals. */
function isArticleInCapitals(passage: Passage, word: number): boolean {
  if (wordText(passage, word) !== 'un') return false;
  for (const step of [1, -1]) {
    for (let at = word + step; Math.abs(at - word) < 9 && passage.isCapital(at); at += step) {
      const text = wordText(passage, at);
      if (ENGLISH_CAPITALS.test(text)) return false;
      if (FRENCH_CAPITALS.test(text)) return true;
    }
  }
  return false;
}

const HAS = /^(?:a|ai|as|ont|avons|avez|avait|avaient|avoir|ayant|aura|aurait|eut)$/;

function isNamedInCapitals(passage: Passage, word: number): boolean {
  if (isArticleInCapitals(passage, word)) return false;
  if (
    passage.beginsSentence(word) ||
    (passage.breaksLine(word) && !TAKES_US.test(rawWord(passage, word - 1)))
  ) {
    return true;
  }
  // *EU* is a word in French alone, behind *avoir*.
  if (wordText(passage, word) === 'eu') return !HAS.test(wordText(passage, word - 1));
  const before = passage.classOf(word - 1);
  // *JOIN US AT THE TABLE* and *THEY TOLD US.*, but *THE US*: something must follow that it can belong to.
  const next = passage.gapBefore(word + 1);
  const isBeforeNoun =
    (next === Gap.space || next === Gap.newline) &&
    (passage.classOf(word + 1) & (WordClass.function | WordClass.locative)) === 0;
  const text = rawWord(passage, word - 1);
  // *THE EU AND US AGREE*.
  if (
    (text === 'AND' || text === 'OR') &&
    isBeforeNoun &&
    passage.nameEndingAt(word - 2, passage.hits.count - 1) >= 0
  ) {
    return true;
  }
  // *THE COUNCIL OF UN MEMBERS*; *OF US* and *ON IT* are said of people and things.
  if (wordText(passage, word) === 'un' && isBeforeNoun) {
    return (
      /^(?:THE|OF|BY|AT|TO|FROM|WITH|FOR|IN|ON|AS|AND|A|NEW)$/.test(text) || isCapitalWord(passage, word - 1)
    );
  }
  return (
    text === 'THE' ||
    ((before & WordClass.title) === 0 &&
      (before & (WordClass.function | WordClass.locative)) === 0 &&
      isBeforeNoun &&
      !TAKES_US.test(text) &&
      text.length > 3)
  );
}

/** A word in capitals that is no function word. */
function isCapitalWord(passage: Passage, word: number): boolean {
  return (
    passage.caseOf(word) === LetterCase.upper &&
    (passage.classOf(word) & (WordClass.function | WordClass.locative)) === 0
  );
}

function rawWord(passage: Passage, word: number): string {
  return passage.text.slice(passage.tokens.start[word], passage.tokens.end[word]);
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
