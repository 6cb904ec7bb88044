import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import type { Dossier, Fact, Section, Topic } from '../../../src/core/model';
import { encodeSearch } from '../../../src/core/search/encodeSearch';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { bundled, packed } from '../pack/dossiers';

const library = new Library([bundled]);
const index = new SearchIndex(library);

/** The dossier with what `change` makes of the facts of a topic; without the topic where there is no change. */
function changed(topic: string, change?: (fact: Fact) => Fact): Library {
  const section = (each: Section): Section => ({
    ...each,
    facts: each.facts.map(change!),
    sections: each.sections.map(section),
  });
  const topics = bundled.topics.flatMap((each): readonly Topic[] => {
    if (each.id !== topic) return [each];
    return change ? [{ ...each, sections: each.sections.map(section) }] : [];
  });
  const dossier: Dossier = { ...bundled, topics };
  return new Library([dossier]);
}

const HISTORY = `${bundled.id}/history`;
const next = changed('history', (fact) =>
  fact.id === 'lang-critics'
    ? { ...fact, text: 'Some zealots praised the qualifications of Jack Lang.' }
    : fact,
);

describe('An index of a library that changed', () => {
  const later = index.withTopics(next, [HISTORY]);
  const ids = (query: string, of = later): string[] =>
    of.search(query, { limit: 500 }).map(({ kind, key }) => `${kind} ${key}`);

  it('finds what is new and not what is gone', () => {
    assert.deepEqual(ids('zealots praised'), [`fact ${bundled.id}/lang-critics`]);
    assert.equal(later.search('zealots')[0]?.label, 'Some zealots praised the qualifications of Jack Lang.');
    assert.equal(later.find('some critics called').isComplete, false);
  });

  it('finds the same as an index that is made anew', () => {
    const anew = new SearchIndex(next);
    for (const query of [
      'jack lang',
      'mitterrand',
      '북한',
      '2009',
      'october 2011',
      'office',
      '"listening mission"',
      'year:2009',
      'kind:topic',
    ]) {
      assert.deepEqual(new Set(ids(query)), new Set(ids(query, anew)), query);
      assert.equal(ids(query)[0], ids(query, anew)[0], query);
    }
  });

  it('forgets a topic, and takes the next change', () => {
    const without = changed('history');
    const gone = later.withTopics(without, [HISTORY]);
    assert.deepEqual(new Set(ids('lang', gone)), new Set(ids('lang', new SearchIndex(without))));
    const back = gone.withTopics(library, [HISTORY]);
    assert.deepEqual(new Set(ids('jack lang', back)), new Set(ids('jack lang', index)));
  });

  it('is the same over a packed library, whoever indexes what changed', () => {
    const before = packed(bundled);
    const after = before.withTopic(packed(next.dossiers[0]!).packedTopic(HISTORY)!);
    const large = new SearchIndex(new Library([before]));
    const changedLibrary = new Library([after]);
    const small = large.changedSince(changedLibrary, [HISTORY])!;
    assert.deepEqual(
      [...small.topics()].map(({ key }) => key),
      [HISTORY],
    );
    const mentioned = new Set([...small.facts()].flatMap(({ names }) => names));
    assert.deepEqual(new Set([...small.names()].map(({ key }) => key)), mentioned);
    const others = [undefined, encodeSearch(small), encodeSearch(changedLibrary)];
    for (const encoded of others) {
      const followed = large.withTopics(changedLibrary, [HISTORY], encoded);
      for (const query of ['zealots praised', 'jack lang', '북한', 'october 2011', 'year:2009']) {
        assert.deepEqual(ids(query, followed), ids(query), query);
      }
    }
  });
});
