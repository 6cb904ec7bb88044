import type { Edtf, Key, LanguageTag, Mark, NameKind } from '../core/model';
import {
  flag,
  list,
  maybe,
  nested,
  oneOf,
  record,
  someText,
  text,
  variant,
  webAddress,
  where,
  whole,
  type Check,
} from './check';

/** Somewhere to go: a section, with what its link says. */
export interface PageLink {
  readonly key: Key;
  readonly title: string;
  /** A second, quieter line, such as the topic of a section elsewhere. */
  readonly detail?: string;
}

/** One step of the breadcrumb; the last one, which is the page itself, has no key. */
export interface Crumb {
  readonly title: string;
  /** The section that the step opens. */
  readonly key?: Key;
}

/** A section in the list of a topic's sections. */
export interface SectionLink extends PageLink {
  /** 1 for a section right below the topic. */
  readonly depth: number;
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

/** A section that stands inside the page's section, or the page's section itself. */
export interface PagePart {
  readonly key: Key;
  readonly title: string;
  /** Level of its heading: 1 for the page's own section. */
  readonly level: number;
  readonly blocks: readonly PageBlock[];
}

/** A source of the page's facts. */
export interface PageSource {
  readonly title: string;
  readonly url?: string;
  readonly license?: string;
  readonly licenseUrl?: string;
  /** When the source was read, as a phrase in the user's language. */
  readonly retrieved?: string;
}

/** A section of a topic with all that the reader shows around it. */
export interface SectionPage {
  readonly kind: 'section';
  readonly key: Key;
  readonly title: string;
  readonly topicTitle: string;
  /** What the topic is about; given where the topic begins. */
  readonly summary?: string;
  /** Dossier, topic, the sections around, and the section itself. */
  readonly breadcrumb: readonly Crumb[];
  /** The section itself and those in it, in reading order; at least one. */
  readonly parts: readonly PagePart[];
  /** The names that the parts' spans refer to. */
  readonly names: readonly PageName[];
  readonly sources: readonly PageSource[];
  /** All sections of the topic, in reading order. */
  readonly sections: readonly SectionLink[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly language: LanguageTag;
  readonly direction: 'ltr' | 'rtl';
  /** What a screen reader says when the page was opened. */
  readonly announcement: string;
}

/** What the reader shows in place of a section that is not in the library. */
export interface GonePage {
  readonly kind: 'gone';
  /** The key that was asked for. */
  readonly key: Key;
  readonly title: string;
  readonly text: string;
  /** What may be meant, nearest first. */
  readonly alternatives: readonly PageLink[];
  /** The beginning of the dossier that the section was in. */
  readonly dossier?: PageLink;
}

export type Page = SectionPage | GonePage;

/** Bounds, far above any real page: characters of a text, elements of a list. */
const MAX_TEXT = 1_000_000;
const MAX_LABEL = 20_000;
const MAX_ITEMS = 200_000;
const MAX_KEY = 2_000;

/** A key of anything in the library. */
export const checkKey: Check<Key> = someText(MAX_KEY);

const label = text(MAX_LABEL);
const offset = whole(0, MAX_TEXT);
const index = whole(0, MAX_ITEMS);
const items = <T>(check: Check<T>): Check<readonly T[]> => list(check, MAX_ITEMS);

const isOrdered = (span: { readonly start: number; readonly end: number }): boolean => span.start <= span.end;
const BACKWARDS = 'ends before it starts';

const checkMark: Check<Mark> = where(
  record({
    start: offset,
    end: offset,
    kind: oneOf('emphasis', 'strong', 'code', 'link'),
    url: maybe(text(4000)),
  }),
  isOrdered,
  BACKWARDS,
);

const textShape = { text: text(MAX_TEXT), marks: items(checkMark) };

const checkFact: Check<PageFact> = record({
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

const checkBlock: Check<PageBlock> = nested<PageBlock>((inner) =>
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

const linkShape = { key: checkKey, title: label, detail: maybe(label) };

const checkSectionPage = record({
  key: checkKey,
  title: label,
  topicTitle: label,
  summary: maybe(label),
  breadcrumb: list(record({ title: label, key: maybe(checkKey) }), 1000),
  parts: where(
    items(record({ key: checkKey, title: label, level: whole(1, 1000), blocks: items(checkBlock) })),
    (parts) => parts.length > 0,
    'empty',
  ),
  names: items(
    record({
      key: checkKey,
      label,
      kind: oneOf('person', 'organisation', 'place', 'event', 'work', 'concept'),
      kindLabel: label,
      description: label,
    }),
  ),
  sources: items(
    record({
      title: label,
      url: maybe(webAddress),
      license: maybe(label),
      licenseUrl: maybe(webAddress),
      retrieved: maybe(label),
    }),
  ),
  sections: items(record({ ...linkShape, depth: whole(1, 1000) })),
  previous: maybe(record(linkShape)),
  next: maybe(record(linkShape)),
  language: text(100),
  direction: oneOf('ltr', 'rtl'),
  announcement: label,
});

const checkGonePage = record({
  key: checkKey,
  title: label,
  text: label,
  alternatives: list(record(linkShape), 100),
  dossier: maybe(record(linkShape)),
});

/** A page of either kind. */
export const checkPage: Check<Page> = variant('kind', { section: checkSectionPage, gone: checkGonePage });
