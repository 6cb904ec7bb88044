import { IGNORED_UNIT } from '../../text/fold';
import { FormFlag } from '../forms';
import { Gap, isOneLetter, LetterCase, type Passage } from '../passage';
import { isStateOrgan } from './longerNames';
import { WordClass } from './lexicon';
import { wordText } from './wordText';

/** What closes a title, by what opens it; emphasis is covered by the same sign on both sides. 0 for what opens none. */
function closingOf(unit: number): number {
  switch (unit) {
    case IGNORED_UNIT:
    case 0x22:
    case 0x27:
    case 0x2a:
    case 0x5f:
      return unit;
    case 0x201c:
      return 0x201d;
    case 0x2018:
      return 0x2019;
    default:
      return 0;
  }
}

/** No word of a title that begins with a country: offices, days, and small words. */
const NOT_IN_TITLE = WordClass.function | WordClass.title | WordClass.date;

/**
 * Titles and ships that emphasis or quotation marks set off, all of them with capitals: *France Asie* the review,
 * “French Cancan” the film, “the *Estonia*” the ferry.
 */
export function isSetOff(passage: Passage, hit: number, flags: number, first: number, last: number): boolean {
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  if (start[first] === 0 || (flags & (FormFlag.place | FormFlag.demonym)) === 0) return false;
  if (passage.isCovered && (isInEmphasis(passage, hit, first, last) || headsTitle(passage, first, last))) {
    return true;
  }
  if (isBetweenFriends(passage, first, last)) return true;
  const closing = closingOf(data[start[first]! - 1]!);
  if (closing === 0 || passage.caseOf(first) !== LetterCase.title) return false;
  if (data[end[last]!] === closing) {
    const isMarked = closing === IGNORED_UNIT || closing === 0x2a || closing === 0x5f;
    return isMarked && first === last && isShip(passage, flags, first);
  }
  let word = last;
  while (word - last < 3 && isTitleWord(passage, hit, word + 1)) word++;
  return word > last && data[end[word]!] === closing;
}

/** How far from a name the marks around a title are looked for, in words. */
const LONGEST_TITLE = 12;

function isMark(unit: number): boolean {
  return unit === IGNORED_UNIT || unit === 0x2a || unit === 0x5f;
}

/**
 * *The Real North Korea*, *Korean Attitudes Toward the United States*: inside of emphasis in which all longer words have
 * capitals, and others than the name.
 */
function isInEmphasis(passage: Passage, hit: number, first: number, last: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (passage.caseOf(first) !== LetterCase.title) return false;
  let from = first;
  while (!isMark(data[start[from]! - 1] ?? 0x20)) {
    from--;
    if (first - from > LONGEST_TITLE || from < 0 || !isInTitleGap(passage, from + 1)) return false;
    if (isLongAndSmall(passage, from)) return false;
  }
  const before = start[from]! > 1 ? data[start[from]! - 2]! : 0x20;
  if (!isMark(before) && before > 0x2f) return false;
  let to = last;
  while (!isMark(data[end[to]!] ?? 0x20)) {
    to++;
    if (to - last > LONGEST_TITLE || to >= count || !isInTitleGap(passage, to)) return false;
    if (isLongAndSmall(passage, to)) return false;
  }
  if (passage.caseOf(from) !== LetterCase.title) return false;
  for (let word = from; word <= to; word++) {
    if ((word >= first && word <= last) || passage.caseOf(word) !== LetterCase.title) continue;
    // *France and Cuba* are two names, and no other's.
    if (word > last ? !passage.nameBeginsAt(word, hit) : passage.nameEndingAt(word, hit) < 0) return true;
  }
  return false;
}

/** *Cuba, une odyssée africaine*, *France: A History*: emphasis that begins with the name and goes on as a title does. */
function headsTitle(passage: Passage, first: number, last: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  const before = data[start[first]! - 1] ?? 0x20;
  const sign = data[end[last]!];
  const next = last + 1;
  if (!isMark(before) || (sign !== 0x2c && sign !== 0x3a) || next >= count) return false;
  if (start[next] !== end[last]! + 2 || data[start[next] - 1] !== 0x20) return false;
  if (!/^(?:une?|le|la|les|l|an?|the|my|mon|ma|notre)$/.test(wordText(passage, next))) return false;
  let to = next;
  while (to - next < LONGEST_TITLE && !isMark(data[end[to]!] ?? 0x20)) {
    if (++to >= count || !isInTitleGap(passage, to)) return false;
  }
  return to > next && isMark(data[end[to]!] ?? 0x20);
}

