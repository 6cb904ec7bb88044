import { FormFlag, fullSpellings } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { fold } from '../../text/fold';
import { isHangul } from '../../text/words';
import { isKoreanGivenName } from './korean';
import { WordClass } from './lexicon';
import { wordText } from './wordText';
import { OPEN_ENDINGS } from './wordLists';

/**
 * A bare family name. That the full name stands earlier in the document is asked later, over the whole document; here
 * the neighbours are looked at. It is another person's where
 * - another given name stands before it (*Fritz Lang*, *Guillaume Sarkozy*, *Jean-Jacques Lang*), known or by its capital,
 * - initials stand before it (*F. Lang*, *K. D. Lang*), unless they are the person's own (*J. Lang*, *J. B. Steinberg*),
 * - it heads an entry of an index or a bibliography under another given name (*Lang, Fritz.*),
 * - it goes on or began before (*von Lang*, *Bruni-Sarkozy*, *Lang Jr*),
 * and no person at all where it stands in another proper name (*Lang Son*, *Rue Mitterrand*, *Mitterrand Library*) or
 * in a date (*in May*, *3 May*).
 * Titles, function words, dates and other known names beside it are no obstacle (*President Sarkozy*, *In France
 * Sarkozy said*); neither is a small word (*the loi Lang*).
 */
export function isOtherPerson(passage: Passage, hit: number, first: number, last: number): boolean {
  return (
    hasOtherGivenName(passage, hit, first) ||
    isInFirm(passage, first, last) ||
    isOneOfFamily(passage, first, last) ||
    isCountry(passage, first) ||
    isOtherOnRight(passage, hit, first, last) ||
    isDate(passage, first)
  );
}

