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
    assert.ok(nearest.every(({ matched }) => matched.includes('mission') || matched.includes('listening')));
    assert.deepEqual(index.find('zebra quantum').hits, []);
  });
});
