import fc from 'fast-check';
import { NAME_KINDS, type Mark } from '../../../src/core/model';
import { READER_STRINGS, type HostMessage, type ReaderStrings } from '../../../src/protocol/hostMessages';
import type {
  GonePage,
  PageBlock,
  PageFact,
  PageLink,
  PageText,
  SectionPage,
} from '../../../src/protocol/page';
import type { ReaderMessage, ReaderState } from '../../../src/protocol/readerMessages';

/** Objects whose keys in `optional` may be absent, with the prototype that they have when they come out of a message. */
const object = <T, K extends keyof T = never>(
  model: { [P in keyof T]-?: fc.Arbitrary<Exclude<T[P], undefined>> },
  optional: readonly K[] = [],
): fc.Arbitrary<Omit<T, K> & Partial<Pick<T, K>>> => {
  const requiredKeys = Object.keys(model).filter((each) => !optional.some((other) => other === each));
  const made: fc.Arbitrary<unknown> = fc.record(model, { requiredKeys, noNullPrototype: true } as object);
  return made as fc.Arbitrary<Omit<T, K> & Partial<Pick<T, K>>>;
};

const key = fc.string({ minLength: 1, maxLength: 30 });
const label = fc.string({ unit: 'grapheme', maxLength: 30 });
const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(item, { maxLength: 3 });
const url = fc.webUrl();
const range = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.tuple(range, fc.constantFrom('emphasis', 'strong', 'code')).map(([span, kind]) => ({ ...span, kind })),
  fc.tuple(range, url).map(([span, to]) => ({ ...span, kind: 'link' as const, url: to })),
);

const text: fc.Arbitrary<PageText> = object<PageText>({ text: label, marks: few(mark) });

const fact: fc.Arbitrary<PageFact> = object<PageFact, 'source'>(
  {
    key,
    text: label,
    marks: few(mark),
    nameSpans: few(fc.tuple(range, few(fc.nat(9))).map(([span, names]) => ({ ...span, names }))),
    dates: few(
      fc.oneof(
        object<{ edtf: string; text: string }>({ edtf: label, text: label }),
        fc.tuple(range, label).map(([span, edtf]) => ({ edtf, text: edtf, ...span })),
      ),
    ),
    source: fc.nat(9),
  },
  ['source'],
);

const leaf: fc.Arbitrary<PageBlock> = fc.oneof(
  few(fact).map((facts): PageBlock => ({ kind: 'paragraph', facts })),
  label.map((code): PageBlock => ({ kind: 'code', text: code, language: 'ts' })),
  label.map((code): PageBlock => ({ kind: 'code', text: code })),
  fc.tuple(few(text), few(few(text))).map(([header, rows]): PageBlock => ({ kind: 'table', header, rows })),
);
const outer: fc.Arbitrary<PageBlock> = fc.oneof(
  leaf,
  few(leaf).map((blocks): PageBlock => ({ kind: 'quote', blocks })),
  fc
    .tuple(fc.boolean(), fc.nat(), few(few(leaf)))
    .map(([ordered, start, items]): PageBlock => ({ kind: 'list', ordered, start, items })),
);

const link: fc.Arbitrary<PageLink> = object<PageLink, 'detail'>({ key, title: label, detail: label }, [
  'detail',
]);

const section: fc.Arbitrary<SectionPage> = object<SectionPage, 'summary' | 'previous' | 'next'>(
  {
    kind: fc.constant('section' as const),
    key,
    title: label,
    topicTitle: label,
    summary: label,
    breadcrumb: few(object<{ title: string; key?: string }, 'key'>({ title: label, key }, ['key'])),
    parts: fc.array(
      object<SectionPage['parts'][number]>({
        key,
        title: label,
        level: fc.integer({ min: 1, max: 9 }),
        blocks: few(outer),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    names: few(
      object<SectionPage['names'][number]>({
        key,
        label,
        kind: fc.constantFrom(...NAME_KINDS),
        kindLabel: label,
        description: label,
      }),
    ),
    sources: few(
      object<SectionPage['sources'][number], 'url' | 'license' | 'licenseUrl' | 'retrieved'>(
        { title: label, url, license: label, licenseUrl: url, retrieved: label },
        ['url', 'license', 'licenseUrl', 'retrieved'],
      ),
    ),
    sections: few(fc.tuple(link, fc.integer({ min: 1, max: 9 })).map(([to, depth]) => ({ ...to, depth }))),
    previous: link,
    next: link,
    language: fc.constantFrom('en', 'ar', 'ko'),
    direction: fc.constantFrom('ltr', 'rtl'),
    announcement: label,
  },
  ['summary', 'previous', 'next'],
);

const gone: fc.Arbitrary<GonePage> = object<GonePage, 'dossier'>(
  {
    kind: fc.constant('gone' as const),
    key,
    title: label,
    text: label,
    alternatives: few(link),
    dossier: link,
  },
  ['dossier'],
);

const strings = fc
  .array(label, { minLength: READER_STRINGS.length, maxLength: READER_STRINGS.length })
  .map((all) => Object.fromEntries(READER_STRINGS.map((name, index) => [name, all[index]])) as ReaderStrings);

type Show = Extract<HostMessage, { type: 'show' }>;

/** Well-formed messages of the host. */
export const hostMessages: fc.Arbitrary<HostMessage> = fc.oneof(
  object<Show, 'fact'>(
    {
      type: fc.constant('show' as const),
      page: fc.oneof(section, gone),
      fact: key,
      reason: fc.constantFrom('open', 'refresh', 'restore'),
      strings,
    },
    ['fact'],
  ),
  label.map((said): HostMessage => ({ type: 'announce', text: said })),
);

type Keyed = Extract<ReaderMessage, { key: string }>;

/** Well-formed messages of the reader. */
export const readerMessages: fc.Arbitrary<ReaderMessage> = fc.oneof(
  fc.constant<ReaderMessage>({ type: 'ready' }),
  fc
    .tuple(
      fc.constantFrom<Keyed['type']>('openSection', 'openFact', 'openName', 'copyFact', 'insertFact'),
      key,
    )
    .map(([type, of]): ReaderMessage => ({ type, key: of })),
  url.map((to): ReaderMessage => ({ type: 'openSource', url: to })),
  key.map((of): ReaderMessage => ({ type: 'state', section: of })),
  fc.tuple(key, key).map(([of, at]): ReaderMessage => ({ type: 'state', section: of, fact: at })),
  label.map((reason): ReaderMessage => ({ type: 'rejected', reason })),
);

/** Well-formed states. */
export const readerStates: fc.Arbitrary<ReaderState> = object<ReaderState, 'fact'>(
  { section: key, fact: key, scroll: fc.nat(1_000_000_000) },
  ['fact'],
);
