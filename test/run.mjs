// npm test: everything that proves that Dossier works, with its own set-up.
//   node test/run.mjs [PART …] [--grep TEXT] [--host node|web]
// Parts: types, lint, format, unit, pandoc (what citations become when they are typeset), host, web, ui, uiWeb (the UI with the web worker extension host). Without any, all of them.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsOfSuite } from './counts.mjs';
import { findOrInstallBrowser } from './vscode/browser.mjs';
import { ensureDependencies, ensureServer, root } from './vscode/install.mjs';
import { pack } from './vscode/pack.mjs';
import { findOrInstallPandoc } from './vscode/pandoc.mjs';
import { cleanEnvironment, run } from './vscode/processes.mjs';
import { main, Trouble } from './vscode/trouble.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const tsc = bin('typescript', 'bin', 'tsc');

/** The command that runs a suite that needs no VS Code. */
const mochaOn = (suite) => [
  bin('mocha', 'bin', 'mocha.js'),
  '--no-color',
  '--require',
  './test/seed.mjs',
  '--reporter',
  'dot',
  '--timeout',
  '60000',
  `out/${suite}/**/*.test.mjs`,
];

/** What the UI suites install: packed once, before the lanes part, since packing builds `dist/` anew. */
const vsix = join(root, 'out', 'dossier.vsix');

/**
 * Each part runs commands one after another; those of a lane run in order, the two lanes side by side (two cores).
 * A check counts as one; suites count their tests. The suites in VS Code share a lane: two windows at a time on two cores
 * make each other miss things. A suite in VS Code that failed is run a second time (`tries`;
 * runUi.mjs does so for each file): a busy machine makes windows miss things. What needed it is said.
 */
const parts = {
  types: {
    lane: 0,
    commands: ['.', 'src/core', 'src/reader', 'test'].map((project) => [tsc, '-p', project]),
  },
  lint: { lane: 0, commands: [[bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']] },
  format: {
    lane: 0,
    commands: [[bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  },
  unit: { lane: 0, suite: true, commands: [mochaOn('unit')] },
  pandoc: { lane: 0, suite: true, commands: [mochaOn('pandoc')] },
  host: {
    lane: 1,
    suite: true,
    vscode: true,
    tries: 2,
    commands: [[join(root, 'test', 'vscode', 'runHost.mjs'), 'node']],
  },
  web: {
    lane: 1,
    suite: true,
    vscode: true,
    tries: 2,
    commands: [[join(root, 'test', 'vscode', 'runHost.mjs'), 'web']],
  },
  ui: {
    lane: 1,
    suite: true,
    vscode: true,
    commands: [[join(root, 'test', 'vscode', 'runUi.mjs'), '--vsix', vsix]],
  },
  uiWeb: {
    lane: 1,
    suite: true,
    vscode: true,
    commands: [[join(root, 'test', 'vscode', 'runUi.mjs'), '--vsix', vsix, '--host', 'web']],
  },
};

await main(async () => {
  const { grep, host, chosen } = options();
  const startedAt = Date.now();
  await ensureDependencies();
  if (chosen.some((name) => parts[name].suite)) {
    rmSync(join(root, 'out', 'failures'), { recursive: true, force: true });
    if (chosen.some((name) => name.startsWith('ui'))) {
      mkdirSync(dirname(vsix), { recursive: true });
      await pack(vsix);
    }
    const built = await run(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root });
    if (built.code !== 0) {
      console.log(built.output);
      return conclude([{ name: 'build', passed: 0, failed: 1, skipped: 0, ms: Date.now() - startedAt }]);
    }
  }
  // Before the lanes part, so that an install that fails says so in one sentence and only once.
  if (chosen.some((name) => parts[name].vscode)) {
    if (!process.env['DOSSIER_VSCODE'] || chosen.some((name) => name.startsWith('ui'))) {
      await ensureServer();
      await findOrInstallBrowser();
    }
  }
  if (chosen.includes('pandoc')) process.env['DOSSIER_PANDOC'] = await findOrInstallPandoc();
  console.log(`set-up: ${seconds(Date.now() - startedAt)}\n`);
  const lanes = [0, 1].map(async (lane) => {
    const results = [];
    for (const name of chosen.filter((candidate) => parts[candidate].lane === lane)) {
      results.push(await runPart(name, { grep, host }));
    }
    return results;
  });
  return conclude((await Promise.all(lanes)).flat(), Date.now() - startedAt);
});

function options() {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', short: 'g' }, host: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !(name in parts));
  if (unknown)
    throw new Trouble(`There is no part ${unknown}: the parts are ${Object.keys(parts).join(', ')}.`);
  // A name filter is about tests; the checks have none.
  const all = Object.keys(parts).filter((name) => values.grep === undefined || parts[name].suite);
  return {
    ...values,
    chosen: positionals.length > 0 ? all.filter((name) => positionals.includes(name)) : all,
  };
}

/** Runs a part, prints its output in one piece and returns its counts. */
async function runPart(name, options) {
  const { suite, tries = 1 } = parts[name];
  const startedAt = Date.now();
  let result = await runOnce(name, options);
  for (let left = tries - 1; left > 0 && result.counts.failed > 0; left--) {
    const again = await runOnce(name, options);
    result = {
      output: `${result.output.trimEnd()}\n\nSecond try:\n${again.output.trimEnd()}\nNeeded a second try: ${name}`,
      counts: again.counts,
    };
  }
  const { output, counts } = result;
  const ms = Date.now() - startedAt;
  console.log(`── ${name} · ${counts.failed === 0 ? 'ok' : 'FAILED'} · ${seconds(ms)}`);
  if (suite || counts.failed > 0) console.log(output.trimEnd());
  console.log('');
  return { name, ...counts, ms };
}

/** Runs a part's commands and returns what they printed and counted. */
async function runOnce(name, { grep, host }) {
  const { commands, suite } = parts[name];
  const more = [
    ...(suite && grep !== undefined ? ['--grep', grep] : []),
    ...(name === 'ui' && host ? ['--host', host] : []),
  ];
  let output = '';
  let code = 0;
  for (const command of commands) {
    const result = await run(process.execPath, [...command, ...more], {
      cwd: root,
      env: cleanEnvironment({ NO_COLOR: '1' }),
    });
    output += result.output;
    code ||= result.code;
  }
  const counts = suite
    ? countsOfSuite(output)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (suite && counts.passed + counts.failed === 0) {
    // A filter may leave nothing of one suite; without one, a suite without tests is a mistake.
    if (grep === undefined) output += '\nThis suite found no test.\n';
    counts.failed = grep === undefined ? 1 : 0;
  } else if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
  }
  return { output, counts };
}

/** Prints the table and, as the last line, the sum. */
function conclude(results, ms = 0) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  for (const { name, passed, failed, skipped, ms: took } of results) {
    console.log(
      `${name.padEnd(8)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${seconds(took).padStart(8)}`,
    );
  }
  console.log(`whole run: ${seconds(ms)}\n`);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const nothing = passed + failed === 0;
  if (nothing) console.log('No test was run.');
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 || nothing ? 1 : 0;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
