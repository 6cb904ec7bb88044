import assert from 'node:assert/strict';
import { figuresOf, pointsIn, type Figures } from '../../../src/core/figures/groupFigures';
import type { Fact, NameKind } from '../../../src/core/model';
import { findDates } from '../../../src/core/values/dates';
import { findQuantities } from '../../../src/core/values/quantities';
import { fact } from '../support/smallLibrary';

const kinds: Record<string, NameKind> = {
  trade: 'concept',
  opinion: 'concept',
  north: 'place',
  south: 'place',
};

/** A fact as the format's reader makes it: dates and quantities as the text tells them. */
function told(text: string, names: readonly string[] = ['north', 'trade'], language = 'en'): Fact {
  const dates = findDates(text, language);
  return {
    ...fact(text.slice(0, 40), text, names, dates),
    quantities: findQuantities(text, language, dates),
  };
}

function figures(facts: readonly Fact[], language = 'en'): Figures {
  return figuresOf(
    facts,
    () => language,
    (key) => kinds[key.split('/')[1] ?? ''],
  );
}

/** A chart in a line: `bars 2005: imports 24, exports 6`. */
function shown({ charts }: Figures): readonly string[] {
  return charts.map((chart) => {
    switch (chart.kind) {
      case 'bars':
      case 'shares':
        return `${chart.kind} ${chart.when}: ${chart.figures.map(({ label, point }) => `${label} ${point.quantity.value}`).join(', ')}`;
      case 'line':
        return `line: ${chart.series
          .map(
            ({ label = '', points }) =>
              `${label} ${points.map(({ when, quantity }) => `${when!} ${quantity.value}`).join(', ')}`,
          )
          .join('; ')}`;
      case 'count':
        return `count ${chart.point.when!}: ${chart.point.quantity.value} ${chart.point.quantity.unit}`;
    }
  });
}

describe('Figures that are comparable', () => {
  it('stand beside each other: two sides of one measure at one time', () => {
    const found = figures([
      told("In 2005 the North's imports had a value of €24 million."),
      told("In 2005 the value of the North's exports was €6 million."),
    ]);
    assert.deepEqual(shown(found), ['bars 2005: imports 24000000, exports 6000000']);
    assert.equal(found.charts[0]!.about.name, 'd/trade');
    assert.deepEqual(found.rest, []);
  });

  it('are shares where they add up to a whole', () => {
    const opinion = ['north', 'opinion'];
    const found = figures([
      told('In 2013 just 19% of French people saw the influence of the North in a positive light.', opinion),
      told('In 2013 the influence of the North was judged negatively by 81% of French people.', opinion),
    ]);
    assert.deepEqual(shown(found), ['shares 2013: positive 19, negative 81']);
  });

  it('are shares where one sentence tells them', () => {
    const found = figures([
      told('In 2013, 19% of French people saw its influence positively, while 81% saw it negatively.'),
    ]);
    assert.deepEqual(shown(found), [
      'shares 2013: French people saw its influence positively 19, saw it negatively 81',
    ]);
  });

  it('become a line where one measure is told of several years, however they are ordered', () => {
    const found = figures([
      told("In 2006 the North's imports stood at €30 million."),
      told("In 2004 the North's imports had a value of €20 million."),
      told("The North's imports reached about €24 million in 2005."),
    ]);
    assert.deepEqual(shown(found), ['line:  2004 20000000, 2005 24000000, 2006 30000000']);
  });

  it('become lines where two sides are told of several years', () => {
    const found = figures([
      told("In 2004 the North's imports had a value of €20 million."),
      told("In 2004 the North's exports had a value of €5 million."),
      told("In 2005 the North's imports had a value of €24 million."),
      told("In 2005 the North's exports had a value of €6 million."),
    ]);
    assert.deepEqual(shown(found), [
      'line: imports 2004 20000000, 2005 24000000; exports 2004 5000000, 2005 6000000',
    ]);
  });

  it('become a line where one sentence goes on with its measure', () => {
    const found = figures([told("The North's imports were €20 million in 2004 and €24 million in 2005.")]);
    assert.deepEqual(shown(found), ['line:  2004 20000000, 2005 24000000']);
  });

  it('stand beside each other where sentences are the same but for a name of one kind, or a category', () => {
    const places = figures([
      {
        ...told('In 2005 North had 54 embassies.', ['north']),
        nameSpans: [{ start: 8, end: 13, names: ['d/north'] }],
      },
      {
        ...told('In 2005 South had 90 embassies.', ['south']),
        nameSpans: [{ start: 8, end: 13, names: ['d/south'] }],
      },
    ]);
    assert.deepEqual(shown(places), ['bars 2005: North 54, South 90']);
    const categories = figures([
      told('In 2005 imports of coal were worth €10 million.'),
      told('In 2005 imports of textiles were worth €14 million.'),
    ]);
    assert.deepEqual(shown(categories), ['bars 2005: coal 10000000, textiles 14000000']);
  });

  it('are shown one by one where they count a few things', () => {
    const found = figures([told('By official count, 54 North Koreans lived in France in 2005.', ['north'])]);
    assert.deepEqual(shown(found), ['count 2005: 54 North Koreans']);
  });

  it('are known in French and Korean', () => {
    const french = figures(
      [
        told('En 2005, les importations du Nord valaient 24 millions d’euros.', ['north'], 'fr'),
        told('En 2005, les exportations du Nord valaient 6 millions d’euros.', ['north'], 'fr'),
      ],
      'fr',
    );
    assert.deepEqual(shown(french), ['bars 2005: importations 24000000, exportations 6000000']);
    const korean = figures(
      [
        told('2005년 프랑스의 대북 수입액은 2400만 유로였다.', ['north'], 'ko'),
        told('2005년 프랑스의 대북 수출액은 600만 유로였다.', ['north'], 'ko'),
      ],
      'ko',
    );
    assert.deepEqual(shown(korean), ['bars 2005: 수입 24000000, 수출 6000000']);
  });
});

