import { Gap, LetterCase, LineStyle, type Passage } from '../passage';
import { isInLanguageList, LANGUAGE_CODE } from './languageLists';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/**
 * A language is no country: *in French*, *speaks Russian and Korean*, *French-language*, *le français*, *langue
 * française*. The word must be the name of a language (*Cuban* is none). In English a cue must stand before it (*in*,
 * *speak*, *translate*, with *good* or another language between), and no noun behind it: *in French hands* is about
 * the country. *Speak*, *spoken* and *translated from the* need no more, nor does what only a language can be at the end
 * of a clause (*good Russian.*, *the French of subtitles*). In French, *en* or *langue* or an article before the word in
 * small letters; a capital behind it makes it an adjective again (*le français Total*).
 */
export function isLanguage(passage: Passage, word: number): boolean {
  if ((passage.classOf(word) & WordClass.languageName) === 0) return false;
  const before = word - 1;
  const cue = wordText(passage, before);
  // A locale and its name: `'et': 'Estonian'`.
  if (passage.isCode && cue.length === 2 && passage.gapBefore(word) !== Gap.space) return true;
  const gap = passage.sideBefore(word + 1);
  if ((gap === Gap.space || gap === Gap.hyphen) && (passage.classOf(word + 1) & WordClass.ofLanguage) !== 0) {
    return true;
  }
  if (isInLanguageList(passage, word)) return true;
  const name = wordText(passage, word);
  if (FRENCH.test(name)) return isFrenchLanguage(passage, word);
  if (isSpoken(passage, word) || isSubject(passage, word) || isListed(passage, word)) return true;
  if (isWholeSentence(passage, word) || isOwned(passage, word) || isBesideThen(passage, word)) return true;
  if (isSubtitled(passage, word)) return true;
  return isCued(passage, word) && !isBeforeNoun(passage, word);
}

/** *I speak French btw*; *Russian, spoken by all*; *French is spoken*; *translated from the French*. */
function isSpoken(passage: Passage, word: number): boolean {
  const before = passage.sideBefore(word);
  const behind = passage.sideBefore(word + 1);
  if (before === Gap.space) {
    const cue = wordText(passage, word - 1);
    if (SPEAK.test(cue) && behind !== Gap.hyphen && !passage.isCapital(word + 1)) return true;
    if (
      cue === 'the' &&
      wordText(passage, word - 2) === 'from' &&
      /^(?:re)?translat/.test(wordText(passage, word - 3)) &&
      !isBeforeNoun(passage, word)
    ) {
      return true;
    }
  }
  if (behind !== Gap.space && behind !== Gap.comma) return false;
  const next = wordText(passage, word + 1);
  // *In a French that carried*: a person is no *a French*.
  if (
    /^(?:that|which)$/.test(next) &&
    before === Gap.space &&
    /^an?$/.test(wordText(passage, word - 1)) &&
    passage.caseOf(word) === LetterCase.title
  ) {
    return true;
  }
  return (
    next === 'spoken' ||
    (/^(?:is|was|were|are|being)$/.test(next) && wordText(passage, word + 2) === 'spoken')
  );
}

/** *Has good Russian.*, *everybody had Russian*, *the French of subtitles*, *`fr` for French*. */
function isOwned(passage: Passage, word: number): boolean {
  if (passage.sideBefore(word) !== Gap.space) return false;
  const before = wordText(passage, word - 1);
  if (before === 'for' && LANGUAGE_CODE.test(wordText(passage, word - 2))) {
    return passage.caseOf(word - 2) === LetterCase.lower;
  }
  if (before === 'the' || before === 'this' || before === 'that') {
    return (
      passage.sideBefore(word + 1) === Gap.space &&
      wordText(passage, word + 1) === 'of' &&
      passage.caseOf(word) === LetterCase.title &&
      passage.caseOf(word + 2) === LetterCase.lower &&
      (passage.classOf(word + 2) & WordClass.function) === 0 &&
      !/^(?:old|yore|course)$/.test(wordText(passage, word + 2))
    );
  }
  // *Old French*, *Middle Korean*.
  if (/^(?:old|middle|pidgin)$/.test(before) && passage.isCapital(word - 1) && passage.isCapital(word)) {
    return !passage.beginsSentence(word - 1) || endsClause(passage, word);
  }
  if (!endsClause(passage, word)) return false;
  if (/^(?:has|have|had|got)$/.test(before)) return passage.caseOf(word) === LetterCase.title;
  if (!SPOKEN_WELL.test(before)) return false;
  // *The poor French* are people.
  return !/^(?:the|these|those|all|some|many|most)$/.test(wordText(passage, word - 2));
}

/** How somebody speaks. */
const SPOKEN_WELL =
  /^(?:good|bad|fluent|perfect|broken|excellent|poor|decent|passable|halting|basic|rusty|schoolboy|flawless|impeccable|accented|terrible|awful|some|little)$/;

