import type { Key, NameKind, NameSpan } from '../model';
import type { FigurePoint } from './figurePoints';
import { groupBy } from './groupBy';
import { isSide, sidesOf } from './opposites';
import { tellingWords, type SentenceWord } from './sentenceWords';

/** The share of the shorter sentence's words that the other must have too, apart from those that tell the two sides. */
const SHARED = 0.8;
/** Words by which parallel sentences may differ, at one place. */
const MOST_DIFFERENT = 4;
/** Prepositions after which a category stands: `imports of coal`, `imports of textiles`. */
const BEFORE_CATEGORY = new Set('of from to in by among for de des du d en a au aux par pour'.split(' '));

/** How a name's kind is found. */
export type KindOf = (name: Key) => NameKind | undefined;

/** What each of two figures of one measure is called. */
export type Labels = readonly [string, string];

/**
 * Figures of one unit by what they measure: those of the same names whose sentences have the same telling words. They
 * may stand on one line where they are of different times.
 */
export function measuresIn(points: readonly FigurePoint[]): readonly (readonly FigurePoint[])[] {
  const clear = new Map<string, FigurePoint[]>();
  const alone: FigurePoint[][] = [];
  for (const own of groupBy(points, ({ fact }) => fact).values()) {
    const [first] = own;
    if (!first) continue;
    const isOne = own.every((point, at) => at === 0 || continues(own[at - 1]!, point));
    if (!isOne || (first.telling.size === 0 && first.fact.names.length === 0)) {
      alone.push(...own.map((point) => [point]));
      continue;
    }
    const key = JSON.stringify([[...first.fact.names].sort(), [...first.telling].sort()]);
    const list = clear.get(key);
    if (list) list.push(...own);
    else clear.set(key, [...own]);
  }
  return [...clear.values(), ...alone];
}

/**
 * What two figures of one time are called that may stand beside each other: two sides of one measure (imports and
 * exports, a positive and a negative opinion), or the same sentence of two names or categories. `undefined` where they
 * are not known to be comparable.
 */
export function contrastOf(one: FigurePoint, other: FigurePoint, kindOf: KindOf): Labels | undefined {
  if (one.fact === other.fact || one.fact.section !== other.fact.section) return undefined;
  return sidesIn(one, other) ?? parallelIn(one, other, kindOf);
}

function sidesIn(one: FigurePoint, other: FigurePoint): Labels | undefined {
  if (!sameNames(one, other)) return undefined;
  const sides = sidesOf(
    without(one.telling, other.telling),
    without(other.telling, one.telling),
    one.language,
  );
  return sides && isAlike(one, other) ? sides : undefined;
}

/** Whether two sentences share most of their words, apart from those for sides of a measure. */
export function isAlike(one: FigurePoint, other: FigurePoint): boolean {
  const left = withoutSides(one);
  const right = withoutSides(other);
  const shared = left.size - without(left, right).size;
  return shared >= SHARED * Math.min(left.size, right.size);
}

function withoutSides({ telling, language }: FigurePoint): ReadonlySet<string> {
  return new Set([...telling].filter((word) => !isSide(word, language)));
}

/** Sentences that are the same word for word, but for one run of words that names two things of a kind. */
function parallelIn(one: FigurePoint, other: FigurePoint, kindOf: KindOf): Labels | undefined {
  if (one.fact.quantities.length !== 1 || other.fact.quantities.length !== 1) return undefined;
  const [left, right] = [one.words, other.words];
  const shorter = Math.min(left.length, right.length);
  let from = 0;
  while (from < shorter && left[from]!.folded === right[from]!.folded) from++;
  let after = 0;
  while (after < shorter - from && left.at(-1 - after)!.folded === right.at(-1 - after)!.folded) after++;
  const runs = [left.slice(from, left.length - after), right.slice(from, right.length - after)] as const;
  if (runs.some((run) => run.length === 0 || run.length > MOST_DIFFERENT || hasFigure(run))) return undefined;
  // Percentages of different things have nothing in common but `of`; a count has what it counts.
  const hasMeasure = [...one.telling].some((word) => other.telling.has(word));
  if (!hasMeasure && one.quantity.kind !== 'count') return undefined;
  const labels: Labels = [textOf(one, runs[0]), textOf(other, runs[1])];
  const name = nameIn(one, runs[0]);
  const otherName = nameIn(other, runs[1]);
  if (name !== undefined && otherName !== undefined) {
    return kindOf(name) === kindOf(otherName) && differOnlyIn(one, other, [name, otherName])
      ? labels
      : undefined;
  }
  const isCategory = from > 0 && BEFORE_CATEGORY.has(left[from - 1]!.folded);
  return isCategory && sameNames(one, other) ? labels : undefined;
}

function differOnlyIn(one: FigurePoint, other: FigurePoint, names: readonly [Key, Key]): boolean {
  const rest = (point: FigurePoint, name: Key): ReadonlySet<Key> =>
    new Set(point.fact.names.filter((each) => each !== name));
  return sameSet(rest(one, names[0]), rest(other, names[1]));
}

/** The name that a run of words is. */
function nameIn({ fact }: FigurePoint, run: readonly SentenceWord[]): Key | undefined {
  const start = run[0]!.start;
  const end = run.at(-1)!.end;
  const covers = (span: NameSpan): boolean => span.start <= start && span.end >= end - 2;
  return fact.nameSpans.find(covers)?.names[0];
}

/** Whether the next figure of a sentence goes on with the measure of the one before it: `… and €24 million in 2005`. */
function continues(first: FigurePoint, second: FigurePoint): boolean {
  const between = first.words.filter(
    (word) => word.start >= first.quantity.end && word.end <= second.quantity.start,
  );
  return (
    !hasFigure(between) &&
    tellingWords(between).size === 0 &&
    ![...first.telling].some((word) => isSide(word, first.language) && isDouble(first, word))
  );
}

/** Whether a sentence tells both sides of a measure, so that its figures may be of either. */
function isDouble(point: FigurePoint, word: string): boolean {
  const rest = new Set(point.telling);
  rest.delete(word);
  return sidesOf(new Set([word]), rest, point.language) !== undefined;
}

function hasFigure(words: readonly SentenceWord[]): boolean {
  return words.some((word) => word.folded === '#');
}

function textOf({ fact }: FigurePoint, run: readonly SentenceWord[]): string {
  return fact.text.slice(run[0]!.start, run.at(-1)!.end).replace(/['’]s$/u, '');
}

function sameNames(one: FigurePoint, other: FigurePoint): boolean {
  return sameSet(new Set(one.fact.names), new Set(other.fact.names));
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && without(one, other).size === 0;
}

function without(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((each) => !other.has(each)));
}
