// node out/bench/large/generate.mjs DIR [--facts N] [--names N]: writes a large dossier and says what is in it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDossier } from '../../../src/core/format/readDossier';
import type { Section } from '../../../src/core/model';
import { makeLargeDossier } from './largeDossier';

const { values, positionals } = parseArgs({
  options: {
    facts: { type: 'string', default: '100000' },
    names: { type: 'string', default: '100000' },
    peers: { type: 'string', default: 'test/bench/peers/node_modules' },
  },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Say which folder to write the dossier to.');

const files = makeLargeDossier(values.peers, { facts: Number(values.facts), names: Number(values.names) });
rmSync(join(folder, 'topics'), { recursive: true, force: true });
for (const [path, text] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const encoder = new TextEncoder();
const bytes = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]));
// No names are looked for in the facts here: this only counts and checks.
const { dossier, problems } = readDossier(bytes, () => () => []);
const count = (sections: readonly Section[]): number =>
  sections.reduce((sum, section) => sum + section.facts.length + count(section.sections), 0);
const facts = dossier?.topics.reduce((sum, topic) => sum + count(topic.sections), 0) ?? 0;
for (const problem of problems.slice(0, 20)) {
  console.error(`${problem.file}:${problem.line + 1}: ${problem.severity}: ${problem.message}`);
}
const size = [...bytes.values()].reduce((sum, each) => sum + each.length, 0);
console.log(
  `${folder}: ${facts} facts, ${dossier?.names.length ?? 0} names, ${dossier?.topics.length ?? 0} topics, ` +
    `${(size / 1e6).toFixed(1)} MB, ${problems.length} problems`,
);
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
