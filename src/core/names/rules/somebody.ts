import { Gap, isOneLetter, LetterCase, type Passage } from '../passage';
import { isVariety } from './languageLists';
import { WordClass, WordRole } from './lexicon';
import { isInverted } from './setOff';
import { wordText } from './wordText';

/** Places and titles that are given names as well. */
const ALSO_GIVEN =
  /^(?:chad|jordan|georgia|emma|paris|florence|sydney|austin|dallas|chelsea|brooklyn|madison|savannah|charlotte|victoria|virginia|carolina|israel|kenya|india|asia|sienna|vienna|lourdes|troy|milan|carmen|rebecca|matilda|jane|pamela|clarissa|cuba|kent|devon|lorraine|adelaide|alberta|regina)$/;
/** What people do and places and books do not. */
const HUMAN =
  /^(?:laugh|smil|nodd?|shrugg?|grinn?|sigh|giggl|whisper|yawn|blush|frown|sneez|cough|cried|cries|wept|weeps|winc|mutter|mumbl|chuckl|snor|wav|kiss|hugg?|blink|gasp|swallow)(?:s|es|ed|ing)?$/;
const SAID = /^(?:asked|replied|answered|whispered|muttered|laughed|shouted|cried|added|murmured)$/;
const KIN =
  /^(?:friend|brother|sister|cousin|uncle|aunt|son|daughter|husband|wife|neighbour|neighbor|colleague|boyfriend|girlfriend|nephew|niece|hi|hello|hey|dear|thanks)$/;

/**
 * Whether the name of a place or a work, one word, is somebody's: *P. Cuba*, *Mme Cuba*, *France, Anatole. 1914*;
 * where it is a given name, *Chad laughed*, *asked Emma*, *my cousin Jordan*, *Emma's brother*. Or another thing's:
 * *Paris, Texas*, *Jordan (river)*.
 */
export function isSomebody(passage: Passage, word: number): boolean {
  if (isBetweenSmallWords(passage, word) && (passage.classOf(word) & ALSO_PERSONS) === 0) return false;
  return isSomebodyBeside(passage, word);
}

const ALSO_PERSONS = WordClass.commonName | WordClass.given;

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** The place of nearly every name: single spaces and words in small letters on both sides, none that is asked about. */
function isBetweenSmallWords(passage: Passage, word: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (word === 0 || word + 1 >= count) return false;
  const at = start[word]! - 1;
  const to = end[word]!;
  const previous = data[start[word - 1]!]!;
  if (data[at] !== 0x20 || end[word - 1] !== at || !isSmall(previous) || isNamingLetter(previous)) {
    return false;
  }
  const next = data[to + 1]!;
  return data[to] === 0x20 && isSmall(next) && !isStreamLetter(next);
}

/** The first letters of *river*, *delta*, *basin* and *valley*. */
function isStreamLetter(unit: number): boolean {
  return unit === 0x72 || unit === 0x64 || unit === 0x62 || unit === 0x76;
}

/** The first letters of *called*, *named* and *nommé*. */
function isNamingLetter(unit: number): boolean {
  return unit === 0x63 || unit === 0x6e;
}

/** *Mr French*, *French, Dawn. 2001*: a people's name that is somebody's. */
export function isCalledSo(passage: Passage, word: number): boolean {
  return (
    isInverted(passage, word) ||
    (passage.units.data[passage.tokens.start[word]! - 1] === 0x20 && isTitled(passage, word))
  );
}

