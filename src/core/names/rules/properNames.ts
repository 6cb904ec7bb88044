import { FormFlag } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { isDigit } from '../../text/words';
import { isLanguage } from './languages';
import { OPEN_ENDINGS } from './wordLists';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/**
 * A longer proper name hides a shorter one, known or not: *South Korea*, *Air France*, *Bank of France*,
 * *Anatole France*, *France Gall*, *French Guiana*. The neighbours decide, by lists where they are known and by their
 * capitals in running text where they are not. A capital says nothing
 * - at the beginning of a sentence (*When France*, *Officially France*), unless it is a given name,
 * - in a line of titles or of capitals, or in German, where only the lists are asked,
 * - across a line break, a comma or a full stop;
 * and these are never a part of the name: function words, titles (*Ambassador*), months and days, adjectives
 * (*Western France*, *Gaullist France*), acronyms, other known names (*In France Sarkozy said*).
 *
 * Returns whether the hit is hidden.
 */
export function isHidden(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  if ((flags & FormFlag.demonym) !== 0 && first === last && isLanguage(passage, first)) return true;
  const letters = passage.caseOf(first);
  if (letters === LetterCase.none) return false;
  if (
    (flags & PLAIN_KINDS) === FormFlag.cased &&
    letters !== LetterCase.lower &&
    isAmongSmallWords(passage, first, last)
  ) {
    return false;
  }
  const isShort = (flags & FormFlag.surname) !== 0;
  if (isShort && isOfAnotherBehind(passage, hit, last)) return true;
  if ((flags & FormFlag.cased) === 0) {
    if (isShort) return isOfAnother(passage, hit, first);
    return (
      (flags & FormFlag.demonym) !== 0 &&
      (isFrenchInstitution(passage, first) || isOtherAmerican(passage, first, last))
    );
  }
  if ((flags & FormFlag.concept) !== 0) return false;
  if (first === last && (flags & (FormFlag.place | FormFlag.work)) !== 0 && isSomebody(passage, first)) {
    return true;
  }
  if ((flags & FormFlag.work) !== 0) return first === last && isBearer(passage, hit, first);
  if ((flags & FormFlag.person) !== 0 && first !== last && isJoined(passage, hit, first, last)) return true;
  return (
    isHiddenOnLeft(passage, hit, flags, first, last) || isHiddenOnRight(passage, hit, flags, first, last)
  );
}

/** *Bibliothèque François-Mitterrand*: with hyphens for the spaces, a person's name is that of a street or a house. */
function isJoined(passage: Passage, hit: number, first: number, last: number): boolean {
  let hyphens = 0;
  for (let word = first + 1; word <= last; word++) if (passage.gapBefore(word) === Gap.hyphen) hyphens++;
  return hyphens > 0 && hyphens > (passage.form(hit).text.match(/[-‐‑–]/g)?.length ?? 0);
}

/** Places and titles that are given names as well. */
const ALSO_GIVEN =
  /^(?:chad|jordan|georgia|emma|paris|florence|sydney|austin|dallas|chelsea|brooklyn|madison|savannah|charlotte|victoria|virginia|carolina|israel|kenya|india|asia|sienna|vienna|lourdes|troy|milan|carmen|rebecca|matilda|jane|pamela|clarissa|cuba|kent|devon|lorraine|adelaide|alberta|regina)$/;
/** What people do and places and books do not. */
const HUMAN =
  /^(?:laugh|smil|nodd?|shrugg?|grinn?|sigh|giggl|whisper|yawn|blush|frown|sneez|cough|cried|cries|wept|weeps|winc|mutter|mumbl|chuckl|snor|wav|kiss|hugg?|blink|gasp|swallow)(?:s|es|ed|ing)?$/;
const SAID = /^(?:asked|replied|answered|whispered|muttered|laughed|shouted|cried|added|murmured)$/;
const KIN =
  /^(?:friend|brother|sister|cousin|uncle|aunt|son|daughter|husband|wife|neighbour|neighbor|colleague|boyfriend|girlfriend|nephew|niece|hi|hello|hey|dear|thanks)$/;

