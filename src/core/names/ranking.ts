import { fold } from '../text/fold';
import type { NameCounts } from './nameCounts';
import type { AboutName, NameFinder } from './nameFinder';
import { LOCATIVES, TITLES } from './rules/wordLists';

/** A mention in the same passage says more than one far away. */
const NEAR = 8;
/** A word of the name's description beside the mention says more than that, and less with every character between. */
const DESCRIBED = 24;
/** The word right before says most: *General Washington*, *in Washington*. */
const BEFORE = 24;

/** Of two persons of one family name, the one whose full name stood last in the passage. */
const RECENT = 4;

/** How many characters on each side of a mention `rankNames` is to be given. */
export const AROUND = 96;

/** What stands on both sides of a mention, within its passage. */
export interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

/**
 * Ranks names that share a form, best first, by what stands around: the word before (a title, a preposition of place),
 * words of each name's description close by (*the waiter, from Atlanta, said that Georgia …*), how often each is
 * mentioned under a form of its own in the passage and in the document, how it is related to the other names there
 * (where the library knows), and for family names whose full name was mentioned last before. Names that score the same
 * keep their order.
 */
export function rankNames(
  names: readonly number[],
  near: NameCounts,
  all: NameCounts,
  fullNames: ReadonlyMap<number, number>,
  start: number,
  finder: NameFinder,
  around: Surroundings,
  recent?: number,
): readonly number[] {
  const about = names.map((name) => finder.about(name));
  const described = scoreDescriptions(about, around);
  const word = wordBefore(around.before);
  const arePersons = about.every(({ kind }) => kind === 'person');
  const score = (name: number, order: number) => {
    let sum = near.of(name) * NEAR + all.of(name) + described[order]!;
    if (word !== undefined) sum += scoreWordBefore(about[order]!, word);
    const full = fullNames.get(name);
    if (full !== undefined && full <= start) sum += name === recent && arePersons ? RECENT : 1;
    for (const [other, count] of near.entries()) {
      if (other !== name) sum += finder.relatedness(name, other) * count * NEAR;
    }
    for (const other of all.mostFrequent()) if (other !== name) sum += finder.relatedness(name, other);
    return sum;
  };
  return names
    .map((name, order) => ({ name, order, score: score(name, order) }))
    .sort((one, other) => other.score - one.score || one.order - other.order)
    .map(({ name }) => name);
}

/** Which of some names the passage with these spans (see `PassageMentions`) mentions last in full before an offset in it. */
export function lastNamed(
  names: readonly number[],
  spans: Int32Array,
  before: number,
  { table, sets }: NameFinder,
): number | undefined {
  let last: number | undefined;
  for (let at = 0; at < spans.length && spans[at]! < before; at += 3) {
    const set = spans[at + 2]!;
    if (sets.hasSurname(set)) continue;
    const name = table.nameOf[sets.formsOf(set)[0]!]!;
    if (names.includes(name)) last = name;
  }
  return last;
}

const wordsIn = (list: string): ReadonlySet<string> => new Set(fold(list).trim().split(/\s+/));
let titles: ReadonlySet<string> | undefined;
let locatives: ReadonlySet<string> | undefined;
/** Before persons as often as before places. */
const EITHER =
  /^(?:of|between|and|or|against|for|with|by|to|et|ou|avec|par|contre|entre|pour|von|und|oder|mit|gegen|zwischen|via)$/;

/** The word that ends a text, before space and perhaps a full stop. */
function wordBefore(before: string): string | undefined {
  const trimmed = before.trimEnd();
  if (trimmed.length === before.length) return undefined;
  // Only what may be in it: the pattern is tried at each place, and in a whole line that takes long.
  return /([\p{L}\p{M}]+)\.?$/u.exec(trimmed.slice(trimmed.lastIndexOf(' ') + 1))?.[1];
}

function scoreWordBefore({ kind }: AboutName, word: string): number {
  const folded = fold(word);
  titles ??= wordsIn(TITLES);
  locatives ??= wordsIn(LOCATIVES);
  if (kind === 'person') return /^\p{Lu}/u.test(word) && titles.has(folded) ? BEFORE : 0;
  if (kind !== 'place') return 0;
  if (folded === 'to') return BEFORE / 2;
  return locatives.has(folded) && !EITHER.test(folded) ? BEFORE : 0;
}

const WORD = /[\p{L}\p{M}\p{N}]{3,}/gu;
const SMALL =
  /^(?:the|and|for|from|with|that|which|its|his|her|are|was|were|has|had|not|but|who|all|one|two|since|until|first|into|under|over|name|called)$/;

const describing = new WeakMap<AboutName, ReadonlySet<string>>();

/** The words of a name's description, which is asked for again and again where many names share a form. */
function wordsOf(name: AboutName): ReadonlySet<string> {
  let words = describing.get(name);
  if (!words) describing.set(name, (words = new Set((fold(name.description).match(WORD) ?? []).map(stem))));
  return words;
}

/** For each name, what the words of its description are worth that stand close by and in no rival's description. */
function scoreDescriptions(names: readonly AboutName[], around: Surroundings): readonly number[] {
  const words = names.map(wordsOf);
  const closest = new Map<string, number>();
  for (const [side, isBefore] of [
    [around.before, true],
    [around.behind, false],
  ] as const) {
    for (const found of side.matchAll(WORD)) {
      const word = stem(fold(found[0]));
      if (SMALL.test(word)) continue;
      const distance = isBefore ? side.length - found.index - found[0].length : found.index;
      closest.set(word, Math.min(distance, closest.get(word) ?? Infinity));
    }
  }
  return words.map((own, at) => {
    let sum = 0;
    for (const [word, distance] of closest) {
      if (!own.has(word) || words.some((others, other) => other !== at && others.has(word))) continue;
      sum += DESCRIBED * (1 - distance / AROUND);
    }
    return sum;
  });
}

/** English plurals count as their singular. */
function stem(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
