import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library';
import type { Fact } from '../../../src/core/model';
import { findDates } from '../../../src/core/values/dates';
import { findQuantities } from '../../../src/core/values/quantities';
import { buildPage } from '../../../src/features/reader/pages/buildPage';
import type { PageAddress } from '../../../src/protocol/address';
import { readHostMessage, READER_STRINGS } from '../../../src/protocol/hostMessages';
import { MOST_FIGURES, type FiguresPage } from '../../../src/protocol/pages/figuresPage';
import { readReaderMessage } from '../../../src/protocol/readerMessages';
import { summaryOf } from '../../../src/reader/figures/summary';
import { wrapText } from '../../../src/reader/figures/wrapText';
import { fact, libraryOf, name } from '../support/smallLibrary';
import { words } from './support';

function told(id: string, text: string): Fact {
  const dates = findDates(text, 'en');
  return { ...fact(id, text, ['north', 'trade'], dates), quantities: findQuantities(text, 'en', dates) };
}

async function figures(facts: readonly Fact[], language = 'en'): Promise<FiguresPage> {
  const library = libraryOf([name('north', 'North', 'place'), name('trade', 'Trade', 'concept')], facts);
  const address: PageAddress = { kind: 'figures', key: 'd/t' };
  const { page } = await buildPage(library, address, { ...words, language });
  const strings = Object.fromEntries(READER_STRINGS.map((each) => [each, each]));
  const history = { visits: [{ address }], at: 0 };
  const message = { type: 'show', serial: 1, page, address, reason: 'open', history, strings };
  assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
  assert.equal(page.kind, 'figures');
  return page;
}

const imports = told('a', "In 2005 the North's imports had a value of €24 million.");
const exports_ = told('b', "In 2005 the value of the North's exports was €6 million.");

describe('The page of figures', () => {
  it('puts what can be compared into a chart, with its unit, time and source', async () => {
    const { charts, rest, facts, sources } = await figures([imports, exports_]);
    assert.deepEqual(rest, []);
    const [chart] = charts;
    assert.deepEqual([chart?.kind, chart?.title, chart?.unit], ['bars', 'Trade, 2005', 'Euro (EUR)']);
    assert.deepEqual(
      chart?.series[0]?.figures.map(({ label, value, text, exact, fact: at }) => [
        label,
        value,
        text,
        exact,
        facts[at]?.key,
      ]),
      [
        ['Imports', 24_000_000, '24 million euros', '24,000,000 euros', 'd/a'],
        ['Exports', 6_000_000, '6 million euros', '6,000,000 euros', 'd/b'],
      ],
    );
    assert.equal(sources[facts[0]!.source!]?.title, 'A source');
    assert.equal(summaryOf(chart), 'Trade, 2005. Imports: 24 million euros; Exports: 6 million euros');
  });

  it('writes figures in the language of the user', async () => {
    const textsIn = async (language: string): Promise<readonly string[]> => {
      const { charts } = await figures([imports, exports_], language);
      return charts[0]!.series[0]!.figures.map(({ text }) => text.replace(/\s/gu, ' '));
    };
    assert.deepEqual(await textsIn('fr'), ['24 millions euros', '6 millions euros']);
    assert.deepEqual(await textsIn('ko'), ['2400만 유로', '600만 유로']);
  });

  it('makes a line of several years, a count of a few things, and a table of what stands alone', async () => {
    const { charts, rest } = await figures([
      told('a', "In 2004 the North's imports had a value of €20 million."),
      told('b', "In 2006 the North's imports had a value of €30 million."),
      told('c', 'By official count, 54 North Koreans lived in France in 2005.'),
      told('d', 'In 2005 the North received aid worth more than €5400.'),
    ]);
    assert.deepEqual(
      charts.map(({ kind, title }) => `${kind} ${title}`),
      ['line Trade', 'count Trade, 2005'],
    );
    const days = charts[0]?.series[0]?.figures.map(({ day }) => new Date((day ?? 0) * 86_400_000));
    assert.deepEqual(
      days?.map((each) => each.getUTCFullYear()),
      [2004, 2006],
    );
    assert.deepEqual(
      rest.map(({ text }) => text),
      ['over 5,400 euros'],
    );
  });

  it('is cut where there are more figures than it can hold, and gone with its topic', async () => {
    const many = Array.from({ length: MOST_FIGURES + 1 }, (_, at) =>
      told(`f${at}`, `In 2005 the price of item${at} was €${at + 1}.`),
    );
    const { isCut, charts, rest } = await figures(many);
    assert.equal(isCut, true);
    assert.equal(
      charts.flatMap(({ series }) => series.flatMap((each) => each.figures)).length + rest.length,
      MOST_FIGURES,
    );
    const { page } = await buildPage(new Library([]), { kind: 'figures', key: 'd/t' }, words);
    assert.equal(page.kind, 'gone');
  });

  it('holds any currency and number', async () => {
    const odd: Fact = {
      ...fact('odd', 'It cost 1e300 XXXX in 2005.', ['trade'], [{ edtf: '2005' }]),
      quantities: [
        { value: 1e300, kind: 'currency', unit: 'credits', start: 8, end: 13, when: '2005' },
        { value: 0, kind: 'count', unit: '', start: 8, end: 13, when: '2005' },
        { value: 12.5, kind: 'percent', unit: '%', start: 8, end: 13 },
      ],
    };
    const { rest } = await figures([odd]);
    assert.equal(rest.length, 3);
    assert.equal(rest[2]!.text, '12.5%');
  });
});

describe('What the reader asks for a chart', () => {
  it('is checked: a drawing is one, a picture is a PNG, and neither is too large', () => {
    const good = { type: 'saveChart', chart: 0, svg: '<svg xmlns="x"/>', png: 'iVBORw0KGgoAAAA=' };
    assert.deepEqual(readReaderMessage(good), { ok: true, value: good });
    for (const wrong of [
      { ...good, svg: '<html>' },
      { ...good, svg: `<svg ${'x'.repeat(2_000_001)}` },
      { ...good, png: 'R0lGODlh' },
      { ...good, png: 'iVBORw0KGgo!' },
      { ...good, chart: -1 },
      { type: 'copyChartSvg', svg: 7 },
      { type: 'copyChartCsv', chart: 'all' },
    ]) {
      assert.equal(readReaderMessage(wrong).ok, false, JSON.stringify(wrong).slice(0, 80));
    }
  });
});

describe('Breaking a label into lines', () => {
  const measure = (text: string): number => text.length * 10;

  it('breaks between words, and inside those that are too long', () => {
    assert.deepEqual(wrapText('one two three', 80, measure), ['one two', 'three']);
    assert.deepEqual(wrapText('extraordinary', 50, measure), ['extra', 'ordin', 'ary']);
    assert.deepEqual(wrapText('', 50, measure), ['']);
  });

  it('loses nothing and keeps to the width, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 40, max: 300 }),
        (text, width) => {
          const lines = wrapText(text, width, measure);
          assert.equal(lines.join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});
