// The reader in a real VS Code: from a click to the painted page, frames while topics of 20,000 facts scroll, a timeline of
// as many, and the size of its scripts.
import { statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOrInstallBrowser } from '../../vscode/browser.mjs';
import { atEnd, browserFlags, startServer, temporaryFolder } from '../../vscode/serve.mjs';
import { copyOfSample } from '../../vscode/workspace.mjs';

/** Longer than the whole takes. */
const LIMIT_MS = 600_000;

export async function run(report, { quick, root }) {
  const row = (name, value, unit, rest) => report({ area: 'reader', name, value, unit, ...rest });
  const server = await startServer();
  const stop = atEnd(server.stop);
  process.env['DOSSIER_UI'] = JSON.stringify({
    address: server.address,
    sampleFolder: copyOfSample(),
    browser: await findOrInstallBrowser(),
    browserFlags,
    host: 'node',
    developed: root,
    failures: temporaryFolder('failures'),
  });
  const load = (when) => row(`processes that run or wait, of the last minute, ${when}`, loadavg()[0], '');
  load('before');
  const file = pathToFileURL(join(root, 'out', 'bench', 'reader', 'measureReader.mjs')).href;
  const { measureReader } = await import(file);
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The bench took longer than ${LIMIT_MS / 1000} s.`)), LIMIT_MS);
  });
  try {
    await Promise.race([measureReader(report, quick), tooLong]);
  } finally {
    clearTimeout(timer);
    stop();
  }
  load('after');

  const size = (...files) =>
    files.reduce((sum, each) => sum + statSync(join(root, 'dist', 'reader', each)).size, 0) / 1000;
  const script = size('reader.js');
  const whole = size('reader.js', join('lazy', 'charts.js'));
  row('script of the reader', script, 'KB', { peer: 'bound 60 KB', ratio: script / 60 });
  row('script of the reader with charts', whole, 'KB', { peer: 'bound 350 KB', ratio: whole / 350 });
}
