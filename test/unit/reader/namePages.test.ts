import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import type { Dossier, Fact } from '../../../src/core/model';
import { buildPage, pageAt } from '../../../src/features/reader/pages/buildPage';
import { DateGatherer, figuresBefore } from '../../../src/features/reader/pages/factDates';
import type { PageAddress } from '../../../src/protocol/address';
import { readHostMessage, READER_STRINGS } from '../../../src/protocol/hostMessages';
import type { Page } from '../../../src/protocol/page';
import { fact, name } from '../support/smallLibrary';
import { section, topic, words } from './support';

const money = { value: 6, kind: 'currency', unit: 'EUR', start: 0, end: 1 } as const;
const facts: readonly Fact[] = [
  fact('f1', 'Jack went to Paris.', ['jack', 'paris'], [{ edtf: '2009-11-09' }]),
  { ...fact('f2', 'Jack paid 6.', ['jack'], [{ edtf: '2005' }]), quantities: [money] },
  fact('f3', 'Jack saw Paris and Rome.', ['jack', 'paris', 'rome']),
];
const dossier: Dossier = {
  id: 'd',
  title: 'A dossier',
  description: 'What it is',
  language: 'en',
  license: 'CC-BY-4.0',
  sources: [{ id: 'src', title: 'A source' }],
  topics: [
    topic('d/one', [section('d/one/a', facts.slice(0, 2))]),
    topic('d/two', [section('d/two/b', facts.slice(2))]),
  ],
  names: [
    {
      ...name('jack', 'Jack Lang'),
      labels: { ko: '자크 랑', en: 'Jack Lang', xx_: 'J' },
      aliases: ['Lang', 'Lang', '자크 랑'].map((text) => ({
        text,
        exactCase: false,
        requiresFullName: false,
        demonym: false,
      })),
    },
    name('paris', 'Paris'),
    name('rome', 'Rome'),
    name('nobody', 'Nobody'),
  ],
};
const library = new Library([dossier]);

async function pageOf<K extends Page['kind']>(
  kind: K & PageAddress['kind'],
  key: string,
): Promise<Page & { kind: K }> {
  const address: PageAddress = { kind, key };
  const page = pageAt(await buildPage(library, address, words), address);
  const strings = Object.fromEntries(READER_STRINGS.map((each) => [each, each]));
  const history = { visits: [{ address }], at: 0 };
  const message = { type: 'show', serial: 1, page, address, reason: 'open', history, strings };
  assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
  assert.equal(page.kind, kind);
  return page as Page & { kind: K };
}

describe('The page of a name', () => {
  it('says what it is, in which languages, and what else it is called', async () => {
    const page = await pageOf('name', 'd/jack');
    assert.deepEqual(
      [page.title, page.kindLabel, page.description, page.factCount],
      ['Jack Lang', '<person>', 'What Jack Lang is', '3 facts'],
    );
    assert.deepEqual(page.labels, [
      { text: '자크 랑', language: 'ko', languageName: 'Korean' },
      { text: 'J', language: 'xx_', languageName: 'xx_' },
    ]);
    assert.deepEqual(page.aliases, ['Lang']);
  });

  it('holds all its facts by topic, each with its section', async () => {
    const [chunk] = (await pageOf('name', 'd/jack')).body.chunks;
    assert.deepEqual(
      chunk?.pieces.map((piece) => {
        if (piece.kind === 'heading') return piece.title;
        return piece.kind === 'facts' && piece.facts.map((each) => `${each.fact.key} in ${each.where}`);
      }),
      ['Topic one', ['d/f1 in A', 'd/f2 in A'], 'Topic two', ['d/f3 in B']],
    );
  });

  it('lists the names that share facts with it, with those facts, most first', async () => {
    assert.deepEqual(
      (await pageOf('name', 'd/jack')).sharing.map((each) => [
        each.name.label,
        each.count,
        each.facts.map(({ key }) => key),
      ]),
      [
        ['Paris', '2 shared', ['d/f1', 'd/f3']],
        ['Rome', '1 shared', ['d/f3']],
      ],
    );
  });

  it('is there for a name without facts', async () => {
    const page = await pageOf('name', 'd/nobody');
    assert.deepEqual([page.body.sizes, page.sharing], [[], []]);
  });

  it('finds the chunk of each fact where there are many, under the topic’s title where it begins', async () => {
    const many = Array.from({ length: 400 }, (_, n) => fact(`m${n}`, 'Jack again.', ['jack']));
    const topics = [
      topic('d/one', [section('d/one/a', many.slice(0, 130))]),
      topic('d/two', [section('d/two/b', many.slice(130))]),
    ];
    const { text } = await buildPage(
      new Library([{ ...dossier, topics }]),
      { kind: 'name', key: 'd/jack' },
      words,
    );
    assert.ok(text);
    assert.deepEqual(text.sizes, [...Array.from({ length: 13 }, () => 30), 10]);
    assert.equal(text.chunkOf('d/m130'), 4);
    const headings = text.sizes.map((_, index) =>
      text.chunk(index)?.pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.title] : [])),
    );
    const begin = headings.flatMap((titles, index) => (titles?.length ? [[index, ...titles]] : []));
    assert.deepEqual(begin, [
      [0, 'Topic one'],
      [4, 'Topic two'],
    ]);
  });
});