/** Whether what stands before a family name makes it another person's, whatever else the word may name. */
export function hasOtherGivenName(passage: Passage, hit: number, first: number): boolean {
  if (isHangul(passage.units.data[passage.tokens.start[first]!]!)) {
    return isKoreanGivenName(passage.text, passage.tokens.start[first]!);
  }
  const gap = passage.sideBefore(first);
  const before = first - 1;
  if (gap === Gap.period) {
    return isOtherInitial(passage, hit, first) || isOfOtherSex(passage, hit, before, passage.classOf(before));
  }
  if (gap !== Gap.space && gap !== Gap.hyphen) return false;
  const known = passage.classOf(before);
  if ((known & WordClass.leftPersonHead) !== 0) return true;
  const letters = passage.caseOf(before);
  const isLine = passage.styleAt(first);
  if (gap === Gap.hyphen) {
    if (letters === LetterCase.lower) return (known & WordClass.given) !== 0;
    if (isSameWord(passage, before, first)) return true;
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
  if (isOfOtherSex(passage, hit, before, known)) return true;
  if (OTHER.test(wordText(passage, before))) return true;
  if (letters === LetterCase.lower) {
    // *Ho-sung Kim*: the second half of a given name.
    if (
      passage.gapBefore(before) === Gap.hyphen &&
      passage.caseOf(before - 1) === LetterCase.title &&
      (known & (WordClass.title | WordClass.function)) === 0 &&
      (passage.classOf(before - 1) & (WordClass.prefix | WordClass.title)) === 0
    ) {
      return true;
    }
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

/**
 * Whether a family name that is another person's names this person in full (*Fritz Lang*, *F. Lang*, *Lang, Berel*), so that
 * the bare name behind it is likely that person's: no street, no *Bruni-Sarkozy*, no *other Lang*.
 */
export function introducesOther(passage: Passage, hit: number, first: number, last: number): boolean {
  const before = first - 1;
  const gap = passage.sideBefore(first);
  if (isInBrackets(passage, hit, last + 1) || isKoreanName(passage, first, last + 1)) return true;
  if (passage.sideBefore(last + 1) === Gap.comma && isOtherEntry(passage, hit, first, last + 1)) return true;
  if ((gap !== Gap.space && gap !== Gap.period) || !passage.isCapital(before)) return false;
  if ((passage.classOf(before) & WordClass.leftPersonHead) !== 0 || OTHER.test(wordText(passage, before))) {
    return false;
  }
  return hasOtherGivenName(passage, hit, first);
}

/** *. Lang left Germany*: a sentence begins with the bare name and goes on with what he does; *. Lang, the envoy,* sets him apart. */
export function opensSentence(passage: Passage, first: number, last: number): boolean {
  return (
    passage.gapBefore(first) === Gap.period &&
    passage.gapBefore(last + 1) === Gap.space &&
    passage.caseOf(last + 1) === LetterCase.lower &&
    !/^(?:alone|himself|lui|seul)$/.test(wordText(passage, last + 1)) &&
    passage.beginsSentence(first)
  );
}

/** *Madame Mitterrand*, *Mrs Lang*: the wife or sister of the man whose name is known. */
function isOfOtherSex(passage: Passage, hit: number, before: number, known: number): boolean {
  if ((known & WordClass.title) === 0) return false;
  if (!WOMAN.test(wordText(passage, before))) return false;
  const label = passage.table.labelOf(passage.form(hit).name);
  return MAN.test(fold(label.slice(0, Math.max(0, label.search(/[\s-]/)))));
}

/** *The other Lang*, *l'autre Lang*, *any O'Brien*. */
const OTHER = /^(?:other|another|autre|any|second|namesake)$/;

const WOMAN = /^(?:mrs|ms|miss|mme|mlle|madame|mademoiselle|lady|frau|senora|signora)$/;
/** The commonest given names of men, and their endings where these tell. */
const MAN =
  /^(?:.*(?:ck|rt|rd|ld|nk|rk|ph|us|os|o|ois|ques|mes|aul|eorges?|ules|iam|ward|rew|uel|iel|ael)|nicolas|jim|jimmy|john|jean|joe|tom|tim|ben|dan|bill|will|bob|ron|don|sam|max|kim|lee|ian|alan|allen|alain|brian|ryan|kevin|simon|martin|edwin|robin|philippe?|pierre|andre|rene|yves|luc|marc|louis|henri|henry|michel|claude|emile|alexandre|guillaume|antoine|etienne|stephane|jerome|maxime|benoit|vincent|laurent|charles|george|mike|steve|dave|pete|luke|jake|peter|walter|oliver|alexander|conor|victor|hector|arthur|adam|abraham|tony|harry|larry|barry|jerry|terry|anthony|timothy|jeffrey|thomas|lucas|denis|boris|francis|chris|fidel|emmanuel|ivan|igor|oleg|sergei|vladimir|dmitri|hans|karl|klaus|fritz|helmut|kurt|wolfgang|jan|sven)$/;

/** *En Hollande*, *la Hollande*, *fromage de Hollande*: the country in French. */
function isCountry(passage: Passage, first: number): boolean {
  const before = wordText(passage, first - 1);
  if ((before !== 'en' && before !== 'la' && before !== 'de') || wordText(passage, first) !== 'hollande') {
    return false;
  }
  // *Guillaume de Hollande*, the king.
  if (before === 'de' && passage.isCapital(first - 2) && !passage.beginsSentence(first - 2)) return true;
  return (
    before !== 'de' || /^(?:fromages?|beurre|toile|tulipes?|vaches?)$/.test(wordText(passage, first - 2))
  );
}

/** *My cousin dates a Steinberg.*: one of those who are called so; *a Steinberg memo* is none. */
function isOneOfFamily(passage: Passage, first: number, last: number): boolean {
  if (passage.sideBefore(first) !== Gap.space || !/^an?$/.test(wordText(passage, first - 1))) return false;
  if (passage.units.data[passage.tokens.start[first - 1]!]! > 0x7f) return false;
  const gap = passage.sideBefore(last + 1);
  return gap === Gap.period || gap === Gap.comma || gap === Gap.edge;
}

/** *Lang & Sons*, *Smith & Lang*. */
function isInFirm(passage: Passage, first: number, last: number): boolean {
  return isAnd(passage, last + 1) || isAnd(passage, first);
}

/** Whether *&* stands before a word with a capital. */
function isAnd(passage: Passage, word: number): boolean {
  const { start, end, count } = passage.tokens;
  if (word <= 0 || word >= count || start[word]! - end[word - 1]! !== 3) return false;
  return (
    passage.units.data[end[word - 1]! + 1] === 0x26 && passage.isCapital(word) && passage.isCapital(word - 1)
  );
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
  // *J.-M. Lang*.
  if (passage.units.data[start[before]! - 1] === 0x2d) return true;
  const isFurther = passage.sideBefore(before) === Gap.period && isOneLetter(passage, before - 1);
  if (passage.text.charAt(start[before]!) === 'M' && !isFurther) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(passage.text.charAt(start[before]!))) return false;
  return !isOwnInitial(passage, hit, before);
}

/**
 * Initials that are the first letters of the person's given names in one of the full forms, with no name before them:
 * *J. Lang*; *J. B. Steinberg* where *James B. Steinberg* is known.
 */
function isOwnInitial(passage: Passage, hit: number, word: number): boolean {
  const { start } = passage.tokens;
  let initials = passage.text.charAt(start[word]!);
  let gap = passage.sideBefore(word);
  while ((gap === Gap.period || gap === Gap.space) && isInitial(passage, word - 1)) {
    initials = passage.text.charAt(start[--word]!) + initials;
    gap = passage.sideBefore(word);
  }
  if (gap === Gap.hyphen || (gap === Gap.period && isOneLetter(passage, word - 1))) return false;
  if (
    gap === Gap.space &&
    passage.isCapital(word - 1) &&
    (passage.classOf(word - 1) & WordClass.given) !== 0
  ) {
    return false;
  }
  const { name } = passage.form(hit);
  if (initials.length === 1) return passage.table.labelOf(name).startsWith(initials);
  return fullSpellings(passage.table, name).some((full) => {
    const letters = Array.from(full.matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu), ([letter]) => letter).join('');
    return letters.length > initials.length && letters.startsWith(initials);
  });
}

const IN_MONTH = /^(?:in|by|since|until|till|last|next|this|early|late|mid|during|each|every|throughout)$/;
const ASKING = /^(?:i|we|he|she|they|it|you|god|the|this|that|these|those|all|our|my|your|his|her)$/;

/** *In May*, *3 May*, *May 2017*, *May I go?*: a family name that is a month is the month there. */
function isDate(passage: Passage, word: number): boolean {
  if ((passage.classOf(word) & WordClass.date) === 0) return false;
  const isFigure = (at: number) => /^\d/.test(wordText(passage, at));
  const before = passage.sideBefore(word);
  const behind = passage.sideBefore(word + 1);
  if (
    (before === Gap.space || before === Gap.hyphen) &&
    (isFigure(word - 1) || IN_MONTH.test(wordText(passage, word - 1)))
  ) {
    return true;
  }
  if (behind !== Gap.space) return false;
  return isFigure(word + 1) || (passage.beginsSentence(word) && ASKING.test(wordText(passage, word + 1)));
}

/** *Lang, Fritz.*, *Lang, F. (1931)*: at the head of an entry, under a given name that is not the person's own. */
function isOtherEntry(passage: Passage, hit: number, first: number, behind: number): boolean {
  if (!passage.beginsSentence(first) && !passage.breaksLine(first)) return false;
  if (!passage.isCapital(behind)) return false;
  const next = passage.gapBefore(behind + 1);
  if (isOneLetter(passage, behind)) {
    return next !== Gap.space && next !== Gap.apostrophe && !isOwnInitial(passage, hit, behind);
  }
  const known = passage.classOf(behind);
  if ((known & WordClass.given) === 0 || (known & (WordClass.function | WordClass.date)) !== 0) return false;
  return next === Gap.edge || next === Gap.comma || next === Gap.period || next === Gap.other;
}

/** *Lang Lang*, *Lang-Lang*. */
function isSameWord(passage: Passage, one: number, other: number): boolean {
  const { h1, h2 } = passage.tokens;
  return h1[one] === h1[other] && h2[one] === h2[other];
}

/** Family names that stand before given names, and the syllables that begin most of these. */
const KOREAN_SURNAME =
  /^(?:kim|lee|park|pak|choe|choi|jung|chung|kang|cho|yoon|jang|lim|han|oh|shin|seo|kwon|hwang|ahn|song|ryu|hong|moon|ri)$/;
const KOREAN_GIVEN =
  /^(?:jong|il|dae|jae|jung|yong|young|yo|sung|seong|hyun|hyon|min|myung|sang|seung|ki|gi|kyu|ji|jin|jun|joo|ju|kwang|chol|chul|dong|tae|hye|hee|hui|eun|won|woo|yeon|yun|soo|su|sun|mi|nam|kyong|kyung)/;

function isKoreanName(passage: Passage, first: number, behind: number): boolean {
  return (
    passage.caseOf(behind) === passage.caseOf(first) &&
    KOREAN_SURNAME.test(wordText(passage, first)) &&
    (passage.classOf(behind) & WordClass.function) === 0 &&
    KOREAN_GIVEN.test(wordText(passage, behind))
  );
}

/** *Lang (Étienne)*: a given name in brackets that is not the person's own. */
function isInBrackets(passage: Passage, hit: number, behind: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (behind >= count || data[start[behind]! - 1] !== 0x28 || data[end[behind]!] !== 0x29) return false;
  if (start[behind]! - end[behind - 1]! !== 2 || (passage.classOf(behind) & WordClass.given) === 0) {
    return false;
  }
  return !fold(passage.table.labelOf(passage.form(hit).name)).includes(wordText(passage, behind));
}

/** *Dumas the younger*, *Dumas père*. */
function isOfGeneration(passage: Passage, behind: number): boolean {
  return (
    passage.sideBefore(behind) === Gap.space &&
    wordText(passage, behind) === 'the' &&
    /^(?:younger|elder|older)$/.test(wordText(passage, behind + 1))
  );
}

/** *Lang-Muller*: a double family name; *the Mitterrand-Reagan talks* are of two people. */
function isDouble(passage: Passage, hit: number, behind: number): boolean {
  return (
    passage.caseOf(behind) === LetterCase.title &&
    (passage.classOf(behind) & (WordClass.function | WordClass.prefix | WordClass.title)) === 0 &&
    !passage.nameBeginsAt(behind, hit) &&
    !OF_TWO.test(wordText(passage, behind + 1))
  );
}

const OF_TWO =
  /^(?:talks?|summits?|meetings?|laws?|acts?|bills?|pacts?|treat(?:y|ies)|letters?|debates?|duels?|plans?|reports?|era|years|axis|team|ticket|line|amendments?|doctrine|visits?|duo|couple|tandem)$/;

/** *Lang F., Sarkozy N.*, as some lists of works have them: an initial that is not the person's own. */
function isOtherInitialBehind(passage: Passage, hit: number, behind: number): boolean {
  const { start, end } = passage.tokens;
  const sign = passage.units.data[end[behind]!];
  if (!passage.isCapital(behind) || (sign !== 0x2e && sign !== 0x2c)) return false;
  const letter = passage.text.charAt(start[behind]!);
  return letter !== 'I' && !passage.table.labelOf(passage.form(hit).name).startsWith(letter);
}

function isOtherOnRight(passage: Passage, hit: number, first: number, last: number): boolean {
  const behind = last + 1;
  const gap = passage.sideBefore(behind);
  if (isInBrackets(passage, hit, behind) || isOfGeneration(passage, behind)) return true;
  if (gap === Gap.hyphen) return isSameWord(passage, behind, last) || isDouble(passage, hit, behind);
  if (gap === Gap.comma) return isOtherEntry(passage, hit, first, behind);
  if (gap !== Gap.space) return false;
  const known = passage.classOf(behind);
  if ((known & WordClass.personSuffix) !== 0) return true;
  // *Kim Jong Il*, also in capitals and in small letters: the family name comes first.
  if (isKoreanName(passage, first, behind)) return true;
  if (isSameWord(passage, behind, last)) return passage.isCapital(behind) === passage.isCapital(first);
  const letters = passage.caseOf(behind);
  if (letters !== LetterCase.title || passage.caseOf(first) === LetterCase.lower) return false;
  if ((known & WordClass.rightHead) !== 0) return true;
  // *I* always has its capital; another small word with one (*Lang Son*) is a part of a name.
  if (isOneLetter(passage, behind)) return isOtherInitialBehind(passage, hit, behind);
  if ((known & (WordClass.title | WordClass.date)) !== 0) return false;
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  return !passage.nameBeginsAt(behind, hit);
}
