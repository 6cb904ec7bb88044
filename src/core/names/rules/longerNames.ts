import { fold } from '../../text/fold';
import { FormFlag, fullSpellings } from '../forms';
import { Gap, isOneLetter, LetterCase, LineStyle, type Passage } from '../passage';
import { WordClass, WordRole } from './lexicon';
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
export function isInLongerOnLeft(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
): boolean {
  if (passage.caseOf(first) === LetterCase.lower) return isStreet(passage, first);
  const gap = passage.sideBefore(first);
  if (gap !== Gap.space && gap !== Gap.apostrophe) return false;
  if (isStreet(passage, first) || isOfHead(passage, hit, flags, first, last)) return true;
  return gap === Gap.space && isInTitle(passage, flags, first, last);
}

/** The same for what stands behind. */
export function isInLongerOnRight(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
): boolean {
  if (passage.caseOf(first) === LetterCase.lower) return false;
  return (
    isBeforeBody(passage, hit, flags, first, last) ||
    ((flags & FormFlag.place) !== 0 && first !== last && isUnionOf(passage, hit, last))
  );
}

/** *The United States of Europe*. */
function isUnionOf(passage: Passage, hit: number, last: number): boolean {
  return (
    (passage.rolesOf(last) & WordRole.states) !== 0 &&
    (passage.rolesOf(last + 1) & OF) !== 0 &&
    passage.sideBefore(last + 1) === Gap.space &&
    isClose(passage, last + 2) &&
    isProper(passage, last + 2) &&
    !passage.nameBeginsAt(last + 2, hit)
  );
}

/** Gaps inside a name that goes on. */
function isClose(passage: Passage, word: number): boolean {
  const gap = passage.sideBefore(word);
  return gap === Gap.space || gap === Gap.apostrophe;
}

/** *Rue de la Corée*, *avenue de France*, in small letters too. */
function isStreet(passage: Passage, first: number): boolean {
  let word = first - 1;
  if ((passage.rolesOf(word) & WordRole.article) !== 0) word--;
  return (
    (passage.rolesOf(word) & WordRole.frenchOf) !== 0 &&
    (passage.rolesOf(word - 1) & WordRole.street) !== 0 &&
    isClose(passage, word) &&
    // *Une rue de Paris* is one of its streets.
    !/^(?:une|cette|chaque|aucune)$/.test(wordText(passage, word - 2))
  );
}

/** *Of*, in either language. */
const OF = WordRole.of | WordRole.frenchOf;
const ADJECTIVE =
  /(?:al|ale|ales|aux|ique|iques|aise|ais|ienne|ien|aine|eenne|ive|aire|eur|eure|esque|eme|ee|ees)$/;

function isPlural(passage: Passage, word: number): boolean {
  const { start, end } = passage.tokens;
  const sign = passage.units.data[end[word]! - 1]!;
  return end[word]! - start[word]! > 4 && (sign === 0x73 || sign === 0x78);
}

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
  if ((passage.rolesOf(word) & WordRole.article) !== 0 && isClose(passage, word)) word--;
  const near = passage.rolesOf(word);
  const isEnglish = (near & WordRole.of) !== 0;
  if ((near & OF) !== 0 && passage.caseOf(word) === LetterCase.lower && isClose(passage, word)) {
    let head = word - 1;
    if (passage.caseOf(head) === LetterCase.lower && isClose(passage, head)) {
      if (!isEnglish && ADJECTIVE.test(wordText(passage, head))) head--;
    }
    if (isHead(passage, hit, head, isEnglish) || (!isEnglish && isFrenchBody(passage, word - 1))) {
      return true;
    }
  }
  return isForHead(passage, word, passage.caseOf(last + 1) === LetterCase.title);
}

/** *L'Union des étudiants communistes de France*: a body, *des*, and one or two words in small letters. */
function isFrenchBody(passage: Passage, from: number): boolean {
  for (let word = from; word > from - 3; word--) {
    if (passage.caseOf(word) !== LetterCase.lower || !isClose(passage, word)) return false;
    if (word === from || (passage.rolesOf(word) & WordRole.frenchOf) === 0) continue;
    return (passage.rolesOf(word - 1) & WordRole.body) !== 0 && passage.caseOf(word - 1) === LetterCase.title;
  }
  return false;
}

