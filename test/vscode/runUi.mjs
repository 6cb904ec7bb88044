// Runs the UI tests of out/ui with mouse and keyboard against the installed VSIX.
//   node test/vscode/runUi.mjs [--host node|web] [--vsix FILE] [--dev] [--once] [--grep TEXT] [FILE …]
// --dev loads the extension from this checkout as it was last built, which saves packing while a test is written.
// --once gives a file whose tests failed no second try.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countsOfMocha } from '../counts.mjs';
import { findOrInstallBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { pack } from './pack.mjs';
import { cleanEnvironment, run } from './processes.mjs';
import { browserFlags, startServer, temporaryFolder } from './serve.mjs';
import { main, Trouble } from './trouble.mjs';
import { copyOfSample } from './workspace.mjs';

/**
 * What is left out in the web host unless it is named: what the page alone draws, as it does over the other host, what the
 * in-host tests of that host hold, and what is about the package itself.
 */
const ONLY_NODE = /(?:charts|languages|names|vsix)\.test\.mjs$/;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      host: { type: 'string', default: 'node' },
      vsix: { type: 'string' },
      dev: { type: 'boolean', default: false },
      grep: { type: 'string', short: 'g' },
      once: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { host } = values;
  if (host !== 'node' && host !== 'web') throw new Trouble('--host is node or web.');
  const files = positionals.length > 0 ? positionals : suites(host);
  const failures = join(root, 'out', 'failures');
  const vsix = values.dev
    ? undefined
    : ((values.vsix && resolve(values.vsix)) ?? (await pack(join(temporaryFolder('vsix'), 'dossier.vsix'))));
  const server = await startServer({ host, vsix });
  // A server either asks for trust in folders or never does. This one starts when it is needed: without a window it would
  // end by itself while the files before it run.
  let restricted;
  const session = {
    address: server.address,
    sampleFolder: copyOfSample(),
    browser: await findOrInstallBrowser(),
    browserFlags,
    host,
    developed: values.dev ? root : undefined,
    failures,
  };
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const args = [mocha, '--timeout', '60000', ...(values.grep === undefined ? [] : ['--grep', values.grep])];
  const runFile = async (file) => {
    if (/restricted/.test(file)) {
      restricted ??= await startServer({ host, vsix, trusts: false });
    }
    const env = cleanEnvironment({
      DOSSIER_UI: JSON.stringify({ ...session, restrictedAddress: restricted?.address }),
      DOSSIER_VSIX: vsix ?? '',
    });
    const { code, output } = await run(process.execPath, [...args, file], { cwd: root, env, show: true });
    const counts = countsOfMocha(output);
    // A file that could not be loaded counts no test and yet failed.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  };
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const again = [];
  for (const file of files) {
    let counts = await runFile(file);
    // Windows on a busy machine lose a key or a click now and then. A file with a failure gets one more try in a new
    // window; that it needed it is said, so that a test that is often lucky only then does not go unseen.
    if (counts.failed > 0 && !values.once) {
      again.push(relative(root, file));
      console.log(`\nSecond try of ${again.at(-1)}, in a new window:`);
      counts = await runFile(file);
    }
    for (const key of Object.keys(sum)) sum[key] += counts[key];
  }
  server.stop();
  restricted?.stop();
  if (existsSync(failures)) {
    writeFileSync(join(failures, `server-${host}.log`), server.log());
    console.log(`Pictures and logs of what failed are in ${failures}.`);
  }
  if (again.length > 0) console.log(`Needed a second try: ${again.join(', ')}`);
  console.log(`ui tests: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return sum.failed > 0 ? 1 : 0;
});

function suites(host) {
  const folder = join(root, 'out', 'ui');
  const found = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.test.mjs'))
    : [];
  const chosen = host === 'web' ? found.filter((file) => !ONLY_NODE.test(file)) : found;
  if (chosen.length === 0)
    throw new Trouble('There are no UI tests in out/ui: build them with node esbuild.mjs --tests.');
  return chosen.sort().map((file) => join(folder, file));
}
