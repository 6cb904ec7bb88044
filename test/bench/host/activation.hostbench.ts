// Runs inside the Node extension host, started by host.bench.mjs, and reports lines of JSON to the console.
import * as vscode from 'vscode';
import type { DossierApi } from '../../../docs/dossier-api';
import { quiet } from './quiet';

/** Reports one figure to host.bench.mjs. */
function report(name: string, valueMs: number, peer?: string): void {
  console.log(`[test] BENCH ${JSON.stringify({ name, value: valueMs, peer })}`);
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
  activationTimes(extension.id, '');
  // An extension that VS Code ships and activates at the same moment, for comparison in the same run.
  activationTimes('vscode.git', 'VS Code’s own Git extension');
  const content = 'In late 2009 Jack Lang went to Pyongyang for President Sarkozy.';
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  const position = new vscode.Position(0, 15);
  await quiet();
  // Nothing has loaded yet: the first card brings the library and the name index with it.
  const card = await timed('first card after activation', () =>
    Promise.resolve(api.card(document, position)),
  );
  if (!card?.includes('Jack Lang')) throw new Error('the card is not that of Jack Lang');
  const hover = (): Thenable<vscode.Hover[]> =>
    vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
  for (let i = 0; i < 20; i++) await timed('card, warm', () => Promise.resolve(api.card(document, position)));
  for (let i = 0; i < 20; i++) await timed('hover, warm, through VS Code', hover);
  await timed('first search', () => Promise.resolve(api.search('jack lang')));
  for (const query of ['j', 'ja', 'jac', 'jack', 'jack l', 'jack la', 'pyong', 'mitterand', '2005']) {
    await timed('search, warm', () => Promise.resolve(api.search(query)));
  }
}

interface Mark {
  readonly name: string;
  /** In ms. */
  readonly startTime: number;
}

/** VS Code's own marks around loading the code of an extension and calling its activate(). */
function activationTimes(id: string, peer: string): void {
  const { MonacoPerformanceMarks } = globalThis as {
    MonacoPerformanceMarks?: { getMarks(): readonly Mark[] };
  };
  const marks = MonacoPerformanceMarks?.getMarks() ?? performance.getEntriesByType('mark');
  const at = (what: string): number => {
    const mark = marks.find(({ name }) => name === `code/extHost/${what}/${id}`);
    if (!mark) throw new Error(`VS Code set no mark ${what} for ${id}`);
    return mark.startTime;
  };
  const load = at('didLoadExtensionCode') - at('willLoadExtensionCode');
  const call = at('didActivateExtension') - at('willActivateExtension');
  const of = peer === '' ? '' : `, ${peer}`;
  report(`activation: load code${of}`, load);
  report(`activation: activate()${of}`, call);
  report(`activation, whole${of}`, load + call);
}