describe('The overview of a dossier', () => {
  it('says what is in it, and from when to when its facts hold', async () => {
    const page = await pageOf('dossier', 'd');
    assert.deepEqual(page.notes, ['3 facts, 4 names, 2 topics', 'dates: 2005 to 9 November 2009']);
    assert.deepEqual(
      page.topics.map(({ link, count, span }) => [link.title, link.detail, count, span]),
      [
        ['Topic one', 'About one', '2 facts', '2005 to 9 November 2009'],
        ['Topic two', 'About two', '1 facts', undefined],
      ],
    );
  });

  it('says which figures are old', async () => {
    const page = await pageOf('dossier', 'd');
    assert.equal(page.old, '1 of 1 older than 5 years');
    assert.deepEqual(
      page.topics.map(({ old }) => old),
      ['2005 is older than 5 years', undefined],
    );
  });

  it('lists the names with the most facts, none without any, and licence and sources', async () => {
    const page = await pageOf('dossier', 'd');
    assert.deepEqual(
      page.names.map((each) => `${each.name.label}: ${each.count}`),
      ['Jack Lang: 3 facts', 'Paris: 2 facts', 'Rome: 1 facts'],
    );
    assert.deepEqual(
      page.sources.map(({ title, license }) => [title, license]),
      [
        ['A dossier', 'CC-BY-4.0'],
        ['A source', undefined],
      ],
    );
  });

  it('says the licence of the dossier once where its source is called like it and has the same', async () => {
    const source = { id: 'src', title: 'A dossier', url: 'https://example.org/', license: 'CC-BY-4.0' };
    const sourcesWith = async (license: string): Promise<readonly unknown[]> => {
      const library = new Library([{ ...dossier, sources: [{ ...source, license }] }]);
      const { page } = await buildPage(library, { kind: 'dossier', key: 'd' }, words);
      assert.ok(page.kind === 'dossier');
      return page.sources.map((each) => [each.license, each.url]);
    };
    assert.deepEqual(await sourcesWith('CC-BY-4.0'), [['CC-BY-4.0', source.url]]);
    assert.deepEqual(await sourcesWith('MIT'), [
      ['CC-BY-4.0', undefined],
      ['MIT', source.url],
    ]);
  });

  it('comes without dates first where the dossier is large, and then with them', async () => {
    const many = Array.from({ length: 1500 }, (_, n) => fact(`m${n}`, 'A fact.', [], [{ edtf: '1999' }]));
    const large = new Library([{ ...dossier, topics: [topic('d/one', [section('d/one/a', many)])] }]);
    const address: PageAddress = { kind: 'dossier', key: 'd' };
    const first = await buildPage(large, address, words);
    assert.ok(first.page.kind === 'dossier' && first.page.notes.length === 1);
    await first.later?.();
    const second = await buildPage(large, address, words);
    assert.ok(second.page.kind === 'dossier' && second.page.notes[1] === 'dates: 1999');
    assert.equal(second.later, undefined);
  });
});

describe('The age of figures', () => {
  const gathered = (all: readonly Fact[]): DateGatherer => {
    const gatherer = new DateGatherer();
    for (const each of all) gatherer.add(each);
    return gatherer;
  };

  it('goes by their own time, else by the dates of their fact; what holds until now is not old', () => {
    const figure = (edtf: string, when?: string): Fact => ({
      ...fact('f', '6', [], [{ edtf }]),
      quantities: [{ ...money, ...(when !== undefined && { when }) }],
    });
    const { dates } = gathered([figure('2005'), figure('2020', '1990'), figure('2000/..')]);
    assert.deepEqual([...dates.figures.keys()], ['2005-12-31', '1990-12-31']);
    assert.equal(dates.newestFigure?.edtf, '2005');
    assert.equal(dates.oldest?.edtf, '2000/..');
    assert.deepEqual(figuresBefore(dates, '2000-01-01'), { old: 1, all: 2 });
  });
});
