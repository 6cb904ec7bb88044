import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { newDossier } from '../../../src/core/authoring/newDossier';
import { idFor } from '../../../src/core/authoring/newId';
import { isId } from '../../../src/core/format/ids';
import { readDossier } from '../../../src/core/format/readDossier';
import { inEnglish } from '../../../src/core/saying';
import { dossierFiles, factsOf } from '../format/dossierFiles';

describe('a new dossier', () => {
  it('reads without a problem and shows a name in a sentence', () => {
    const made = newDossier({
      id: 'lighthouses',
      title: 'Lighthouses',
      language: 'en',
      description: 'Of the north: all',
    });
    const { dossier, problems } = readDossier(dossierFiles(Object.fromEntries(made.files)));
    assert.deepEqual(problems, []);
    assert.equal(dossier!.id, 'lighthouses');
    assert.equal(dossier!.title, 'Lighthouses');
    assert.equal(dossier!.description, 'Of the north: all');
    const facts = factsOf(dossier!);
    assert.deepEqual(
      facts.map(({ text, names }) => [text, names]),
      [['This dossier is about Lighthouses.', ['lighthouses/lighthouses']]],
    );
    assert.equal([...made.files.keys()].at(-1), 'dossier.yaml');
  });

  it('has its place to write at the sentence', () => {
    const { files, topic, placeToWrite } = newDossier({ id: 'a', title: 'A *b*', language: 'en' });
    const text = files.get(topic)!;
    assert.equal(text.slice(placeToWrite.start, placeToWrite.end), 'This dossier is about A \\*b\\*.');
  });

  for (const language of ['fr', 'ko']) {
    it(`reads without a problem in ${language}, and speaks it`, () => {
      const bundle = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<
        string,
        string
      >;
      const made = newDossier({ id: 'a', title: 'Les phares : une "liste"', language }, ({ text, values }) =>
        inEnglish({ text: bundle[text]!, values }),
      );
      const { dossier, problems } = readDossier(dossierFiles(Object.fromEntries(made.files)));
      assert.deepEqual(problems, []);
      assert.equal(dossier!.names[0]!.description, bundle['What this dossier is about.']);
      assert.equal(factsOf(dossier!).length, 1);
      assert.doesNotMatch([...made.files.values()].join('\n'), /\b(?:the|its|this)\b/iu);
    });
  }

  it('keeps any title as it is, in any language', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'null',
        '2009',
        'a: b',
        '# x',
        "it's",
        '"q"',
        '- x',
        'C:\\dir',
        '북한',
        'リーダー',
        '::fact[a]',
        '<!--',
        '[a](b)',
      ),
    );
    const language = fc.constantFrom('en', 'fr', 'ko', 'zh-Hans', 'ja');
    fc.assert(
      fc.property(title, language, (text, tag) => {
        const id = idFor(text, 'dossier');
        assert.ok(isId(id), id);
        const plain = text
          .replace(/[\ud800-\udfff]/gu, '\ufffd')
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim();
        fc.pre(plain !== '');
        const made = newDossier({ id, title: text, language: tag });
        const { dossier, problems } = readDossier(dossierFiles(Object.fromEntries(made.files)));
        assert.deepEqual(problems, []);
        assert.equal(dossier!.title, plain);
        assert.equal(dossier!.names[0]!.label, plain);
        assert.ok(
          factsOf(dossier!)
            .map(({ text: fact }) => fact)
            .join(' ')
            .startsWith('This dossier is about '),
        );
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);
});