/** A name with a capital that is neither a person's nor a people's. */
const PLAIN_KINDS =
  FormFlag.cased | FormFlag.person | FormFlag.demonym | FormFlag.surname | FormFlag.acronym | FormFlag.work;
const ASKED = WordClass.of | WordClass.idiom | WordClass.leftPart;

/**
 * Whether words in small letters stand on both sides that no rule asks about, as nearly always: *to France without*.
 * Says no where in doubt.
 */
function isAmongSmallWords(passage: Passage, first: number, last: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (first === 0 || last + 1 >= count) return false;
  if (start[first]! - end[first - 1]! !== 1 || data[end[first - 1]!] !== 0x20) return false;
  const before = data[start[first - 1]!]!;
  if (before < 0x61 || before > 0x7a || (passage.classOf(first - 1) & ASKED) !== 0) return false;
  const gap = data[end[last]!]!;
  // A comma or a full stop ends what belongs to the name.
  if (gap === 0x2c || gap === 0x2e) return data[end[last]! + 1] === 0x20 && !isSomebody(passage, first);
  if (gap !== 0x20 || start[last + 1]! - end[last]! !== 1) return false;
  const behind = data[start[last + 1]!]!;
  return (
    behind >= 0x61 &&
    behind <= 0x7a &&
    (passage.classOf(last + 1) & ASKED) === 0 &&
    !isSomebody(passage, first)
  );
}

/** *Chad laughed*, *asked Emma*, *my cousin Jordan*: a given name that a place or a book has too. */
function isSomebody(passage: Passage, word: number): boolean {
  if ((passage.classOf(word) & (WordClass.commonName | WordClass.given)) === 0) return false;
  if (!ALSO_GIVEN.test(wordText(passage, word))) return false;
  if (passage.sideBefore(word + 1) === Gap.space && HUMAN.test(wordText(passage, word + 1))) return true;
  if (passage.sideBefore(word) !== Gap.space) return false;
  const before = wordText(passage, word - 1);
  return SAID.test(before) || KIN.test(before);
}

/** *Emma Woodhouse*: a title of one word that is a given name, before a family name. */
function isBearer(passage: Passage, hit: number, word: number): boolean {
  return (
    (passage.classOf(word) & WordClass.given) !== 0 &&
    passage.gapBefore(word + 1) === Gap.space &&
    passage.caseOf(word + 1) === LetterCase.title &&
    (passage.classOf(word + 1) & (WordClass.function | WordClass.title | WordClass.date)) === 0 &&
    passage.styleAt(word) === LineStyle.normal &&
    !passage.nameBeginsAt(word + 1, hit)
  );
}

/** *Humanitarian aid to Syria*, *the Socialist Party of Chile*: whose it is stands behind it. */
function isOfAnotherBehind(passage: Passage, hit: number, last: number): boolean {
  let word = last + 1;
  if (passage.sideBefore(word) !== Gap.space || !WHOSE.test(wordText(passage, word))) return false;
  word++;
  while (/^(?:the|la|le|les|l)$/.test(wordText(passage, word)) && word - last < 4) word++;
  const gap = passage.sideBefore(word);
  if (gap !== Gap.space && gap !== Gap.apostrophe) return false;
  return (
    passage.caseOf(word) === LetterCase.title &&
    passage.styleAt(last) === LineStyle.normal &&
    (passage.classOf(word) & (WordClass.function | WordClass.date | WordClass.title)) === 0 &&
    !passage.nameBeginsAt(word, hit)
  );
}

const WHOSE = /^(?:of|to|for|de|du|des|d|a|au|aux|pour)$/;

/** *The Iranian nuclear weapons programme* is not the one whose full name stood before. */
function isOfAnother(passage: Passage, hit: number, first: number): boolean {
  const gap = passage.sideBefore(first);
  let before = first - 1;
  if (gap !== Gap.space) return false;
  if (passage.gapBefore(before) === Gap.apostrophe && wordText(passage, before) === 's') before--;
  else if (!DEMONYM_ENDING.test(wordText(passage, before))) return false;
  return passage.isCapital(before) && passage.nameEndingAt(before, hit) < 0;
}

