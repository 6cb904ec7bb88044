import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library';
import type { Key } from '../../../src/core/model';
import { editsFor, similarWords } from '../../../src/core/search/fuzzy';
import { Dictionary } from '../../../src/core/search/dictionary';
import { otherNumbers } from '../../../src/core/search/plural';
import { isStopWord } from '../../../src/core/search/stopWords';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { wordsOf } from '../../../src/core/search/wordReader';
import { bundled, good } from '../pack/dossiers';

const library = new Library([bundled, good]);
const index = new SearchIndex(library);
const MOST = 5000;

const texts = new Map<Key, readonly string[]>(
  [...library.facts()].map(({ key, text }) => [key, wordsOf(text).map(({ word }) => word)]),
);
const vocabulary = [...new Set([...texts.values()].flat())].filter((word) => /^[a-z]{3,}$/.test(word));
const word = fc.constantFrom(...vocabulary.filter((each) => !isStopWord(each)));
const facts = (query: string): readonly Key[] =>
  index.search(query, { kinds: ['fact'], limit: MOST }).map(({ key }) => key);

describe('The search, held against reading every fact', () => {
  it('finds all facts with a word', () => {
    fc.assert(
      fc.property(word, (one) => {
        const found = new Set(facts(one));
        for (const [key, words] of texts) {
          if (words.includes(one)) assert.ok(found.has(key), `${one} in ${key}`);
        }
      }),
    );
  });

  it('finds facts with a phrase, and no others', () => {
    const phrase = fc
      .tuple(fc.constantFrom(...texts.values()), fc.nat(40), fc.integer({ min: 1, max: 5 }))
      .map(([words, at, length]) => words.slice(at % words.length, (at % words.length) + length));
    fc.assert(
      fc.property(phrase, (words) => {
        const wanted = [...texts].filter(([, all]) =>
          all.some((_, at) => words.every((each, step) => all[at + step] === each)),
        );
        assert.deepEqual(new Set(facts(`"${words.join(' ')}"`)), new Set(wanted.map(([key]) => key)));
      }),
    );
  });

  it('never finds what has a word that is not wanted, and everything else', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const unwanted = [other, ...otherNumbers(other)];
        const wanted = facts(one).filter((key) => !texts.get(key)!.some((each) => unwanted.includes(each)));
        const result = index.find(`${one} -${other}`, { kinds: ['fact'], limit: MOST });
        assert.ok(result.hits.every(({ key }) => !texts.get(key)!.some((each) => unwanted.includes(each))));
        if (result.isComplete && result.corrections.length === 0 && wanted.length > 0) {
          assert.deepEqual(new Set(result.hits.map(({ key }) => key)), new Set(wanted));
        }
      }),
    );
  });

  it('finds with more words only what it found with fewer', () => {
    fc.assert(
      fc.property(word, word, word, (one, two, three) => {
        const shorter = index.find(`${one} ${two} `, { limit: MOST });
        const longer = index.find(`${one} ${two} ${three} `, { limit: MOST });
        if (!longer.isComplete || longer.corrections.length > 0) return;
        const known = new Set(shorter.hits.map(({ kind, key }) => `${kind} ${key}`));
        for (const { kind, key } of longer.hits) assert.ok(known.has(`${kind} ${key}`), key);
      }),
    );
  });

  it('takes any string, with any syntax', () => {
    const piece = fc.oneof(
      word,
      fc.constantFrom(
        '"',
        '-',
        ' ',
        'kind:',
        'name:"',
        'topic:',
        'year:',
        '..',
        'before:',
        'has:',
        '북한',
        '24m',
        '2009',
      ),
      fc
        .array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 8 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const reach of ['exact', 'auto', 'wide'] as const) {
          const { hits, count } = index.find(pieces.join(''), { reach });
          assert.ok(hits.length <= 50 && count >= hits.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The distance of Damerau with neighbours swapped, by the whole table. */
function distance(one: string, other: string): number {
  const rows: number[][] = [];
  for (let row = 0; row <= one.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column++) {
      if (row === 0) {
        rows[0]!.push(column);
        continue;
      }
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      let cell = Math.min(
        rows[row - 1]![column - 1]! + change,
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cell = Math.min(cell, rows[row - 2]![column - 2]! + 1);
      }
      rows[row]!.push(cell);
    }
  }
  return rows[one.length]![other.length]!;
}

describe('Similar words', () => {
  const sorted = [...new Set(vocabulary)].sort();
  const offsets = new Uint32Array(sorted.length + 1);
  sorted.forEach((each, at) => (offsets[at + 1] = offsets[at]! + each.length));
  const units = Uint16Array.from(sorted.join('').split(''), (letter) => letter.charCodeAt(0));
  const dictionary = new Dictionary(units, offsets);

  it('are those that the whole table of distances says', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[a-z]{3,9}$/),
      fc.tuple(word, fc.nat(20), fc.stringMatching(/^[a-z]?$/)).map(([whole, at, letter]) => {
        const place = at % whole.length;
        return whole.slice(0, place) + letter + whole.slice(place + 1);
      }),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 2 }), (wrong, most) => {
        const found = similarWords(dictionary, wrong, most).map((each) => [sorted[each.from], each.distance]);
        const wanted = sorted
          .map((each) => [each, distance(wrong, each)])
          .filter(([, edits]) => Number(edits) <= most);
        assert.deepEqual(found, wanted);
      }),
    );
  });

  it('are not looked for where words are short', () =>
    assert.deepEqual(['nk', 'cuba', 'diplomat'].map(editsFor), [0, 1, 2]));
});
