// npm run bench [-- AREA …] [--json FILE] [--quick]: measures, prints a table for each area, and writes the figures as JSON.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const areas = readdirSync(import.meta.dirname, { recursive: true })
  .map((file) => /([\w-]+)\.bench\.(?:ts|mjs)$/.exec(file)?.[1])
  .filter((area) => area !== undefined)
  .sort();

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((area) => !areas.includes(area));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no area ${unknown.join(', ')}.`);
  console.log(`npm run bench [-- AREA …] [--json FILE] [--quick]
  AREA         one of: ${areas.join(', ')}; all without it
  --json FILE  writes the figures (area, name, value, unit, spread, peer, ratio) with the machine and the commit
  --quick      fewer rounds, for a first look`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
if (!existsSync(join(root, 'node_modules', 'esbuild'))) run('npm', 'ci');
run(process.execPath, 'esbuild.mjs', '--tests', '--production');

/** @type {{ area: string, name: string, value: number, unit: string, spread?: string, peer?: string, ratio?: number }[]} */
const rows = [];
for (const area of positionals.length > 0 ? positionals : areas) {
  const file = readdirSync(import.meta.dirname, { recursive: true }).find((each) =>
    new RegExp(`(?:^|[\\\\/])${area}\\.bench\\.(?:ts|mjs)$`).test(each),
  );
  const built = file.endsWith('.ts')
    ? join(root, 'out', 'bench', file.replace(/\.ts$/, '.mjs'))
    : join(import.meta.dirname, file);
  const { run: measure } = await import(pathToFileURL(built).href);
  const first = rows.length;
  await measure((row) => rows.push(row), { quick: values.quick, root });
  print(area, rows.slice(first));
}

if (values.json) {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const isDirty =
    execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim() !== '';
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
  const report = { date: new Date().toISOString(), commit, isDirty, machine, rows };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nWrote ${rows.length} figures to ${values.json}.`);
}

/** Prints the rows of an area as a table. */
function print(area, lines) {
  const head = ['name', 'value', 'unit', 'spread', 'peer', 'ratio'];
  const cells = lines.map((row) => [
    row.name,
    number(row.value),
    row.unit,
    row.spread ?? '',
    row.peer ?? '',
    row.ratio === undefined ? '' : number(row.ratio),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    row.map((cell, i) => (i === 1 || i === 5 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ');
  console.log(`\n${area}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of cells) console.log(line(row));
}

function number(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
