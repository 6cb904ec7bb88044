// Runs the UI tests of out/ui with mouse and keyboard against the installed VSIX.
//   node test/vscode/runUi.mjs [--host node|web] [--vsix FILE] [--dev] [--grep TEXT] [FILE …]
// --dev loads the extension from this checkout as it was last built, which saves packing while a test is written.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { pack } from './pack.mjs';
import { cleanEnvironment, run } from './processes.mjs';
import { browserFlags, startServer, temporaryFolder } from './serve.mjs';
import { main, Trouble } from './trouble.mjs';
import { copyOfSample } from './workspace.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      host: { type: 'string', default: 'node' },
      vsix: { type: 'string' },
      dev: { type: 'boolean', default: false },
      grep: { type: 'string', short: 'g' },
    },
    allowPositionals: true,
  });
  const { host } = values;
  if (host !== 'node' && host !== 'web') throw new Trouble('--host is node or web.');
  const files = positionals.length > 0 ? positionals : suites();
  const failures = join(root, 'out', 'failures');
  const vsix = values.dev
    ? undefined
    : ((values.vsix && resolve(values.vsix)) ?? (await pack(join(temporaryFolder('vsix'), 'dossier.vsix'))));
  const server = await startServer({ host, vsix });
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
  const args = [
    mocha,
    '--timeout',
    '60000',
    ...(values.grep === undefined ? [] : ['--grep', values.grep]),
    ...files,
  ];
  const env = cleanEnvironment({ DOSSIER_UI: JSON.stringify(session), DOSSIER_VSIX: vsix ?? '' });
  const { code } = await run(process.execPath, args, { cwd: root, env, show: true });
  server.stop();
  if (code !== 0 && existsSync(failures)) {
    writeFileSync(join(failures, `server-${host}.log`), server.log());
    console.log(`Pictures and logs of what failed are in ${failures}.`);
  }
  return code;
});

function suites() {
  const folder = join(root, 'out', 'ui');
  const found = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.test.mjs'))
    : [];
  if (found.length === 0)
    throw new Trouble('There are no UI tests in out/ui: build them with node esbuild.mjs --tests.');
  return found.sort().map((file) => join(folder, file));
}
