import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library';
import type { Block, Fact } from '../../../src/core/model';
import { formatEdtf } from '../../../src/core/values/edtfText';
import { cutBlocks, factsOf } from '../../../src/features/reader/pages/blockPieces';
import { buildPage, pageAt } from '../../../src/features/reader/pages/buildPage';
import { isStillSo } from '../../../src/features/reader/pages/samePage';
import { gonePage as buildGonePage } from '../../../src/features/reader/pages/gonePage';
import { buildTopicPage } from '../../../src/features/reader/pages/topicPage';
import { CHUNK_FACTS } from '../../../src/features/reader/pages/longText';
import type { PageAddress } from '../../../src/protocol/address';
import type { Chunk } from '../../../src/protocol/body';
import { readHostMessage, READER_STRINGS } from '../../../src/protocol/hostMessages';
import type { GonePage } from '../../../src/protocol/pages/gonePage';
import type { TopicPage } from '../../../src/protocol/pages/topicPage';
import { fact } from '../support/smallLibrary';
import { readerLibrary, section, topic, words } from './support';

const library = readerLibrary();

function topicPage(address: Omit<PageAddress, 'kind'>, of = library): TopicPage {
  const whole: PageAddress = { kind: 'topic', ...address };
  const built = buildTopicPage(of, whole, words);
  assert.ok(built);
  const page = pageAt(built, whole);
  assert.equal(page.kind, 'topic');
  return page;
}

function gonePage(key: string, of: Library = library): GonePage {
  return buildGonePage(of, key, words);
}

/** What stands in a chunk, in order: headings as `## Title`, facts by their keys. */
function outline({ pieces }: Chunk): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'heading') return [`${'#'.repeat(piece.level)} ${piece.title}`];
    if (piece.kind === 'facts') return piece.facts.map(({ fact: { key } }) => key);
    return piece.block.kind === 'paragraph' ? piece.block.facts.map(({ key }) => key) : [piece.block.kind];
  });
}

/** A library with one topic of so many sections, of so many facts each. */
function longLibrary(sections: number, facts: number): Library {
  const made = Array.from({ length: sections }, (_, at) =>
    section(
      `d/long/s${at}`,
      Array.from({ length: facts }, (_unused, n) => fact(`f${at}-${n}`, `Fact ${n} of ${at}.`)),
    ),
  );
  const [dossier] = library.dossiers;
  return new Library([{ ...dossier!, topics: [topic('d/long', made)] }]);
}