/** *In Korean with French subtitles*; without the language of the film itself they are French as a wine is. */
function isSubtitled(passage: Passage, word: number): boolean {
  return (
    /^(?:with|and)$/.test(wordText(passage, word - 1)) &&
    /^subtitles?$/.test(wordText(passage, word + 1)) &&
    (passage.classOf(word - 2) & WordClass.languageName) !== 0 &&
    isCued(passage, word - 2)
  );
}

/** Whether nothing stands behind a word that it could be the adjective of. */
function endsClause(passage: Passage, word: number): boolean {
  const gap = passage.sideBefore(word + 1);
  if (gap === Gap.space) {
    return /^(?:and|but|or|from|because|so|though|although|when|for|too|than)$/.test(
      wordText(passage, word + 1),
    )
      ? !isBeforeNoun(passage, word)
      : false;
  }
  return gap === Gap.period || gap === Gap.comma || gap === Gap.edge || gap === Gap.other;
}

/** *First French then English*: one language after the other. */
function isBesideThen(passage: Passage, word: number): boolean {
  const isOther = (at: number): boolean => (passage.classOf(at) & WordClass.languageName) !== 0;
  const isThen = (at: number): boolean =>
    passage.sideBefore(at) === Gap.space && wordText(passage, at) === 'then';
  return (isThen(word + 1) && isOther(word + 2)) || (isThen(word - 1) && isOther(word - 2));
}

/**
 * *Russian has ten times as many*, *because French is*: without an article and a noun, what does something is the
 * language. A language between commas may belong to a list of adjectives.
 */
function isSubject(passage: Passage, word: number): boolean {
  if (passage.sideBefore(word + 1) !== Gap.space || !BEING.test(wordText(passage, word + 1))) return false;
  if (passage.caseOf(word) !== LetterCase.title || passage.styleAt(word) !== LineStyle.normal) return false;
  if (passage.beginsSentence(word) || passage.gapBefore(word) === Gap.other) return true;
  return passage.sideBefore(word) === Gap.space && OPENING.test(wordText(passage, word - 1));
}

/** *French and bad Russian.*: a sentence, or an answer, of nothing but languages. */
function isWholeSentence(passage: Passage, word: number): boolean {
  let languages = 0;
  let first = word;
  while (word - first < 8 && !passage.beginsSentence(first)) {
    const gap = passage.sideBefore(first);
    if (gap !== Gap.space && gap !== Gap.comma) return false;
    first--;
  }
  for (let at = first; at < first + 10; at++) {
    const gap = passage.sideBefore(at + 1);
    const known = passage.classOf(at);
    if ((known & WordClass.languageName) !== 0) languages++;
    else if ((known & WordClass.languageQuality) === 0 && !CONJUNCTION.test(wordText(passage, at))) {
      return false;
    }
    if (gap === Gap.period || gap === Gap.edge || gap === Gap.other) return languages > 1;
    if (gap !== Gap.space && gap !== Gap.comma) return false;
  }
  return false;
}

const BEING = /^(?:is|was|has|had|remains|remained|becomes|became|isn|wasn|hasn|hadn)$/;
const OPENING = /^(?:and|but|that|because|where|while|since|as|when|if|although|though|so|only)$/;

/** *Languages: French, English*; `languages: [Russian, French]`. */
function isListed(passage: Passage, word: number): boolean {
  let first = word;
  while (word - first < 8 && passage.sideBefore(first) === Gap.comma) {
    if ((passage.classOf(first - 1) & WordClass.languageName) === 0) return false;
    first--;
  }
  if (passage.isCode && isWholeList(passage, first)) return true;
  return passage.gapBefore(first) === Gap.other && LANGUAGES.test(wordText(passage, first - 1));
}

/** `[French, English]`: nothing but names of languages between two signs that are no comma. */
function isWholeList(passage: Passage, first: number): boolean {
  let last = first;
  while (passage.gapBefore(last + 1) === Gap.comma) {
    if ((passage.classOf(++last) & WordClass.languageName) === 0) return false;
  }
  const isEnd = (gap: number): boolean => gap === Gap.other || gap === Gap.edge;
  return last > first && isEnd(passage.gapBefore(first)) && isEnd(passage.gapBefore(last + 1));
}

const LANGUAGES = /^(?:langs?|languages?|langues?|spoken|speaks)$/;

const SPEAK = /^(?:speaks?|speaking|spoke|spoken)$/;

/** Languages in French; those in English end otherwise. */
const FRENCH = /^(?:.*(?:ais|aise|ien|ienne|ois|oise|russe|turc|turque|coreen|arabe|allemand|espagnol))$/;
const CONJUNCTION = /^(?:and|or|nor|to|et|ou)$/;

/** Whether what stands before a word makes it a language; other languages and words like *good* may stand between. */
function isCued(passage: Passage, word: number): boolean {
  for (let steps = 0; steps < 8 && word > 0; steps++) {
    let before = word - 1;
    const gap = passage.sideBefore(word);
    if (gap !== Gap.space && gap !== Gap.comma) return false;
    const known = passage.classOf(before);
    const isConjunction = CONJUNCTION.test(wordText(passage, before));
    if (gap === Gap.space && (known & WordClass.languageCue) !== 0) return true;
    if (gap === Gap.comma || isConjunction) {
      if (isConjunction) before--;
      if ((passage.classOf(before) & WordClass.languageName) === 0) return false;
    } else if ((known & WordClass.languageQuality) === 0) return false;
    word = before;
  }
  return false;
}

