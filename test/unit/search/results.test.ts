import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import { groupHits } from '../../../src/core/search/groups';
import { marksIn } from '../../../src/core/search/marks';
import { SearchIndex, type SearchHit } from '../../../src/core/search/searchIndex';
import type { HitKind } from '../../../src/core/search/searchOptions';
import { bundled } from '../pack/dossiers';

const index = new SearchIndex(new Library([bundled]));

const hits = (...kinds: HitKind[]): SearchHit[] =>
  kinds.map((kind, at) => ({ kind, key: `d/${at}`, label: '', text: '', score: -at, matched: [] }));

describe('Groups of results', () => {
  it('are the three best, names, facts, and sections with topics', () => {
    const groups = groupHits(hits('fact', 'name', 'topic', 'section', 'fact', 'name', 'topic', 'fact'));
    assert.deepEqual(
      groups.map(({ group, hits: inGroup }) => [group, ...inGroup.map(({ key }) => key)]),
      [
        ['best', 'd/0', 'd/1', 'd/2'],
        ['names', 'd/5'],
        ['facts', 'd/4', 'd/7'],
        ['sections', 'd/3', 'd/6'],
      ],
    );
  });
  it('have names last that only speak of what was asked for', () => {
    const [best, second, third, ...rest] = hits('fact', 'name', 'topic', 'name', 'fact');
    const speaking: SearchHit = {
      ...rest[0]!,
      why: [{ how: 'exact', where: 'text', typed: 'lang', word: 'lang' }],
    };
    const groups = groupHits([best!, second!, third!, speaking, rest[1]!]);
    assert.deepEqual(
      groups.map(({ group }) => group),
      ['best', 'facts', 'otherNames'],
    );
  });
  it('are one where all are of one kind', () =>
    assert.deepEqual(
      groupHits(hits('fact', 'fact')).map(({ group }) => group),
      ['facts'],
    ));
});

describe('Marks', () => {
  it('stand where the matched words do, however they are written', () => {
    const text = 'Où est François Mitterrand’s “François”?';
    const marked = marksIn(text, ['francois', 'mitterrand']).map(([start, end]) => text.slice(start, end));
    assert.deepEqual(marked, ['François', 'Mitterrand', 'François']);
  });
  it('are one stretch over syllables', () => assert.deepEqual(marksIn('북한에서', ['북', '한']), [[0, 2]]));
});

describe('How far a search goes', () => {
  it('is only what was typed, or typing errors where that is nothing, or typing errors in any case', () => {
    assert.deepEqual(index.find('mitterand', { reach: 'exact' }), {
      hits: [],
      count: 0,
      isComplete: false,
      corrections: [],
    });
    assert.deepEqual(index.find('mitterand').corrections, [{ typed: 'mitterand', meant: 'mitterrand' }]);
    const exact = index.find('envoy', { reach: 'exact' });
    const wide = index.find('envoy', { reach: 'wide' });
    assert.ok(exact.count > 0 && wide.count >= exact.count);
  });
  it('says that nothing has all of a query, and gives only what has most of it', () => {
    const { hits: nearest, isComplete } = index.find('zebra quantum listening mission');
    assert.equal(isComplete, false);
    const isNear = ({ why = [] }: SearchHit): boolean =>
      why.some(({ typed }) => typed === 'mission' || typed === 'listening');
    assert.ok(nearest.length > 0 && nearest.every(isNear));
    assert.deepEqual(index.find('zebra quantum').hits, []);
    // A name that the library has, and a word that it has not: what there is about the name, a little of it.
    const { hits: ofName, isComplete: isAll } = index.find('population of north korea');
    assert.ok(!isAll && ofName.length > 0 && ofName.length <= 5);
    assert.ok(ofName.every(({ why = [] }) => why.some(({ typed }) => typed === 'korea')));
    // No word is taken for the beginning of another while it is not the last one.
    assert.deepEqual(index.find('wine imports').corrections, []);
  });
  it('takes what a figure is measured in for a part of it', () => {
    for (const query of ['24 million euros', '81 percent', '81 per cent', 'EUR 24m']) {
      const [first] = index.find(query).hits;
      assert.match(first?.label ?? '', /€24 million|81%/, query);
    }
    assert.equal(index.find('24 million euros').isComplete, true);
  });
});
