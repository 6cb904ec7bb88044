import fc from 'fast-check';
import assert from 'node:assert/strict';
import { EXPANSION, fold, foldTable, SEPARATOR } from '../../../src/core/text/fold';

const SAME: readonly (readonly [string, string])[] = [
  ['François', 'FRANCOIS'],
  ['Franc\u0327ois', 'francois'],
  ['Île-de-France', 'ile\u2011de\u2013france'],
  ['l’Union', "L'UNION"],
  ['North\u00a0 \tKorea', 'north korea'],
  ['Mitter\u00adrand\u200b', 'mitterrand'],
  ['Straße', 'STRASSE'],
  ['Œuvre Æther Łódź Ørsted', 'oeuvre aether lodz orsted'],
  ['ＥＵ', 'eu'],
  ['ﬁn', 'fin'],
  ['Ἀθῆναι ΟΔΥΣΣΕΥΣ', 'αθηναι οδυσσευσ'],
  ['북한', '북한'.normalize('NFD')],
  ['ガ', 'カ\u3099'],
  ['𝐅rance', 'france'],
  ['Владимир Й', 'владимир и'],
];

describe('Folding', () => {
  for (const [one, other] of SAME) {
    it(`makes ${JSON.stringify(one)} and ${JSON.stringify(other)} one`, () =>
      assert.equal(fold(one), fold(other)));
  }

  it('keeps letters apart that are different letters to their readers', () => {
    for (const [one, other] of [
      ['か', 'が'],
      ['북', '부'],
      ['n', 'm'],
      ['中', '国'],
      ['.', ','],
    ] as const) {
      assert.notEqual(fold(one), fold(other));
    }
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) =>
        assert.equal(fold(fold(text)), fold(text)),
      ),
      { numRuns: 5000 },
    );
  });

  it('counts lone surrogates and symbols as no words', () => {
    assert.equal(fold('a\ud800b😀'), 'a\ud800b😀');
    const table = foldTable();
    for (const sign of '€…™ \n-_.,') {
      const value = table[sign.charCodeAt(0)]!;
      assert.ok(value >= SEPARATOR && value < EXPANSION, sign);
    }
  });
});