/** *L'Académie française*, *la Comédie-Française*, *la roulette russe*, *le Parti communiste français*. */
function isFrenchInstitution(passage: Passage, first: number): boolean {
  const gap = passage.sideBefore(first);
  const before = first - 1;
  if (gap === Gap.hyphen) {
    return passage.isCapital(before) && (passage.classOf(before) & WordClass.leftOfDemonym) !== 0;
  }
  if (gap !== Gap.space) return false;
  if ((passage.classOf(before) & WordClass.leftOfDemonym) !== 0) return true;
  if (!FRENCH_ENDING.test(wordText(passage, first)) || passage.caseOf(first) !== LetterCase.lower) {
    return false;
  }
  const head = passage.isCapital(before) ? before : before - 1;
  if (head < 0 || (head < before && passage.sideBefore(before) !== Gap.space)) return false;
  return passage.caseOf(head) === LetterCase.title && FRENCH_HEADS.test(wordText(passage, head));
}

const FRENCH_ENDING = /(?:ain|aine|ais|aise|ien|ienne|een|eenne|ois|oise|russe)s?$/;
/** With a capital before *français*: a body of that name. */
const FRENCH_HEADS =
  /^(?:institut|parti|federation|ligue|confederation|union|association|societe|croix|theatre|opera|orchestre|mouvement|empire)$/;

/** Two words agree in case where both have capitals, or none has. */
function agrees(passage: Passage, one: number, other: number): boolean {
  return (passage.caseOf(one) === LetterCase.lower) === (passage.caseOf(other) === LetterCase.lower);
}

function isHiddenOnLeft(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  const gap = passage.sideBefore(first);
  if (gap !== Gap.space && gap !== Gap.hyphen && gap !== Gap.apostrophe) return false;
  const before = first - 1;
  const known = passage.classOf(before);
  const isPerson = (flags & FormFlag.person) !== 0;
  const isDemonym = (flags & FormFlag.demonym) !== 0;
  const same = agrees(passage, before, first);
  if (isDemonym && isFrenchInstitution(passage, first)) return true;
  if (gap === Gap.hyphen && isLocale(passage, flags, first, before)) return true;
  if (isDemonym && isOtherAmerican(passage, first, last)) return true;
  if ((known & WordClass.of) !== 0) return isPartOfHead(passage, first, before, isPerson);
  if (gap === Gap.apostrophe) return isPartOfHead(passage, first, before, isPerson);
  if (isPerson && (known & WordClass.leftPersonHead) !== 0) return true;
  if (
    (flags & FormFlag.place) !== 0 &&
    !isDemonym &&
    gap === Gap.space &&
    SHIP.test(wordText(passage, before))
  ) {
    return true;
  }
  if (gap === Gap.hyphen) return isHyphenated(passage, hit, before, isPerson, isDemonym);
  if (!same) return false;
  if (!isPerson && (known & WordClass.direction) !== 0) {
    return (passage.classOf(first) & WordClass.direction) === 0;
  }
  if (!isPerson && !isDemonym && (known & WordClass.leftPart) !== 0) {
    // *AS Monaco* is a club; in capitals *AS FRANCE VOTES* is not.
    return (known & WordClass.function) === 0 || passage.styleAt(first) !== LineStyle.upper;
  }
  if (passage.caseOf(before) === LetterCase.lower) {
    return (
      first === last && (known & WordClass.given) !== 0 && (known & WordClass.function) === 0 && !isDemonym
    );
  }
  const isStart = passage.beginsSentence(before);
  if ((known & WordClass.given) !== 0) {
    if ((known & (WordClass.title | WordClass.date)) !== 0) return false;
    if (isStart && (known & WordClass.function) !== 0) return false;
    return isPerson || first === last;
  }
  if (
    (known &
      (WordClass.function | WordClass.title | WordClass.date | WordClass.locative | WordClass.prefix)) !==
    0
  ) {
    return false;
  }
  // *The Spanish Socialist Party* is another party; *the British European Union referendum* is about the same union.
  if (
    (flags & FormFlag.organisation) !== 0 &&
    first !== last &&
    passage.caseOf(before) === LetterCase.title &&
    DEMONYM_ENDING.test(wordText(passage, before)) &&
    !DEMONYM_ENDING.test(wordText(passage, first))
  ) {
    return passage.nameEndingAt(before, hit) < 0;
  }
  // *Pierre Mendès France*, also in a headline: a given name and two family names.
  const isThird =
    first === last &&
    !isPerson &&
    passage.gapBefore(before) === Gap.space &&
    passage.isCapital(before - 1) &&
    (passage.classOf(before - 1) & (WordClass.given | WordClass.function | WordClass.title)) ===
      WordClass.given;
  if (isDemonym || (!isThird && (isStart || passage.styleAt(first) !== LineStyle.normal))) return false;
  if (passage.caseOf(before) === LetterCase.upper || !startsWithCapital(passage, before)) return false;
  if (passage.nameEndingAt(before, hit) >= 0) return false;
  const word = wordText(passage, before);
  return first === last && (flags & FormFlag.acronym) === 0 && !OPEN_ENDINGS.test(word);
}

