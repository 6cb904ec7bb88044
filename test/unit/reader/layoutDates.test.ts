import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeDate } from '../../../src/core/timeline/placeDate';
import { wholeOf } from '../../../src/core/timeline/view';
import { layoutDates, type DateLayout, type DateToPlace } from '../../../src/reader/timeline/layoutDates';
import { tickFormat } from '../../../src/reader/timeline/tickFormat';
import { place } from '../protocol/pages/timelinePage';

const WIDTH = 800;

function layout(edtfs: readonly string[], chosen?: number): DateLayout {
  const dates = edtfs.map((edtf, date): DateToPlace => ({ date, place: placeDate(edtf)!, label: 0 }));
  return layoutDates(dates, wholeOf(dates.map((each) => each.place)), WIDTH, chosen);
}

describe('The layout of a timeline', () => {
  it('keeps to the axis and its lanes, and draws or counts each date in view, whatever the dates', () => {
    const dates = fc.array(fc.tuple(place, fc.nat(200)), { maxLength: 60 });
    fc.assert(
      fc.property(
        dates,
        day(),
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 60, max: 1500 }),
        (given, from, days, width) => {
          const all = given.map(([at, label], date): DateToPlace => ({ date, place: at, label }));
          const view = { from, to: from + days };
          const { dates: drawn, lanes, crowds } = layoutDates(all, view, width);
          for (const each of drawn) {
            assert.ok(each.from >= 0 && each.to <= width && each.from < each.to, JSON.stringify(each));
            assert.ok(each.lane < lanes);
            if (each.core) assert.ok(each.core.from >= each.from && each.core.to <= each.to);
          }
          const inView = all.filter(
            ({ place: at }) => (at.from ?? -Infinity) < view.to && (at.to ?? Infinity) > view.from,
          );
          assert.equal(drawn.length + crowds.reduce((sum, { count }) => sum + count, 0), inView.length);
        },
      ),
    );
  });

  it('draws a bounded number of many dates, and counts the others where they are', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => String(1000 + (at % 1000)));
    const { dates, lanes, crowds } = layout(many);
    assert.ok(dates.length < 700, `${dates.length} drawn`);
    assert.ok(lanes < 10);
    assert.equal(dates.length + crowds.reduce((sum, { count }) => sum + count, 0), 20_000);
  });

  it('draws what is chosen even where nothing has room', () => {
    const many = Array.from({ length: 2000 }, () => '2009-11-09');
    const isDrawn = (chosen?: number): boolean =>
      layout(many, chosen).dates.some(({ date }) => date === 1999);
    assert.deepEqual([isDrawn(), isDrawn(1999)], [false, true]);
  });

  it('stacks what overlaps, and tells days, imprecise dates, and spans with what is certain of them', () => {
    const { dates, lanes } = layout(['1980', '1985-03-01', '2011~', '197X', '1960/2000', '1990/..']);
    assert.ok(lanes >= 3);
    const of = (date: number) => dates.find((each) => each.date === date)!;
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((date) => [of(date).shape, of(date).isVague, of(date).core !== undefined]),
      [
        ['within', false, false],
        ['day', false, false],
        ['within', true, false],
        ['within', false, false],
        ['span', false, true],
        ['span', false, true],
      ],
    );
    assert.deepEqual(of(5).goesOn, { before: false, after: true });
  });

  it('has room for the year 1 and 2100 on one axis, for one date, and for none', () => {
    const far = layout(['0001', '2100-12-31']);
    assert.equal(far.dates.length, 2);
    assert.equal(layout(['2009-11-09']).dates.length, 1);
    assert.deepEqual(layout([]), { dates: [], lanes: 0, crowds: [] });
  });
});

describe('The dates below an axis', () => {
  const written = (days: readonly string[], language = 'en'): readonly string[] => {
    const ticks = days.map((each) => new Date(`${each}T00:00:00Z`));
    const format = tickFormat(language);
    return ticks.map((tick, at) => format(tick, at, ticks));
  };

  it('are written as exactly as they differ, in the language of the user', () => {
    assert.deepEqual(written(['1980-01-01', '1990-01-01']), ['1980', '1990']);
    assert.deepEqual(written(['2009-11-01', '2010-01-01']), ['Nov 2009', 'Jan 2010']);
    assert.deepEqual(written(['2009-11-09']), ['9 Nov 2009']);
    assert.deepEqual(written(['2009-11-01'], 'fr'), ['nov. 2009']);
    assert.deepEqual(written(['1980-01-01'], 'ko'), ['1980년']);
    assert.match(written(['-000100-01-01'])[0]!, /101 BC/u);
  });
});

function day(): fc.Arbitrary<number> {
  return fc.integer({ min: -3_000_000, max: 3_000_000 });
}
