import { fold } from '../../text/fold';
import { FormFlag, fullSpellings } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/**
 * Longer proper names that no list knows, told by how they are built, in running text with normal capitals:
 * - a head with a capital before *of* (*the Supreme Court of Estonia*, *Librairie de France*), unless it is an office
 *   or a part of the state or land itself (*the Embassy of France*, *the North of France*) or a person (*Chirac of France*),
 * - a body that is for something (*Committee for Human Rights in North Korea*), or behind an institution's acronym
 *   (*EU Agency for Asylum*),
 * - a small word with a capital inside a sentence: a title begins there (*I Am Cuba*, *From Russia with Love*),
 * - two names of which a body or a treaty is made (*France–Korea Business Council*),
 * - an acronym beside words of its letters that are not its name (*Europa Universalis (EU)*).
 */
export function isInLongerName(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
): boolean {
  if (passage.caseOf(first) === LetterCase.lower) return isStreet(passage, first);
  if ((flags & FormFlag.acronym) !== 0 && isOtherAcronym(passage, hit, first, last)) return true;
  const gap = passage.sideBefore(first);
  if (gap === Gap.space || gap === Gap.apostrophe) {
    if (isStreet(passage, first)) return true;
    if (isOfHead(passage, hit, flags, first, last)) return true;
    if (gap === Gap.space && isInTitle(passage, flags, first, last)) return true;
  }
  return (
    isBeforeBody(passage, hit, flags, first, last) ||
    ((flags & FormFlag.place) !== 0 && first !== last && isUnionOf(passage, hit, last))
  );
}

/** *The United States of Europe*. */
function isUnionOf(passage: Passage, hit: number, last: number): boolean {
  return (
    STATES.test(wordText(passage, last)) &&
    /^(?:of|de|du|d)$/.test(wordText(passage, last + 1)) &&
    passage.sideBefore(last + 1) === Gap.space &&
    isClose(passage, last + 2) &&
    isProper(passage, last + 2) &&
    !passage.nameBeginsAt(last + 2, hit)
  );
}

const STATES = /^(?:states|etats|unis|republic|union|kingdom)$/;

/** Gaps inside a name that goes on. */
function isClose(passage: Passage, word: number): boolean {
  const gap = passage.sideBefore(word);
  return gap === Gap.space || gap === Gap.apostrophe;
}

const STREET = /^(?:rue|avenue|boulevard|quai|impasse|allee|chaussee|esplanade|faubourg)$/;
const FRENCH_OF = /^(?:de|du|des|d)$/;
const ARTICLE = /^(?:the|la|le|les|l)$/;

/** *Rue de la Corée*, *avenue de France*, in small letters too. */
function isStreet(passage: Passage, first: number): boolean {
  let word = first - 1;
  if (ARTICLE.test(wordText(passage, word))) word--;
  return (
    FRENCH_OF.test(wordText(passage, word)) &&
    isClose(passage, word) &&
    STREET.test(wordText(passage, word - 1))
  );
}

const OF = /^(?:of|de|du|des|d)$/;
const FOR = /^(?:for|on|pour|sur)$/;
const BODY =
  /^(?:committee|comite|commission|council|conseil|institute|institut|association|campaign|coalition|alliance|network|reseau|center|centre|foundation|fondation|fund|fonds|society|societe|citizens|friends|amis|coordination|agency|agence|league|ligue|forum|union|congress|academy|bureau|movement|mouvement|lawyers|students|women|doctors|foundation|federation|organisation|organization|programme|program|project|initiative|school|chair|journal|review)$/;
/** What a state, a land or a people has: with it the country is meant. */
const OWN =
  /^(?:embass(?:y|ies)|ambassades?|botschaft|consulates?|consulat|legation|mission|delegation|government|gouvernement|states?|etats?|kingdom|royaume|minist(?:ry|ere)s?|peoples?|peuple|parts?|half|rest|coast|cote|parliament|parlement|senat|senate|army|armee|navy|marine|population|economy|capital|capitale|presidency|presidence|interior|middle|midi|border|frontiere|head|chef|heads|side|cote|flag|drapeau|republic|side|office|territory|territoire|foreign|affairs|affaires|etrangeres|one|both|all|none)$/;