/** Whether a word with a capital before *of* a country makes a name of both. */
function isHead(passage: Passage, hit: number, head: number, isEnglish: boolean): boolean {
  // *The Charter of Fundamental Rights of the European Union*, *Confederation of Labor of Russia*.
  let of = head;
  while (head - of < 3 && passage.sideBefore(of) === Gap.space && isProper(passage, of - 1)) of--;
  of--;
  if (isEnglish && passage.caseOf(head) === LetterCase.title && (passage.rolesOf(of) & WordRole.of) !== 0) {
    const whole = passage.rolesOf(of - 1);
    if (
      isProper(passage, of - 1) &&
      (whole & WordRole.own) === 0 &&
      isClose(passage, of) &&
      isClose(passage, of + 1)
    ) {
      return passage.styleAt(head) === LineStyle.normal && passage.nameEndingAt(of - 1, hit) < 0;
    }
  }
  if (!isProper(passage, head) || (passage.rolesOf(head) & WordRole.own) !== 0) return false;
  if ((passage.classOf(head) & WordClass.given) !== 0 || passage.nameEndingAt(head, hit) >= 0) return false;
  if (passage.styleAt(head) !== LineStyle.normal) return false;
  // *Jews of France*, *Coréens de France*.
  if (isPlural(passage, head)) return false;
  if (!isEnglish) {
    if ((passage.classOf(head) & WordClass.headOf) !== 0) return true;
    return !passage.beginsSentence(head) && passage.gapBefore(head) !== Gap.newline;
  }
  // *Chirac of France* is a person: in English an article must lead to the head.
  let word = head;
  while (head - word < 4 && passage.sideBefore(word) === Gap.space && isProper(passage, word - 1)) word--;
  if ((passage.rolesOf(word) & WordRole.own) !== 0) return false;
  return (passage.rolesOf(word - 1) & WordRole.determiner) !== 0 && passage.sideBefore(word) === Gap.space;
}

/** *Committee for …*, *Institute of Far Eastern and Korean Studies*: a chain of capitals and small words to a body. */
function isForHead(passage: Passage, from: number, isBeforeCapital: boolean): boolean {
  let hasFor = false;
  for (let word = from; word >= 0 && from - word < 8; word--) {
    const roles = passage.rolesOf(word);
    const letters = passage.caseOf(word);
    if (letters === LetterCase.lower) {
      if ((roles & WordRole.joining) === 0) return false;
      if ((roles & WordRole.and) !== 0 && !isBeforeCapital) return false;
      if ((roles & WordRole.for) !== 0 || ((roles & OF) !== 0 && isBeforeCapital)) hasFor = true;
    } else if (letters !== LetterCase.title) return false;
    else if (hasFor && (roles & WordRole.body) !== 0) {
      return passage.caseOf(word + 1) === LetterCase.lower && passage.styleAt(word) === LineStyle.normal;
    } else if ((passage.classOf(word) & (WordClass.function | WordClass.title | WordClass.date)) !== 0) {
      return false;
    }
    if (!isClose(passage, word)) return false;
  }
  return false;
}

/** *I Am Cuba*, *From Russia with Love*, *The Russia House*, *the frigate La France*. */
function isInTitle(passage: Passage, flags: number, first: number, last: number): boolean {
  if ((flags & FormFlag.person) !== 0 || passage.caseOf(first - 1) !== LetterCase.title) return false;
  let before = first - 1;
  // *The Quiet American*.
  const isApart =
    passage.sideBefore(before) === Gap.space &&
    passage.caseOf(before - 1) === LetterCase.title &&
    (passage.rolesOf(before - 1) & WordRole.the) !== 0;
  if (isApart) before--;
  if (passage.caseOf(before) !== LetterCase.title || (passage.classOf(before) & WordClass.function) === 0) {
    return false;
  }
  if (!isInside(passage, before)) return false;
  const text = wordText(passage, before);
  if (text === 'am') return true;
  if (passage.styleAt(first) !== LineStyle.normal) return false;
  const isName = first === last || (flags & FormFlag.demonym) !== 0;
  const roles = passage.rolesOf(before);
  if (isApart) return isName && (roles & WordRole.the) !== 0;
  if ((roles & WordRole.inTitle) !== 0) return true;
  if (first === last && /^(?:la|le|les)$/.test(text)) return (flags & FormFlag.demonym) === 0;
  return isName && (roles & WordRole.the) !== 0;
}

