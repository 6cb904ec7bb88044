import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as bounds from '../../../src/core/format/bounds';
import { FRONT_MATTER_KEYS } from '../../../src/core/format/frontMatterFence';
import { MANIFEST_KEYS } from '../../../src/core/format/manifest';
import { ALIAS_KEYS, NAME_KEYS } from '../../../src/core/format/namesFile';
import { readDossier } from '../../../src/core/format/readDossier';
import { NAME_KINDS } from '../../../src/core/model';
import { dossierFiles, factsOf } from './dossierFiles';

const page = readFileSync('docs/format.md', 'utf8');

/** The files of the example: each block of code under a line that is a file's name. */
function exampleFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [, path, content] of page.matchAll(/^`([\w./-]+)`\n\n```\w+\n([^]*?)^```$/gm)) {
    files[path!] = content!;
  }
  return files;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly enum?: readonly unknown[];
}

function schema(name: string): Schema {
  return JSON.parse(readFileSync(`media/schemas/${name}.schema.json`, 'utf8')) as Schema;
}

describe('the documentation of the format', () => {
  it('has an example that reads without a problem, as the page says', () => {
    const files = exampleFiles();
    assert.deepEqual(Object.keys(files), ['dossier.yaml', 'names.yaml', 'topics/north-rock.md']);
    const { dossier, problems } = readDossier(dossierFiles(files));
    assert.deepEqual(problems, []);
    const facts = factsOf(dossier!);
    assert.equal(facts.length, 4);
    assert.deepEqual(facts[0]!.names, ['lighthouses/ada-reef', 'lighthouses/north-rock']);
    assert.equal(facts[0]!.dates[0]!.edtf, '1912-03');
    assert.deepEqual(facts[1]!.names, ['lighthouses/ada-reef']);
    assert.equal(facts[2]!.id, 'tower');
    assert.deepEqual(
      facts[2]!.dates.map((date) => date.edtf),
      ['1909/1911', '1909'],
    );
    assert.deepEqual(
      facts[2]!.quantities.map(({ value, unit, when }) => [value, unit, when]),
      [[2_000_000, 'EUR', '1909/1911']],
    );
    assert.deepEqual(facts[3]!.names, ['lighthouses/ada-reef', 'lighthouses/north-rock']);
  });

  it('names every code of a problem, and no other', () => {
    const folder = 'src/core/format';
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    const used = new Set<string>();
    for (const match of source.matchAll(/\bcode: (?:isLong \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)) {
      for (const code of match.slice(1)) if (code) used.add(code);
    }
    for (const match of source.matchAll(/\bmissing\(\s*'([a-z]+)'/g)) used.add(`missing-${match[1]!}`);
    for (const match of source.matchAll(/report(?:Topic)?\(\s*(?:[\w.]+|\{[^}]*\}),\s*'([a-z-]+)'/g)) {
      used.add(match[1]!);
    }
    for (const match of source.matchAll(/: \['([a-z-]+)', '/g)) used.add(match[1]!);
    const table = page.slice(page.indexOf('## Problems'));
    const documented = new Set([...table.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1]!));
    assert.deepEqual([...used].filter((code) => !documented.has(code)).sort(), []);
    assert.deepEqual([...documented].filter((code) => !source.includes(code) && !used.has(code)).sort(), []);
  });

  it('names the bounds', () => {
    const table = page.slice(page.indexOf('## Bounds'), page.indexOf('## Problems'));
    const numbers = [
      bounds.HEADINGS,
      bounds.NESTING,
      bounds.YAML_ALIASES,
      bounds.PARAGRAPH_LENGTH,
      bounds.PARAGRAPH_MARKUP,
      bounds.BLOCK_LINES,
      bounds.TOPICS,
      bounds.PROBLEMS,
    ];
    for (const number of numbers) assert.ok(table.includes(number.toLocaleString('en')), String(number));
    for (const bytes of [bounds.TOPIC_BYTES, bounds.MANIFEST_BYTES, bounds.NAMES_BYTES]) {
      assert.ok(table.includes(`${bytes / 1024 / 1024} MB`), String(bytes));
    }
  });
});

describe('the JSON Schemas', () => {
  it('know the keys that the reader knows, each with a description', () => {
    const names = schema('names');
    const rows: readonly (readonly [Schema | undefined, readonly string[]])[] = [
      [schema('dossier'), MANIFEST_KEYS],
      [names.items, NAME_KEYS],
      [names.definitions?.alias, ALIAS_KEYS],
      [schema('topic'), FRONT_MATTER_KEYS],
    ];
    for (const [part, keys] of rows) {
      assert.deepEqual(Object.keys(part?.properties ?? {}).sort(), [...keys].sort());
      for (const [key, property] of Object.entries(part?.properties ?? {})) {
        assert.ok(property.description, key);
      }
    }
    assert.deepEqual(names.items?.properties?.kind?.enum, NAME_KINDS);
  });
});
