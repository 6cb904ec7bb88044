import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayNumberOf } from '../../../src/core/timeline/placeDate';
import { axisTicks } from '../../../src/reader/timeline/axisTicks';

const CHARACTER = 7;
const measure = (text: string): number => text.length * CHARACTER;

function written(from: string, to: string, width = 900, language = 'en'): readonly string[] {
  const view = { from: dayNumberOf(from), to: dayNumberOf(to) };
  return axisTicks(view, width, language, measure).flatMap(({ label }) => (label === '' ? [] : [label]));
}

describe('The dates below an axis', () => {
  it('are written as exactly as they differ, the year only where it is another', () => {
    assert.deepEqual(written('1976-06-01', '2014-06-01', 300), ['1980', '1990', '2000', '2010']);
    assert.deepEqual(written('2009-10-20', '2010-03-10', 500), ['Nov 2009', 'Dec', 'Jan 2010', 'Feb', 'Mar']);
    assert.deepEqual(written('2009-11-07', '2009-11-11', 600), ['8 Nov 2009', '9 Nov', '10 Nov']);
    const weeks = written('2009-07-15', '2009-10-30');
    assert.deepEqual(weeks.slice(0, 3), ['27 Jul 2009', '10 Aug', '24 Aug']);
  });

  it('are written in the language of the user', () => {
    assert.deepEqual(written('2009-10-01', '2010-02-15', 200, 'fr'), ['janv. 2010']);
    assert.deepEqual(written('1976-06-01', '1984-06-01', 120, 'ko'), ['1980년']);
    assert.match(written('-0120-01-01', '-0080-01-01', 150)[0]!, /101 BC/u);
  });

  it('do not come too close to each other or stand out, whatever the view and the width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3_000_000, max: 3_000_000 }),
        fc.integer({ min: 4, max: 4_000_000 }),
        fc.integer({ min: 60, max: 2500 }),
        fc.constantFrom('en', 'fr', 'ko'),
        (from, days, width, language) => {
          const ticks = axisTicks({ from, to: from + days }, width, language, measure);
          assert.ok(ticks.length <= width / 40 + 1, `${ticks.length} ticks`);
          let end = -Infinity;
          for (const { day, label } of ticks.filter((each) => each.label !== '')) {
            const middle = ((day - from) / days) * width;
            assert.ok(middle - measure(label) / 2 >= Math.max(end, -1e-6), `${label} at ${middle}`);
            end = middle + measure(label) / 2;
            assert.ok(end <= width + 1e-6);
          }
        },
      ),
    );
  });
});
