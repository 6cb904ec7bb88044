// Activation and first hover, measured inside the Node extension host of a real VS Code, each time in a new one.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The budgets of the design, in ms, shown beside the figures as a ratio. */
const budgets = {
  'activation, whole': 20,
  'first card after activation': 50,
  '1 MB document: longest the host was blocked while it was scanned': 50,
  '1 MB document: longest the host was blocked while they were listed': 50,
  '1 MB document: memory of its mentions (MiB)': 20,
  '1 MB document: hover, warm': { p95: 5 },
  '1 MB document: first answer after an edit': { p95: 2 },
};

export async function run(report, { quick, root }) {
  const figures = new Map();
  const add = (list) => {
    for (const { name, value } of list) figures.set(name, [...(figures.get(name) ?? []), value]);
  };
  for (let round = 0; round < (quick ? 1 : 5); round++) add(await once(root, 'activation'));
  if (!existsSync(join(root, 'test', 'bench', 'peers', 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], {
      cwd: join(root, 'test', 'bench', 'peers'),
      stdio: 'inherit',
    });
  }
  for (let round = 0; round < (quick ? 1 : 3); round++) add(await once(root, 'largeDocument'));
  for (const [name, values] of figures) {
    values.sort((a, b) => a - b);
    const median = values[values.length >> 1];
    const p95 = values[Math.min(values.length - 1, Math.ceil(values.length * 0.95) - 1)];
    const budget = budgets[name];
    const unit = /\(MiB\)$/.test(name) ? 'MiB' : /: mentions$/.test(name) ? '' : 'ms';
    // A budget for a percentile is held against it, not against the median.
    const held = budget?.p95 === undefined ? median : p95;
    const limit = budget?.p95 ?? budget;
    report({
      area: 'host',
      name,
      value: median,
      unit,
      spread: `${values[0].toFixed(2)}–${values.at(-1).toFixed(2)}, p95 ${p95.toFixed(2)}, n ${values.length}`,
      ...(limit === undefined
        ? {}
        : { peer: `budget ${budget.p95 === undefined ? '' : 'p95 '}${limit} ${unit}`, ratio: held / limit }),
    });
  }
}

/** Runs the in-host part in a new VS Code and returns its figures. */
async function once(root, bench) {
  const child = spawn(
    process.execPath,
    [
      join(root, 'test', 'vscode', 'launcher.mjs'),
      join(root, 'test', 'sample'),
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${join(root, 'out', 'bench', 'host', `${bench}.hostbench.js`)}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const figures = output
    .split('\n')
    .filter((line) => line.startsWith('BENCH '))
    .map((line) => JSON.parse(line.slice('BENCH '.length)));
  if (code !== 0 || figures.length === 0)
    throw new Error(`The bench in the extension host failed:\n${output}`);
  return figures;
}
