// Runs inside the Node extension host: the mention service over a Markdown document of 1 MB with 100,000 names.
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Library } from '../../../src/core/library';
import type { Name } from '../../../src/core/model';
import { NameFinder } from '../../../src/core/names/nameFinder';
import type { LibraryChange } from '../../../src/host/libraryService';
import { MentionService } from '../../../src/host/mentionService';
import { NameChoices } from '../../../src/host/nameChoices';
import { readCorpus } from '../names/corpus';
import { memoryMiB } from './memory';
import { quiet } from './quiet';
import { watchStalls } from './stalls';

const NAMES = 100_000;
const LENGTH = 1_000_000;

function report(name: string, value: number): void {
  console.log(`[test] BENCH ${JSON.stringify({ name, value })}`);
}

export async function run(): Promise<void> {
  const root = vscode.extensions.getExtension('dossier.dossier')!.extensionPath;
  const corpus = readCorpus(join(root, 'test', 'bench', 'peers', 'node_modules'));
  const library = new Library([dossierOf(corpus.nouns.slice(0, NAMES))]);
  const never = new vscode.EventEmitter<LibraryChange>();
  const state = new Map<string, unknown>();
  const memento = {
    get: (key: string) => state.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    keys: () => [...state.keys()],
  } as vscode.Memento;
  const service = new MentionService(
    { load: () => Promise.resolve(library), loaded: library, onDidChange: never.event },
    new NameChoices(memento),
    {
      load: (_library, _languages, options) => Promise.resolve(new NameFinder([...library.names()], options)),
    },
  );
  // The index is made once for the library; what a document costs is measured after it.
  await service.mentions(await vscode.workspace.openTextDocument({ content: 'warm', language: 'markdown' }));

  let text = corpus.prose;
  while (text.length < LENGTH) text += `\n\n${corpus.prose}`;
  const document = await vscode.workspace.openTextDocument({
    content: text.slice(0, LENGTH),
    language: 'markdown',
  });
  // VS Code's own extensions read a new document too, in the same host.
  await quiet();
  const before = memoryMiB();
  const stalls = watchStalls();
  const start = performance.now();
  await service.mentionAt(document, new vscode.Position(0, 0));
  report('1 MB document: opened until all mentions are known', performance.now() - start);
  const { wallMs, cpuMs } = stalls.stop();
  // The window draws the document at the same time.
  report('1 MB document: longest the host was blocked while it was scanned', cpuMs);
  report('1 MB document: longest wait for the host meanwhile, other processes included', wallMs);
  // Without the document's text itself, which VS Code and the service hold each.
  report('1 MB document: memory of its mentions (MiB)', memoryMiB() - before);
  const listing = watchStalls();
  report('1 MB document: mentions', (await service.mentions(document)).length);
  report('1 MB document: longest the host was blocked while they were listed', listing.stop().cpuMs);

  const editor = await vscode.window.showTextDocument(document);
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % below;
  };
  for (let i = 0; i < 300; i++) {
    const position = document.positionAt(random(LENGTH));
    const begin = performance.now();
    await service.mentionAt(document, position);
    report('1 MB document: hover, warm', performance.now() - begin);
  }
  // The work of an edit: what the service does in the change event, and the first answer after it.
  for (let i = 0; i < 60; i++) {
    const offset = random(LENGTH);
    const position = document.positionAt(offset);
    await editor.edit((edit) => edit.insert(position, i % 2 === 0 ? 'x' : ' France '), {
      undoStopBefore: false,
      undoStopAfter: false,
    });
    const begin = performance.now();
    await service.mentionAt(document, position);
    report('1 MB document: first answer after an edit', performance.now() - begin);
  }
  service.dispose();
}

function dossierOf(labels: readonly string[]): ConstructorParameters<typeof Library>[0][number] {
  const names = labels.map((label, at): Name => ({
    key: `d/${at}`,
    id: String(at),
    dossier: 'd',
    label,
    kind: 'concept',
    description: '',
    aliases: [],
    labels: {},
  }));
  return { id: 'd', title: 'D', description: '', language: 'en', sources: [], topics: [], names };
}
