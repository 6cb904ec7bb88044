#!/usr/bin/env node
// Takes the place of a desktop VS Code's executable for @vscode/test-electron: understands the same arguments
// and runs the tests in the VS Code that npm provides, in a browser without a window.
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { atEnd, startBrowser, startServer } from './serve.mjs';
import { main } from './trouble.mjs';

// Longer than any single test or the start of VS Code takes, also on a busy machine; a host that hangs must not hang
// the whole run. Counted from the last line of the report, since how long a suite takes depends on how many tests it has.
const silenceMs = 150_000;

function valueOf(name) {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

await main(async () => {
  const developed = valueOf('extensionDevelopmentPath');
  const tests = valueOf('extensionTestsPath');
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  if (!developed || !tests || !folder)
    throw new Error('usage: launcher.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');
  const host = valueOf('extensionDevelopmentKind') === 'web' ? 'web' : 'node';
  const server = await startServer({ host });
  const browser = await startBrowser(await findOrInstallBrowser());
  const stopBrowser = atEnd(() => void browser.close());
  const page = await browser.newPage();

  const log = [];
  const code = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the tests said nothing for ${silenceMs / 1000} s\n${server.log()}`)),
      silenceMs,
    );
    const settle = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    page.on('crash', () => reject(new Error('the browser page crashed')));
    void server.ended.then(() =>
      reject(new Error(`VS Code's server ended during the tests:\n${server.log()}`)),
    );
    void Promise.all([
      page.exposeFunction('codeAutomationLog', (level, args) => {
        const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
        log.push(`${level}: ${text}`);
        // The report of test/host/runMocha.ts marks its lines; the rest is what VS Code and its extensions log.
        const report = text.split('\n').filter((line) => line.startsWith('[test] '));
        if (report.length > 0) timer.refresh();
        if (report.length > 0) console.log(report.map((line) => line.slice('[test] '.length)).join('\n'));
        else if (process.env['DOSSIER_VERBOSE']) console.log(text);
      }),
      page.exposeFunction('codeAutomationExit', settle),
    ])
      .then(() =>
        page.goto(
          server.pageOf(realpathSync(folder), {
            developed: realpathSync(developed),
            tests: realpathSync(tests),
          }),
        ),
      )
      .catch(reject);
  });
  stopBrowser();
  server.stop();
  if (code !== 0) {
    const file = join(root, 'out', 'failures', `host-${host}.log`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, log.join('\n'));
    console.log(`The log of VS Code is in ${file}.`);
  }
  return code;
});