/** *In Le Parisien*: inside a sentence an article has no capital but in the name of a newspaper; *Le Parisien préfère*. */
export function isNewspaper(passage: Passage, first: number): boolean {
  const before = first - 1;
  return (
    passage.caseOf(first) === LetterCase.title &&
    passage.sideBefore(first) === Gap.space &&
    passage.caseOf(before) === LetterCase.title &&
    wordText(passage, before) === 'le' &&
    passage.styleAt(first) === LineStyle.normal &&
    (isInside(passage, before) || wordText(passage, first) === 'parisien')
  );
}

/** Whether a word stands inside a sentence, where a small word has no capital but in a title: behind a word, a comma or a semicolon. */
function isInside(passage: Passage, word: number): boolean {
  const gap = passage.gapBefore(word);
  if (gap === Gap.space || gap === Gap.comma) return true;
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  const to = end[word - 1]!;
  return gap === Gap.other && start[word]! - to === 2 && data[to] === 0x3b && data[to + 1] === 0x20;
}

/** A part of a state, before or behind whose name the country is meant: *the French Foreign Ministry*. */
export function isStateOrgan(passage: Passage, word: number): boolean {
  return (passage.rolesOf(word) & WordRole.organ) !== 0;
}

/** *France–Korea Business Council*; *EU Agency for Asylum*; *the North Korean Human Rights Act*. */
function isBeforeBody(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  let word = last + 1;
  const gap = passage.sideBefore(word);
  const isJoined = gap === Gap.hyphen || gap === Gap.dash;
  if (gap !== Gap.space && !isJoined) return false;
  if (passage.caseOf(first) === LetterCase.lower || !passage.isCapital(word)) return false;
  if (isJoined) {
    // The other name, of one or two words.
    const head =
      bodyFrom(passage, word + 1, WordRole.council) ||
      (passage.isCapital(word + 1) ? bodyFrom(passage, word + 2, WordRole.council) : 0);
    return head > 0 && passage.styleAt(first) !== LineStyle.upper;
  }
  const head = bodyFrom(passage, word, WordRole.council | WordRole.body);
  if (head === 0 || passage.styleAt(first) !== LineStyle.normal) return false;
  const before = passage.gapBefore(first);
  const isCouncil = (passage.rolesOf(head) & WordRole.council) !== 0;
  if (isCouncil && (before === Gap.hyphen || before === Gap.dash) && passage.isCapital(first - 1)) {
    return true;
  }
  if (isCouncil && (flags & FormFlag.concept) !== 0) {
    // A concept is written with capitals only in a name: *North Korean Human Rights Act*.
    return passage.isCapital(last) && head === word && !passage.nameBeginsAt(word, hit);
  }
  if ((flags & FormFlag.person) !== 0) return false;
  while (word < head) if (isStateOrgan(passage, word++)) return false;
  return (
    (passage.rolesOf(head) & WordRole.body) !== 0 &&
    passage.sideBefore(head + 1) === Gap.space &&
    /^(?:for|of|on)$/.test(wordText(passage, head + 1)) &&
    passage.isCapital(head + 2)
  );
}

/** The word with a capital, at most three words on, that heads a body or treaty; 0 where there is none. */
function bodyFrom(passage: Passage, from: number, roles: number): number {
  for (let word = from; word < from + 4; word++) {
    if (passage.sideBefore(word) !== Gap.space || passage.caseOf(word) !== LetterCase.title) return 0;
    if ((passage.rolesOf(word) & roles) !== 0) return word;
  }
  return 0;
}

/** *EU (Europa Universalis)*, *Europa Universalis (EU)*: the letters of other words. */
export function isOtherAcronym(passage: Passage, hit: number, first: number, last: number): boolean {
  if (first !== last) return false;
  const { data } = passage.units;
  const { start, end, count } = passage.tokens;
  const behind = end[last]!;
  if (data[behind] === 0x20 && data[behind + 1] === 0x28) {
    const letters = wordText(passage, first);
    const from = last + 1;
    if (from >= count || start[from] !== behind + 2 || passage.nameBeginsAt(from, hit)) return false;
    return spells(passage, from, letters) && !areOwnWords(passage, hit, from, letters.length);
  }
  if (start[first]! > 1 && data[start[first]! - 1] === 0x28 && data[start[first]! - 2] === 0x20) {
    const letters = wordText(passage, first);
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
