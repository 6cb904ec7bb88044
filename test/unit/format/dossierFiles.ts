import type { Dossier, Fact, Section } from '../../../src/core/model';

const encoder = new TextEncoder();

/** Files of a dossier as the reader takes them, from texts or bytes by path. */
export function dossierFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
): Map<string, Uint8Array> {
  return new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
}

/** A small dossier without a problem. */
export const GOOD: Readonly<Record<string, string>> = {
  'dossier.yaml': [
    'format: 1',
    'id: lighthouses',
    'title: Lighthouses',
    'language: en',
    'sources:',
    '  - id: log',
    '    title: The keepers’ log',
    '    url: https://example.org/log',
    '    retrieved: 2024-05-01',
    '  - id: map',
    '    title: A map',
    'topics:',
    '  - topics/north.md',
    '  - south',
    '',
  ].join('\n'),
  'names.yaml': [
    '- id: ada-reef',
    '  label: Ada Reef',
    '  kind: person',
    '  description: A keeper.',
    '  aliases:',
    '    - A. Reef',
    '    - { text: Reef, requires: full-name }',
    '- id: north-rock',
    '  label: North Rock',
    '  kind: place',
    '  description: A rock.',
    '  aliases:',
    '    - NRL',
    '',
  ].join('\n'),
  'topics/north.md': [
    '---',
    'title: North',
    'summary: The rock in the north.',
    'source: log',
    '---',
    '',
    'Ada Reef kept the light. She came in 1912.',
    '',
    '## Building',
    '',
    ':fact[The tower was built in 1909.]{#tower when=1909 source=map names="north-rock"} It cost €2 million.',
    '',
  ].join('\n'),
  'topics/south.md': '# South\n\nNothing is known.\n',
};

/** The good dossier with some files put in place of others; `undefined` takes a file away. */
export function goodBut(
  changes: Readonly<Record<string, string | Uint8Array | undefined>>,
): Map<string, Uint8Array> {
  const contents: Record<string, string | Uint8Array> = { ...GOOD };
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) delete contents[path];
    else contents[path] = content;
  }
  return dossierFiles(contents);
}

/** All sections of a dossier in reading order. */
export function sectionsOf(dossier: Dossier): Section[] {
  const collect = (section: Section): Section[] => [section, ...section.sections.flatMap(collect)];
  return dossier.topics.flatMap((topic) => topic.sections.flatMap(collect));
}

/** All facts of a dossier in reading order. */
export function factsOf(dossier: Dossier): Fact[] {
  return sectionsOf(dossier).flatMap((section) => section.facts);
}
