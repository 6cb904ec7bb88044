import fc from 'fast-check';
import { NAME_KINDS, type Mark } from '../../../src/core/model';
import { PAGE_KINDS, TARGET_KINDS, type PageAddress, type Target } from '../../../src/protocol/address';
import type { PageBase } from '../../../src/protocol/pageBase';
import type {
  Crumb,
  PageBlock,
  PageFact,
  PageLink,
  PageName,
  PageSource,
  PageText,
} from '../../../src/protocol/pageParts';

/** Objects whose keys in `optional` may be absent, with the prototype that they have when they come out of a message. */
export const object = <T, K extends keyof T = never>(
  model: { [P in keyof T]-?: fc.Arbitrary<Exclude<T[P], undefined>> },
  optional: readonly K[] = [],
): fc.Arbitrary<Omit<T, K> & Partial<Pick<T, K>>> => {
  const requiredKeys = Object.keys(model).filter((each) => !optional.some((other) => other === each));
  const made: fc.Arbitrary<unknown> = fc.record(model, { requiredKeys, noNullPrototype: true } as object);
  return made as fc.Arbitrary<Omit<T, K> & Partial<Pick<T, K>>>;
};

export const key = fc.string({ minLength: 1, maxLength: 30 });
export const label = fc.string({ unit: 'grapheme', maxLength: 30 });
export const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(item, { maxLength: 3 });
export const url = fc.webUrl();
export const range = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.tuple(range, fc.constantFrom('emphasis', 'strong', 'code')).map(([span, kind]) => ({ ...span, kind })),
  fc.tuple(range, url).map(([span, to]) => ({ ...span, kind: 'link' as const, url: to })),
);

export const text: fc.Arbitrary<PageText> = object<PageText>({ text: label, marks: few(mark) });

export const fact: fc.Arbitrary<PageFact> = object<PageFact, 'source'>(
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
export const outer: fc.Arbitrary<PageBlock> = fc.oneof(
  leaf,
  few(leaf).map((blocks): PageBlock => ({ kind: 'quote', blocks })),
  fc
    .tuple(fc.boolean(), fc.nat(), few(few(leaf)))
    .map(([ordered, start, items]): PageBlock => ({ kind: 'list', ordered, start, items })),
);

/** A model of all targets' properties, to be widened. */
const targetModel = { kind: fc.constantFrom(...TARGET_KINDS), key };

export const target: fc.Arbitrary<Target> = object<Target>(targetModel);

export const address: fc.Arbitrary<PageAddress> = object<PageAddress, 'fact'>(
  { kind: fc.constantFrom(...PAGE_KINDS), key, fact: key },
  ['fact'],
);

export const link: fc.Arbitrary<PageLink> = object<PageLink, 'detail'>(
  { ...targetModel, title: label, detail: label },
  ['detail'],
);

export const breadcrumb: fc.Arbitrary<readonly Crumb[]> = few(
  object<Crumb, 'to'>({ title: label, to: target }, ['to']),
);

export const names: fc.Arbitrary<readonly PageName[]> = few(
  object<PageName>({
    key,
    label,
    kind: fc.constantFrom(...NAME_KINDS),
    kindLabel: label,
    description: label,
  }),
);

export const sources: fc.Arbitrary<readonly PageSource[]> = few(
  object<PageSource, 'url' | 'license' | 'licenseUrl' | 'retrieved'>(
    { title: label, url, license: label, licenseUrl: url, retrieved: label },
    ['url', 'license', 'licenseUrl', 'retrieved'],
  ),
);

/** What every page has. */
export const base = {
  key,
  title: label,
  direction: fc.constantFrom('ltr', 'rtl'),
  announcement: label,
} satisfies { [P in keyof PageBase]: fc.Arbitrary<PageBase[P]> };
