import assert from 'node:assert/strict';
import { parse } from 'edtf';
import fc from 'fast-check';
import { compareDays, edtfBounds, isEdtf } from '../../../src/core/values/edtf';
import { formatEdtf } from '../../../src/core/values/edtfText';

function packageAccepts(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The last day of February in a common year, which the package takes for 1 March. */
function hasImpossibleLeapDay(text: string): boolean {
  return text.split('/').some((point) => {
    const match = /^[?~%]?(-?\d{4})[?~%]?-[?~%]?02[?~%]?-[?~%]?29/.exec(point);
    if (!match) return false;
    const year = Math.abs(Number(match[1]));
    return !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  });
}

describe('EDTF', () => {
  it('is accepted in the forms that a dossier uses', () => {
    const good =
      '2009 2009-11 2009-11-09 2009-10/2009-12 2009~ 2009? 2009% 2009-10~ 198X 19XX 1XXX 2009-XX 2009-11-XX XXXX-11-09 ' +
      '2009-21 2009-33 2009-41 2009/.. ../2009 2009/ /2009 2004-06~-11 ?2004-06-~11 2008-02-29 -0044 2009-1X 2009-11-09T10:00:00Z';
    for (const text of good.split(' ')) assert.ok(isEdtf(text), text);
  });

  it('is refused where it is no date', () => {
    const bad = [
      '',
      ' 2009',
      '2009 ',
      '209',
      '20',
      '2009-13',
      '2009-00',
      '2009-02-30',
      '2009-02-29',
      '2009-04-31',
      '2009-1',
      'late 2009',
      '2009-10-4X',
      '2009X',
      '198x',
      '2010/2009',
      '/',
      '../..',
      '2009/2010/2011',
      '2009-42',
      '2009-21-01',
      '9.11.2009',
      '-0000',
      '2009-11-09T25:00',
      '~2009~',
    ];
    for (const text of bad) assert.ok(!isEdtf(text), text);
  });

  it('agrees with the edtf package on points and intervals, save for the package’s own slips', () => {
    const sign = fc.constantFrom('', '', '', '', '?', '~', '%');
    const digits = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);
    const year = digits(
      '2009',
      '2008',
      '1900',
      '0000',
      '198X',
      '19XX',
      '1XXX',
      'XXXX',
      '-0044',
      '200',
      '20091',
    );
    const month = digits(
      '01',
      '02',
      '04',
      '11',
      '12',
      '13',
      '00',
      '1X',
      '0X',
      'XX',
      'X2',
      '21',
      '25',
      '41',
      '42',
      '3',
    );
    const day = digits('01', '09', '28', '29', '30', '31', '32', '00', 'XX', '1X', '3X', 'X9', '9');
    const point = fc
      .tuple(sign, year, sign, fc.option(fc.tuple(sign, month, sign, fc.option(fc.tuple(sign, day, sign)))))
      .map(([before, y, after, rest]) => {
        const tail = rest ? `-${rest[0]}${rest[1]}${rest[2]}${rest[3] ? `-${rest[3].join('')}` : ''}` : '';
        return `${before}${y}${after}${tail}`;
      });
    const plain = fc.constantFrom(
      '2009',
      '2008-02',
      '2009-11-09',
      '1900',
      '0000',
      '2009-13',
      '2009~',
      '2009-10?',
      '2010-02-30',
      'x',
    );
    const interval = fc.tuple(
      fc.oneof(plain, fc.constantFrom('..', '')),
      fc.oneof(plain, fc.constantFrom('..', '')),
    );
    const text = fc.oneof(
      point,
      interval.map((ends) => ends.join('/')),
    );
    const disagreements = new Set<string>();
    fc.assert(
      fc.property(text, (edtf) => {
        const mine = isEdtf(edtf);
        const theirs = packageAccepts(edtf);
        if (mine === theirs) return;
        // Ours is stricter where the package is lax: leap days, spans that run backwards, decades, two signs at one place.
        const hasTwoSigns = /[?~%]-?\d+[?~%]/.test(edtf);
        // The package knows `3X` only in months of 31 days.
        if (hasTwoSigns || edtf.endsWith('-3X')) return;
        if (
          !mine &&
          (hasImpossibleLeapDay(edtf) || edtf.includes('/') || /(^|\/)[?~%]?-?\d{2,3}[?~%]?(\/|$)/.test(edtf))
        ) {
          return;
        }
        disagreements.add(`${edtf}: ${mine ? 'only ours accepts' : 'only the package accepts'}`);
      }),
      { numRuns: 5000 },
    );
    assert.deepEqual([...disagreements].slice(0, 40), []);
  });

  it('has bounds in days', () => {
    const rows: Record<string, string> = {
      '2009-11-09': '2009-11-09 2009-11-09',
      '2011-10': '2011-10-01 2011-10-31',
      '2008-02': '2008-02-01 2008-02-29',
      '2009-10/2009-12': '2009-10-01 2009-12-31',
      '198X': '1980-01-01 1989-12-31',
      '2009~': '2009-01-01 2009-12-31',
      '2009-24': '2009-12-01 2010-02-28',
      '2011/..': '2011-01-01 9999-12-31',
      '../2011': '0000-01-01 2011-12-31',
      '2009-1X': '2009-10-01 2009-12-31',
      '-0044': '-0044-01-01 -0044-12-31',
    };
    for (const [edtf, expected] of Object.entries(rows)) {
      const bounds = edtfBounds(edtf);
      assert.equal(`${bounds?.from} ${bounds?.to}`, expected, edtf);
    }
    assert.equal(edtfBounds('soon'), undefined);
  });

  it('has bounds that begin before they end, and parses whatever is thrown at it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129X-/~?%.T:Z'.split('')) }), (text) => {
        const bounds = edtfBounds(text);
        assert.equal(bounds !== undefined, isEdtf(text));
        if (bounds) assert.ok(compareDays(bounds.from, bounds.to) <= 0, text);
        assert.ok(typeof formatEdtf(text) === 'string');
      }),
      { numRuns: 2000 },
    );
  });

  it('are in plain dates and spans what Intl writes, but for the spaces around dashes', () => {
    const shapes = [
      [10, { day: 'numeric', month: 'long', year: 'numeric' }],
      [7, { month: 'long', year: 'numeric' }],
    ] as const;
    const days = ['2009-11-09', '2009-11-13', '2009-12-01', '2010-01-03', '1886-06-22', '0987-02-28'];
    const bare = (text: string): string => text.replaceAll(/\s*–\s*/gu, '–');
    for (const [language, locale] of [
      ['en', 'en-GB'],
      ['fr', 'fr'],
      ['ko', 'ko'],
    ] as const) {
      for (const [length, options] of shapes) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
        for (let month = 1; month <= 12; month++) {
          const day = `1953-${String(month).padStart(2, '0')}-27`;
          assert.equal(formatEdtf(day.slice(0, length), language), format.format(new Date(day)));
        }
        for (const from of days) {
          for (const to of days.filter((each) => each >= from)) {
            const span = formatEdtf(`${from.slice(0, length)}/${to.slice(0, length)}`, language);
            assert.equal(bare(span), bare(format.formatRange(new Date(from), new Date(to))), `${from}/${to}`);
          }
        }
      }
      const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
      assert.equal(formatEdtf('XXXX-11-09', language), dayOfYear.format(new Date('2009-11-09')));
    }
  });

  it('have no space around a dash between single words and numbers', () => {
    assert.equal(formatEdtf('2009-11-09/2009-11-13'), '9–13 November 2009');
    assert.equal(formatEdtf('2009-10/2009-12', 'fr'), 'octobre–décembre 2009');
    assert.equal(formatEdtf('2009-11-09/2009-12-13'), '9 November\u2009–\u200913 December 2009');
    assert.equal(formatEdtf('2009-10/2010-01'), 'October 2009\u2009–\u2009January 2010');
  });

  it('reads well in English, French and Korean', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ['2009-11-09', 'en', '9 November 2009'],
      ['2011-10', 'en', 'October 2011'],
      ['2009-10/2009-12', 'en', 'October–December 2009'],
      ['2009', 'en', '2009'],
      ['2005/2011', 'en', '2005–2011'],
      ['1990~', 'en', 'about 1990'],
      ['198X', 'en', '1980s'],
      ['18XX', 'en', '19th century'],
      ['2009-33', 'en', '1st quarter of 2009'],
      ['2009-22', 'en', 'summer 2009'],
      ['2011/..', 'en', 'since 2011'],
      ['XXXX-11-09', 'en', '9 November'],
      ['2009-11-09', 'en-US', 'November 9, 2009'],
      ['2009-11-09', 'fr', '9 novembre 2009'],
      ['198X', 'fr', 'années 1980'],
      ['18XX', 'fr', 'XIXe siècle'],
      ['2009-11-09', 'ko', '2009년 11월 9일'],
      ['2009', 'ko', '2009년'],
      ['1990~', 'ko', '1990년경'],
      ['soon', 'en', 'soon'],
      ['2011-10', 'not a tag', 'October 2011'],
    ];
    for (const [edtf, language, expected] of rows) {
      assert.equal(formatEdtf(edtf, language), expected, `${edtf} ${language}`);
    }
  });
});