function isSomebodyBeside(passage: Passage, word: number): boolean {
  const { data } = passage.units;
  const isBeforeComma = data[passage.tokens.end[word]!] === 0x2c;
  if (isBeforeComma && (isInverted(passage, word) || isOfState(passage, word))) return true;
  const before = data[passage.tokens.start[word]! - 1];
  if (before === 0x20 ? isTitled(passage, word) : before === 0x28 && isVariety(passage, word)) return true;
  if (isOtherThing(passage, word) || isNamedSo(passage, word)) return true;
  if ((passage.classOf(word) & ALSO_PERSONS) === 0) return false;
  if (!ALSO_GIVEN.test(wordText(passage, word))) return false;
  if (passage.sideBefore(word + 1) === Gap.space && HUMAN.test(wordText(passage, word + 1))) return true;
  // *Chad says so*; *“Emma,” she said.*
  if (/^says?$/.test(wordText(passage, word + 1)) && wordText(passage, word + 2) === 'so') return true;
  if (isCalled(passage, word) || isByline(passage, word)) return true;
  if (isHumanBehind(passage, word) || isOneOfThem(passage, word)) return true;
  if (passage.sideBefore(word) !== Gap.space) return false;
  const previous = wordText(passage, word - 1);
  return SAID.test(previous) || KIN.test(previous);
}

/** *By Georgia Hale and Jordan Pettit*, also in a line of titles. */
function isByline(passage: Passage, word: number): boolean {
  return (
    passage.gapBefore(word) === Gap.space &&
    passage.gapBefore(word + 1) === Gap.space &&
    /^(?:by|and|mr|mrs|ms|dr|prof)$/.test(wordText(passage, word - 1)) &&
    passage.caseOf(word + 1) === LetterCase.title &&
    (passage.classOf(word + 1) &
      (WordClass.function | WordClass.title | WordClass.date | WordClass.given)) ===
      0
  );
}

/** *Paris, Texas*; *Georgia, USA*: a place of the same name in another country. */
function isOfState(passage: Passage, word: number): boolean {
  if (passage.units.data[passage.tokens.end[word]!] !== 0x2c || passage.gapBefore(word + 1) !== Gap.comma) {
    return false;
  }
  if (passage.caseOf(word + 1) === LetterCase.upper) return STATE_CODE.test(wordText(passage, word + 1));
  return (
    passage.caseOf(word + 1) === LetterCase.title &&
    AMERICAN_STATE.test(wordText(passage, word + 1)) &&
    passage.gapBefore(word + 2) !== Gap.comma
  );
}

const STATE_CODE =
  /^(?:al|ak|az|ar|ca|co|ct|fl|hi|id|il|ia|ks|ky|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|pa|ri|sc|sd|tn|tx|ut|vt|va|wv|wi|wy)$/;
const AMERICAN_STATE =
  /^(?:texas|tennessee|kentucky|illinois|idaho|maine|ontario|missouri|arkansas|ohio|michigan|alabama|nebraska|wisconsin|oregon|vermont|indiana|iowa|kansas|montana|utah)$/;

/** Whether a name stands alone in quotation marks with a comma: somebody is called by it. */
function isCalled(passage: Passage, word: number): boolean {
  const { data } = passage.units;
  const to = passage.tokens.end[word]!;
  const sign = data[passage.tokens.start[word]! - 1];
  return (
    (sign === 0x22 || sign === 0x201c) &&
    data[to] === 0x2c &&
    (data[to + 1] === 0x22 || data[to + 1] === 0x201d)
  );
}

/** Before a family name alone; titles such as *President* stand before countries as well (*President France needs*). */
const HONORIFIC =
  /^(?:mr|mrs|ms|mme|mmes|mlle|messrs|madame|mademoiselle|monsieur|m|mm|dr|prof|professor|professeur|maitre|herr|frau|senor|senora|signor|signora|sgt|lt|capt|col|cpl|pvt)$/;
/** What may stand before the initial of somebody named in passing. */
const BEFORE_INITIAL = /^(?:and|et|und|by|par|with|avec|von|to|from|for|pour|de|per|cc|see|cf|v|vs)$/;