const ADJECTIVE =
  /(?:al|ale|ales|aux|ique|iques|aise|ais|ienne|ien|aine|eenne|ive|aire|eur|eure|esque|eme|ee|ees)$/;

function isProper(passage: Passage, word: number): boolean {
  return (
    passage.caseOf(word) === LetterCase.title &&
    !isOneLetter(passage, word) &&
    (passage.classOf(word) &
      (WordClass.function | WordClass.title | WordClass.date | WordClass.direction | WordClass.republic)) ===
      0
  );
}

/** *The Supreme Court of Estonia*, *Committee for Human Rights in North Korea*, *Bibliothèque nationale de France*. */
function isOfHead(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  if ((flags & FormFlag.person) !== 0) return false;
  let word = first - 1;
  if (ARTICLE.test(wordText(passage, word)) && isClose(passage, word)) word--;
  const near = wordText(passage, word);
  const isOf = OF.test(near);
  if (isOf && passage.caseOf(word) === LetterCase.lower && isClose(passage, word)) {
    let head = word - 1;
    if (passage.caseOf(head) === LetterCase.lower && isClose(passage, head)) {
      const adjective = wordText(passage, head);
      if (near !== 'of' && ADJECTIVE.test(adjective)) head--;
    }
    if (isHead(passage, hit, head, near === 'of') || (near !== 'of' && isFrenchBody(passage, word - 1))) {
      return true;
    }
  }
  return isForHead(passage, word, passage.caseOf(last + 1) === LetterCase.title);
}

/** *L'Union des étudiants communistes de France*: a body, *des*, and one or two words in small letters. */
function isFrenchBody(passage: Passage, from: number): boolean {
  for (let word = from; word > from - 3; word--) {
    if (passage.caseOf(word) !== LetterCase.lower || !isClose(passage, word)) return false;
    if (word === from || !FRENCH_OF.test(wordText(passage, word))) continue;
    return BODY.test(wordText(passage, word - 1)) && passage.caseOf(word - 1) === LetterCase.title;
  }
  return false;
}

/** Whether a word with a capital before *of* a country makes a name of both. */
function isHead(passage: Passage, hit: number, head: number, isEnglish: boolean): boolean {
  // *The Charter of Fundamental Rights of the European Union*, *Confederation of Labor of Russia*.
  let of = head;
  while (head - of < 3 && passage.sideBefore(of) === Gap.space && isProper(passage, of - 1)) of--;
  of--;
  if (isEnglish && passage.caseOf(head) === LetterCase.title && wordText(passage, of) === 'of') {
    const whole = wordText(passage, of - 1);
    if (isProper(passage, of - 1) && !OWN.test(whole) && isClose(passage, of) && isClose(passage, of + 1)) {
      return passage.styleAt(head) === LineStyle.normal && passage.nameEndingAt(of - 1, hit) < 0;
    }
  }
  if (!isProper(passage, head) || passage.styleAt(head) !== LineStyle.normal) return false;
  const text = wordText(passage, head);
  if (OWN.test(text) || passage.nameEndingAt(head, hit) >= 0) return false;
  if ((passage.classOf(head) & WordClass.given) !== 0) return false;
  // *Jews of France*, *Coréens de France*.
  if (text.length > 4 && /[sx]$/.test(text)) return false;
  if (!isEnglish) {
    if ((passage.classOf(head) & WordClass.headOf) !== 0) return true;
    return !passage.beginsSentence(head) && passage.gapBefore(head) !== Gap.newline;
  }
  // *Chirac of France* is a person: in English an article must lead to the head.
  let word = head;
  while (head - word < 4 && passage.sideBefore(word) === Gap.space && isProper(passage, word - 1)) word--;
  if (OWN.test(wordText(passage, word))) return false;
  return passage.sideBefore(word) === Gap.space && DETERMINER.test(wordText(passage, word - 1));
}

const DETERMINER = /^(?:the|a|an|its|their|his|her|our|this|that|every|each|another)$/;
const JOINING = /^(?:of|for|on|in|and|the|de|du|des|d|la|le|les|l|pour|sur|et|en)$/;

