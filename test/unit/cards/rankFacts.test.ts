import assert from 'node:assert/strict';
import { rankFacts } from '../../../src/core/cards/rankFacts';
import { fact } from '../support/smallLibrary';

const facts = [
  fact('imports', 'In 2005 imports came to 24 million euros.', ['france'], [{ edtf: '2005' }]),
  fact('mission', 'Lang went to Pyongyang in November 2009.', ['france', 'lang'], [{ edtf: '2009-11-09' }]),
  fact('film', 'A film was shown in cinemas in 2007.', ['france'], [{ edtf: '2007' }]),
];
const best = (text: string, names: readonly string[] = []): string =>
  rankFacts(facts, 'd/france', { text, names })[0]!.id;

describe('The facts on a card', () => {
  it('keep their reading order where the sentence says nothing', () => {
    assert.deepEqual(rankFacts(facts, 'd/france', { text: '', names: [] }), facts);
    assert.deepEqual(rankFacts(facts, 'd/france'), facts);
  });
  it('begin with the one of the year that the sentence names', () =>
    assert.equal(best('What France did in 2007'), 'film'));
  it('begin with the one of its figure', () =>
    assert.equal(best('France bought goods for 24 million'), 'imports'));
  it('begin with the one of the other name in the sentence', () =>
    assert.equal(best('France sent him', ['d/lang']), 'mission'));
  it('begin with the one of its words, also inflected', () =>
    assert.equal(best('The import of coal to France'), 'imports'));
  it('are all kept', () => assert.equal(rankFacts(facts, 'd/france', { text: '2007', names: [] }).length, 3));
});
