import { FormFlag } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { isChannel } from './channels';
import { agrees } from './leftOfNames';
import { WordClass, WordRole } from './lexicon';
import { isStateOrgan } from './longerNames';
import { wordText } from './wordText';

/**
 * What stands behind a name and makes a longer one of it: *France Gall*, *French Guiana*, *Pyongyang Film Festival*,
 * *Cuban Missile Crisis*. See `isHidden`.
 */
export function isHiddenOnRight(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
): boolean {
  const behind = last + 1;
  const gap = passage.sideBefore(behind);
  // *U.S. Steel*: the point is the acronym's own.
  if (gap === Gap.period && (flags & FormFlag.acronym) !== 0 && isPointed(passage, last)) {
    return (
      passage.caseOf(behind) === LetterCase.title && (passage.rolesOf(behind) & WordRole.acronymHead) !== 0
    );
  }
  if (gap !== Gap.space && gap !== Gap.hyphen) return false;
  const known = passage.classOf(behind);
  const isPlace = (flags & FormFlag.place) !== 0;
  const isPerson = (flags & FormFlag.person) !== 0;
  const same = agrees(passage, behind, first);
  if ((flags & FormFlag.demonym) !== 0) {
    if ((known & WordClass.idiom) !== 0) return true;
    if ((known & WordClass.rightOfDemonymAny) !== 0 && isFrench(passage, last)) return true;
    if (isCoffeePot(passage, first, behind)) return true;
    if (same && (known & WordClass.rightOfDemonym) !== 0) return true;
    if (passage.caseOf(behind) === LetterCase.lower && gap === Gap.space) {
      const next = wordText(passage, behind);
      if (next === 'football' && wordText(passage, last) === 'american') return true;
      if (next === 'revolution' || EVENT.test(`${next} ${wordText(passage, behind + 1)}`)) return true;
    }
    return !passage.nameBeginsAt(behind, hit) && isPartOfLonger(passage, hit, first, behind);
  }
  if ((known & WordClass.idiom) !== 0 && gap === Gap.space) {
    if (first !== last) {
      return (flags & FormFlag.organisation) !== 0 && wordText(passage, behind) === 'diplomatique';
    }
    return isPlace || (passage.classOf(first) & WordClass.commonName) !== 0;
  }
  if (gap === Gap.hyphen) {
    // *France-Albert René*.
    if (isPlace) {
      return (
        same &&
        (known & (WordClass.rightOfPlace | WordClass.given)) !== 0 &&
        !passage.nameBeginsAt(behind, hit)
      );
    }
    return (
      isPerson &&
      passage.caseOf(behind) === LetterCase.title &&
      first !== last &&
      !passage.nameBeginsAt(behind, hit)
    );
  }
  if (isPlace) {
    // *Guinée équatoriale*.
    if ((passage.rolesOf(behind) & WordRole.otherCountry) !== 0) return true;
    if (same && (known & WordClass.rightOfPlace) !== 0) return true;
    if (isChannel(passage, first, behind)) return true;
    if (
      same &&
      (passage.rolesOf(behind) & WordRole.club) !== 0 &&
      passage.caseOf(behind) === LetterCase.upper
    ) {
      return true;
    }
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
  if (isPerson && isCalledAfter(passage, behind)) return true;
  if (!isPerson && (flags & FormFlag.acronym) === 0 && leadsToHead(passage, hit, first, behind)) return true;
  if (passage.caseOf(behind) !== LetterCase.title || passage.caseOf(first) === LetterCase.lower) return false;
  if ((flags & FormFlag.acronym) !== 0) {
    return (passage.rolesOf(behind) & WordRole.acronymHead) !== 0 || leadsToUnit(passage, hit, behind);
  }
  if ((known & WordClass.rightHead) !== 0) {
    return (
      isPerson ||
      passage.styleAt(first) === LineStyle.normal ||
      (passage.styleAt(first) === LineStyle.titled && (passage.rolesOf(behind) & WordRole.institution) !== 0)
    );
  }
  if (!isPlace && !isPerson) return false;
  // *I* always has its capital; another small word with one is a part of a name.
  if ((known & (WordClass.title | WordClass.date)) !== 0) return false;
  if (isOneLetter(passage, behind) && passage.gapBefore(behind + 1) !== Gap.apostrophe) return false;
  if (isPlace && isRuled(passage, behind)) return false;
  if (
    isPlace &&
    (passage.classOf(first - 1) & WordClass.strictLocative) !== 0 &&
    passage.sideBefore(first) === Gap.space
  ) {
    return false;
  }
  return !passage.nameBeginsAt(behind, hit) && passage.styleAt(first) === LineStyle.normal;
}

/** Whether the letters that end with this word have points between them, and a space behind the last. */
function isPointed(passage: Passage, last: number): boolean {
  const { data } = passage.units;
  const end = passage.tokens.end[last]!;
  return data[end] === 0x2e && data[end + 1] === 0x20 && data[end - 2] === 0x2e;
}

/** *Charles de Gaulle airport*: in small letters, what is called after the person before it. */
export function isCalledAfter(passage: Passage, behind: number): boolean {
  return (
    passage.sideBefore(behind) === Gap.space &&
    passage.caseOf(behind) === LetterCase.lower &&
    (passage.rolesOf(behind) & WordRole.calledAfter) !== 0
  );
}

/** *US Interests Section*, *EU Programme Support Unit*: two words or more with capitals, none of them a part of the state. */
function leadsToUnit(passage: Passage, hit: number, behind: number): boolean {
  let last = behind;
  while (last - behind < 4 && passage.caseOf(last) === LetterCase.title && !isStateOrgan(passage, last)) {
    if (passage.nameBeginsAt(last, hit)) return false;
    if (last > behind && (passage.rolesOf(last) & WordRole.unit) !== 0) {
      return passage.styleAt(behind) === LineStyle.normal;
    }
    if (passage.sideBefore(++last) !== Gap.space) return false;
  }
  return false;
}

/** *The United States Treasury*: behind a state, what it rules with. */
function isRuled(passage: Passage, behind: number): boolean {
  return isStateOrgan(passage, behind) && RULED_WITH.test(wordText(passage, behind));
}

const RULED_WITH =
  /^(?:treasury|senate|congress|army|navy|government|parliament|embassy|consulate|ministry|supreme)$/;

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

/** *American Airlines*, *the Cuban Missile Crisis*: words with capitals up to one that heads such names. */
function isPartOfLonger(passage: Passage, hit: number, first: number, behind: number): boolean {
  const letters = passage.caseOf(first);
  if (letters === LetterCase.lower || passage.caseOf(behind) !== letters) return false;
  const isNext = passage.sideBefore(behind + 1) === Gap.space && passage.caseOf(behind + 1) === letters;
  if (isNext && SET_PHRASE.test(`${wordText(passage, behind)} ${wordText(passage, behind + 1)}`)) return true;
  if (letters !== LetterCase.title) return false;
  if (passage.styleAt(first) !== LineStyle.normal) {
    return (passage.rolesOf(behind) & WordRole.institution) !== 0;
  }
  let last = behind;
  while (last - behind < 4) {
    // *The French Lieutenant's Woman*.
    const isOwner = passage.gapBefore(last + 1) === Gap.apostrophe && wordText(passage, last + 1) === 's';
    const next = isOwner ? last + 2 : last + 1;
    if (passage.sideBefore(next) !== Gap.space || passage.caseOf(next) !== LetterCase.title) break;
    last = next;
  }
  if (((passage.classOf(last) | passage.classOf(behind)) & WordClass.longerHead) !== 0) {
    // *The Russian Security Council* is a part of the state.
    return (
      !isStateOrgan(passage, behind) ||
      !/^(?:council|commission|committee|agency|bureau)$/.test(wordText(passage, last))
    );
  }
  // *Cuban Five*.
  if (last === behind && COUNT.test(wordText(passage, behind))) return true;
  if (last === behind && isOfTitle(passage, behind)) return true;
  // *British American Tobacco*, *French Indochina War Veterans*: words with capitals that name no office, person or part of a state.
  const isAfterPeople =
    passage.sideBefore(first) === Gap.space &&
    passage.caseOf(first - 1) === LetterCase.title &&
    PEOPLE_ENDING.test(wordText(passage, first - 1));
  if (last - behind < 2 && !isAfterPeople) return false;
  if (isStateOrgan(passage, last)) return false;
  for (let word = behind; word <= last; word++) {
    if ((passage.classOf(word) & NO_PART) !== 0 || passage.nameBeginsAt(word, hit)) return false;
  }
  return true;
}

/** *A French press* makes coffee; *the French press* writes. */
function isCoffeePot(passage: Passage, first: number, behind: number): boolean {
  return (
    wordText(passage, behind) === 'press' &&
    isFrench(passage, first) &&
    /^(?:an?|my|his|her|your|our|one|another)$/.test(wordText(passage, first - 1))
  );
}

/** *The American Way of Cooking*: a work or a body, by a noun with a capital, *of*, and another. */
function isOfTitle(passage: Passage, behind: number): boolean {
  return (
    passage.sideBefore(behind + 1) === Gap.space &&
    (passage.rolesOf(behind + 1) & WordRole.of) !== 0 &&
    passage.caseOf(behind + 1) === LetterCase.lower &&
    passage.sideBefore(behind + 2) === Gap.space &&
    passage.caseOf(behind + 2) === LetterCase.title &&
    (passage.classOf(behind) & NO_PART) === 0 &&
    (passage.rolesOf(behind) & (WordRole.organ | WordRole.own)) === 0 &&
    !RULER.test(wordText(passage, behind))
  );
}

/** *The French Count of Foix*, *the French Colony of Oceania*. */
const RULER =
  /^(?:count|countess|baron|bishop|viscount|archduke|sultan|emir|colony|protectorate|province|region|city|town|island|islands|port|coast)$/;

const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|hundred)$/;
const NO_PART =
  WordClass.function |
  WordClass.title |
  WordClass.date |
  WordClass.given |
  WordClass.direction |
  WordClass.locative;
/** Peoples in English: *British*, *Chinese*, *Italian*. */
const PEOPLE_ENDING = /(?:ish|ese|ian|ean|itch|utch)$/;

/** Behind a people, in small letters as well. */
const EVENT = /^(?:missile crisis|civil war|foreign legion|orthodox church)$/;
/** Behind a people, also in headlines: institutions, wars and events that many countries have. */
const SET_PHRASE =
  /^(?:foreign legion|orthodox church|civil war|missile crisis|revolutionary war|(?:communist|labou?r|republican|democratic|conservative|liberal|reform|workers|green|nazi) party|red cross|grand prix|film festival|film institute|football federation|football association|chamber orchestra|new year|west africa|far east|equatorial africa|west indies|national ballet|premier league|open championship)$/;

function isFrench(passage: Passage, word: number): boolean {
  return wordText(passage, word) === 'french';
}