describe('The page of a topic', () => {
  it('offers a timeline where it has dates, and figures where it has quantities', () => {
    const [dossier] = library.dossiers;
    const pageOf = (...facts: Fact[]): TopicPage =>
      topicPage(
        { key: 'd/t' },
        new Library([{ ...dossier!, topics: [topic('d/t', [section('d/t/s', facts)])] }]),
      );
    const plain = fact('plain', 'It is there.');
    const dated: Fact = {
      ...fact('dated', 'It came in 1990.'),
      dates: [{ edtf: '1990', start: 11, end: 15 }],
    };
    const counted: Fact = {
      ...fact('counted', 'It has 5 km.'),
      quantities: [{ value: 5, kind: 'count', unit: 'km', start: 7, end: 11 }],
    };
    const offers = ({ hasDates, hasFigures }: TopicPage): string =>
      `${hasDates ? 'dates' : ''} ${hasFigures ? 'figures' : ''}`.trim();
    assert.equal(offers(pageOf(plain)), '');
    assert.equal(offers(pageOf(plain, dated)), 'dates');
    assert.equal(offers(pageOf(counted, plain)), 'figures');
    assert.equal(offers(topicPage({ key: 'd/long' }, longLibrary(20, 30))), 'dates figures');
  });

  it('says where it is, and of what', () => {
    const page = topicPage({ key: 'd/one' });
    assert.deepEqual(page.breadcrumb, [
      { title: 'A dossier', to: { kind: 'dossier', key: 'd' } },
      { title: 'Topic one' },
    ]);
    assert.deepEqual([page.title, page.summary], ['Topic one', 'About one']);
    assert.equal(page.announcement, 'Topic one in A dossier');
  });

  it('holds all its sections under headings of their level, and lists them with their depth', () => {
    const { body, sections } = topicPage({ key: 'd/one' });
    assert.deepEqual(body.chunks.map(outline), [
      ['## A', '### A1', 'd/f1', 'd/f2', '### A2', 'd/f3', '## B', 'd/f4'],
    ]);
    assert.deepEqual(body.sizes, [4]);
    assert.deepEqual(
      sections.map(({ key, depth }) => `${depth} ${key}`),
      ['1 d/one/a', '2 d/one/a1', '2 d/one/a2', '1 d/one/b'],
    );
  });

  it('goes on to the next topic that has anything to read, and back', () => {
    assert.deepEqual(topicPage({ key: 'd/one' }).next, { kind: 'topic', key: 'd/two', title: 'Topic two' });
    assert.equal(topicPage({ key: 'd/one' }).previous, undefined);
    assert.equal(topicPage({ key: 'd/two' }).previous?.key, 'd/one');
  });

  it('describes each name of its text once and passes over names that the library does not hold', () => {
    const [chunk] = topicPage({ key: 'd/one' }).body.chunks;
    assert.deepEqual(chunk?.names, [
      {
        key: 'd/jack',
        label: 'Jack Lang',
        kind: 'person',
        kindLabel: '<person>',
        description: 'What Jack Lang is',
      },
    ]);
    assert.deepEqual(factsIn(chunk)[0]?.nameSpans, [{ start: 19, end: 28, names: [0] }]);
  });

  it('finds a date in the sentence that says it, and puts any other beside the sentence', () => {
    const [first, second] = factsIn(topicPage({ key: 'd/one' }).body.chunks[0]);
    assert.deepEqual(first?.dates, [{ edtf: '2009-11-09', text: '9 November 2009', start: 3, end: 18 }]);
    // How a range is written differs between versions of ICU.
    assert.deepEqual(second?.dates, [{ edtf: '2009-10/2009-12', text: formatEdtf('2009-10/2009-12', 'en') }]);
  });

  it('names each source of its facts once, with its licence and when it was read', () => {
    assert.deepEqual(topicPage({ key: 'd/one' }).body.chunks[0]?.sources, [
      {
        title: 'A source',
        url: 'https://example.org/a',
        license: 'CC-BY-SA-4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
        retrieved: 'read on 23 November 2026',
      },
    ]);
  });

  it('follows the language of its topic', () => {
    assert.equal(topicPage({ key: 'd/one' }).direction, 'ltr');
    const arabic = topicPage({ key: 'd/two' });
    assert.deepEqual([arabic.language, arabic.direction], ['ar', 'rtl']);
    assert.equal(arabic.body.chunks[0]?.direction, 'rtl');
  });

  it('is found through its fact when the topic was renamed', () => {
    assert.equal(topicPage({ key: 'd/old', fact: 'd/f4' }).key, 'd/one');
  });

  it('passes the guard of the protocol, whatever is asked for', async () => {
    const strings = Object.fromEntries(READER_STRINGS.map((key) => [key, key]));
    for (const key of ['d/one', 'd/two', 'd/empty', 'd/gone', '-']) {
      const address: PageAddress = { kind: 'topic', key };
      const page = pageAt(await buildPage(library, address, words), address);
      const history = { visits: [{ address }], at: 0 };
      const message = { type: 'show', serial: 1, page, address, reason: 'open', history, strings };
      assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
    }
  });
});

describe('The page of a long topic', () => {
  // Each of its sections is a chunk.
  const long = longLibrary(400, CHUNK_FACTS);

  it('comes with the chunks around what was asked for', () => {
    const chunksFor = (address: Partial<PageAddress>): readonly number[] =>
      topicPage({ key: 'd/long', ...address }, long).body.chunks.map(({ index }) => index);
    const around = (index: number): readonly number[] => [-2, -1, 0, 1, 2].map((by) => index + by);
    assert.deepEqual(chunksFor({}), [0, 1, 2]);
    assert.deepEqual(chunksFor({ section: 'd/long/s200' }), around(200));
    assert.deepEqual(chunksFor({ fact: 'd/f300-7', section: 'd/long/s1' }), around(300));
    const address: PageAddress = { kind: 'topic', key: 'd/long', section: 'd/long/s200' };
    const left = pageAt(buildTopicPage(long, address, words)!, address, { key: 'd/f9-9', offset: 12 });
    assert.deepEqual(left.kind === 'topic' && left.body.chunks.map(({ index }) => index), around(9));
  });

  it('holds every fact once and in order over all its chunks, and says in which each section begins', () => {
    for (const of of [long, longLibrary(2, 500), longLibrary(300, 1)]) {
      const { page, text } = buildTopicPage(of, { kind: 'topic', key: 'd/long' }, words)!;
      assert.ok(text);
      const chunks = text.sizes.map((_, index) => text.chunk(index)!);
      assert.deepEqual(
        chunks.flatMap((chunk) => factsIn(chunk).map(({ key }) => key)),
        [...of.facts()].map(({ key }) => key),
      );
      assert.deepEqual(
        chunks.map((chunk) => factsIn(chunk).length),
        text.sizes,
      );
      for (const { key, title, chunk } of page.sections) {
        assert.ok(outline(chunks[chunk]!).includes(`## ${title}`), key);
      }
      for (const { key } of of.facts()) {
        assert.ok(factsIn(chunks[text.chunkOf(key)!]).some((each) => each.key === key));
      }
    }
  });

  it('makes no fact that was not asked for', () => {
    let made = 0;
    const counted = Array.from({ length: 100 }, (_, at) => {
      const whole = section(
        `d/long/s${at}`,
        Array.from({ length: 50 }, (_unused, n) => fact(`f${at}-${n}`, 'A fact.')),
      );
      return Object.defineProperty(whole, 'blocks', {
        get: () => {
          made++;
          return [{ kind: 'paragraph', facts: whole.facts }];
        },
      });
    });
    const [dossier] = library.dossiers;
    const counting = new Library([{ ...dossier!, topics: [topic('d/long', counted)] }]);
    made = 0;
    topicPage({ key: 'd/long' }, counting);
    assert.equal(made, 3);
  });
});

