import type { Edtf, LanguageTag } from '../../core/model';
import { finite, flag, list, maybe, oneOf, record, text, where, whole, type Check } from '../check';
import { baseShape, type PageBase } from '../pageBase';
import {
  checkBreadcrumb,
  checkFact,
  checkNames,
  checkSources,
  index,
  label,
  type Crumb,
  type PageFact,
  type PageName,
  type PageSource,
} from '../pageParts';

/** A number that a fact tells. */
export interface PageFigure {
  /** What it is called beside the others of its chart; the beginning of its sentence where it stands alone. */
  readonly label: string;
  readonly value: number;
  /** The upper end of a range. */
  readonly upTo?: number;
  /** Written with its unit in the user's language, rounded for reading: `24 million euros`. */
  readonly text: string;
  /** The same to the last digit: `24,000,000 euros`. */
  readonly exact: string;
  readonly when?: { readonly edtf: Edtf; readonly text: string };
  /** The middle of that time in days since 1970-01-01. */
  readonly day?: number;
  /** Index in the page's facts. */
  readonly fact: number;
}

/** Figures of one measure, in the order of their times. */
export interface PageSeries {
  /** Absent where the chart has one series only. */
  readonly label?: string;
  readonly figures: readonly PageFigure[];
}

/** Figures that may stand beside each other: they have one unit. */
export interface PageChart {
  /**
   * `bars`: one time, one figure for each side. `shares`: the same, and they add up to a whole. `line`: series over time.
   * `count`: one number of things, each of which can be shown.
   */
  readonly kind: 'bars' | 'shares' | 'line' | 'count';
  /** What is measured, and when if that is one time. */
  readonly title: string;
  /** `Euro (EUR)`, `%`, or the things that are counted. */
  readonly unit: string;
  readonly series: readonly PageSeries[];
}

/** The quantities of a topic: as charts where they can be compared, and the others as a table. */
export interface FiguresPage extends PageBase {
  readonly kind: 'figures';
  readonly breadcrumb: readonly Crumb[];
  readonly charts: readonly PageChart[];
  readonly rest: readonly PageFigure[];
  readonly facts: readonly PageFact[];
  readonly names: readonly PageName[];
  readonly sources: readonly PageSource[];
  readonly language: LanguageTag;
  /** Whether the topic has more figures than the page holds. */
  readonly isCut: boolean;
}

/** Figures of a page at most; a host that has more cuts them. */
export const MOST_FIGURES = 2_000;

const day = whole(-5_000_000, 5_000_000);

const checkFigures: Check<readonly PageFigure[]> = list(
  record({
    label,
    value: finite,
    upTo: maybe(finite),
    text: label,
    exact: label,
    when: maybe(record({ edtf: text(200), text: label })),
    day: maybe(day),
    fact: index,
  }),
  MOST_FIGURES,
);

const checkSeries: Check<PageSeries> = record({ label: maybe(label), figures: checkFigures });

const checkChart: Check<PageChart> = record({
  kind: oneOf('bars', 'shares', 'line', 'count'),
  title: label,
  unit: label,
  series: where(
    list(checkSeries, MOST_FIGURES),
    (series) => series.length > 0 && series.every(({ figures }) => figures.length > 0),
    'empty',
  ),
});

export const checkFiguresPage: Check<Omit<FiguresPage, 'kind'>> = record({
  ...baseShape,
  breadcrumb: checkBreadcrumb,
  charts: list(checkChart, MOST_FIGURES),
  rest: checkFigures,
  facts: list(checkFact, MOST_FIGURES),
  names: checkNames,
  sources: checkSources,
  language: text(100),
  isCut: flag,
});
