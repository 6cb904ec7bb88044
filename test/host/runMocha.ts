// Mocha's browser build runs in both extension hosts: it needs neither files nor processes.
import 'mocha/mocha';
import * as vscode from 'vscode';

declare const mocha: BrowserMocha;

/** Stands before each line of the report, so that the launcher can tell it from what VS Code itself logs. */
const mark = '[test] ';

function silentReporter(): void {
  // Mocha asks for a reporter; the listeners below are ours.
}

/**
 * Runs the suites that `define` requires, and rejects if any test failed or none ran.
 * The report goes to the console; its last line counts the tests.
 */
export async function runMocha(define: () => void): Promise<void> {
  const grep = vscode.workspace.getConfiguration('dossierTests').get<string>('grep');
  mocha.setup({
    ui: 'bdd',
    reporter: silentReporter as unknown as Mocha.ReporterConstructor,
    timeout: 60_000,
    ...(grep === undefined ? {} : { grep }),
  });
  define();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const say = (text: string) => console.log(text.replace(/^/gm, mark));
  await new Promise<void>((resolve) => {
    // Mocha's own `run` for browsers reads location.search, which the Node host does not have.
    (Object.getPrototypeOf(mocha) as Mocha).run
      .call(mocha, () => resolve())
      .on('pass', (test) => {
        counts.passed++;
        say(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      })
      .on('pending', (test) => {
        counts.skipped++;
        say(`  - ${test.fullTitle()}`);
      })
      .on('fail', (test, error: unknown) => {
        counts.failed++;
        say(
          `  ✖ ${test.fullTitle()}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      });
  });
  say(`host tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.failed > 0) throw new Error(`${counts.failed} of ${counts.passed + counts.failed} tests failed`);
  if (counts.passed === 0) throw new Error('no test was run');
}
