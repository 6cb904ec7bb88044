import type { Edtf, LanguageTag } from '../../core/model';
import type { DatePlace } from '../../core/timeline/placeDate';
import type { TargetKind } from '../address';
import { flag, list, maybe, oneOf, record, text, where, whole, type Check } from '../check';
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

/** What has a timeline: one kind of page for each, since a topic and a name may have the same key. */
export type TimelineKind = Extract<TargetKind, `${string}Timeline`>;

/** A fact of a timeline. */
export interface TimelineFact {
  readonly fact: PageFact;
  readonly language: LanguageTag;
  /** The names that it is about, also those that its text does not say; indices in the page's names. */
  readonly names: readonly number[];
  /** The section that it stands in, with what is around it; an index in the page's sections. */
  readonly section: number;
}

/** A date of a fact on the axis. */
export interface TimelineDate {
  /** Index in the page's facts. */
  readonly fact: number;
  readonly edtf: Edtf;
  /** Written out in the user's language. */
  readonly text: string;
  /** Absent where the date has no place on an axis, such as a day without its year. */
  readonly place?: DatePlace;
}

/** The dated facts of a dossier, a topic or a name. */
export interface TimelinePage<K extends TimelineKind = TimelineKind> extends PageBase {
  readonly kind: K;
  readonly breadcrumb: readonly Crumb[];
  readonly facts: readonly TimelineFact[];
  /** Those with a place from the earliest to the latest, then the others in reading order. */
  readonly dates: readonly TimelineDate[];
  readonly names: readonly PageName[];
  /** What the links to sections say. */
  readonly sections: readonly string[];
  readonly sources: readonly PageSource[];
  /** Whether there are more dated facts than a timeline shows. */
  readonly isCut: boolean;
}

/** Dates of a timeline at most; a host that has more cuts them. */
export const MOST_DATES = 10_000;

/** Days that EDTF can name lie within ten thousand years of 1970. */
const day = whole(-5_000_000, 5_000_000);

const checkPlace: Check<DatePlace> = where(
  record({
    shape: oneOf('day', 'within', 'span'),
    from: maybe(day),
    to: maybe(day),
    surelyFrom: maybe(day),
    surelyTo: maybe(day),
    precision: oneOf('day', 'month', 'season', 'year', 'decade', 'century', 'longer'),
    isApproximate: flag,
    isUncertain: flag,
  }),
  ({ from, to }) => from !== undefined || to !== undefined,
  'has neither from nor to',
);

export const checkTimelinePage: Check<Omit<TimelinePage, 'kind'>> = record({
  ...baseShape,
  breadcrumb: checkBreadcrumb,
  facts: list(
    record({ fact: checkFact, language: text(100), names: list(index, 10_000), section: index }),
    MOST_DATES,
  ),
  dates: list(record({ fact: index, edtf: text(200), text: label, place: maybe(checkPlace) }), MOST_DATES),
  names: checkNames,
  sections: list(label, MOST_DATES),
  sources: checkSources,
  isCut: flag,
});
