import { FormFlag } from '../forms';
import { Gap, LetterCase, LineStyle, type Passage } from '../passage';
import { isLanguage } from './languages';
import {
  DEMONYM_ENDING,
  isFrenchInstitution,
  isFrenchTitle,
  isHiddenOnLeft,
  isOtherAmerican,
} from './leftOfNames';
import { isInLongerOnLeft, isInLongerOnRight, isNewspaper, isOtherAcronym } from './longerNames';
import { WordClass, WordRole } from './lexicon';
import { isPlainOnLeft, isPlainOnRight } from './neighbours';
import { isHiddenOnRight } from './rightOfNames';
import { isSetOff } from './setOff';
import { isCalledSo, isSomebody } from './somebody';
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
  if ((flags & FormFlag.demonym) !== 0 && first === last) {
    if (isLanguage(passage, first) || isNewspaper(passage, first)) return true;
  }
  const letters = passage.caseOf(first);
  if (letters === LetterCase.none) return false;
  let isPlainLeft = false;
  let isPlainRight = false;
  if ((flags & FormFlag.acronym) !== 0 && isOtherAcronym(passage, hit, first, last)) return true;
  if ((flags & PLAIN_KINDS) === FormFlag.cased) {
    const isLower = letters === LetterCase.lower;
    isPlainLeft = isPlainOnLeft(passage, first, isLower);
    isPlainRight = isPlainOnRight(passage, last, isLower) && !isPointed(passage, flags, last);
    if (isPlainLeft && isPlainRight) {
      if (passage.isCovered && isSetOff(passage, hit, flags, first, last)) return true;
      return first === last && (flags & FormFlag.place) !== 0 && isSomebody(passage, first);
    }
  }
  if (isSetOff(passage, hit, flags, first, last)) return true;
  const isShort = (flags & FormFlag.surname) !== 0;
  if (isShort && isOfAnotherBehind(passage, hit, last)) return true;
  if ((flags & FormFlag.cased) === 0) {
    if (isShort) return isOfAnother(passage, hit, first);
    return (
      (flags & FormFlag.demonym) !== 0 &&
      (isFrenchInstitution(passage, hit, first) ||
        isFrenchTitle(passage, first, last) ||
        isOtherAmerican(passage, first, last))
    );
  }
  if (!isPlainLeft && isInLongerOnLeft(passage, hit, flags, first, last)) return true;
  if (!isPlainRight && isInLongerOnRight(passage, hit, flags, first, last)) return true;
  if ((flags & FormFlag.concept) !== 0) return false;
  if (first === last && (flags & (FormFlag.place | FormFlag.work)) !== 0) {
    const isDemonym = (flags & FormFlag.demonym) !== 0;
    if (isDemonym ? isCalledSo(passage, first) : isSomebody(passage, first)) return true;
  }
  if ((flags & FormFlag.work) !== 0) {
    return first === last && (isBearer(passage, hit, first) || isFirm(passage, first));
  }
  if ((flags & FormFlag.person) !== 0 && first !== last) {
    if (isJoined(passage, hit, first, last) || isVessel(passage, first, last)) return true;
  }
  return (
    (!isPlainLeft && isHiddenOnLeft(passage, hit, flags, first, last)) ||
    (!isPlainRight && isHiddenOnRight(passage, hit, flags, first, last))
  );
}

/**
 * *Le Charles de Gaulle a appareillé*, *the Charles de Gaulle, a carrier*: a person has an article only before a noun or
 * *de* (*the Jack Lang visit*, *le Jack Lang de 1981*).
 */
function isVessel(passage: Passage, first: number, last: number): boolean {
  if (passage.sideBefore(first) !== Gap.space || passage.caseOf(first) !== LetterCase.title) return false;
  const before = passage.rolesOf(first - 1) & (WordRole.article | WordRole.frenchOf | WordRole.the);
  if (before === 0 && !/^aux?$/.test(wordText(passage, first - 1))) return false;
  const article = wordText(passage, first - 1);
  const gap = passage.sideBefore(last + 1);
  if (article === 'the') return gap === Gap.comma || gap === Gap.period || isShipBehind(passage, last);
  if (!/^(?:le|du|au)$/.test(article)) return false;
  return (
    gap !== Gap.hyphen &&
    (passage.rolesOf(last + 1) & WordRole.frenchOf) === 0 &&
    !/^(?:qu[ei]?|dont|ou)$/.test(wordText(passage, last + 1))
  );
}

/** *(carrier)*. */
function isShipBehind(passage: Passage, last: number): boolean {
  const { data } = passage.units;
  const end = passage.tokens.end[last]!;
  return data[end] === 0x20 && data[end + 1] === 0x28 && (passage.rolesOf(last + 1) & WordRole.ship) !== 0;
}

/** *Bibliothèque François-Mitterrand*: with hyphens for the spaces, a person's name is that of a street or a house. */
function isJoined(passage: Passage, hit: number, first: number, last: number): boolean {
  let hyphens = 0;
  for (let word = first + 1; word <= last; word++) if (passage.gapBefore(word) === Gap.hyphen) hyphens++;
  return hyphens > 0 && hyphens > (passage.form(hit).text.match(/[-‐‑–]/g)?.length ?? 0);
}

/** A name with a capital that is neither a person's nor a people's. */
const PLAIN_KINDS = FormFlag.cased | FormFlag.person | FormFlag.demonym | FormFlag.surname | FormFlag.work;

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

/** *U.S. Steel*: the point of an acronym parts nothing. */
function isPointed(passage: Passage, flags: number, last: number): boolean {
  return (flags & FormFlag.acronym) !== 0 && passage.units.data[passage.tokens.end[last]!] === 0x2e;
}

/** *Arirang News*: a title of one word in the name of a paper, a channel or a house. */
function isFirm(passage: Passage, word: number): boolean {
  return (
    passage.gapBefore(word + 1) === Gap.space &&
    passage.isCapital(word + 1) &&
    (passage.classOf(word + 1) & WordClass.rightHead) !== 0 &&
    passage.styleAt(word) === LineStyle.normal
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
