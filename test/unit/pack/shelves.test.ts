import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library } from '../../../src/core/library';
import type { Dossier } from '../../../src/core/model';
import { PackedTopic } from '../../../src/core/pack/packedTopic';
import { encodeTopic } from '../../../src/core/pack/topicPart';
import { PlainShelf } from '../../../src/core/plainShelf';
import type { Shelf } from '../../../src/core/shelf';
import { bundled, dossiers, good, packed, plainSection, plainTopic } from './dossiers';

/** Holds that two shelves answer the same to every question. */
function assertAlike(one: Shelf, other: Shelf): void {
  assert.equal(one.id, other.id);
  assert.equal(one.nameCount, other.nameCount);
  assert.equal(one.factCount, other.factCount);
  assert.deepEqual([...one.names()], [...other.names()]);
  assert.deepEqual([...one.facts()], [...other.facts()]);
  assert.deepEqual([...one.topics()].map(plainTopic), [...other.topics()].map(plainTopic));
  assert.deepEqual([...one.sections()].map(plainSection), [...other.sections()].map(plainSection));
  const { topics, names, ...head } = one.dossier;
  const { topics: otherTopics, names: otherNames, ...otherHead } = other.dossier;
  assert.deepEqual(head, otherHead);
  assert.deepEqual(names, otherNames);
  assert.deepEqual(topics.map(plainTopic), otherTopics.map(plainTopic));
  const keys = [
    ...[...one.topics()].map(({ key }) => key),
    ...[...one.sections()].map(({ key }) => key),
    ...[...one.facts()].map(({ key }) => key),
    ...[...one.names()].map(({ key }) => key),
    `${one.id}/`,
    `${one.id}/nobody`,
    'another/ada-reef',
    '',
    '/',
    `${one.id}/t/s/u`,
  ];
  for (const key of keys) {
    assert.deepEqual(one.name(key), other.name(key));
    assert.deepEqual(one.fact(key), other.fact(key));
    assert.equal(one.topic(key)?.title, other.topic(key)?.title);
    assert.equal(one.section(key)?.title, other.section(key)?.title, key);
    assert.deepEqual(
      one.sectionsOf(key).map(({ key: each }) => each),
      other.sectionsOf(key).map(({ key: each }) => each),
    );
    assert.equal(one.factCountIn(key), other.factCountIn(key), key);
    assert.deepEqual(one.factsAbout(key), other.factsAbout(key));
    assert.equal(one.factCountAbout(key), other.factCountAbout(key));
  }
  const about = [...one.names()].map(({ key }) => key).slice(0, 40);
  for (const key of about) {
    for (const second of about) {
      assert.equal(one.sharedFacts(key, second), other.sharedFacts(key, second), `${key} and ${second}`);
      const options = { limit: 5, alongWith: [second, about[0]!] };
      assert.deepEqual(one.factsAbout(key, options), other.factsAbout(key, options));
    }
    for (const limit of [0, 1, 3]) {
      assert.deepEqual(one.factsAbout(key, { limit }), other.factsAbout(key, { limit }));
      const rest = one.factsAbout(key).slice(1, 1 + limit);
      for (const shelf of [one, other]) assert.deepEqual(shelf.factsAbout(key, { skip: 1, limit }), rest);
    }
  }
  assert.deepEqual(one.nameGroups(), other.nameGroups());
  for (const { kind, letter, count } of one.nameGroups()) {
    assert.equal(one.namesIn(kind, letter).length, count);
    assert.deepEqual(one.namesIn(kind, letter), other.namesIn(kind, letter));
    assert.deepEqual(one.namesIn(kind, letter, 1, 3), other.namesIn(kind, letter, 1, 3));
    assert.deepEqual(one.namesIn(kind, letter).slice(1, 3), other.namesIn(kind, letter, 1, 3));
  }
  assert.deepEqual(one.namesIn('work', 'nothing'), other.namesIn('work', 'nothing'));
}

const check = (dossier: Dossier): void => assertAlike(new PlainShelf(dossier), packed(dossier));

describe('shelves', () => {
  it('hold the bundled dossier alike, plain and packed', () => check(bundled));

  it('hold a small dossier alike', () => check(good));

  it('hold any dossier alike', () => {
    fc.assert(fc.property(dossiers, check), { numRuns: 150 });
  });

  it('give the same topics and sections each time, so that they can be found among their neighbours', () => {
    const shelf = packed(bundled);
    for (const topic of shelf.dossier.topics) {
      assert.equal(shelf.topic(topic.key), topic);
      assert.equal(topic.sections, shelf.topic(topic.key)?.sections);
      for (const section of shelf.sectionsOf(topic.key)) assert.equal(shelf.section(section.key), section);
      const [first] = topic.sections;
      if (first) {
        assert.equal(
          first.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.facts : []))[0],
          first.facts[0],
        );
      }
    }
  });

  it('share what did not change when a topic is put in, replaced or taken out', () => {
    const shelf = packed(bundled);
    const [first, second] = bundled.topics;
    const changed = PackedTopic.open(encodeTopic({ ...second!, title: 'Another title' }))!;
    const replaced = shelf.withTopic(changed);
    assert.equal(replaced.topic(second!.key)?.title, 'Another title');
    assert.equal(shelf.topic(second!.key)?.title, second!.title);
    assert.equal(replaced.packedTopics[0], shelf.packedTopics[0]);
    assert.equal(replaced.packedNames, shelf.packedNames);
    assert.equal(replaced.factCount, shelf.factCount);
    const without = shelf.withoutTopic(first!.key);
    assertAlike(new PlainShelf({ ...bundled, topics: bundled.topics.slice(1) }), without);
    assertAlike(new PlainShelf(bundled), without.withTopic(shelf.packedTopics[0]!, 0));
  });
});

describe('library', () => {
  it('asks the shelf that a key names', () => {
    const library = new Library([good, packed(bundled)]);
    assert.equal(library.shelves.length, 2);
    assert.equal(library.nameCount, good.names.length + bundled.names.length);
    assert.equal([...library.facts()].length, library.factCount);
    for (const { key, label } of [...good.names, ...bundled.names]) {
      assert.equal(library.name(key)?.label, label);
    }
    assert.equal(library.sharedFacts(good.names[0]!.key, bundled.names[0]!.key), 0);
    const listed = library.nameGroups().flatMap(({ kind, letter, count }) => {
      const entries = library.namesIn(kind, letter);
      assert.equal(entries.length, count);
      assert.deepEqual(library.namesIn(kind, letter, 1, 4), entries.slice(1, 4));
      return entries;
    });
    assert.equal(listed.length, library.nameCount);
  });

  it('keeps the first of two dossiers with the same id', () => {
    const library = new Library([packed(good), { ...good, title: 'Another' }]);
    assert.deepEqual(
      library.dossiers.map(({ title }) => title),
      [good.title],
    );
  });
});
