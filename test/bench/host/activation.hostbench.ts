// Runs inside the Node extension host, started by host.bench.mjs, and reports lines of JSON to the console.
import * as vscode from 'vscode';
import type { DossierApi } from '../../../docs/dossier-api';

/** Reports one figure to host.bench.mjs. */
function report(name: string, valueMs: number): void {
  console.log(`[test] BENCH ${JSON.stringify({ name, value: valueMs })}`);
}

async function timed<T>(name: string, run: () => Thenable<T>): Promise<T> {
  const start = performance.now();
  const value = await run();
  report(name, performance.now() - start);
  return value;
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<DossierApi>('dossier.dossier')!;
  const api = await extension.activate();
  const content = 'In late 2009 Jack Lang went to Pyongyang for President Sarkozy.';
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  const position = new vscode.Position(0, 15);
  // Nothing has loaded yet: the first card brings the library and the name index with it.
  const card = await timed('first card after activation', () =>
    Promise.resolve(api.card(document, position)),
  );
  if (!card?.includes('Jack Lang')) throw new Error('the card is not that of Jack Lang');
  for (let i = 0; i < 20; i++) await timed('card, warm', () => Promise.resolve(api.card(document, position)));
  await timed('first hover, through VS Code', () =>
    vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position),
  );
  for (let i = 0; i < 20; i++) {
    await timed('hover, warm, through VS Code', () =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position),
    );
  }
  await timed('first search', () => Promise.resolve(api.search('jack lang')));
  await activationTimes(extension.id);
}

/** VS Code's own figures for the activation, from the report of "Developer: Startup Performance". */
async function activationTimes(id: string): Promise<void> {
  await vscode.commands.executeCommand('perfview.show');
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const shown = vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'perf');
    // | Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |
    const row = shown
      ?.getText()
      .split('\n')
      .find((line) => line.includes(id) && line.includes('|'));
    const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
    const at = cells.indexOf(id);
    const [load, call, finish] = cells.slice(at + 2, at + 5).map(Number);
    if (load !== undefined && call !== undefined && finish !== undefined && !Number.isNaN(load + call)) {
      report('activation: load code', load);
      report('activation: activate()', call);
      report('activation, whole', load + call + (Number.isNaN(finish) ? 0 : finish));
      return;
    }
    await changeOrPause();
  }
  throw new Error('VS Code did not report the activation of the extension');
}

/** Waits for a document to change, a fifth of a second at most. */
function changeOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      listener.dispose();
      resolve();
    };
    const listener = vscode.workspace.onDidChangeTextDocument(done);
    setTimeout(done, 200);
  });
}
