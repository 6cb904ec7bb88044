import assert from 'node:assert/strict';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { fact, libraryOf, name } from '../support/smallLibrary';

const library = libraryOf(
  [
    name('mitterrand', 'François Mitterrand'),
    name('nk', 'North Korea', 'place', ['DPRK', '북한', 'Corée du Nord']),
  ],
  [
    fact('tour', 'François Mitterrand toured North Korea in 1981.', ['mitterrand', 'nk']),
    fact('film', 'A film came out in 2007.'),
  ],
);
const index = new SearchIndex(library);
const first = (query: string): string | undefined => index.search(query)[0]?.key;

describe('The search', () => {
  it('finds a name by its label before the facts about it', () =>
    assert.equal(first('mitterrand'), 'd/mitterrand'));
  it('finds without accents and by prefix', () => assert.equal(first('francois mitt'), 'd/mitterrand'));
  it('finds in spite of a typo', () => assert.equal(first('miterrand'), 'd/mitterrand'));
  it('finds a name by an alias in another language', () => {
    assert.equal(first('북한'), 'd/nk');
    assert.equal(first('coree du nord'), 'd/nk');
    assert.equal(first('dprk'), 'd/nk');
  });
  it('finds a fact by its words and figures', () => {
    assert.equal(first('toured 1981'), 'd/tour');
    assert.equal(first('film 2007'), 'd/film');
  });
  it('finds sections and topics by their titles', () => {
    assert.ok(index.search('section').some((hit) => hit.kind === 'section'));
    assert.ok(index.search('topic').some((hit) => hit.kind === 'topic'));
  });
  it('finds what has some of the words where nothing has all', () =>
    assert.equal(first('film zanzibar'), 'd/film'));
  it('keeps to the kinds and the number that were asked for', () => {
    assert.ok(index.search('korea', { kinds: ['fact'] }).every((hit) => hit.kind === 'fact'));
    assert.equal(index.search('korea', { limit: 1 }).length, 1);
  });
  it('finds nothing for nothing', () => assert.deepEqual(index.search('  '), []));
});
