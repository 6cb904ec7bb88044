import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparePlaces, startOf, timelineOf } from '../../../src/core/timeline/timelineItems';
import { dayNumberOf, placeDate } from '../../../src/core/timeline/placeDate';
import { edtfBounds, isEdtf } from '../../../src/core/values/edtf';
import { fact } from '../support/smallLibrary';

/** Days as they are written, for reading: 0 is 1970-01-01. */
function dayOf(number: number | undefined): string {
  return number === undefined ? '..' : new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function shown(edtf: string): string {
  const place = placeDate(edtf);
  if (!place) return 'nowhere';
  const { shape, precision, isApproximate, isUncertain } = place;
  const core =
    place.surelyFrom === undefined && place.surelyTo === undefined
      ? ''
      : ` surely ${dayOf(place.surelyFrom)} ${dayOf(place.surelyTo)}`;
  const doubt = `${isApproximate ? '~' : ''}${isUncertain ? '?' : ''}`;
  return `${shape} ${precision}${doubt} ${dayOf(place.from)} ${dayOf(place.to)}${core}`;
}

/** EDTF dates of all kinds. */
const edtfs = fc
  .tuple(
    fc.constantFrom('2009', '2008', '1899', '198X', '19XX', '1XXX', '0044', '-0044', 'XXXX'),
    fc.constantFrom('', '-02', '-11', '-1X', '-XX', '-21', '-24', '-33', '-40'),
    fc.constantFrom('', '', '-09', '-28', '-XX'),
    fc.constantFrom('', '', '~', '?', '%'),
  )
  .map((parts) => parts.join(''));
const dates = fc
  .oneof(
    edtfs,
    fc
      .tuple(fc.oneof(edtfs, fc.constant('..')), fc.oneof(edtfs, fc.constant('..')))
      .map((ends) => ends.join('/')),
  )
  .filter(isEdtf);

describe('The place of a date on the axis', () => {
  it('keeps how exactly the date is known', () => {
    const rows: Record<string, string> = {
      '2009-11-09': 'day day 2009-11-09 2009-11-10',
      '2011-10': 'within month 2011-10-01 2011-11-01',
      '1981': 'within year 1981-01-01 1982-01-01',
      '198X': 'within decade 1980-01-01 1990-01-01',
      '18XX': 'within century 1800-01-01 1900-01-01',
      '2009-22': 'within season 2009-06-01 2009-09-01',
      '2009-11-XX': 'within month 2009-11-01 2009-12-01',
      '1990~': 'within year~ 1990-01-01 1991-01-01',
      '1990%': 'within year~? 1990-01-01 1991-01-01',
      '2009-10/2009-12': 'span month 2009-10-01 2010-01-01 surely 2009-11-01 2009-12-01',
      '2009-11-09/2009-11-11': 'span day 2009-11-09 2009-11-12 surely 2009-11-09 2009-11-12',
      '2009/2010': 'span year 2009-01-01 2011-01-01',
      '2005/2011-03-01': 'span year 2005-01-01 2011-03-02 surely 2006-01-01 2011-03-02',
      '2011-10/..': 'span month 2011-10-01 .. surely 2011-11-01 ..',
      '../2011': 'span year .. 2012-01-01 surely .. 2011-01-01',
      'XXXX-11-09': 'nowhere',
      soon: 'nowhere',
    };
    for (const [edtf, expected] of Object.entries(rows)) assert.equal(shown(edtf), expected, edtf);
  });

  it('counts days as the Gregorian calendar does, in any year', () => {
    assert.equal(dayNumberOf('1970-01-01'), 0);
    assert.equal(dayNumberOf('2000-03-01') - dayNumberOf('2000-02-28'), 2);
    assert.equal(dayNumberOf('0001-01-01') - dayNumberOf('0000-01-01'), 366);
    assert.equal(dayNumberOf('0000-01-01') - dayNumberOf('-0001-12-31'), 1);
    assert.equal(dayNumberOf('0001-01-01'), -719_162);
  });

  it('is just as long as what the date can mean, and what is sure lies inside', () => {
    fc.assert(
      fc.property(dates, (edtf) => {
        const place = placeDate(edtf);
        const bounds = edtfBounds(edtf)!;
        if (!place) {
          assert.match(edtf, /XXXX/);
          return;
        }
        // Where a side is open, the bounds have a stand-in that need not even lie on the right side.
        const [from, to] = [dayNumberOf(bounds.from), dayNumberOf(bounds.to) + 1];
        assert.equal(place.from, edtf.startsWith('..') ? undefined : from);
        assert.equal(place.to, edtf.endsWith('..') ? undefined : to);
        const { surelyFrom = -Infinity, surelyTo = Infinity } = place;
        assert.ok(surelyFrom < surelyTo, edtf);
        if (place.from !== undefined) assert.ok(place.from <= surelyFrom || surelyFrom === -Infinity);
        if (place.to !== undefined) assert.ok(surelyTo <= place.to || surelyTo === Infinity);
        assert.equal(place.shape === 'span', edtf.includes('/'));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('A timeline', () => {
  it('orders the dates of facts, and tells those without a place', () => {
    const facts = [
      fact('late', 'Late 2009', [], [{ edtf: '2009-10/2009-12' }]),
      fact('day', 'A day', [], [{ edtf: '2009-11-09' }, { edtf: '1981', start: 0, end: 1 }]),
      fact('since', 'Since', [], [{ edtf: '2011-10/..' }, { edtf: '2011-10', start: 0, end: 1 }]),
      fact('yearly', 'Every year', [], [{ edtf: 'XXXX-11-09' }]),
      fact('undated', 'Never'),
    ];
    const { items, unplaced } = timelineOf(facts);
    assert.deepEqual(
      items.map((item) => `${item.fact.id} ${item.edtf}`),
      ['day 1981', 'late 2009-10/2009-12', 'day 2009-11-09', 'since 2011-10/..'],
    );
    assert.deepEqual(
      unplaced.map((item) => item.fact.id),
      ['yearly'],
    );
  });

  it('holds every date once, from the earliest to the latest', () => {
    const some = fc.array(fc.array(dates, { maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(some, (lists) => {
        const facts = lists.map((list, at) =>
          fact(
            `f${at}`,
            'A fact',
            [],
            list.map((edtf) => ({ edtf })),
          ),
        );
        const { items, unplaced } = timelineOf(facts);
        for (const { id, dates: own } of facts) {
          const told = [...items, ...unplaced].filter((item) => item.fact.id === id).map(({ edtf }) => edtf);
          assert.equal(new Set(told).size, told.length);
          const all = new Set(own.map(({ edtf }) => edtf));
          const ends = [...all].flatMap((edtf) => (edtf.includes('/') ? edtf.split('/') : []));
          assert.deepEqual(new Set(told), new Set([...all].filter((edtf) => !ends.includes(edtf))));
        }
        for (let at = 1; at < items.length; at++) {
          assert.ok(comparePlaces(items[at - 1]!.place, items[at]!.place) <= 0);
          assert.ok(startOf(items[at - 1]!.place) <= startOf(items[at]!.place));
        }
      }),
    );
  });
});