describe('A page whose library changes', () => {
  const [mine] = library.dossiers;
  const other = { ...mine!, id: 'other' };
  const address = { kind: 'topic', key: 'd/one' } as const;

  it('stays the same while only another dossier comes, changes or goes', async () => {
    const built = await buildPage(library, address, words);
    assert.ok(isStillSo(built, new Library([mine!, other])));
    assert.ok(isStillSo(await buildPage(new Library([mine!, other]), address, words), library));
  });

  it('is made again where its own dossier was read again or is gone', async () => {
    const built = await buildPage(library, address, words);
    assert.ok(!isStillSo(built, new Library([{ ...mine! }, other])));
    assert.ok(!isStillSo(built, new Library([other])));
  });

  it('is made again where it says that there is nothing, or where something is still found out', async () => {
    const gone = await buildPage(library, { kind: 'topic', key: 'd/none' }, words);
    assert.ok(!isStillSo(gone, library));
    const built = await buildPage(library, address, words);
    assert.ok(!isStillSo({ ...built, later: () => Promise.resolve() }, library));
  });
});

describe('Cutting blocks', () => {
  const paragraph = (facts: readonly Fact[]): Block => ({ kind: 'paragraph', facts });
  const some = (from: number, count: number): Fact[] =>
    Array.from({ length: count }, (_, n) => fact(`f${from + n}`, 'A fact.'));
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.nat(300).map((count) => paragraph(some(0, count))),
    fc.nat(200).map((count): Block => {
      const items = some(0, count).map((each) => [paragraph([each])]);
      return { kind: 'list', ordered: true, start: 3, items };
    }),
    fc.nat(5).map((count): Block => ({ kind: 'quote', blocks: [paragraph(some(0, count))] })),
    fc.constant<Block>({ kind: 'code', text: 'x' }),
  );

  it('keeps all facts in order, in runs that are not much larger than asked', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const runs = cutBlocks(blocks, CHUNK_FACTS);
        assert.deepEqual(runs.flat().flatMap(factsOf), blocks.flatMap(factsOf));
        for (const run of runs) assert.ok(run.flatMap(factsOf).length <= 2 * CHUNK_FACTS);
      }),
      { numRuns: 50 },
    );
  });

  it('goes on numbering a list where it was divided', () => {
    const items = some(0, 130).map((each) => [paragraph([each])]);
    const runs = cutBlocks([{ kind: 'list', ordered: true, start: 3, items }], 60);
    assert.deepEqual(
      runs.flat().map((each) => each.kind === 'list' && each.start),
      [3, 63, 123],
    );
  });
});

function factsIn(chunk: Chunk | undefined): readonly { key: string; nameSpans: unknown; dates: unknown }[] {
  return (chunk?.pieces ?? []).flatMap((piece) =>
    piece.kind === 'block' && piece.block.kind === 'paragraph' ? piece.block.facts : [],
  );
}

describe('The page for a section that is gone', () => {
  it('offers the sections of its topic, most similar first, and the way back to the dossier', () => {
    const page = gonePage('d/one/a2-renamed');
    assert.equal(page.text, 'No d/one/a2-renamed');
    assert.deepEqual(
      page.alternatives.map(({ key }) => key),
      ['d/one/a2', 'd/one/a', 'd/one/a1', 'd/one/b'],
    );
    assert.deepEqual(page.dossier, { kind: 'dossier', key: 'd', title: 'A dossier' });
  });

  it('offers the beginnings of topics when nothing is similar', () => {
    const page = gonePage('elsewhere/x/y');
    assert.deepEqual(
      page.alternatives.map(({ key, title }) => `${key} ${title}`),
      ['d/one Topic one', 'd/two Topic two'],
    );
    assert.equal(page.dossier, undefined);
  });

  it('says so when nothing is loaded', () => {
    const page = gonePage('d/one/a', new Library([]));
    assert.deepEqual([page.text, page.alternatives], ['Nothing is loaded', []]);
  });
});