/** *Mme Cuba*, *M. France*, *, P. Cuba*, *31 A. Cuba*; at the beginning of a line *B. France* is the second item. */
function isTitled(passage: Passage, word: number): boolean {
  const before = word - 1;
  if (before < 0) return false;
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  const at = start[word]!;
  // Nearly always a word in small letters stands there, or a comma.
  if (isSmall(data[start[before]!]!)) return false;
  const isPointed = data[at - 2] === 0x2e && end[before] === at - 2;
  if (!isPointed && end[before] !== at - 1) return false;
  if (!passage.isCapital(before) || !passage.isCapital(word)) return false;
  if (!isOneLetter(passage, before)) {
    return (
      (passage.classOf(before) & WordClass.title) !== 0 &&
      passage.caseOf(before) === LetterCase.title &&
      HONORIFIC.test(wordText(passage, before)) &&
      passage.gapBefore(before) !== Gap.hyphen
    );
  }
  if (!isPointed) return false;
  const gap = passage.gapBefore(before);
  // *J. P. Cuba*, but not *U.S. Cuba*.
  if (gap === Gap.period) {
    const isApart = data[start[before]! - 1] === 0x20 && isOneLetter(passage, before - 1);
    return isApart && passage.isCapital(before - 1) && !passage.breaksLine(before - 1);
  }
  if (passage.breaksLine(before)) return false;
  if (gap === Gap.comma) return true;
  // *(P. Cuba)*; *S. Kim (treasurer), P. Cuba*.
  if (gap !== Gap.space) {
    const sign = data[start[before]! - 2];
    return data[start[before]! - 1] === 0x28 || sign === 0x2c || sign === 0x3a;
  }
  const first = data[start[before - 1]!]!;
  return (first >= 0x30 && first <= 0x39) || BEFORE_INITIAL.test(wordText(passage, before - 1));
}

/** Of what else a name in parentheses is said to be; *(the person)*. */
const OTHER_THING =
  /^(?:river|person|surname|name|man|woman|girl|boy|film|novel|band|song|album|ship|horse|dog|cat|crater|colleague|intern|fleuve|riviere|prenom|personne|film|roman|navire)$/;
const RIVER = /^(?:river|fleuve|riviere|stream|prenom|cours)$/;

/** *Jordan (river)*; *le Niger, qui est un fleuve*; *the Jordan river*. */
function isOtherThing(passage: Passage, word: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  const next = word + 1;
  const at = end[word]!;
  if (next >= count) return false;
  if (start[next] === at + 1) {
    return (
      data[at] === 0x20 && isStreamLetter(data[at + 1]!) && (passage.rolesOf(next) & WordRole.stream) !== 0
    );
  }
  if (start[next] !== at + 2) return false;
  if (data[at] === 0x20 && data[at + 1] === 0x28) return isInParentheses(passage, next);
  // *, qui*, *, which*, *, that*.
  const letter = data[at + 2];
  return (
    data[at] === 0x2c &&
    (letter === 0x71 || letter === 0x77 || letter === 0x74) &&
    isClauseOfThing(passage, next)
  );
}

/** *(river)*, *(the person)*, *(a given name)*. */
function isInParentheses(passage: Passage, word: number): boolean {
  if (/^(?:the|a|an|le|la|un|une)$/.test(wordText(passage, word))) word++;
  if (wordText(passage, word) === 'given') word++;
  return passage.units.data[passage.tokens.end[word]!] === 0x29 && OTHER_THING.test(wordText(passage, word));
}

/** *, qui est un fleuve*. */
function isClauseOfThing(passage: Passage, word: number): boolean {
  return (
    (passage.classOf(word) & WordClass.function) !== 0 &&
    /^(?:qui|which|that)$/.test(wordText(passage, word)) &&
    /^(?:est|is)$/.test(wordText(passage, word + 1)) &&
    /^(?:an?|une?|the|le|la)$/.test(wordText(passage, word + 2)) &&
    RIVER.test(wordText(passage, word + 3))
  );
}

/** *A town called Cuba*, *a ship named Estonia*, *un chien nommé Cuba*. */
function isNamedSo(passage: Passage, word: number): boolean {
  const { data } = passage.units;
  const { start } = passage.tokens;
  if (word < 2 || !isNamingLetter(data[start[word - 1]!]!) || passage.sideBefore(word) !== Gap.space) {
    return false;
  }
  return (
    /^(?:called|named|nomme|nommee)$/.test(wordText(passage, word - 1)) &&
    NAMED_THING.test(wordText(passage, word - 2))
  );
}

