import type { Edtf, Key, Mark, NameKind } from '../core/model';
import { checkKey, checkTarget, targetShape, type Target } from './address';
import {
  flag,
  list,
  maybe,
  nested,
  oneOf,
  record,
  text,
  variant,
  webAddress,
  where,
  whole,
  type Check,
} from './check';

/** Somewhere to go, with what its link says. */
export interface PageLink extends Target {
  readonly title: string;
  /** A second, quieter line, such as the topic of a section elsewhere. */
  readonly detail?: string;
}

/** One step of the breadcrumb; the last one, which is the page itself, leads nowhere. */
export interface Crumb {
  readonly title: string;
  /** What the step opens. */
  readonly to?: Target;
}

/** A name that stands in the page's text. */
export interface PageName {
  readonly key: Key;
  readonly label: string;
  readonly kind: NameKind;
  /** The kind in the user's language. */
  readonly kindLabel: string;
  readonly description: string;
}

/** Where names stand in a text; `names` are indices in the page's list, best first. */
export interface PageNameSpan {
  readonly start: number;
  readonly end: number;
  readonly names: readonly number[];
}

/** A date of a fact. */
export interface PageDate {
  readonly edtf: Edtf;
  /** Written out in the user's language. */
  readonly text: string;
  /** Where the fact's text says it; absent where the date stands only beside the text. */
  readonly start?: number;
  readonly end?: number;
}

/** Plain text with marks and names beside it. Offsets are UTF-16 code units. */
export interface PageText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A fact as the page shows it. */
export interface PageFact extends PageText {
  readonly key: Key;
  readonly nameSpans: readonly PageNameSpan[];
  readonly dates: readonly PageDate[];
  /** Index in the page's sources. */
  readonly source?: number;
}

/** What stands under a heading, in order. */
export type PageBlock =
  | { readonly kind: 'paragraph'; readonly facts: readonly PageFact[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PageBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly PageBlock[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | {
      readonly kind: 'table';
      readonly header: readonly PageText[];
      readonly rows: readonly (readonly PageText[])[];
    };

/** A source of the page's facts. */
export interface PageSource {
  readonly title: string;
  readonly url?: string;
  readonly license?: string;
  readonly licenseUrl?: string;
  /** When the source was read, as a phrase in the user's language. */
  readonly retrieved?: string;
}

/** Bounds, far above any real page: characters of a text, elements of a list. */
const MAX_TEXT = 1_000_000;
const MAX_LABEL = 20_000;
const MAX_ITEMS = 200_000;

export const label = text(MAX_LABEL);
const offset = whole(0, MAX_TEXT);
export const index = whole(0, MAX_ITEMS);
export const items = <T>(check: Check<T>): Check<readonly T[]> => list(check, MAX_ITEMS);

const isOrdered = (span: { readonly start: number; readonly end: number }): boolean => span.start <= span.end;
const BACKWARDS = 'ends before it starts';

export const checkMark: Check<Mark> = where(
  record({
    start: offset,
    end: offset,
    kind: oneOf('emphasis', 'strong', 'code', 'link'),
    url: maybe(text(4000)),
  }),
  isOrdered,
  BACKWARDS,
);

/** The shape of a {@link PageText}. */
export const textShape = { text: text(MAX_TEXT), marks: items(checkMark) };

export const checkFact: Check<PageFact> = record({
  ...textShape,
  key: checkKey,
  nameSpans: items(
    where(record({ start: offset, end: offset, names: list(index, 100) }), isOrdered, BACKWARDS),
  ),
  dates: list(
    where(
      record({ edtf: text(200), text: label, start: maybe(offset), end: maybe(offset) }),
      (date) => (date.start === undefined) === (date.end === undefined),
      'has only one of start and end',
    ),
    10_000,
  ),
  source: maybe(index),
});

export const checkBlock: Check<PageBlock> = nested<PageBlock>((inner) =>
  variant('kind', {
    paragraph: record({ facts: items(checkFact) }),
    list: record({
      ordered: flag,
      start: whole(0, Number.MAX_SAFE_INTEGER),
      items: items(items(inner)),
    }),
    quote: record({ blocks: items(inner) }),
    code: record({ text: text(MAX_TEXT), language: maybe(label) }),
    table: record({ header: items(record(textShape)), rows: items(items(record(textShape))) }),
  }),
);

export const linkShape = { ...targetShape, title: label, detail: maybe(label) };

export const checkLink: Check<PageLink> = record(linkShape);

export const checkBreadcrumb: Check<readonly Crumb[]> = list(
  record({ title: label, to: maybe(checkTarget) }),
  1000,
);

export const checkKind: Check<NameKind> = oneOf(
  'person',
  'organisation',
  'place',
  'event',
  'work',
  'concept',
);

/** The shape of a {@link PageName}. */
export const nameShape = { key: checkKey, label, kind: checkKind, kindLabel: label, description: label };

export const checkName: Check<PageName> = record(nameShape);

export const checkNames: Check<readonly PageName[]> = items(checkName);

export const checkSources: Check<readonly PageSource[]> = items(
  record({
    title: label,
    url: maybe(webAddress),
    license: maybe(label),
    licenseUrl: maybe(webAddress),
    retrieved: maybe(label),
  }),
);

export const checkDirection = oneOf('ltr', 'rtl');
