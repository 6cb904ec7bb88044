import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysOfFilter } from '../../../src/core/search/filters';
import {
  asksForSomething,
  boundedQuery,
  FILTER_FIELDS,
  parseQuery,
  plainText,
} from '../../../src/core/search/query';

/** The parts of a query in short. */
const parts = (query: string): string[] =>
  parseQuery(query).map((part) => {
    const sign = part.negated ? '-' : '';
    if (part.part === 'filter') return `${sign}${part.field}=${part.value}`;
    return part.part === 'phrase' ? `${sign}"${part.text}"${part.isClosed ? '' : '…'}` : sign + part.text;
  });

describe('The query language', () => {
  it('has words, phrases and what is not wanted', () =>
    assert.deepEqual(parts('jack "listening mission" -cuba -"special envoy"'), [
      'jack',
      '"listening mission"',
      '-cuba',
      '-"special envoy"',
    ]));
  it('has filters, with values in quotes or without', () =>
    assert.deepEqual(parts('kind:person name:"jack lang" -has:date YEAR:2005..2011'), [
      'kind=person',
      'name=jack lang',
      '-has=date',
      'year=2005..2011',
    ]));
  it('has the value of a filter behind a space as well', () => {
    assert.deepEqual(parts('kind: person lang'), ['kind=person', 'lang']);
    assert.deepEqual(parts('kind: year:2005'), ['kind=', 'year=2005']);
  });
  it('tells whether something is asked for yet', () => {
    for (const query of ['', '"', '-', '-cuba', '- "', '-kind:fact']) {
      assert.equal(asksForSomething(query), false, query);
    }
    for (const query of ['a', '"a', 'kind:', '북', '-cuba france']) {
      assert.equal(asksForSomething(query), true, query);
    }
  });
  it('takes the quotes of other languages', () =>
    assert.deepEqual(parts('“one two” «trois»'), ['"one two"', '"trois"']));
  it('takes what is not finished as it is meant', () => {
    assert.deepEqual(parts('"not closed'), ['"not closed"…']);
    assert.deepEqual(parts('kind:'), ['kind=']);
    assert.deepEqual(parts('name:"jack la'), ['name=jack la']);
    assert.deepEqual(parts('- x'), ['-', 'x']);
    assert.deepEqual(parts('a -'), ['a', '-']);
  });
  it('leaves alone what is no filter', () =>
    assert.deepEqual(parts('http://x.org foo:bar 12:30'), ['http://x.org', 'foo:bar', '12:30']));
  it('gives the words where they stand', () => {
    const query = 'a kind:x "b c" d -e f ';
    assert.equal(plainText(query, parseQuery(query)), 'a              d    f ');
  });

  it('reads any string without loss and in order', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '-', ':', ' ', '“', '»', '..', ...FILTER_FIELDS.map((field) => `${field}:`)),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const query = pieces.join('');
        const found = parseQuery(query);
        let end = 0;
        for (const part of found) {
          assert.match(query.slice(end, part.start), /^\s*$/);
          assert.ok(part.end > part.start);
          end = part.end;
        }
        assert.match(query.slice(end), /^\s*$/);
        const plain = plainText(query, found);
        for (const part of found) {
          if (part.part === 'text' && !part.negated) assert.ok(plain.startsWith(part.text, part.start));
        }
      }),
    );
  });
});

describe('A query that was pasted', () => {
  it('counts for no more than a search has time for', () => {
    const piece = fc.oneof(
      fc.constantFrom('-a ', '"b" ', 'kind:x ', 'year:1..9 ', 'same ', '-', '"', ' '),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const all = pieces.join('');
        const { query, parts } = boundedQuery(all);
        assert.ok(all.startsWith(query) && query.length <= 500);
        assert.ok(parts.filter((part) => part.part !== 'text' || part.negated).length <= 8);
        const words = parts.flatMap((part) => (part.part === 'text' && !part.negated ? [part.text] : []));
        assert.ok(words.every((word) => words.filter((other) => other === word).length <= 2));
      }),
    );
  });
  it('loses nothing while it is as long as people type', () => {
    const query = 'kind:fact year:2005.. -cuba "listening mission" jack lang pyongyang bora bora';
    assert.deepEqual(boundedQuery(query).parts, parseQuery(query));
  });
});

describe('Filters of time', () => {
  it('mean years, spans and what lies before and after', () => {
    assert.deepEqual(daysOfFilter('year', '2005'), { from: 20050101, to: 20051231 });
    assert.deepEqual(daysOfFilter('year', '2005..2011'), { from: 20050101, to: 20111231 });
    assert.deepEqual(daysOfFilter('year', '2011..2005'), { from: 20050101, to: 20111231 });
    assert.equal(daysOfFilter('year', '2005..')?.from, 20050101);
    assert.equal(daysOfFilter('year', '..2011')?.to, 20111231);
    assert.deepEqual(daysOfFilter('year', '1980s'), { from: 19800101, to: 19891231 });
    assert.equal(daysOfFilter('before', '2009')?.to, 20090100);
    assert.equal(daysOfFilter('after', '2009-11')?.from, 20091131);
    assert.equal(daysOfFilter('after', '9 nov 2009')?.from, 20091110);
  });
  it('are not there while they are typed', () => {
    for (const text of ['', '2', '200', '..', 'soon']) assert.equal(daysOfFilter('year', text), undefined);
  });
});
