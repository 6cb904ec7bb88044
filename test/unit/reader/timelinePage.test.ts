import assert from 'node:assert/strict';
import type { Library } from '../../../src/core/library';
import type { Fact, FactDate } from '../../../src/core/model';
import { buildPage } from '../../../src/features/reader/pages/buildPage';
import type { PageAddress } from '../../../src/protocol/address';
import { readHostMessage, READER_STRINGS } from '../../../src/protocol/hostMessages';
import { MOST_DATES, type TimelinePage } from '../../../src/protocol/pages/timelinePage';
import { filterDates, nameLabels } from '../../../src/reader/timeline/filterDates';
import { fact, libraryOf, name } from '../support/smallLibrary';
import { readerLibrary, words } from './support';

async function timeline(
  kind: TimelinePage['kind'],
  key: string,
  library: Library = readerLibrary(),
): Promise<TimelinePage> {
  const address: PageAddress = { kind, key };
  const { page } = await buildPage(library, address, words);
  const strings = Object.fromEntries(READER_STRINGS.map((each) => [each, each]));
  const history = { visits: [{ address }], at: 0 };
  const message = { type: 'show', serial: 1, page, address, reason: 'open', history, strings };
  assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
  assert.equal(page.kind, kind);
  return page;
}

const dated = (id: string, when: string, names: readonly string[] = []): Fact =>
  fact(id, `Fact ${id}.`, names, [{ edtf: when }]);

/** A timeline in lines: `2009-11-09 f1`. */
const shown = ({ dates, facts }: TimelinePage, at = dates.map((_, index) => index)): readonly string[] =>
  at.map((each) => `${dates[each]!.edtf} ${facts[dates[each]!.fact]!.fact.key}`);

describe('The page of a timeline', () => {
  it('holds the dated facts of a dossier, a topic and a name, from the earliest to the latest', async () => {
    const all = ['2009-10/2009-12 d/f2', '2009-11-09 d/f1'];
    assert.deepEqual(shown(await timeline('dossierTimeline', 'd')), all);
    assert.deepEqual(shown(await timeline('topicTimeline', 'd/one')), all);
    assert.deepEqual(shown(await timeline('nameTimeline', 'd/jack')), ['2009-11-09 d/f1']);
    assert.deepEqual(shown(await timeline('topicTimeline', 'd/two')), []);
  });

  it('says where each fact is read, and of which topic unless there is one only', async () => {
    assert.deepEqual((await timeline('dossierTimeline', 'd')).sections, ['Topic one › A1']);
    assert.deepEqual((await timeline('topicTimeline', 'd/one')).sections, ['A1']);
  });

  it('leads back to what it is about', async () => {
    const { title, breadcrumb } = await timeline('nameTimeline', 'd/jack');
    assert.equal(title, 'Timeline: Jack Lang');
    assert.deepEqual(breadcrumb, [
      { title: 'A dossier', to: { kind: 'dossier', key: 'd' } },
      { title: 'Jack Lang', to: { kind: 'name', key: 'd/jack' } },
      { title: 'Timeline' },
    ]);
  });

  it('puts dates that have no place on an axis behind the others', async () => {
    const facts = [dated('a', 'XXXX-11-09'), dated('b', '../..'), dated('c', '1981'), dated('d', '2011~')];
    const page = await timeline('topicTimeline', 'd/t', libraryOf([], facts));
    assert.deepEqual(
      page.dates.map(({ edtf, place }) => [edtf, place !== undefined]),
      [
        ['1981', true],
        ['2011~', true],
        ['XXXX-11-09', false],
        ['../..', false],
      ].sort((one, other) => Number(other[1]) - Number(one[1])),
    );
  });

  it('is cut where there are more dates than it can hold', async () => {
    const when = (at: number): FactDate => ({ edtf: String(1000 + (at % 1000)) });
    const facts = Array.from({ length: MOST_DATES + 5 }, (_, at) =>
      fact(`f${at}`, 'A fact.', [], [when(at)]),
    );
    const page = await timeline('topicTimeline', 'd/t', libraryOf([], facts));
    assert.equal(page.isCut, true);
    assert.equal(page.dates.length, MOST_DATES);
    const whole = await timeline('topicTimeline', 'd/t', libraryOf([], facts.slice(0, MOST_DATES)));
    assert.equal(whole.isCut, false);
  });

  it('is gone with what it is about', async () => {
    for (const kind of ['dossierTimeline', 'topicTimeline', 'nameTimeline'] as const) {
      const { page } = await buildPage(readerLibrary(), { kind, key: 'd/none' }, words);
      assert.equal(page.kind, 'gone');
    }
  });
});

describe('The filter of a timeline', () => {
  const library = libraryOf(
    [name('jack', 'Jack Lang'), name('pyong', 'Pyŏngyang', 'place'), name('unused', 'Unused')],
    [dated('a', '2009-11-09', ['jack', 'pyong']), dated('b', '2011-10', ['pyong']), dated('c', '1981')],
  );

  it('finds facts about a name by a part of its label, whatever its case and accents', async () => {
    const page = await timeline('topicTimeline', 'd/t', library);
    const by = (text: string, kind: 'person' | 'place' | '' = ''): readonly string[] =>
      shown(page, [...filterDates(page, { name: text, kind })]);
    assert.equal(by('').length, 3);
    assert.deepEqual(by('jack lang'), ['2009-11-09 d/a']);
    assert.deepEqual(by(' PYONG '), ['2009-11-09 d/a', '2011-10 d/b']);
    assert.deepEqual(by('', 'person'), ['2009-11-09 d/a']);
    assert.deepEqual(by('pyong', 'person'), []);
    assert.deepEqual(by('nobody'), []);
  });

  it('offers the names that facts are about, the most frequent first', async () => {
    const page = await timeline('topicTimeline', 'd/t', library);
    assert.deepEqual(nameLabels(page, '', 10), ['Pyŏngyang', 'Jack Lang']);
    assert.deepEqual(nameLabels(page, 'person', 10), ['Jack Lang']);
    assert.deepEqual(nameLabels(page, '', 1), ['Pyŏngyang']);
  });
});
