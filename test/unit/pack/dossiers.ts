import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDossier } from '../../../src/core/format/readDossier';
import type { Dossier, Section, Topic } from '../../../src/core/model';
import { encodeNames, PackedNames } from '../../../src/core/pack/namesPart';
import { PackedShelf } from '../../../src/core/pack/packedShelf';
import { PackedTopic } from '../../../src/core/pack/packedTopic';
import { encodeTopic } from '../../../src/core/pack/topicPart';
import { dossierFiles, GOOD } from '../format/dossierFiles';
import { filesBelow } from '../project/files';

/** A dossier through its packed parts. */
export function packed(dossier: Dossier): PackedShelf {
  const { topics, names, ...head } = dossier;
  const packedNames = PackedNames.open(encodeNames(dossier.id, names));
  if (!packedNames) throw new Error('The names do not open.');
  return new PackedShelf(
    head,
    packedNames,
    topics.map((topic) => {
      const open = PackedTopic.open(encodeTopic(topic));
      if (!open) throw new Error(`The topic ${topic.key} does not open.`);
      return open;
    }),
  );
}

/** A section as plain data, whatever it is made of. */
export function plainSection(section: Section): Section {
  const { key, id, dossier, topic, title, depth, parent, blocks, facts, sections, position } = section;
  return {
    key,
    id,
    dossier,
    topic,
    title,
    depth,
    ...(parent === undefined ? {} : { parent }),
    blocks,
    facts,
    position,
    sections: sections.map(plainSection),
  };
}

export function plainTopic(topic: Topic): Topic {
  const { key, id, dossier, file, title, summary, language, sections } = topic;
  return { key, id, dossier, file, title, summary, language, sections: sections.map(plainSection) };
}

function read(contents: Readonly<Record<string, string>>): Dossier {
  const { dossier } = readDossier(dossierFiles(contents));
  if (!dossier) throw new Error('The dossier cannot be read.');
  return dossier;
}

const BUNDLED = 'data/france-north-korea';

export const bundled: Dossier = read(
  Object.fromEntries(
    [...filesBelow(BUNDLED, '.md'), ...filesBelow(BUNDLED, '.yaml')].map((file) => [
      file.replaceAll('\\', '/').slice(BUNDLED.length + 1),
      readFileSync(file, 'utf8'),
    ]),
  ),
);

export const good: Dossier = read(GOOD);

const words = [
  'Ada Reef',
  'Reef',
  'North Rock',
  'NRL',
  'the tower',
  '*light*',
  'in 1912',
  '€2 million',
  '54 keepers',
  '한국',
];
const sentence = fc
  .array(fc.constantFrom(...words, 'stood', 'and', '`code`', '[a link](https://example.org/)'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => `The ${parts.join(' ')}.`);
const block = fc.oneof(
  { weight: 4, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')) },
  { weight: 2, arbitrary: fc.constantFrom('## One', '## Two', '### Deeper', '### One') },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((each) => `- ${each}`).join('\n')),
  },
  { weight: 1, arbitrary: sentence.map((each) => `> ${each}`) },
  { weight: 1, arbitrary: sentence.map((each) => `1. ${each}\n   - ${each}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '```js\nlet a;\n```',
      'a | b\n--- | ---\nAda Reef | 2',
      ':fact[It is so.]{when=1909 names="north-rock ada-reef"}',
    ),
  },
  { weight: 1, arbitrary: fc.constant('The :name[keeper]{#ada-reef} came :name[there]{#north-rock}.') },
);

/** Dossiers with a few topics about two names, with every kind of block. */
export const dossiers: fc.Arbitrary<Dossier> = fc
  .array(
    fc.array(block, { maxLength: 12 }).map((blocks) => blocks.join('\n\n')),
    { maxLength: 4 },
  )
  .map((topics) => {
    const { 'dossier.yaml': manifest = '', 'names.yaml': names = '' } = GOOD;
    return read({
      'dossier.yaml': manifest.replace(/topics:[^]*/, ''),
      'names.yaml': names,
      ...Object.fromEntries(topics.map((text, at) => [`topics/t${at}.md`, `# Topic ${at}\n\n${text}\n`])),
    });
  });
