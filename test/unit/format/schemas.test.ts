import { Ajv, type ValidateFunction } from 'ajv';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { GOOD } from './dossierFiles';

type SchemaName = 'dossier' | 'names' | 'topic';

/** A schema as VS Code's YAML extension applies it: draft 7, patterns with the flag `u`. */
function validator(name: SchemaName): ValidateFunction {
  const schema = JSON.parse(readFileSync(`media/schemas/${name}.schema.json`, 'utf8')) as object;
  return new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
}

const validators = { dossier: validator('dossier'), names: validator('names'), topic: validator('topic') };

/** Where a YAML text is not as its schema wants it: the paths of the values. */
function faultsOf(name: SchemaName, yaml: string): readonly string[] {
  const validate = validators[name];
  validate(parse(yaml));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

const BUNDLED = 'data/france-north-korea';

const name = (rest: string): string => `- id: ada\n  label: Ada Reef\n  kind: person\n${rest}`;
const dossier = (rest: string): string => `format: 1\nid: reefs\ntitle: Reefs\n${rest}`;

const GOOD_ROWS: readonly (readonly [string, SchemaName, string])[] = [
  ['an empty names.yaml', 'names', '# none yet\n'],
  [
    'a label and an alias that are numbers',
    'names',
    '- id: n\n  label: 1984\n  kind: work\n  aliases: [84]\n',
  ],
  ['an id in another script', 'names', name('').replace('id: ada', 'id: 이수용')],
  ['languages with a script or a region', 'names', name('  labels:\n    zh-Hant: 某\n    fr: Ada\n')],
  [
    'aliases of every form',
    'names',
    name(
      '  aliases:\n    - A. Reef\n    - { text: Reef, language: en, case: exact, requires: full-name }\n    - { text: Reefer, demonym: true }\n',
    ),
  ],
  [
    'a source that was read at some time in a year',
    'dossier',
    dossier('sources:\n  - { id: a, title: A, retrieved: 2024 }\n'),
  ],
  [
    'a source that was read between two days',
    'dossier',
    dossier('sources:\n  - { id: a, title: A, retrieved: 2024-05-01/2024-05-03 }\n'),
  ],
  ['a topic by its id', 'dossier', dossier('topics: [history, topics/map.md]\n')],
  ['all keys of front matter', 'topic', 'title: A\nsummary: B\nsource: c\nlanguage: fr\n'],
];

const WRONG_ROWS: readonly (readonly [string, SchemaName, string, string])[] = [
  ['names that are a map', 'names', 'ada: Ada Reef\n', ''],
  ['a name that is a text', 'names', '- Ada Reef\n', '/0'],
  ['a name without an id', 'names', '- label: Ada\n  kind: person\n', '/0'],
  ['a name without a label', 'names', '- id: ada\n  kind: person\n', '/0'],
  ['a name without a kind', 'names', '- id: ada\n  label: Ada\n', '/0'],
  ['an id with capitals', 'names', name('').replace('id: ada', 'id: Ada'), '/0/id'],
  ['an id with a space', 'names', name('').replace('id: ada', 'id: ada reef'), '/0/id'],
  ['a label of spaces', 'names', name('').replace('Ada Reef', '"  "'), '/0/label'],
  ['a kind that is none', 'names', name('').replace('person', 'ghost'), '/0/kind'],
  ['a misspelt key', 'names', name('  alias: [A]\n'), '/0'],
  ['aliases that are a text', 'names', name('  aliases: A. Reef\n'), '/0/aliases'],
  ['an alias that is a list', 'names', name('  aliases: [[A]]\n'), '/0/aliases/0'],
  ['an alias without a text', 'names', name('  aliases: [{ case: exact }]\n'), '/0/aliases/0'],
  [
    'an alias in no language',
    'names',
    name('  aliases: [{ text: A, language: English }]\n'),
    '/0/aliases/0/language',
  ],
  [
    'an alias with another case',
    'names',
    name('  aliases: [{ text: A, case: upper }]\n'),
    '/0/aliases/0/case',
  ],
  [
    'an alias that requires something else',
    'names',
    name('  aliases: [{ text: A, requires: surname }]\n'),
    '/0/aliases/0/requires',
  ],
  ['an alias with an unknown key', 'names', name('  aliases: [{ text: A, exact: true }]\n'), '/0/aliases/0'],
  [
    'a demonym that is a text',
    'names',
    name('  aliases: [{ text: A, demonym: "yes" }]\n'),
    '/0/aliases/0/demonym',
  ],
  ['a label in no language', 'names', name('  labels: { "?": A }\n'), '/0/labels'],
  ['a label in a language that is empty', 'names', name('  labels: { fr: "" }\n'), '/0/labels/fr'],
  ['a Wikidata item that is a number', 'names', name('  wikidata: 423\n'), '/0/wikidata'],
  [
    'a Wikidata item that is an address',
    'names',
    name('  wikidata: https://www.wikidata.org/wiki/Q423\n'),
    '/0/wikidata',
  ],
  ['another format', 'dossier', dossier('').replace('format: 1', 'format: 2'), '/format'],
  ['a dossier without a title', 'dossier', 'format: 1\nid: reefs\n', ''],
  ['a dossier in no language', 'dossier', dossier('language: English\n'), '/language'],
  ['a source without an id', 'dossier', dossier('sources: [{ title: A }]\n'), '/sources/0'],
  [
    'a source with a script for an address',
    'dossier',
    dossier('sources: [{ id: a, title: A, url: "javascript:x" }]\n'),
    '/sources/0/url',
  ],
  [
    'a day that is told in words',
    'dossier',
    dossier('sources: [{ id: a, title: A, retrieved: yesterday }]\n'),
    '/sources/0/retrieved',
  ],
  ['a topic outside of the folder', 'dossier', dossier('topics: [../secret.md]\n'), '/topics/0'],
  ['a topic twice', 'dossier', dossier('topics: [a, a]\n'), '/topics'],
  ['front matter without a title', 'topic', 'summary: A\n', ''],
  ['front matter with an unknown key', 'topic', 'title: A\ntags: [b]\n', ''],
];

describe('the JSON Schemas as an editor applies them', () => {
  it('find nothing in the bundled dossier and in that of the tests', () => {
    for (const name of ['dossier', 'names'] as const) {
      assert.deepEqual(faultsOf(name, readFileSync(`${BUNDLED}/${name}.yaml`, 'utf8')), [], name);
      assert.deepEqual(faultsOf(name, GOOD[`${name}.yaml`]!), [], name);
    }
    for (const file of readdirSync(`${BUNDLED}/topics`)) {
      const [, front = ''] = readFileSync(`${BUNDLED}/topics/${file}`, 'utf8').split(/^---$/mu);
      assert.deepEqual(faultsOf('topic', front), [], file);
    }
  });

  for (const [what, schema, yaml] of GOOD_ROWS) {
    it(`find nothing in ${what}`, () => {
      assert.deepEqual(faultsOf(schema, yaml), []);
    });
  }

  for (const [what, schema, yaml, place] of WRONG_ROWS) {
    it(`find ${what}`, () => {
      assert.ok(faultsOf(schema, yaml).includes(place), faultsOf(schema, yaml).join());
    });
  }
});
