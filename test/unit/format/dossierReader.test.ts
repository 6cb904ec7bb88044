import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DossierReader } from '../../../src/core/format/dossierReader';
import { readDossier } from '../../../src/core/format/readDossier';
import { compileFinder } from '../../../src/core/names/finderPart';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { encodeNames, PackedNames } from '../../../src/core/pack/namesPart';
import { PackedTopic } from '../../../src/core/pack/packedTopic';
import { encodeTopic } from '../../../src/core/pack/topicPart';
import { GOOD, goodBut } from './dossierFiles';

const encoder = new TextEncoder();

/** A reader that has read a dossier's files. */
function readAll(files: ReadonlyMap<string, Uint8Array>): DossierReader {
  const reader = new DossierReader();
  reader.readManifest(files.get('dossier.yaml'));
  reader.readNames(files.get('names.yaml'));
  for (const path of reader.topicOrder(files.keys()).paths) reader.readTopic(path, files.get(path)!);
  return reader;
}

const sentence = fc.constantFrom(
  'Ada Reef came in 1912.',
  'It is so.',
  'It is so.',
  ':fact[The tower was built.]{#tower}',
  ':fact[A lamp.]{#lamp names="nobody"}',
  ':name[He]{#ada-reef} left.',
  'Reef stayed.',
  '## It',
  '<b>',
);
const body = fc.array(sentence, { maxLength: 8 }).map((parts) => `# A topic\n\n${parts.join('\n\n')}\n`);

describe('a reader that is kept', () => {
  it('reads a changed topic as if all were read anew', () => {
    fc.assert(
      fc.property(body, fc.array(body, { minLength: 1, maxLength: 3 }), (north, versions) => {
        const before = goodBut({ 'topics/north.md': north });
        const reader = readAll(before);
        let last;
        for (const text of versions) last = reader.readTopic('topics/south.md', encoder.encode(text));
        const whole = readDossier(goodBut({ 'topics/north.md': north, 'topics/south.md': versions.at(-1)! }));
        assert.deepEqual(last?.topic, whole.dossier?.topics[1]);
        assert.deepEqual(
          last?.problems,
          whole.problems.filter(({ file }) => file === 'topics/south.md'),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('goes on from packed parts, without names.yaml', () => {
    fc.assert(
      fc.property(body, body, (north, south) => {
        const files = goodBut({ 'topics/north.md': north, 'topics/south.md': south });
        const whole = readDossier(files);
        const names = PackedNames.open(encodeNames(whole.dossier!.id, whole.dossier!.names))!;
        const finder = NameFinder.load(compileFinder(whole.dossier!.names))!;
        const reader = new DossierReader();
        reader.readManifest(files.get('dossier.yaml'));
        reader.useNames(names.keysById, true, (text) => finder.find(text));
        const packed = PackedTopic.open(encodeTopic(whole.dossier!.topics[0]!))!;
        reader.knowTopic('topics/north.md', {
          hashes: packed.idHashes,
          lineOf: (id) => packed.factById(id)?.position.line,
        });
        const read = reader.readTopic('topics/south.md', files.get('topics/south.md')!);
        assert.deepEqual(read.topic, whole.dossier!.topics[1]);
        assert.deepEqual(
          read.problems,
          whole.problems.filter(({ file }) => file === 'topics/south.md'),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('finds an id given twice in two files, until one of them goes', () => {
    const reader = readAll(goodBut({}));
    const twice = encoder.encode('# South\n\n:fact[Again.]{#tower}\n');
    const codes = (): string[] => reader.readTopic('topics/south.md', twice).problems.map(({ code }) => code);
    assert.deepEqual(codes(), ['duplicate-id']);
    reader.forgetTopic('topics/north.md');
    assert.deepEqual(codes(), []);
  });

  it('says whether a changed manifest concerns the topics', () => {
    const reader = readAll(goodBut({}));
    const manifest = GOOD['dossier.yaml']!;
    const concerns = (text: string): boolean => reader.readManifest(encoder.encode(text)).concernsTopics;
    assert.equal(concerns(manifest), false);
    assert.equal(concerns(manifest.replace('title: Lighthouses', 'title: Towers')), false);
    assert.equal(concerns(manifest.replace('language: en', 'language: fr')), true);
    assert.equal(concerns(manifest.replace('- id: map', '- id: chart')), true);
  });
});
