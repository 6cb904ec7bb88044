import type { Edtf, Fact, Key, LanguageTag } from '../model';
import { placeDate } from '../timeline/placeDate';
import { contrastOf, isAlike, measuresIn, type KindOf } from './comparable';
import { pointsOf, unitKey, type FigurePoint } from './figurePoints';
import { sharesInSentence } from './sentenceShares';
import { groupBy } from './groupBy';

/** A figure with what it is called among those that it stands beside. */
export interface LabelledFigure {
  readonly label: string;
  readonly point: FigurePoint;
}

/** One measure over time, from the earliest to the latest. */
export interface FigureSeries {
  /** Absent where the chart has one series only. */
  readonly label?: string;
  readonly points: readonly FigurePoint[];
}

/**
 * Quantities of one measure and unit, with the chart that fits them. All of `bars` and of `shares` hold for the time
 * `when`; `shares` add up to a whole. A `count` is one number of things, few enough to show each.
 */
export type FigureChart = { readonly about: FigureSubject } & (
  | { readonly kind: 'bars' | 'shares'; readonly when: Edtf; readonly figures: readonly LabelledFigure[] }
  | { readonly kind: 'line'; readonly series: readonly FigureSeries[] }
  | { readonly kind: 'count'; readonly point: FigurePoint }
);

/** What a chart is about: the concept or event that all its facts share, else their section. */
export interface FigureSubject {
  readonly name?: Key;
  readonly section: Key;
}

export interface Figures {
  readonly charts: readonly FigureChart[];
  /** Quantities that are comparable with no other, in reading order. */
  readonly rest: readonly FigurePoint[];
}

/** Things of a count that are shown one by one, at most. */
export const MOST_COUNTED = 250;
/** Measures of one unit and section that are compared with each other, at most. */
const MOST_COMPARED = 60;
/** How far shares may add up beside 100, since each is rounded. */
const ROUNDING = 1.01;

/**
 * Sorts the quantities of facts into charts and what remains. Strict on purpose: quantities come into one chart only
 * where they have the same unit and their sentences show that they tell the same measure (see `comparable.ts`).
 * Takes a fact's language from its topic.
 */
export function figuresOf(
  facts: Iterable<Fact>,
  languageOf: (fact: Fact) => LanguageTag,
  kindOf: KindOf,
): Figures {
  const points = [...facts].flatMap((fact) => pointsOf(fact, languageOf(fact)));
  const charts = [...sharesInSentence(points)];
  const charted = new Set(charts.flatMap(pointsIn));
  for (const alike of byUnit(points.filter((point) => !charted.has(point)))) {
    for (const chart of chartsOf(alike, kindOf)) {
      charts.push(chart);
      for (const point of pointsIn(chart)) charted.add(point);
    }
  }
  const order = new Map(points.map((point, index) => [point, index]));
  const firstOf = (chart: FigureChart): number =>
    Math.min(...pointsIn(chart).map((point) => order.get(point)!));
  return {
    charts: charts.sort((one, other) => firstOf(one) - firstOf(other)),
    rest: points.filter((point) => !charted.has(point)),
  };
}

/** The figures of a chart in the order in which it shows them. */
export function pointsIn(chart: FigureChart): readonly FigurePoint[] {
  switch (chart.kind) {
    case 'bars':
    case 'shares':
      return chart.figures.map(({ point }) => point);
    case 'line':
      return chart.series.flatMap(({ points }) => points);
    case 'count':
      return [chart.point];
  }
}

/**
 * Quantities by unit; those without a time are none that can be compared, nor are changes and ranges, which are no
 * level.
 */
function byUnit(points: readonly FigurePoint[]): readonly (readonly FigurePoint[])[] {
  const levels = points.filter(
    ({ when, isChange, upTo }) => when !== undefined && placeDate(when) && !isChange && upTo === undefined,
  );
  return [...groupBy(levels, ({ quantity }) => unitKey(quantity)).values()];
}

function chartsOf(points: readonly FigurePoint[], kindOf: KindOf): readonly FigureChart[] {
  // Two sources that disagree on one measure at one time make no line and no bar.
  const measures = measuresIn(points)
    .map(byTime)
    .filter((series) => series !== undefined);
  const beside = (one: readonly FigurePoint[], other: readonly FigurePoint[]): boolean =>
    one.some((left) => other.some((right) => left.when === right.when && areBeside(left, right, kindOf)));
  return [...groupBy(measures, (series) => series[0]!.fact.section).values()]
    .flatMap((inSection) => [
      ...cluster(inSection.slice(0, MOST_COMPARED), beside),
      ...inSection.slice(MOST_COMPARED).map((series) => [series]),
    ])
    .flatMap((group) => chartOf(group, kindOf) ?? []);
}

