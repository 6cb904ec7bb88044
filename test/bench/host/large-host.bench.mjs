// A dossier of 100,000 facts and 100,000 names in the Node extension host of a real VS Code: a window that has no cache,
// then one that has what the first one left.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../../vscode/browser.mjs';
import { atEnd, startBrowser, startServer, temporaryFolder } from '../../vscode/serve.mjs';

/** Longer than any window takes. */
const LIMIT_MS = 300_000;

/** The bounds, in the unit of the figure, shown beside it as a ratio; those of a blocked host hold everywhere. */
const bounds = {
  'cold: until the dossier is there': 10_000,
  'with the cache: until the first card, from activation': 300,
  'with the cache: until the first search, from activation': 1_000,
  'save of a topic: until its facts are there': 200,
  'cold: memory of the whole process at most, above the start (MiB)': 300,
  'with the cache: memory of the whole process at most, above the start (MiB)': 300,
};

export async function run(report, { quick, root }) {
  const peers = join(root, 'test', 'bench', 'peers');
  if (!existsSync(join(peers, 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, stdio: 'inherit' });
  }
  const browser = await startBrowser(await findOrInstallBrowser());
  const stopBrowser = atEnd(() => void browser.close());
  const figures = new Map();
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const workspace = realpathSync(temporaryFolder('large'));
    const generate = join(root, 'out', 'bench', 'large', 'generate.mjs');
    execFileSync(
      process.execPath,
      [generate, join(workspace, 'large'), '--peers', join(peers, 'node_modules')],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const server = await startServer();
    const extension = withoutStart(root);
    for (const hasCache of [false, true]) {
      const task = { hasCache, home: server.home, saves: quick ? 3 : 8, waitForEnd: !quick };
      writeFileSync(join(workspace, 'task.json'), JSON.stringify(task));
      for (const { name, value } of await openWindow(browser, server, workspace, { root, extension })) {
        figures.set(name, [...(figures.get(name) ?? []), value]);
      }
    }
    server.stop();
  }
  stopBrowser();
  for (const [name, values] of figures) {
    values.sort((a, b) => a - b);
    const median = values[values.length >> 1];
    const unit = name.endsWith('(MiB)') ? 'MiB' : 'ms';
    const bound = bounds[name] ?? (name.endsWith(': longest the host was blocked') ? 50 : undefined);
    report({
      area: 'large-host',
      name,
      value: median,
      unit,
      spread: `${values[0].toFixed(1)}–${values.at(-1).toFixed(1)}, n ${values.length}`,
      ...(bound === undefined ? {} : { peer: `bound ${bound} ${unit}`, ratio: median / bound }),
    });
  }
}

/**
 * The extension as it is, but for that a window that has started does not activate it: the in-host part does, once all other
 * extensions have come to rest. A folder with links to its parts.
 */
function withoutStart(root) {
  const folder = realpathSync(temporaryFolder('late'));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const events = manifest.activationEvents.filter((event) => event !== 'onStartupFinished');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: events }));
  const nls = readdirSync(root).filter((name) => name.startsWith('package.nls.'));
  for (const name of ['data', 'dist', 'l10n', 'media', ...nls])
    symlinkSync(join(root, name), join(folder, name));
  return folder;
}

/** Runs the in-host part in a new window of the server and returns its figures. */
async function openWindow(browser, server, workspace, { root, extension }) {
  const page = await browser.newPage();
  const figures = [];
  const log = [];
  const code = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The window took too long:\n${log.join('\n')}`)),
      LIMIT_MS,
    );
    const settle = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    Promise.all([
      page.exposeFunction('codeAutomationLog', (_level, args) => {
        const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
        log.push(text);
        if (process.env['DOSSIER_VERBOSE']) console.log(text);
        for (const [, figure] of text.matchAll(/^\[test\] BENCH (.*)$/gm)) figures.push(JSON.parse(figure));
      }),
      page.exposeFunction('codeAutomationExit', settle),
    ])
      .then(() => {
        const tests = join(root, 'out', 'bench', 'host', 'largeDossier.hostbench.js');
        return page.goto(server.pageOf(workspace, { developed: extension, tests }));
      })
      .catch(reject);
  });
  await page.close();
  if (code !== 0) throw new Error(`The bench in the extension host failed:\n${log.join('\n')}`);
  return figures;
}