describe('Figures that are not comparable', () => {
  const imports = told("In 2005 the North's imports had a value of €24 million.");
  const apart: Record<string, readonly Fact[]> = {
    'of different units': [imports, told("In 2005 the North's exports had a value of $6 million.")],
    'of different times': [imports, told("In 2006 the North's exports had a value of €6 million.")],
    'of no known time': [
      told("The North's imports have a value of €24 million."),
      told("The North's exports have a value of €6 million."),
    ],
    'of different measures': [imports, told('In 2005 the North received aid worth €6 million.')],
    'of different subjects': [
      imports,
      told("In 2005 the North's exports had a value of €6 million.", ['south', 'trade']),
    ],
    'of parts and wholes': [imports, told("In 2006 the North's coal imports had a value of €6 million.")],
    'of a level and a change': [imports, told("In 2006 the North's imports rose by €6 million.")],
    'of a level and a range': [imports, told("In 2006 the North's imports had a value of €6–8 million.")],
    'of two things in one sentence': [
      told("The North's imports were €24 million in 2005 and exports €6 million in 2006."),
    ],
    'that disagree': [imports, told("In 2005 the North's imports had a value of €25 million.")],
    'of other sections': [
      imports,
      { ...told("In 2005 the North's exports had a value of €6 million."), section: 'd/t/other' },
    ],
    'that are shares of different things': [
      told('In 2013, 19% of the people were poor.'),
      told('In 2013, 81% of roads needed repair.'),
    ],
    'that are too many to count': [told('In 2005, 5400 North Koreans lived in France.')],
  };
  for (const [what, facts] of Object.entries(apart)) {
    it(`stay in the table: ${what}`, () => {
      const found = figures(facts);
      assert.deepEqual(shown(found), []);
      const ranges = facts.filter(({ text }) => text.includes('–')).length;
      assert.equal(
        found.rest.length,
        facts.reduce((sum, { quantities }) => sum + quantities.length, 0) - ranges,
      );
    });
  }

  it('are told with what qualifies them', () => {
    const found = figures([
      told('In 2005 more than 5400 North Koreans lived in France.'),
      told('In 2006 imports of about €6 million came in.'),
      told('In 2007 the value was €6–8 million.'),
    ]);
    assert.deepEqual(
      found.rest.map(({ qualifier, upTo }) => [qualifier, upTo]),
      [
        ['over', undefined],
        ['about', undefined],
        [undefined, 8_000_000],
      ],
    );
  });
});

describe('Charts', () => {
  it('hold each figure once, together with the table', () => {
    const facts = [
      told("In 2005 the North's imports had a value of €24 million."),
      told("In 2005 the North's exports had a value of €6 million."),
      told('In 2005 the North received aid worth €6 million.'),
      told('In 2013, 19% saw it positively, while 81% saw it negatively.'),
    ];
    const { charts, rest } = figures(facts);
    const all = [...charts.flatMap(pointsIn), ...rest].map(({ quantity }) => quantity);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, 5);
  });

  it('are made of thousands of figures in a short time', () => {
    const facts = Array.from({ length: 6000 }, (_, at) =>
      told(`In 2005 the price of item${at} was €${at + 1}.`),
    );
    const { charts, rest } = figures(facts);
    assert.equal(charts.flatMap(pointsIn).length + rest.length, 6000);
  });
});