/** *The ferry Estonia*, *the liner France*. */
const SHIP = /^(?:ferry|liner|steamer|steamship|cruiser|tanker|yacht|frigate|destroyer|battleship|paquebot)$/;
const AMERICAN = /^americans?$|^americain(?:e|s|es)?$/;
const LEFT_OF_AMERICAN =
  /^(?:latin|latino|ibero|centro|nord|sud|afro|native|african|central|meso|pan|spanish|all|asian|arab|hispanic|mexican|irish|italian|korean|chinese|japanese|vietnamese|jewish|indian|german|polish)$/;
/** *Korean-American relations* are about two countries; a *Korean-American* is of another people. */
const BETWEEN_STATES =
  /^(?:relations?|talks?|trade|treat(?:y|ies)|war|summits?|border|ties|alliance|dialogue|negotiations?|agreements?|cooperation|accords?|friendship|exchanges?|exercises?|tensions?|conflict|drills?|forces)$/;

/** *Latin American*, *Korean-American*, *sud-américain*: of another people or continent. */
function isOtherAmerican(passage: Passage, first: number, last: number): boolean {
  const gap = passage.sideBefore(first);
  return (
    (gap === Gap.space || gap === Gap.hyphen) &&
    LEFT_OF_AMERICAN.test(wordText(passage, first - 1)) &&
    AMERICAN.test(wordText(passage, first)) &&
    !BETWEEN_STATES.test(wordText(passage, last + 1))
  );
}

/** *en-US* is a locale; *ex-US* is not. */
function isLocale(passage: Passage, flags: number, first: number, before: number): boolean {
  if ((flags & FormFlag.acronym) === 0) return false;
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  if (end[before]! - start[before]! !== 2 || end[first]! - start[first]! !== 2) return false;
  if (passage.caseOf(before) !== LetterCase.lower || data[end[before]!] !== 0x2d) return false;
  return (passage.classOf(before) & WordClass.prefix) === 0 || wordText(passage, before) === 'en';
}

/** *Bank of France*, *Tour de France*, *University of North Korean Studies*; `of` is the word between. */
function isPartOfHead(passage: Passage, first: number, of: number, isPerson: boolean): boolean {
  let head = of - 1;
  while (head >= 0 && (passage.classOf(head) & WordClass.of) !== 0 && of - head < 3) head--;
  if (head < 0) return false;
  for (let word = head + 1; word <= of; word++) {
    const gap = passage.sideBefore(word);
    if (gap !== Gap.space && gap !== Gap.hyphen) return false;
  }
  const known = passage.classOf(head);
  if (isPerson && (known & WordClass.leftPersonHead) !== 0) return true;
  // *Hauts-de-France*.
  if (
    passage.sideBefore(first) === Gap.hyphen &&
    passage.sideBefore(of) === Gap.hyphen &&
    passage.isCapital(head)
  ) {
    return true;
  }
  if ((known & WordClass.republic) !== 0) {
    return REPUBLICS.test(wordText(passage, first)) && agrees(passage, head, first);
  }
  if (!agrees(passage, head, first)) return false;
  if (
    (known & WordClass.given) !== 0 &&
    (known & (WordClass.function | WordClass.title | WordClass.date)) === 0
  ) {
    // *Marie de France*; *Elizabeth of Russia*.
    return (
      of - head === 1 &&
      !isPerson &&
      passage.caseOf(head) === LetterCase.title &&
      NOBLE.test(wordText(passage, of))
    );
  }
  if ((known & WordClass.headOf) === 0) return false;
  // In a line without capitals only what is hardly ever a common noun counts.
  return (
    passage.caseOf(head) !== LetterCase.lower || /^(?:tour|ile|stade|isle)$/.test(wordText(passage, head))
  );
}