const NAMED_THING =
  /^(?:town|village|hamlet|ship|boat|ferry|yacht|dog|cat|horse|parrot|boy|girl|man|woman|friend|student|colleague|bar|cafe|restaurant|band|novel|film|song|game|racehorse|chien|chat|cheval|bateau|navire|village|homme|femme|garcon|fille|ami|amie|collegue)$/;

/** What only people have. */
const OF_PEOPLE =
  /^(?:opinion|opinions|wife|husband|mother|father|parents|brother|sister|son|daughter|girlfriend|boyfriend|flat|desk|phone|laugh|smile|voice|eyes|hair|birthday|dog|cat|car|shoes|hand|hands|face|friend|cousin|boss)$/;

/** *Emma's brother*; *Chad, whose opinion …*. */
function isHumanBehind(passage: Passage, word: number): boolean {
  const gap = passage.gapBefore(word + 1);
  const next = wordText(passage, word + 1);
  return (
    ((gap === Gap.apostrophe && next === 's') || (gap === Gap.comma && next === 'whose')) &&
    OF_PEOPLE.test(wordText(passage, word + 2))
  );
}

/** *Is a Jordan too*: one of those who are called so; *a Jordan official* is none, nor *à Cuba*. */
function isOneOfThem(passage: Passage, word: number): boolean {
  const before = word - 1;
  if (passage.sideBefore(word) !== Gap.space || !/^(?:an?|another)$/.test(wordText(passage, before))) {
    return false;
  }
  if (passage.units.data[passage.tokens.start[before]!]! > 0x7f) return false;
  const gap = passage.sideBefore(word + 1);
  if (gap === Gap.hyphen || gap === Gap.apostrophe) return false;
  return gap !== Gap.space || BEHIND_ONE.test(wordText(passage, word + 1));
}

const BEHIND_ONE = /^(?:too|and|or|but|also|as|in|who|myself|himself|herself)$/;

/**
 * *Chad Kroeger*, *Michael Jordan*: somebody called like a place or a work is named in full, so that the bare name behind it is
 * likely that person's.
 */
export function introducesSomebody(passage: Passage, word: number): boolean {
  if ((passage.classOf(word) & ALSO_PERSONS) === 0 || !ALSO_GIVEN.test(wordText(passage, word))) return false;
  if (passage.caseOf(word) !== LetterCase.title) return false;
  const isName = (at: number): boolean =>
    passage.caseOf(at) === LetterCase.title &&
    (passage.classOf(at) & (WordClass.function | WordClass.title | WordClass.date | WordClass.rightHead)) ===
      0;
  if (
    passage.gapBefore(word) === Gap.space &&
    (passage.classOf(word - 1) & WordClass.given) !== 0 &&
    isName(word - 1)
  ) {
    return true;
  }
  // A family name, and no further capital: *Georgia State Bulldogs*.
  return (
    passage.gapBefore(word + 1) === Gap.space &&
    isName(word + 1) &&
    !isOneLetter(passage, word + 1) &&
    (passage.classOf(word - 1) & WordClass.of) === 0 &&
    !(passage.gapBefore(word + 2) === Gap.space && passage.isCapital(word + 2))
  );
}

/** Whether a bare name stands as a person's does: *Chad sat*, *Chad's hat*, at the beginning of a sentence or behind *then*, *and*. */
export function standsAsSomebody(passage: Passage, word: number): boolean {
  if (passage.caseOf(word) !== LetterCase.title) return false;
  const gap = passage.gapBefore(word + 1);
  if (gap === Gap.space ? passage.caseOf(word + 1) !== LetterCase.lower : gap !== Gap.apostrophe) {
    return false;
  }
  if (passage.beginsSentence(word)) return true;
  const before = passage.classOf(word - 1);
  return (
    passage.sideBefore(word) === Gap.space &&
    (before & WordClass.locative) === 0 &&
    /^(?:then|but|when|while|because|that|as|so|if|asked|told|met|saw|says?|said|thinks?)$/.test(
      wordText(passage, word - 1),
    )
  );
}
