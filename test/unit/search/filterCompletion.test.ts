import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterText,
  toggleFilter,
  unfinishedFilter,
  withFilter,
} from '../../../src/core/search/filterCompletion';
import { FILTER_FIELDS, parseQuery } from '../../../src/core/search/query';

const fields = (query: string): readonly string[] => {
  const unfinished = unfinishedFilter(query);
  return unfinished?.of === 'field' ? unfinished.fields : [];
};

describe('A filter that is being typed', () => {
  it('may be any behind a colon, and those that begin so', () => {
    assert.deepEqual(fields(':'), FILTER_FIELDS);
    assert.deepEqual(fields('lang :'), FILTER_FIELDS);
    assert.deepEqual(fields(':na'), ['name']);
    assert.deepEqual(fields('jack -ye:'), ['year']);
  });
  it('is none in words, phrases, addresses, and behind a space', () => {
    for (const query of ['', 'jack', 'kind', '"a:', 'http:', 'a :b:', ': ', 'kind:person ', ':x']) {
      assert.equal(unfinishedFilter(query), undefined, query);
    }
  });
  it('has a value, which may be empty or stand in quotes', () => {
    assert.deepEqual(unfinishedFilter('lang kind:'), { of: 'value', field: 'kind', value: '', start: 5 });
    assert.deepEqual(unfinishedFilter('-name:"jack l'), {
      of: 'value',
      field: 'name',
      value: 'jack l',
      start: 1,
    });
  });
  it('is completed where it stands', () => {
    assert.equal(withFilter('lang :', 5, 'kind'), 'lang kind:');
    assert.equal(withFilter('-name:ja', 1, 'name', 'Jack Lang'), '-name:"Jack Lang" ');
    assert.equal(withFilter('kind:p', 0, 'kind', 'person'), 'kind:person ');
  });
  it('reads as what it was completed to, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const [part, ...others] = parseQuery(filterText('name', value.trim() || 'x'));
        assert.equal(others.length, 0);
        assert.equal(part?.part, 'filter');
      }),
      { examples: [['""!'], ['"'], ['a "b" c']] },
    );
  });
});

describe('A filter behind a button', () => {
  it('is put before the query, and taken out again', () => {
    assert.equal(toggleFilter('jack lang', 'kind', 'fact'), 'kind:fact jack lang');
    assert.equal(toggleFilter('kind:fact jack lang', 'kind', 'fact'), 'jack lang');
    assert.equal(toggleFilter('', 'kind', 'fact'), 'kind:fact ');
    assert.equal(toggleFilter('kind:fact', 'kind', 'fact'), '');
  });
  it('takes the place of another value, but not of one that is not wanted', () => {
    assert.equal(toggleFilter('kind:name lang', 'kind', 'fact'), 'kind:fact lang');
    assert.equal(toggleFilter('-kind:name lang', 'kind', 'fact'), 'kind:fact -kind:name lang');
  });
  it('leaves all else of any query as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (query) => {
        const before = parseQuery(query).filter(({ part }) => part !== 'filter');
        const after = parseQuery(toggleFilter(query, 'kind', 'fact')).filter(({ part }) => part !== 'filter');
        assert.deepEqual(
          after.map((part) => ('text' in part ? part.text : '')),
          before.map((part) => ('text' in part ? part.text : '')),
        );
      }),
    );
  });
});