/** *Committee for …*, *Institute of Far Eastern and Korean Studies*: a chain of capitals and small words to a body. */
function isForHead(passage: Passage, from: number, isBeforeCapital: boolean): boolean {
  let hasFor = false;
  for (let word = from; word >= 0 && from - word < 8; word--) {
    const text = wordText(passage, word);
    const letters = passage.caseOf(word);
    if (letters === LetterCase.lower) {
      if (!JOINING.test(text)) return false;
      if ((text === 'and' || text === 'et') && !isBeforeCapital) return false;
      if (FOR.test(text) || (OF.test(text) && isBeforeCapital)) hasFor = true;
    } else if (letters !== LetterCase.title) return false;
    else if (hasFor && BODY.test(text)) {
      return passage.caseOf(word + 1) === LetterCase.lower && passage.styleAt(word) === LineStyle.normal;
    } else if ((passage.classOf(word) & (WordClass.function | WordClass.title | WordClass.date)) !== 0) {
      return false;
    }
    if (!isClose(passage, word)) return false;
  }
  return false;
}

const IN_TITLE = /^(?:from|in|to|am|is|are|was|with|without|for|at|by|into|of|my|our|on|over|under)$/;

/** *I Am Cuba*, *From Russia with Love*, *The Russia House*, *the frigate La France*. */
function isInTitle(passage: Passage, flags: number, first: number, last: number): boolean {
  if ((flags & FormFlag.person) !== 0 || passage.caseOf(first - 1) !== LetterCase.title) return false;
  let before = first - 1;
  // *The Quiet American*.
  const isApart =
    passage.sideBefore(before) === Gap.space &&
    passage.caseOf(before - 1) === LetterCase.title &&
    THE.test(wordText(passage, before - 1));
  if (isApart) before--;
  if (passage.caseOf(before) !== LetterCase.title || (passage.classOf(before) & WordClass.function) === 0) {
    return false;
  }
  const text = wordText(passage, before);
  if (!isInside(passage, before)) return false;
  if (text === 'am') return true;
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  const isName = first === last || (flags & FormFlag.demonym) !== 0;
  if (isApart) return isName && THE.test(text);
  if (IN_TITLE.test(text)) return true;
  if (first === last && /^(?:la|le|les)$/.test(text)) return (flags & FormFlag.demonym) === 0;
  return isName && THE.test(text);
}

const THE = /^(?:the|an?)$/;

/** Whether a word stands inside a sentence, where a small word has no capital but in a title: behind a word, a comma or a semicolon. */
function isInside(passage: Passage, word: number): boolean {
  const gap = passage.gapBefore(word);
  if (gap === Gap.space || gap === Gap.comma) return true;
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  const to = end[word - 1]!;
  return gap === Gap.other && start[word]! - to === 2 && data[to] === 0x3b && data[to + 1] === 0x20;
}

const ORGAN =
  /^(?:ministry|embassy|government|state|department|foreign|army|navy|air|forces?|parliament|senate|congress|supreme|court|national|assembly|house|office|security|interior|defen[cs]e|trade|finance|justice|cultural|culture|consulate|mission|delegation|police|coast|customs|border|treasury|intelligence|secret|special|space|constitution|constitutional|nuclear|education|health|agriculture|nobel|olympic|catholics?|jews?|muslims?|christians?|protestants?|orthodox|marxists?|maoists?|gaullists?|greens?|internet|wikipedia|english|republic|federation|embassies|media|television|fleet|people|revolution|sinologists?|koreanists?)$/;

/** A part of a state, before or behind whose name the country is meant: *the French Foreign Ministry*. */
export function isStateOrgan(passage: Passage, word: number): boolean {
  return ORGAN.test(wordText(passage, word));
}

const COUNCIL =
  /^(?:council|agreement|accord|treaty|pact|association|society|forum|chamber|federation|committee|commission|league|foundation|institute|friendship|act|alliance|convention|club|initiative|dialogue|partnership|agency|company|library|museum|centre|center|prize|review|journal|war|festival|framework|summit)$/;

