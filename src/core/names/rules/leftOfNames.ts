import { FormFlag } from '../forms';
import { Gap, LetterCase, LineStyle, type Passage } from '../passage';
import { WordClass, WordRole } from './lexicon';
import { OPEN_ENDINGS } from './wordLists';
import { wordText } from './wordText';

/**
 * What stands before a name and makes a longer one of it: *Air France*, *Bank of France*, *Anatole France*,
 * *Latin American*, *Académie française*. See `isHidden`.
 */
export function isHiddenOnLeft(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
): boolean {
  const gap = passage.sideBefore(first);
  if (gap !== Gap.space && gap !== Gap.hyphen && gap !== Gap.apostrophe) return false;
  const before = first - 1;
  const known = passage.classOf(before);
  const isPerson = (flags & FormFlag.person) !== 0;
  const isDemonym = (flags & FormFlag.demonym) !== 0;
  const same = agrees(passage, before, first);
  if (isDemonym && (isFrenchInstitution(passage, hit, first) || isFrenchTitle(passage, first, last))) {
    return true;
  }
  if (gap === Gap.hyphen && isLocale(passage, flags, first, before)) return true;
  if (isDemonym && isOtherAmerican(passage, first, last)) return true;
  if ((known & WordClass.of) !== 0) return isPartOfHead(passage, first, before, isPerson);
  if (gap === Gap.apostrophe) return isPartOfHead(passage, first, before, isPerson);
  if (isPerson && (known & WordClass.leftPersonHead) !== 0) return true;
  if (
    ((flags & FormFlag.place) !== 0 || (isPerson && first !== last)) &&
    !isDemonym &&
    gap === Gap.space &&
    (passage.rolesOf(before) & WordRole.ship) !== 0
  ) {
    return true;
  }
  if (gap === Gap.hyphen) return isHyphenated(passage, hit, before, isPerson, isDemonym);
  if (!same) return false;
  if (!isPerson && (known & WordClass.direction) !== 0) {
    return (passage.classOf(first) & WordClass.direction) === 0;
  }
  // *Equatorial Guinean*.
  if (isDemonym && (passage.rolesOf(before) & WordRole.otherCountry) !== 0) return true;
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
  if (isDemonym || first !== last || (!isThird && isStart)) return false;
  if (passage.caseOf(before) === LetterCase.upper || !passage.isCapital(before)) return false;
  if (passage.nameEndingAt(before, hit) >= 0) return false;
  if ((flags & FormFlag.acronym) !== 0 || OPEN_ENDINGS.test(wordText(passage, before))) return false;
  return isThird || passage.styleAt(first) === LineStyle.normal;
}

/** *L'Académie française*, *la Comédie-Française*, *la roulette russe*, *le Parti communiste français*. */
export function isFrenchInstitution(passage: Passage, hit: number, first: number): boolean {
  const gap = passage.sideBefore(first);
  const before = first - 1;
  if (isManner(passage, first)) return true;
  if (gap === Gap.hyphen) {
    if (!passage.isCapital(before)) return false;
    if ((passage.classOf(before) & WordClass.leftOfDemonym) !== 0) return true;
    // *République-Française*, the name of a street; *Franco-Française* are two peoples.
    return (
      passage.caseOf(first) === LetterCase.title &&
      FRENCH_ENDING.test(wordText(passage, first)) &&
      (passage.classOf(before) & (WordClass.prefix | WordClass.direction | WordClass.given)) === 0 &&
      !FRENCH_ENDING.test(wordText(passage, before)) &&
      passage.nameEndingAt(before, hit) < 0
    );
  }
  if (gap !== Gap.space) return false;
  if ((passage.classOf(before) & WordClass.leftOfDemonym) !== 0) return true;
  if (!FRENCH_ENDING.test(wordText(passage, first)) || passage.caseOf(first) !== LetterCase.lower) {
    return false;
  }
  let head = passage.isCapital(before) ? before : before - 1;
  // *Festival du cinéma américain*.
  if (
    head === before - 1 &&
    (passage.rolesOf(head) & WordRole.frenchOf) !== 0 &&
    passage.sideBefore(head) === Gap.space
  ) {
    head--;
  }
  if (head < 0 || (head < before && passage.sideBefore(before) !== Gap.space)) return false;
  return passage.caseOf(head) === LetterCase.title && (passage.rolesOf(head) & WordRole.frenchHead) !== 0;
}

/** *À la française*, *à l’américaine*: in that manner; a woman of that people has a capital. */
function isManner(passage: Passage, first: number): boolean {
  const before = first - 1;
  if (passage.caseOf(first) !== LetterCase.lower || (passage.rolesOf(before) & WordRole.article) === 0) {
    return false;
  }
  return (
    /(?:aine|aise|ienne|eenne|oise|russe)$/.test(wordText(passage, first)) &&
    /^(?:la|l)$/.test(wordText(passage, before)) &&
    passage.sideBefore(before) === Gap.space &&
    wordText(passage, before - 1) === 'a'
  );
}