/** The greedy clusters in which all are alike with each other, in the order of their first members. */
function cluster<T>(items: readonly T[], isAlike: (one: T, other: T) => boolean): T[][] {
  const clusters: T[][] = [];
  for (const item of items) {
    const home = clusters.find((each) => each.every((other) => isAlike(other, item)));
    if (home) home.push(item);
    else clusters.push([item]);
  }
  return clusters;
}

/** The figures of a measure by time, each said once; `undefined` where two of one time differ. */
function byTime(points: readonly FigurePoint[]): readonly FigurePoint[] | undefined {
  const times = new Map<Edtf, FigurePoint>();
  for (const point of points) {
    const before = times.get(point.when!);
    if (before && before.quantity.value !== point.quantity.value) return undefined;
    if (!before) times.set(point.when!, point);
  }
  return [...times.values()].sort((one, other) => timeOf(one) - timeOf(other));
}

/** The middle of a figure's time, in days. */
export function timeOf({ when }: FigurePoint): number {
  const place = when === undefined ? undefined : placeDate(when);
  const from = place?.from ?? place?.to ?? 0;
  return (from + (place?.to ?? from)) / 2;
}

function areBeside(one: FigurePoint, other: FigurePoint, kindOf: KindOf): boolean {
  return contrastOf(one, other, kindOf) !== undefined || areWhole([one, other]);
}

/** Shares of one thing that add up to all of it. */
function areWhole(points: readonly FigurePoint[]): boolean {
  const [first] = points;
  if (!first || points.length < 2) return false;
  if (points.some(({ quantity, qualifier }) => quantity.kind !== 'percent' || qualifier)) return false;
  const sum = points.reduce((total, { quantity }) => total + quantity.value, 0);
  const sameNames = [...first.fact.names].sort().join();
  return (
    Math.abs(sum - 100) < ROUNDING &&
    points.every(
      (point) =>
        point === first ||
        (point.fact !== first.fact &&
          point.fact.section === first.fact.section &&
          [...point.fact.names].sort().join() === sameNames &&
          isAlike(first, point)),
    )
  );
}

function chartOf(group: readonly (readonly FigurePoint[])[], kindOf: KindOf): FigureChart | undefined {
  const [first] = group;
  const about = subjectOf(group.flat(), kindOf);
  if (!first) return undefined;
  if (group.some((series) => series.length > 1)) {
    if (group.length === 1) return { kind: 'line', about, series: [{ points: first }] };
    const labels = labelsOf(
      group.map((series) => series[0]!),
      group,
      kindOf,
    );
    return { kind: 'line', about, series: group.map((points, at) => ({ label: labels[at]!, points })) };
  }
  const points = group.map((series) => series[0]!);
  if (points.length === 1) return countOf(points[0]!, about);
  const labels = labelsOf(points, group, kindOf);
  return {
    kind: areWhole(points) ? 'shares' : 'bars',
    about,
    when: points[0]!.when!,
    figures: points.map((point, at) => ({ label: labels[at]!, point })),
  };
}

/** A count of a few things is shown as it is; other single figures are for the table. */
function countOf(point: FigurePoint, about: FigureSubject): FigureChart | undefined {
  const { kind, value } = point.quantity;
  const isShown =
    kind === 'count' && !point.qualifier && Number.isInteger(value) && value > 0 && value <= MOST_COUNTED;
  return isShown ? { kind: 'count', about, point } : undefined;
}

/** What each series is called beside the others: by its contrast to another one, else by its sentence. */
function labelsOf(
  points: readonly FigurePoint[],
  group: readonly (readonly FigurePoint[])[],
  kindOf: KindOf,
): readonly string[] {
  return points.map((point, at) => {
    for (const [otherAt, other] of group.entries()) {
      if (otherAt === at) continue;
      for (const mine of group[at]!) {
        const theirs = other.find((each) => each.when === mine.when);
        const labels = theirs && contrastOf(mine, theirs, kindOf);
        if (labels) return labels[0];
      }
    }
    return point.fact.text;
  });
}

function subjectOf(points: readonly FigurePoint[], kindOf: KindOf): FigureSubject {
  const [first] = points;
  const shared = (first?.fact.names ?? []).filter((name) =>
    points.every((point) => point.fact.names.includes(name)),
  );
  const name = shared.find((each) => ['concept', 'event'].includes(kindOf(each) ?? ''));
  return { ...(name !== undefined && { name }), section: first?.fact.section ?? '' };
}
