import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import { SearchIndex, type SearchRequest } from '../../../src/core/search/searchIndex';
import { bundled } from '../pack/dossiers';
import { fact, libraryOf, name } from '../support/smallLibrary';

const library = new Library([bundled]);
const index = new SearchIndex(library);

/** The ids of what is found, without the dossier's. */
const ids = (query: string, request?: SearchRequest): string[] =>
  index.search(query, request).map(({ key }) => key.slice(key.indexOf('/') + 1));
const first = (query: string, request?: SearchRequest): string | undefined => ids(query, request)[0];
const firstFact = (query: string): string | undefined => first(query, { kinds: ['fact'] });

describe('A search of the bundled dossier', () => {
  it('finds facts about a name that is called otherwise in them', () => {
    for (const query of [
      'Corée du Nord humanitarian aid',
      '북한 humanitarian aid',
      'north korea humanitarian aid gives',
    ]) {
      assert.ok(ids(query).includes('humanitarian-aid'), query);
    }
    assert.ok(ids('dprk envoy').includes('lang-appointed'));
    assert.equal(firstFact('프랑스 1981'), 'mitterrand-tour');
  });

  it('finds names through a Korean particle, and while a syllable is being typed', () => {
    assert.equal(first('북한은'), 'north-korea');
    assert.equal(first('북하'), 'north-korea');
  });

  it('finds numbers in other spellings', () => {
    for (const query of ['24 million', '24m', '24,000,000', '€24m', '24000000', '24 millions']) {
      assert.equal(first(query), 'imports-2005', query);
    }
  });

  it('finds dates in other spellings, and what is not exact about them', () => {
    for (const query of [
      '9 Nov 2009',
      '2009-11-09',
      'november 9, 2009',
      '9 novembre 2009',
      '2009년 11월 9일',
    ]) {
      assert.equal(firstFact(query), 'lang-in-pyongyang', query);
    }
    const november = ids('november 2009', { kinds: ['fact'] });
    assert.equal(november[0], 'lang-in-pyongyang');
    assert.ok(november.includes('lang-appointed'), 'late 2009');
  });

  it('does without the words of a question', () => {
    assert.equal(first('how many north koreans lived in france'), 'north-koreans-in-france');
    assert.equal(firstFact('combien de nord-coréens en france ?'), 'north-koreans-in-france');
    assert.equal(first('who toured north korea in 1981?'), 'mitterrand-tour');
  });

  it('finds what is only such words by them', () => assert.ok(ids('the').length > 0));

  it('lets singular and plural meet', () => {
    assert.equal(firstFact('humanitarian worker'), 'french-in-north-korea');
    assert.equal(firstFact('ambassador'), 'lang-briefed-ambassadors');
  });

  it('corrects typing errors only where there is nothing else, and says so', () => {
    const { hits, corrections } = index.find('miterrand promise');
    assert.equal(hits[0]?.key, 'france-north-korea/mitterrand-promise');
    assert.deepEqual(corrections, [{ typed: 'miterrand', meant: 'mitterrand' }]);
    assert.deepEqual(index.find('mitterrand').corrections, []);
    assert.equal(first('pyognyang'), 'pyongyang');
  });

  it('puts all words before some, and says when nothing has all', () => {
    const some = index.find('cuba zanzibar envoy');
    assert.equal(some.isComplete, false);
    assert.ok(some.hits.length > 0);
    assert.equal(index.find('cuba envoy').isComplete, true);
    assert.deepEqual(index.find('qwxzqwxz').hits, []);
  });

  it('puts a label before a text, and an exact word before a beginning', () => {
    const france = ids('france');
    assert.equal(france[0], 'france');
    assert.ok(france.indexOf('france') < france.indexOf('training'));
    const [exact, begun] = ['french', 'frenchw'].map((query) => index.search(query)[0]!);
    assert.equal(exact!.why?.[0]?.how, 'exact');
    assert.equal(begun!.why?.[0]?.how, 'unfinished');
  });

  it('puts words that stand close together first', () =>
    assert.equal(firstFact('special envoy sung kim'), 'lang-briefed-americans'));

  it('says why a hit is there', () => {
    const [hit] = index.search('miterrand 1981', { kinds: ['fact'] });
    assert.deepEqual(
      hit?.why?.map(({ how, where, typed, word }) => [how, where, typed, word]),
      [
        ['typo', 'text', 'miterrand', 'mitterrand'],
        ['exact', 'text', '1981', '1981'],
      ],
    );
    const about = index.search('자크 랑 critics')[0];
    assert.ok(about?.why?.some(({ how }) => how === 'about'));
  });

  it('puts the names of the document a little forward', () => {
    const twins = new SearchIndex(
      libraryOf(
        [name('a', 'Ada'), name('b', 'Ben')],
        [fact('one', 'A mill.', ['a']), fact('two', 'A mill.', ['b'])],
      ),
    );
    const best = (boost: readonly string[]): string | undefined => twins.search('mill', { boost })[0]?.key;
    assert.deepEqual([best([]), best(['d/b']), best(['d/a'])], ['d/one', 'd/two', 'd/one']);
  });

  it('filters by kind, name, topic and dossier', () => {
    assert.equal(first('kind:person lang'), 'jack-lang');
    assert.ok(index.search('kind:person').every(({ key }) => library.name(key)?.kind === 'person'));
    assert.ok(index.search('kind:fact korea').every(({ kind }) => kind === 'fact'));
    assert.deepEqual(ids('kind:topic hist'), ['history']);
    const lang = new Set(library.factsAbout(`${bundled.id}/jack-lang`).map(({ key }) => key));
    assert.ok(index.search('name:"jack lang" kind:fact').every(({ key }) => lang.has(key)));
    assert.equal(index.search('name:"jack lang" kind:fact').length, lang.size);
    assert.equal(first('topic:overview estonia'), 'one-of-two-eu-members');
    assert.deepEqual(ids('dossier:elsewhere korea'), []);
    assert.ok(ids('dossier:france korea').length > 0);
  });

  it('filters by time and by what a fact has', () => {
    assert.deepEqual(ids('year:2005 exports'), ['exports-2005']);
    assert.deepEqual(ids('before:1990 mitterrand'), ['mitterrand-tour']);
    assert.ok(ids('year:2005..2011 kind:fact').includes('office-opened'));
    assert.ok(!ids('year:2005..2011 kind:fact', { limit: 500 }).includes('opinion-positive'));
    assert.ok(ids('after:2012').every((id) => id.startsWith('opinion') || id === 'office-heads'));
    for (const { key } of index.search('has:figure', { limit: 500 })) {
      assert.ok(library.fact(key)!.quantities.length > 0);
    }
    assert.ok(ids('-has:date kind:fact').includes('training'));
  });

  it('lets a filter wait until it is finished', () => assert.deepEqual(ids('korea year:20'), ids('korea')));
});
