import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NAME_KINDS, type Name } from '../../../src/core/model';
import { compileFinder } from '../../../src/core/names/finderPart';
import { FormPrefixes } from '../../../src/core/names/formPrefixes';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { bundled, good } from '../pack/dossiers';

function load(names: readonly Name[]): NameFinder {
  const finder = NameFinder.load(compileFinder(names));
  assert.ok(finder);
  return finder;
}

const word = fc.constantFrom(
  'Ada',
  'Reef',
  'Jack',
  'Lang',
  'Kim Jong-il',
  'EU',
  'U.S.',
  'North',
  'Korea',
  'Korean',
  '한국',
  '朝鮮',
  'École',
  'de Gaulle',
  'DPRK',
  'lamp',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const language = fc.constantFrom('en', 'fr', 'ko');
const names: fc.Arbitrary<Name[]> = fc
  .array(
    fc.record({
      label: phrase,
      kind: fc.constantFrom(...NAME_KINDS),
      labels: fc.dictionary(language, phrase, { maxKeys: 2 }),
      aliases: fc.array(
        fc.record(
          {
            text: phrase,
            language,
            exactCase: fc.boolean(),
            requiresFullName: fc.boolean(),
            demonym: fc.boolean(),
          },
          { requiredKeys: ['text', 'exactCase', 'requiresFullName', 'demonym'] },
        ),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((name, at) => ({ ...name, key: `d/${at}`, id: String(at), dossier: 'd', description: '' })),
  );

describe('finder in a buffer', () => {
  it('finds what a finder of the same names finds', () => {
    fc.assert(
      fc.property(names, fc.array(phrase, { maxLength: 12 }), (list, phrases) => {
        const text = phrases.join(', and then the ');
        const built = new NameFinder(list);
        const loaded = load(list);
        assert.deepEqual(loaded.find(text), built.find(text));
        assert.equal(loaded.table.count, built.table.count);
        for (let form = 0; form < built.table.count; form++) {
          assert.deepEqual(loaded.table.form(form), built.table.form(form));
        }
        for (const [name, { key, label }] of list.entries()) {
          assert.equal(loaded.table.keyOf(name), key);
          assert.equal(loaded.table.labelOf(name), label);
          assert.equal(loaded.table.hasSurname(name), built.table.hasSurname(name));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('completes what the sorted names complete', () => {
    fc.assert(
      fc.property(names, phrase, fc.nat(8), (list, whole, length) => {
        const beginning = whole.slice(0, length);
        assert.deepEqual(load(list).prefixes?.find(beginning, 5), new FormPrefixes(list).find(beginning, 5));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the names of the bundled dossier in its own facts', () => {
    const text = bundled.topics
      .flatMap((topic) => topic.sections.flatMap((section) => section.facts.map((fact) => fact.text)))
      .join('\n\n');
    assert.deepEqual(load(bundled.names).find(text), new NameFinder(bundled.names).find(text));
  });

  it('does not load where it is cut short or changed', () => {
    const whole = compileFinder(good.names);
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        assert.equal(NameFinder.load(whole.slice(0, at)), undefined);
        const bytes = new Uint8Array(whole.slice(0));
        bytes[at] = bytes[at]! ^ by;
        assert.equal(NameFinder.load(bytes.buffer), undefined);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        assert.equal(NameFinder.load(bytes.slice().buffer), undefined);
      }),
    );
  });
});
