import fc from 'fast-check';
import { NAME_KINDS, type Mark } from '../../../src/core/model';
import {
  PAGE_KINDS,
  TARGET_KINDS,
  type PageAddress,
  type Place,
  type Target,
} from '../../../src/protocol/address';
import type { Chunk, PageBody, Piece } from '../../../src/protocol/body';
import type { PageCard } from '../../../src/protocol/card';
import type { History, Visit } from '../../../src/protocol/history';
import type { TimelineLook } from '../../../src/protocol/timelineLook';
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

export const address: fc.Arbitrary<PageAddress> = object<PageAddress, 'section' | 'fact'>(
  { kind: fc.constantFrom(...PAGE_KINDS), key, section: key, fact: key },
  ['section', 'fact'],
);

export const place: fc.Arbitrary<Place> = object<Place, 'key'>(
  { key, offset: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
  ['key'],
);

export const look: fc.Arbitrary<TimelineLook> = object<TimelineLook, 'kind' | 'days'>(
  {
    name: label,
    kind: fc.constantFrom(...NAME_KINDS),
    days: fc.tuple(fc.integer(), fc.nat()).map(([from, length]) => ({ from, to: from + length + 0.5 })),
  },
  ['kind', 'days'],
);

export const history: fc.Arbitrary<History> = fc
  .array(object<Visit, 'place' | 'look'>({ address, place, look }, ['place', 'look']), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((visits) => fc.nat(visits.length - 1).map((at) => ({ visits, at })));

export const link: fc.Arbitrary<PageLink> = object<PageLink, 'detail'>(
  { ...targetModel, title: label, detail: label },
  ['detail'],
);

export const breadcrumb: fc.Arbitrary<readonly Crumb[]> = few(
  object<Crumb, 'to'>({ title: label, to: target }, ['to']),
);

const nameModel = { key, label, kind: fc.constantFrom(...NAME_KINDS), kindLabel: label, description: label };

export const name: fc.Arbitrary<PageName> = object<PageName>(nameModel);

export const names: fc.Arbitrary<readonly PageName[]> = few(name);

export const sources: fc.Arbitrary<readonly PageSource[]> = few(
  object<PageSource, 'url' | 'license' | 'licenseUrl' | 'retrieved'>(
    { title: label, url, license: label, licenseUrl: url, retrieved: label },
    ['url', 'license', 'licenseUrl', 'retrieved'],
  ),
);

const piece: fc.Arbitrary<Piece> = fc.oneof(
  outer.map((block): Piece => ({ kind: 'block', block })),
  few(fc.record({ fact, where: label }, { noNullPrototype: true })).map((facts): Piece => ({
    kind: 'facts',
    facts,
    language: 'ar',
    direction: 'rtl',
  })),
  object<Extract<Piece, { kind: 'heading' }>, 'to'>(
    {
      kind: fc.constant('heading' as const),
      key,
      title: label,
      level: fc.integer({ min: 2, max: 9 }),
      to: target,
    },
    ['to'],
  ),
);

export const chunk = (index: number): fc.Arbitrary<Chunk> =>
  object<Chunk>({
    index: fc.constant(index),
    pieces: few(piece),
    names,
    sources,
    language: fc.constantFrom('en', 'ar'),
    direction: fc.constantFrom('ltr', 'rtl'),
  });

export const body: fc.Arbitrary<PageBody> = fc
  .array(fc.nat(200), { maxLength: 3 })
  .chain((sizes) => fc.tuple(...sizes.map((_, index) => chunk(index))).map((chunks) => ({ sizes, chunks })));

export const card: fc.Arbitrary<PageCard> = object<PageCard, 'more'>(
  {
    ...nameModel,
    facts: few(
      fc
        .tuple(
          text,
          key,
          few(label),
          few(fc.record({ fact: key, who: label, says: label }, { noNullPrototype: true })),
        )
        .map(([said, of, dates, disagreements]) => ({ ...said, key: of, dates, disagreements })),
    ),
    more: label,
    dossierTitle: label,
    sources,
  },
  ['more'],
);

/** What every page has. */
export const base = {
  key,
  title: label,
  direction: fc.constantFrom('ltr', 'rtl'),
  announcement: label,
} satisfies { [P in keyof PageBase]: fc.Arbitrary<PageBase[P]> };