/** Whether the word (or the last of the languages it begins a list of) is the adjective of a noun. */
function isBeforeNoun(passage: Passage, word: number): boolean {
  for (let steps = 0; steps < 8; steps++) {
    let next = word + 1;
    const gap = passage.sideBefore(next);
    if (gap === Gap.hyphen) return true;
    if (gap !== Gap.space && gap !== Gap.comma) return false;
    if (CONJUNCTION.test(wordText(passage, next))) next++;
    if (next > word + 1 || gap === Gap.comma) {
      if ((passage.classOf(next) & WordClass.languageName) === 0) return false;
      word = next;
      continue;
    }
    // *A reader in French and Korean Studies*.
    if (passage.isCapital(next) && STUDIES.test(wordText(passage, next))) return false;
    const known = passage.classOf(next);
    if ((known & (WordClass.function | WordClass.locative)) !== 0) return false;
    return passage.caseOf(next) !== LetterCase.none && !ADVERB.test(wordText(passage, next));
  }
  return false;
}

const STUDIES = /^(?:studies|literatures?|philology|linguistics)$/;
const ADVERB =
  /(?:ly|wards?)$|^(?:too|well|first|back|all|lol|pls|plz|btw|tho|haha|sucks|please|instead|though|alike|fluent|because|so|came|comes?|went|goes|sounds?|means?|meant|reads|says)$/;
/** *En*, *langue*, and the forms of verbs, but for *parlement*, *écrivain*, *étudiant*. */
const FRENCH_CUE =
  /^(?:en|langues?|parl(?:e|es|ez|ent|er|ons|ait|aient|ant)|appr(?:end\w*|enn\w+|is|it)|etudi(?:e|es|er|ent|ait|aient)|enseign(?:e|er|ent|ait|aient)|tradui(?:t|te|ts|tes|re|sent|sait)|ecri(?:t|te|ts|tes|re|s|vent|vait)|li(?:t|s|re|sent|sait))$/;
/** What is taught: *professeur de français*. */
const LESSON =
  /^(?:professeure?s?|profs?|cours|lecons?|etudiante?s?|eleves?|classes?|enseignante?s?|licence|maitrise|examens?|epreuves?|dictionnaires?|manuels?|grammaire|fautes?|mots?|notions?|agregee?s?)$/;
/** Between *parler* and a language: *un peu russe*, *parfois français*. */
const SOMEWHAT = /^(?:un|peu|parfois|souvent|surtout|aussi|meme|bien|mal|tres|couramment|et|ou|ni|mais|pas)$/;

/** *On y parle coréen, un peu russe, parfois français*. */
function isSpokenInFrench(passage: Passage, word: number): boolean {
  let at = word - 1;
  while (
    word - at < 8 &&
    (SOMEWHAT.test(wordText(passage, at)) || (passage.classOf(at) & WordClass.languageName) !== 0)
  ) {
    const gap = passage.sideBefore(at + 1);
    if (gap !== Gap.space && gap !== Gap.comma) return false;
    at--;
  }
  return at < word - 1 && wordText(passage, at).startsWith('parl') && FRENCH_CUE.test(wordText(passage, at));
}
const ARTICLE = /^(?:le|l|du|d|au|un|son|leur|mon|ton|notre|votre)$/;

function isFrenchLanguage(passage: Passage, word: number): boolean {
  if (isSpokenInFrench(passage, word)) return true;
  const isFeminine = /(?:aise|enne|oise|turque)$/.test(wordText(passage, word));
  let before = word - 1;
  while ((passage.classOf(before) & WordClass.languageQuality) !== 0 && word - before < 3) before--;
  const gap = passage.sideBefore(before + 1);
  if (gap !== Gap.space && gap !== Gap.apostrophe) return false;
  const cue = wordText(passage, before);
  if (/^(?:et|ou)$/.test(cue) && (passage.classOf(before - 1) & WordClass.languageName) !== 0) {
    return isFrenchLanguage(passage, before - 1);
  }
  if (isFeminine) return /^langues?$/.test(cue);
  if (cue === 'de') {
    return passage.caseOf(word) === LetterCase.lower && LESSON.test(wordText(passage, before - 1));
  }
  if (FRENCH_CUE.test(cue)) {
    return cue.startsWith('en') || /^(?:langue|parl|tradu|ecri)/.test(cue) || !passage.isCapital(word);
  }
  // *C'est la trad auto du français*, also in chat.
  if (/^du?$/.test(cue) && [1, 2].some((back) => /^(?:re)?trad/.test(wordText(passage, before - back)))) {
    return true;
  }
  if (!ARTICLE.test(cue) || passage.caseOf(word) !== LetterCase.lower) return false;
  if (passage.styleAt(word) === LineStyle.lower) return false;
  const next = passage.sideBefore(word + 1);
  return !((next === Gap.space || next === Gap.newline) && passage.isCapital(word + 1));
}
