import assert from 'node:assert/strict';
import fc from 'fast-check';
import { otherNumbers, singular } from '../../../src/core/search/plural';
import { wordsOf } from '../../../src/core/search/wordReader';

const words = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

describe('The words of a text', () => {
  it('are folded', () => assert.equal(words('François, ŒUVRE!'), 'francois oeuvre'));
  it('are single signs where no spaces stand between them', () => {
    assert.equal(words('북한은 France'), '북 한 은 france');
    assert.equal(words('朝鮮とフランス'), '朝 鮮 と フランス');
  });
  it('are acronyms without their points', () =>
    assert.equal(words('the U.S. and D.P.R.K.'), 'the us and dprk'));
  it('have no possessive s', () => assert.equal(words("Lang's mission, l’office"), 'lang mission l office'));
  it('compose what is written in parts', () =>
    assert.equal(words('e\u0301te\u0301 \u1107\u116e\u11a8'), 'ete 북'));
  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let before = 0;
        for (const { word, start, end } of wordsOf(text)) {
          assert.ok(word.length > 0 && start >= before && end > start && end <= text.length);
          before = end;
        }
      }),
    );
  });
});

describe('Singular and plural', () => {
  it('meet', () => {
    for (const [plural, one] of [
      ['koreans', 'korean'],
      ['countries', 'country'],
      ['churches', 'church'],
      ['frenchmen', 'frenchman'],
      ['bureaux', 'bureau'],
      ['journaux', 'journal'],
      ['children', 'child'],
    ] as const) {
      assert.equal(singular(plural), one);
      assert.ok(otherNumbers(one).includes(plural), plural);
      assert.ok(otherNumbers(plural).includes(one), one);
    }
  });
  it('leave other words alone', () => {
    for (const word of ['paris', 'glass', 'campus', 'gas', '북한', '2005']) {
      assert.equal(singular(word), word);
    }
  });
  it('give only forms with the same singular', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        for (const other of otherNumbers(word)) assert.equal(singular(other), singular(word));
      }),
    );
  });
});