const FRENCH_ENDING = /(?:ain|aine|ais|aise|ien|ienne|een|eenne|ois|oise|russe)s?$/;

/** *Café Français*, *Compagnie Franco-Américaine*: French adjectives have a capital only in names. */
export function isFrenchTitle(passage: Passage, first: number, last: number): boolean {
  if (passage.caseOf(first) !== LetterCase.title || !FRENCH_ENDING.test(wordText(passage, last))) {
    return false;
  }
  let before = first - 1;
  if (passage.gapBefore(first) === Gap.hyphen && passage.caseOf(before) === LetterCase.title) before--;
  return (
    (passage.sideBefore(before + 1) === Gap.space || before < first - 1) &&
    passage.caseOf(before) === LetterCase.title &&
    (passage.classOf(before) & (WordClass.function | WordClass.title | WordClass.date | WordClass.given)) ===
      0 &&
    !FRENCH_DETERMINER.test(wordText(passage, before)) &&
    passage.styleAt(first) === LineStyle.normal
  );
}

/** Before the name of somebody: *Aucun Américain*, *Chaque Français*. */
const FRENCH_DETERMINER =
  /^(?:aucune?|chaque|toute?s?|tous|quel(?:le)?s?|certaine?s|plusieurs|deux|trois|quatre|cinq|quelques|beaucoup|jeunes?|vieux|vieil|vieille)$/;

/** Two words agree in case where both have capitals, or none has. */
export function agrees(passage: Passage, one: number, other: number): boolean {
  return (passage.caseOf(one) === LetterCase.lower) === (passage.caseOf(other) === LetterCase.lower);
}

const AMERICAN = /^americans?$|^americain(?:e|s|es)?$/;
/** Of another continent, or of the first people of this one. */
const OTHER_CONTINENT =
  /^(?:latin|latino|ibero|centro|nord|sud|afro|native|african|central|meso|pan|inter|hispanic)$/;
/** *A Mexican American* is of another people; the halves of *Mexican-American* are each their own. */
const OTHER_PEOPLE =
  /^(?:spanish|asian|arab|mexican|irish|italian|korean|chinese|japanese|vietnamese|jewish|indian|german|polish)$/;

/** *Latin American*, *Korean American*, *sud-américain*: of another people or continent. */
export function isOtherAmerican(passage: Passage, first: number, last: number): boolean {
  const gap = passage.sideBefore(first);
  if ((gap !== Gap.space && gap !== Gap.hyphen) || !AMERICAN.test(wordText(passage, first))) return false;
  const before = wordText(passage, first - 1);
  return (
    (OTHER_CONTINENT.test(before) ||
      (gap === Gap.hyphen && before === 'all') ||
      (gap === Gap.space && OTHER_PEOPLE.test(before))) &&
    !BETWEEN_STATES.test(wordText(passage, last + 1))
  );
}

const BETWEEN_STATES =
  /^(?:relations?|talks?|trade|treat(?:y|ies)|war|summits?|border|ties|alliance|dialogue|negotiations?|agreements?|cooperation|accords?|friendship|exchanges?|exercises?|tensions?|conflict|drills?|forces)$/;

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
  if (!agrees(passage, head, first)) return isStuff(passage, first, head);
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
    passage.caseOf(head) !== LetterCase.lower ||
    /^(?:tour|ile|stade|isle|bank|banque)$/.test(wordText(passage, head))
  );
}

/** *Plaster of Paris*, *la mer de Chine*, *l’encre de Chine*, *le golfe de Guinée*: in small letters too. */
function isStuff(passage: Passage, first: number, head: number): boolean {
  const text = wordText(passage, head);
  return /^(?:mer|golfe|encre)$/.test(text) || (text === 'plaster' && wordText(passage, first) === 'paris');
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
  // *Pierre-Mendès-France*.
  if (passage.gapBefore(before) === Gap.hyphen && (passage.classOf(before - 1) & WordClass.given) !== 0) {
    return true;
  }
  if ((known & (WordClass.leftPart | WordClass.headOf)) !== 0) return true;
  // *Ouest-France*.
  if ((known & WordClass.direction) !== 0 && !isPerson) return passage.caseOf(before) === LetterCase.title;
  return isPerson && passage.nameEndingAt(before, hit) < 0;
}

/** Peoples and languages in English. */
export const DEMONYM_ENDING = /(?:ish|ese|ian|ean|an|ic|ch|sch)$/;