/** *France–Korea Business Council*; *EU Agency for Asylum*; *the North Korean Human Rights Act*. */
function isBeforeBody(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  let word = last + 1;
  const gap = passage.sideBefore(word);
  const isJoined = gap === Gap.hyphen || gap === Gap.dash;
  if (gap !== Gap.space && !isJoined) return false;
  if (passage.caseOf(first) === LetterCase.lower || !passage.isCapital(word)) return false;
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  if (isJoined) {
    // The other name, of one or two words.
    const head =
      bodyFrom(passage, word + 1) || (passage.isCapital(word + 1) ? bodyFrom(passage, word + 2) : 0);
    return head > 0;
  }
  const before = passage.gapBefore(first);
  if ((before === Gap.hyphen || before === Gap.dash) && passage.isCapital(first - 1)) {
    if (bodyFrom(passage, word) > 0) return true;
  }
  if ((flags & FormFlag.concept) !== 0) {
    // A concept is written with capitals only in a name: *North Korean Human Rights Act*.
    return passage.isCapital(last) && !passage.nameBeginsAt(word, hit) && bodyFrom(passage, word) === word;
  }
  if ((flags & FormFlag.person) !== 0) return false;
  const head = bodyFrom(passage, word);
  if (head === 0) return false;
  while (word < head) if (isStateOrgan(passage, word++)) return false;
  return (
    BODY.test(wordText(passage, head)) &&
    passage.sideBefore(head + 1) === Gap.space &&
    /^(?:for|of|on)$/.test(wordText(passage, head + 1)) &&
    passage.isCapital(head + 2)
  );
}

/** The word with a capital, at most three words on, that heads a body or treaty; 0 where there is none. */
function bodyFrom(passage: Passage, from: number): number {
  for (let word = from; word < from + 4; word++) {
    if (passage.sideBefore(word) !== Gap.space || passage.caseOf(word) !== LetterCase.title) return 0;
    if (COUNCIL.test(wordText(passage, word))) return word;
  }
  return 0;
}

/** *EU (Europa Universalis)*, *Europa Universalis (EU)*: the letters of other words. */
function isOtherAcronym(passage: Passage, hit: number, first: number, last: number): boolean {
  if (first !== last) return false;
  const { data } = passage.units;
  const { start, end, count } = passage.tokens;
  const letters = wordText(passage, first);
  const behind = end[last]!;
  if (data[behind] === 0x20 && data[behind + 1] === 0x28) {
    const from = last + 1;
    if (from >= count || start[from] !== behind + 2 || passage.nameBeginsAt(from, hit)) return false;
    return spells(passage, from, letters) && !areOwnWords(passage, hit, from, letters.length);
  }
  if (start[first]! > 1 && data[start[first]! - 1] === 0x28 && data[start[first]! - 2] === 0x20) {
    let from = first;
    let capitals = 0;
    while (from > 0 && capitals < letters.length && first - from < 8) {
      from--;
      if (passage.isCapital(from)) capitals++;
      if (from < first - 1 && passage.sideBefore(from + 1) !== Gap.space) return false;
    }
    if (passage.nameEndingAt(first - 1, hit) >= 0) return false;
    return spells(passage, from, letters) && !areOwnWords(passage, hit, from, letters.length);
  }
  return false;
}

/** Whether words with capitals from here on begin with these letters, small words aside. */
function spells(passage: Passage, from: number, letters: string): boolean {
  let at = 0;
  for (let word = from; word < from + 8 && at < letters.length; word++) {
    if (!passage.isCapital(word)) {
      if (word === from || (passage.classOf(word) & WordClass.function) === 0) return false;
      continue;
    }
    if (!wordText(passage, word).startsWith(letters.charAt(at))) return false;
    at++;
  }
  return at === letters.length;
}

/** Whether words begin like those of a full form of the name: *UE (Unión Europea)* is the Union in Spanish. */
function areOwnWords(passage: Passage, hit: number, from: number, count: number): boolean {
  const own = fullSpellings(passage.table, passage.form(hit).name).map((full) => ` ${fold(full)}`);
  let word = from;
  for (let at = 0; at < count; word++) {
    if (!passage.isCapital(word)) continue;
    const begin = ` ${wordText(passage, word).slice(0, 4)}`;
    if (!own.some((full) => full.includes(begin))) return false;
    at++;
  }
  return true;
}