const NOBLE = /^(?:de|d|of|von)$/;

/** States of the same word: the Republic of Korea is not North Korea. */
const REPUBLICS = /^(?:korea|coree|china|chine|congo)$/;

function isHyphenated(
  passage: Passage,
  hit: number,
  before: number,
  isPerson: boolean,
  isDemonym: boolean,
): boolean {
  const known = passage.classOf(before);
  if (passage.caseOf(before) === LetterCase.lower) return (known & WordClass.given) !== 0 && !isDemonym;
  if ((known & (WordClass.prefix | WordClass.function)) !== 0 && (known & WordClass.given) === 0) {
    return false;
  }
  if ((known & WordClass.given) !== 0) return true;
  if ((known & (WordClass.leftPart | WordClass.headOf)) !== 0) return true;
  return isPerson && passage.nameEndingAt(before, hit) < 0;
}

function isHiddenOnRight(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  const behind = last + 1;
  const gap = passage.sideBefore(behind);
  if (gap !== Gap.space && gap !== Gap.hyphen) return false;
  const known = passage.classOf(behind);
  const isPlace = (flags & FormFlag.place) !== 0;
  const isPerson = (flags & FormFlag.person) !== 0;
  const same = agrees(passage, behind, first);
  if ((flags & FormFlag.demonym) !== 0) {
    if ((known & WordClass.idiom) !== 0) return true;
    if ((known & WordClass.rightOfDemonymAny) !== 0 && isFrench(passage, last)) return true;
    if (same && (known & WordClass.rightOfDemonym) !== 0) return true;
    if (passage.caseOf(behind) === LetterCase.lower && gap === Gap.space) {
      const next = wordText(passage, behind);
      if (next === 'revolution' || EVENT.test(`${next} ${wordText(passage, behind + 1)}`)) return true;
    }
    return !passage.nameBeginsAt(behind, hit) && isPartOfLonger(passage, first, behind);
  }
  if ((known & WordClass.idiom) !== 0 && gap === Gap.space && first === last) {
    return isPlace || (passage.classOf(first) & WordClass.commonName) !== 0;
  }
  if (gap === Gap.hyphen) {
    if (isPlace) return same && (known & WordClass.rightOfPlace) !== 0;
    return (
      isPerson &&
      passage.caseOf(behind) === LetterCase.title &&
      first !== last &&
      !passage.nameBeginsAt(behind, hit)
    );
  }
  if (isPlace) {
    if (same && (known & WordClass.rightOfPlace) !== 0) return true;
    if (isChannel(passage, first, behind)) return true;
    // *Corée du Sud*, *Corea del Sur*.
    if (
      (known & WordClass.of) !== 0 &&
      (passage.classOf(behind + 1) & WordClass.direction) !== 0 &&
      agrees(passage, behind + 1, first)
    ) {
      return passage.sideBefore(behind + 1) === Gap.space;
    }
  }
  if (isPerson && (known & WordClass.personSuffix) !== 0) return true;
  if (!isPerson && (flags & FormFlag.acronym) === 0 && leadsToHead(passage, hit, first, behind)) return true;
  if (passage.caseOf(behind) !== LetterCase.title || passage.caseOf(first) === LetterCase.lower) return false;
  if ((known & WordClass.rightHead) !== 0) {
    return (
      isPerson ||
      passage.styleAt(first) === LineStyle.normal ||
      (passage.styleAt(first) === LineStyle.titled && INSTITUTION.test(wordText(passage, behind)))
    );
  }
  if ((flags & FormFlag.acronym) !== 0 && wordText(passage, behind) === 'open') return true;
  if ((flags & FormFlag.acronym) !== 0 || (!isPlace && !isPerson)) return false;
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  // *I* always has its capital; another small word with one is a part of a name.
  if ((known & (WordClass.title | WordClass.date)) !== 0) return false;
  if (isOneLetter(passage, behind) && passage.gapBefore(behind + 1) !== Gap.apostrophe) return false;
  if (
    isPlace &&
    (passage.classOf(first - 1) & WordClass.strictLocative) !== 0 &&
    passage.sideBefore(first) === Gap.space
  ) {
    return false;
  }
  return !passage.nameBeginsAt(behind, hit);
}

