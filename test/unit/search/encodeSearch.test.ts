import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library';
import { checking } from '../../../src/core/pack/container';
import { encodeSearch } from '../../../src/core/search/encodeSearch';
import { fingerprintOf } from '../../../src/core/search/fingerprint';
import { IndexData } from '../../../src/core/search/indexData';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { wordsOf } from '../../../src/core/search/wordReader';
import { bundled, good, packed } from '../pack/dossiers';

const library = new Library([bundled, good]);
const whole = encodeSearch(library);
const data = IndexData.open(whole, fingerprintOf(library))!;

/** What looking at the checksum in steps comes to. */
function isWhole(buffer: ArrayBuffer): boolean {
  const steps = checking(buffer);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('The index of a library', () => {
  it('opens with the library that it was made of, plain or packed', () => {
    assert.ok(SearchIndex.open(whole, library));
    const shelves = new Library([packed(bundled), packed(good)]);
    assert.ok(SearchIndex.open(encodeSearch(shelves), shelves));
  });

  it('does not open with another library, or another state of it', () => {
    assert.equal(SearchIndex.open(whole, new Library([bundled])), undefined);
    const topics = bundled.topics.map((topic, at) =>
      at === 0 ? { ...topic, title: `${topic.title}!` } : topic,
    );
    assert.equal(SearchIndex.open(whole, new Library([{ ...bundled, topics }, good])), undefined);
  });

  it('holds each name, topic, section and fact once, by its key', () => {
    const keys = new Set<string>();
    for (let entry = 0; entry < data.count; entry++) keys.add(`${data.kindOf(entry)} ${data.keyOf(entry)}`);
    const wanted = new Set([
      ...[...library.names()].map(({ key }) => `name ${key}`),
      ...[...library.topics()].map(({ key }) => `topic ${key}`),
      ...[...library.sections()].map(({ key }) => `section ${key}`),
      ...[...library.facts()].map(({ key }) => `fact ${key}`),
    ]);
    assert.equal(data.count, wanted.size);
    assert.deepEqual(keys, wanted);
  });

  it('finds each word of each fact in the fact', () => {
    const entries = new Map<string, number>();
    for (let entry = 0; entry < data.count; entry++) {
      if (data.kindOf(entry) === 'fact') entries.set(data.keyOf(entry), entry);
    }
    for (const fact of library.facts()) {
      for (const { word } of wordsOf(fact.text)) {
        const found = data.entriesWith(data.words.exactly(word));
        assert.ok(found.includes(entries.get(fact.key)!), `${word} in ${fact.key}`);
      }
    }
  });

  it('knows the facts about each name', () => {
    for (let name = 0; name < data.nameCount; name++) {
      const wanted = library.factsAbout(data.keyOf(name)).map(({ key }) => key);
      assert.deepEqual(
        data.factsAbout(name).map((fact) => data.keyOf(fact)),
        wanted,
      );
    }
  });

  it('is the same of packed shelves, but for the fingerprint', () => {
    const shelves = new Library([packed(bundled), packed(good)]);
    const other = IndexData.open(encodeSearch(shelves), fingerprintOf(shelves))!;
    assert.deepEqual(other.postings, data.postings);
    assert.deepEqual(other.texts, data.texts);
  });

  it('opens with packed shelves of a class from another bundle', () => {
    const shelves = new Library([packed(bundled), packed(good)]);
    const alike = shelves.shelves.map(
      (shelf) => new Proxy(shelf, { getPrototypeOf: () => Object.prototype }),
    );
    assert.notEqual(SearchIndex.open(encodeSearch(shelves), new Library(alike)), undefined);
  });

  it('does not open where it is cut short, or a byte is another', () => {
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        assert.equal(SearchIndex.open(whole.slice(0, at), library), undefined);
        const bytes = new Uint8Array(whole.slice(0));
        bytes[at] = bytes[at]! ^ by;
        assert.equal(SearchIndex.open(bytes.buffer, library), undefined);
        // Looked at in steps, its head aside, which opening looks at in any case.
        if (at >= 12) assert.equal(isWhole(bytes.buffer), false);
        assert.equal(isWhole(whole.slice(0, at)), false);
      }),
      { numRuns: 60 },
    );
  });

  it('opens without another look at its checksum where that was found right', () => {
    assert.equal(isWhole(whole), true);
    assert.ok(SearchIndex.open(whole, library, true));
    assert.equal(SearchIndex.open(whole.slice(0, -16), library, true), undefined);
  });

  it('is not read out of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 800 }), (bytes) => {
        assert.equal(SearchIndex.open(bytes.slice().buffer, library), undefined);
      }),
    );
  });
});
