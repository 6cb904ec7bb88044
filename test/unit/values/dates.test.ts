import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDates } from '../../../src/core/values/dates';
import { isEdtf } from '../../../src/core/values/edtf';

/** Each row: a text, and the dates it names as `EDTF=the words that say so`. */
const ENGLISH: readonly (readonly [string, ...string[]])[] = [
  ['He came on 9 November 2009.', '2009-11-09=9 November 2009'],
  ['He came on November 9, 2009, and left.', '2009-11-09=November 9, 2009'],
  ['It was signed on 9 Nov 2009.', '2009-11-09=9 Nov 2009'],
  ['It was signed on Nov. 9th, 2009.', '2009-11-09=Nov. 9th, 2009'],
  ['on the 1st of May 2010', '2010-05-01=1st of May 2010'],
  ['Logged 2009-11-09 at noon.', '2009-11-09=2009-11-09'],
  ['The office opened in October 2011.', '2011-10=October 2011'],
  ['as of 2011-10', '2011-10=2011-10'],
  ['In late 2009 he was appointed.', '2009-10/2009-12=late 2009'],
  ['Early 2010 brought little.', '2010-01/2010-03=Early 2010'],
  ['It ran until mid-2009.', '2009-05/2009-08=mid-2009'],
  ['at the end of 2009', '2009-10/2009-12=end of 2009'],
  ['in early October 2011', '2011-10-01/2011-10-10=early October 2011'],
  ['in late February 2012', '2012-02-21/2012-02-29=late February 2012'],
  ['In 2005, imports were worth more.', '2005=2005'],
  ['It has been so since 2011.', '2011=2011'],
  ['from 2005 to 2011', '2005/2011=2005 to 2011'],
  ['between 2005 and 2011', '2005/2011=2005 and 2011'],
  ['the years 2005–2011', '2005/2011=2005–2011'],
  ['in 2005–06', '2005/2006=2005–06'],
  ['in 2005, 2007 and 2011', '2005=2005', '2007=2007', '2011=2011'],
  ['in the 1980s', '198X=1980s'],
  ['in the late 1980s', '1987/1989=late 1980s'],
  ['in the 19th century', '18XX=19th century'],
  ['built c. 1990', '1990~=c. 1990'],
  ['built about 1990', '1990~=about 1990'],
  ['October–December 2009', '2009-10/2009-12=October–December 2009'],
  ['from 9 November to 3 December 2009', '2009-11-09/2009-12-03=9 November to 3 December 2009'],
  ['9–11 November 2009', '2009-11-09/2009-11-11=9–11 November 2009'],
  ['November 9–11, 2009', '2009-11-09/2009-11-11=November 9–11, 2009'],
  ['from October 2009 to March 2010', '2009-10/2010-03=October 2009 to March 2010'],
  ['in the summer of 2009', '2009-22=summer of 2009'],
  ['in the first half of 2009', '2009-01/2009-06=first half of 2009'],
  ['in the third quarter of 2009', '2009-35=third quarter of 2009'],
  ['Diary (2007) was shown.', '2007=2007'],
  ['the 2007 film', '2007=2007'],
  ['Ada Reef (born 1881), keeper', '1881=1881'],
  ['1794: the tower is built', '1794=1794'],
  ['He came on 9 November.'],
  ['2005 people came.'],
  ['In 2005 people came.'],
  ['about 1500 people'],
  ['by 2000 tonnes'],
  ['Resolution 1718 was adopted.'],
  ['It costs $2009.'],
  ['room 2009-A and 2,009 others'],
  ['on 30 February 2009'],
  ['May I march?'],
  ['number 12009 and 2009.5'],
];

const FRENCH: readonly (readonly [string, ...string[]])[] = [
  ['Il est venu le 9 novembre 2009.', '2009-11-09=9 novembre 2009'],
  ['le 1er mai 2010', '2010-05-01=1er mai 2010'],
  ['fin 2009', '2009-10/2009-12=fin 2009'],
  ['à la fin de 2009', '2009-10/2009-12=fin de 2009'],
  ['au début de l’année 2010', '2010-01/2010-03=début de l’année 2010'],
  ['mi-2009', '2009-05/2009-08=mi-2009'],
  ['fin octobre 2011', '2011-10-21/2011-10-31=fin octobre 2011'],
  ['En octobre 2011, le bureau ouvre.', '2011-10=octobre 2011'],
  ['En 2005, les importations', '2005=2005'],
  ['depuis 2011', '2011=2011'],
  ['de 2005 à 2011', '2005/2011=2005 à 2011'],
  ['entre 2005 et 2011', '2005/2011=2005 et 2011'],
  ['dans les années 1980', '198X=années 1980'],
  ['vers 1990', '1990~=vers 1990'],
  ['au printemps 2009', '2009-21=printemps 2009'],
  ['au XIXe siècle', '18XX=XIXe siècle'],
  ['d’octobre à décembre 2009', '2009-10/2009-12=octobre à décembre 2009'],
  ['de 2005 personnes'],
];

const KOREAN: readonly (readonly [string, ...string[]])[] = [
  ['2009년 11월 9일에 방문했다.', '2009-11-09=2009년 11월 9일'],
  ['2011년 10월에 개설되었다.', '2011-10=2011년 10월'],
  ['2005년에는', '2005=2005년'],
  ['2009년 말에', '2009-10/2009-12=2009년 말'],
  ['1980년대', '198X=1980년대'],
  ['1990년경', '1990~=1990년경'],
  ['2005년부터 2011년까지', '2005/2011=2005년부터 2011년'],
  ['19세기', '18XX=19세기'],
  ['2005명이 왔다.'],
];

describe('dates in prose', () => {
  for (const [language, rows] of [
    ['en', ENGLISH],
    ['fr', FRENCH],
    ['ko', KOREAN],
  ] as const) {
    for (const [text, ...expected] of rows) {
      it(`${language}: “${text}” names ${expected.length === 0 ? 'no date' : expected.join(' and ')}`, () => {
        const found = findDates(text, language).map(
          (date) => `${date.edtf}=${text.slice(date.start, date.end)}`,
        );
        assert.deepEqual(found, expected);
      });
    }
  }

  it('are valid EDTF, in order and apart, whatever the text', () => {
    const word = fc.constantFrom(
      ...'in 2005 since – - to and between 9 November Nov. late early 1980s 2009-11-09 octobre fin 2009년 11월 9일 부터 (2007) , . c. the of 31 February 1er'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'fr', 'ko', 'de'), (prose, language) => {
        let end = 0;
        for (const date of findDates(prose, language)) {
          assert.ok(isEdtf(date.edtf), date.edtf);
          assert.ok(date.start! >= end && date.end! > date.start! && date.end! <= prose.length);
          end = date.end!;
        }
      }),
      { numRuns: 500 },
    );
  });
});
