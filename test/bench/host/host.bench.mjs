// Activation and first hover, measured inside the Node extension host of a real VS Code, each time in a new one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The budgets of the design, in ms, shown beside the figures as a ratio. */
const budgets = { 'activation, whole': 20, 'first card after activation': 50 };

export async function run(report, { quick, root }) {
  const figures = new Map();
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    for (const { name, value } of await once(root)) figures.set(name, [...(figures.get(name) ?? []), value]);
  }
  for (const [name, values] of figures) {
    values.sort((a, b) => a - b);
    const median = values[values.length >> 1];
    const p95 = values[Math.min(values.length - 1, Math.ceil(values.length * 0.95) - 1)];
    const budget = budgets[name];
    report({
      area: 'host',
      name,
      value: median,
      unit: 'ms',
      spread: `${values[0].toFixed(1)}–${values.at(-1).toFixed(1)}, p95 ${p95.toFixed(1)}, n ${values.length}`,
      ...(budget === undefined ? {} : { peer: `budget ${budget} ms`, ratio: median / budget }),
    });
  }
}

/** Runs the in-host part in a new VS Code and returns its figures. */
async function once(root) {
  const child = spawn(
    process.execPath,
    [
      join(root, 'test', 'vscode', 'launcher.mjs'),
      join(root, 'test', 'sample'),
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${join(root, 'out', 'bench', 'host', 'activation.hostbench.js')}`,
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
