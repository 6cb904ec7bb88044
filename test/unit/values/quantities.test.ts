import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuantities } from '../../../src/core/values/quantities';

/** Each row: language, text, and the quantities as `value unit=the words that say so`. */
const ROWS: readonly (readonly [string, string, ...string[]])[] = [
  ['en', 'Imports were worth €24 million.', '24000000 EUR=€24 million'],
  ['en', 'worth EUR 24m and EUR6m', '24000000 EUR=EUR 24m', '6000000 EUR=EUR6m'],
  ['en', 'some 24 million euros', '24000000 EUR=24 million euros'],
  ['en', '$1.5 billion, £3bn and ₩500', '1500000000 USD=$1.5 billion', '3000000000 GBP=£3bn', '500 KRW=₩500'],
  ['en', 'US$1,250.50', '1250.5 USD=US$1,250.50'],
  ['en', '500 South Korean won', '500 KRW=500 South Korean won'],
  ['en', '€24–30 million', '24000000 EUR=€24', '30000000 EUR=30 million'],
  ['en', 'only 19% agreed', '19 %=19%'],
  ['en', '19 % and 81 percent and 3.5 per cent', '19 %=19 %', '81 %=81 percent', '3.5 %=3.5 per cent'],
  ['en', 'In 2005, 54 North Koreans lived there.', '54 North Koreans=54 North Koreans'],
  ['en', '1,200 humanitarian workers', '1200 humanitarian workers=1,200 humanitarian workers'],
  ['en', '2.5 million people', '2500000 people=2.5 million people'],
  ['en', 'On 9 November 2009 he came.'],
  ['en', 'On November 9 ministers met.'],
  ['en', 'Resolution 1718 sanctions'],
  ['en', 'In 2005 imports rose.'],
  ['en', '2 of the workers'],
  ['en', 'At 10:30 trains left.'],
  ['fr', 'Les importations valent 24 millions d’euros.', '24000000 EUR=24 millions d’euros'],
  ['fr', '1 250,50 €', '1250.5 EUR=1 250,50 €'],
  ['fr', '19 % et 3,5 pour cent', '19 %=19 %', '3.5 %=3,5 pour cent'],
  [
    'fr',
    'En 2005, 54 ressortissants nord-coréens vivaient',
    '54 ressortissants nord-coréens=54 ressortissants nord-coréens',
  ],
  ['ko', '2005년에 2400만 유로', '24000000 EUR=2400만 유로'],
  ['ko', '북한인 54명', '54 명=54명'],
  ['ko', '19퍼센트', '19 %=19퍼센트'],
];

describe('quantities in prose', () => {
  for (const [language, text, ...expected] of ROWS) {
    it(`${language}: “${text}” gives ${expected.length === 0 ? 'none' : expected.join(' and ')}`, () => {
      const found = findQuantities(text, language).map(
        (quantity) => `${quantity.value} ${quantity.unit}=${text.slice(quantity.start, quantity.end)}`,
      );
      assert.deepEqual(found, expected);
    });
  }

  it('hold for the date of the text where it has just one', () => {
    assert.deepEqual(
      findQuantities('In 2005, imports were worth €24 million.').map((quantity) => quantity.when),
      ['2005'],
    );
    assert.deepEqual(
      findQuantities('In 2005 and 2006, imports were worth €24 million.').map((quantity) => quantity.when),
      [undefined],
    );
  });

  it('are finite, in order and apart, whatever the text', () => {
    const word = fc.constantFrom(
      ...'€ 24 million 1,000 % percent people 2005 in euros $3bn 19–20 % North Koreans 99999999999999999999 명'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 15 }).map((words) => words.join(' ')),
          fc.string(),
        ),
        (text) => {
          let end = 0;
          for (const quantity of findQuantities(text)) {
            assert.ok(Number.isFinite(quantity.value));
            assert.ok(quantity.start >= end && quantity.end > quantity.start && quantity.end <= text.length);
            end = quantity.end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