/** *European Union Youth Orchestra*, *Pyongyang Film Festival*: in running text, words with capitals up to a head. */
function leadsToHead(passage: Passage, hit: number, first: number, behind: number): boolean {
  if (passage.caseOf(first) !== LetterCase.title) return false;
  for (let word = behind; word < behind + 4; word++) {
    if (passage.caseOf(word) !== LetterCase.title || passage.nameBeginsAt(word, hit)) return false;
    if (word > behind && passage.sideBefore(word) !== Gap.space) return false;
    if (word > behind && (passage.classOf(word) & WordClass.rightHead) !== 0) {
      return passage.styleAt(first) === LineStyle.normal;
    }
  }
  return false;
}

/** *France 24*; *on France 2*. A figure that goes on (*France 2-1 Brazil*) is a score. */
function isChannel(passage: Passage, first: number, behind: number): boolean {
  if (first !== behind - 1 || !isDigit(passage.units.data[passage.tokens.start[behind]!]!)) return false;
  if (wordText(passage, first) !== 'france') return false;
  const figure = wordText(passage, behind);
  if (figure === '24') return true;
  if (!/^[2345]$/.test(figure)) return false;
  const next = passage.units.data[passage.tokens.end[behind]!] ?? 0;
  const after = passage.units.data[passage.tokens.end[behind]! + 1] ?? 0;
  return /^(?:on|sur|de|by|a|par)$/.test(wordText(passage, first - 1)) && !(next !== 0x20 && isDigit(after));
}

/** Behind a place also in a line of titles: what is called after it. */
const INSTITUTION =
  /^(?:university|universite|review|journal|times|airlines|airport|museum|library|institute|college)$/;

/** *American Airlines*, *the Cuban Missile Crisis*: words with capitals up to one that heads such names. */
function isPartOfLonger(passage: Passage, first: number, behind: number): boolean {
  const letters = passage.caseOf(first);
  if (letters === LetterCase.lower || passage.caseOf(behind) !== letters) return false;
  const isNext = passage.sideBefore(behind + 1) === Gap.space && passage.caseOf(behind + 1) === letters;
  if (isNext && SET_PHRASE.test(`${wordText(passage, behind)} ${wordText(passage, behind + 1)}`)) return true;
  if (letters !== LetterCase.title) return false;
  if (passage.styleAt(first) !== LineStyle.normal) return INSTITUTION.test(wordText(passage, behind));
  let last = behind;
  while (
    last - behind < 3 &&
    passage.sideBefore(last + 1) === Gap.space &&
    passage.caseOf(last + 1) === LetterCase.title
  ) {
    last++;
  }
  return (passage.classOf(last) & WordClass.longerHead) !== 0;
}

/** Behind a people, in small letters as well. */
const EVENT = /^(?:missile crisis|civil war|foreign legion|orthodox church)$/;
/** Behind a people, also in headlines: institutions, wars and events that many countries have. */
const SET_PHRASE =
  /^(?:foreign legion|orthodox church|civil war|missile crisis|revolutionary war|(?:communist|labou?r|republican|democratic|conservative|liberal|reform|workers|green|nazi) party|red cross|grand prix|film festival|film institute|football federation|football association|chamber orchestra|west africa|equatorial africa|west indies|national ballet|premier league|open championship)$/;

const DEMONYM_ENDING = /(?:ish|ese|ian|ean|an|ic|ch|sch)$/;

function isFrench(passage: Passage, word: number): boolean {
  return wordText(passage, word) === 'french';
}

function startsWithCapital(passage: Passage, word: number): boolean {
  return passage.isCapital(word);
}
