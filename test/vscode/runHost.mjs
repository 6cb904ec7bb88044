// Runs the in-host tests of out/host in a real VS Code.
//   node test/vscode/runHost.mjs node|web [--grep TEXT]
// DOSSIER_VSCODE names the executable of a desktop VS Code; without it the launcher beside this file stands in for one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './install.mjs';
import { main, Trouble } from './trouble.mjs';
import { copyOfSample } from './workspace.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', short: 'g' } },
    allowPositionals: true,
  });
  const [host] = positionals;
  if (host !== 'node' && host !== 'web')
    throw new Trouble('Say which extension host: node test/vscode/runHost.mjs node, or web.');
  const named = process.env['DOSSIER_VSCODE'];
  if (named && !existsSync(named))
    throw new Trouble(
      `DOSSIER_VSCODE names ${named}, which does not exist: set it to the executable of VS Code.`,
    );
  if (!named && process.platform === 'win32') {
    throw new Trouble(
      'Set DOSSIER_VSCODE to the path of Code.exe: on Windows the in-host tests run in a desktop VS Code.',
    );
  }
  const { runTests } = await import('@vscode/test-electron');
  const folder = copyOfSample({
    // Of these no file watcher tells, as of some where thousands change.
    'files.watcherExclude': { '**/untold*.md': true },
    ...(values.grep !== undefined && { 'dossierTests.grep': values.grep }),
  });
  try {
    return await runTests({
      vscodeExecutablePath: named ?? join(import.meta.dirname, 'launcher.mjs'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'host', host === 'web' ? 'browser.js' : 'node.js'),
      launchArgs: [
        folder,
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
        ...(named ? ['--disable-extensions'] : []),
      ],
      // The profile folders that test-electron adds would lie in the checkout; the launcher has its own.
      reuseMachineInstall: !named,
    });
  } catch (error) {
    // The tests' own report says what failed; this is only test-electron's word for a code that is not 0.
    if (error?.name === 'TestRunFailedError' || /^Test run (failed|terminated)/.test(error?.message))
      return 1;
    throw error;
  }
});