/** A word that would have a capital in a title. */
function isLongAndSmall(passage: Passage, word: number): boolean {
  const { start, end } = passage.tokens;
  return (
    end[word]! - start[word]! > 4 &&
    passage.caseOf(word) === LetterCase.lower &&
    (passage.classOf(word) & WordClass.function) === 0
  );
}

/** Between words of one title: a space, a line break, an apostrophe, a hyphen, or a colon with a space. */
function isInTitleGap(passage: Passage, word: number): boolean {
  const gap = passage.gapBefore(word);
  if (gap !== Gap.other) return gap !== Gap.edge && gap !== Gap.period;
  const { start, end } = passage.tokens;
  const from = end[word - 1]!;
  return start[word] === from + 2 && passage.units.data[from] === 0x3a;
}

/** *L'association France-Cuba*, *amitié France–Corée*: two names joined, behind a body. */
function isBetweenFriends(passage: Passage, first: number, last: number): boolean {
  const { start, end } = passage.tokens;
  const { data } = passage.units;
  let head = first - 1;
  if (isDash(data[start[first]! - 1]!)) head = first - 2;
  else if (!isDash(data[end[last]!] ?? 0x20)) return false;
  return (
    passage.gapBefore(head + 1) === Gap.space &&
    FRIENDS.test(wordText(passage, head)) &&
    passage.isCapital(head + 1)
  );
}

function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2014);
}

const FRIENDS = /^(?:association|amities?|comite|alliance|club|fondation|cercle|groupe|societe)$/;

function isTitleWord(passage: Passage, hit: number, word: number): boolean {
  return (
    passage.gapBefore(word) === Gap.space &&
    passage.caseOf(word) === LetterCase.title &&
    (passage.classOf(word) & NOT_IN_TITLE) === 0 &&
    !isStateOrgan(passage, word) &&
    !passage.nameBeginsAt(word, hit)
  );
}

/** *The Estonia*: countries have no article, but for those in the plural. */
function isShip(passage: Passage, flags: number, first: number): boolean {
  if ((flags & (FormFlag.acronym | FormFlag.demonym)) !== 0 || wordText(passage, first).endsWith('s')) {
    return false;
  }
  // A space and the mark.
  const at = passage.tokens.start[first]!;
  if (first === 0 || passage.tokens.end[first - 1]! !== at - 2) return false;
  return passage.units.data[at - 2] === 0x20 && wordText(passage, first - 1) === 'the';
}

/** *Washington, Booker T.*, *France, Anatole. 1914*: the family name comes first, as in lists of works. */
export function isInverted(passage: Passage, word: number): boolean {
  const { start, end, count } = passage.tokens;
  const { data } = passage.units;
  if (data[end[word]!] !== 0x2c || word + 1 >= count || passage.gapBefore(word + 1) !== Gap.comma) {
    return false;
  }
  if (passage.caseOf(word + 1) !== LetterCase.title) return false;
  // *France, P. “Un ministre et ses films”*, at the head of an entry.
  if (isOneLetter(passage, word + 1)) return data[end[word + 1]!] === 0x2e && passage.beginsSentence(word);
  const next = word + 2;
  const isInitial =
    next < count &&
    passage.gapBefore(next) === Gap.space &&
    isOneLetter(passage, next) &&
    passage.isCapital(next) &&
    data[end[next]!] === 0x2e;
  if (isInitial) return (passage.classOf(word + 1) & NOT_IN_TITLE) === 0;
  if ((passage.classOf(word + 1) & WordClass.given) === 0 || !passage.beginsSentence(word)) return false;
  // *France, Anatole (1914)*, *France, Anatole. 1914*.
  const behind = end[word + 1]!;
  if (next >= count) return false;
  const isYear = data[start[next]!]! >= 0x30 && data[start[next]!]! <= 0x39;
  return isYear && (data[behind] === 0x2e || (data[behind] === 0x20 && data[behind + 1] === 0x28));
}
