// Runs inside the Node extension host, started by large-host.bench.mjs: a dossier of 100,000 facts and 100,000 names.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { DossierApi } from '../../../docs/dossier-api';
import { collectGarbage } from './memory';
import { quiet } from './quiet';
import { watchStalls, type Stalls } from './stalls';

/** What large-host.bench.mjs wrote into the workspace for this window. */
interface Task {
  /** Whether an earlier window has left packs. */
  readonly hasCache: boolean;
  /** Where packs are kept, below a folder that the server made. */
  readonly home: string;
  /** How often a topic is saved. */
  readonly saves: number;
  /** Whether to wait until the worker, having nothing to do, has ended. */
  readonly waitForEnd: boolean;
}

/** The topic that is saved, of some 100 KB, and a name with few facts that no gloss of it has. */
const TOPIC = 'large/topics/glosses-007.md';
const TOPIC_BYTES = 100_000;
const NAME = { id: 'algeria', label: 'Algeria' };

/** Longer than anything measured here may take. */
const LIMIT_MS = 60_000;

function report(name: string, value: number): void {
  console.log(`[test] BENCH ${JSON.stringify({ name, value })}`);
}

function reportStalls(when: string, { wallMs, cpuMs }: Stalls): void {
  report(`${when}: longest the host was blocked`, cpuMs);
  report(`${when}: longest wait for the host, other processes included`, wallMs);
}

export async function run(): Promise<void> {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const task = JSON.parse(readFileSync(join(root, 'task.json'), 'utf8')) as Task;
  const content = `In 2004 the president of France met the army of ${NAME.label}.`;
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  const position = new vscode.Position(0, content.indexOf(NAME.label) + 2);
  await quiet();
  collectGarbage();
  const before = process.memoryUsage();
  const memory = watchMemory();
  const window = task.hasCache ? 'with the cache' : 'cold';

  let stalls = watchStalls();
  const startMs = performance.now();
  const since = (): number => performance.now() - startMs;
  // On a machine with other work the clock tells little.
  const cpu = process.cpuUsage();
  const cpuSince = (): number => {
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1000;
  };
  const extension = vscode.extensions.getExtension<DossierApi>('dossier.dossier')!;
  if (extension.isActive) throw new Error('Dossier was activated before it was measured');
  const api = await extension.activate();
  if (!task.hasCache) {
    await until(async () => (await api.facts(`large/${NAME.id}`)).length > 0);
    report('cold: until the dossier is there', since());
    report('cold: CPU time of all threads until the dossier is there', cpuSince());
    reportStalls('cold, until the dossier is there', stalls.stop());
    stalls = watchStalls();
  }
  const cardMs = performance.now();
  // As somebody who hovers again and again: the bundled dossier answers first and does not know the name.
  await until(async () => (await api.card(document, position))?.includes('Country profile') ?? false);
  report(`${window}: until the first card, from activation`, since());
  report(`${window}: CPU time of all threads until the first card`, cpuSince());
  if (!task.hasCache) report('cold: first card, once the dossier is there', performance.now() - cardMs);
  reportStalls(`${window}, until the first card`, stalls.stop());

  stalls = watchStalls();
  const searchMs = performance.now();
  const hits = await api.search('infectious agents');
  if (!hits.some(({ dossier }) => dossier === 'large')) throw new Error('the search finds nothing');
  report(`${window}: until the first search, from activation`, since());
  report(`${window}: first search by itself`, performance.now() - searchMs);
  reportStalls(`${window}, first search`, stalls.stop());
  for (const query of ['infectious agent', 'president of algeria', 'a', 'army', 'disease of plants']) {
    const warmMs = performance.now();
    await api.search(query);
    report(`${window}: search, warm`, performance.now() - warmMs);
  }
  for (let i = 0; i < 10; i++) {
    const warmMs = performance.now();
    await api.card(document, position);
    report(`${window}: card, warm`, performance.now() - warmMs);
  }
  stalls = watchStalls();
  const listMs = performance.now();
  await api.topics();
  report(`${window}: all topics with their sections, for another extension`, performance.now() - listMs);
  reportStalls(`${window}, all topics with their sections`, stalls.stop());
  if (!task.hasCache) {
    await until(() => Promise.resolve(isKept(task.home)), 100);
    report('cold: until all is kept in the cache, from activation', since());
  } else {
    await saveTopics(api, document, position, join(root, TOPIC), task.saves);
  }

  await quiet();
  const peak = memory.stop();
  const full = process.memoryUsage().rss;
  collectGarbage();
  const after = process.memoryUsage();
  const mib = (bytes: number): number => bytes / 2 ** 20;
  report(`${window}: memory of the whole process at most, above the start (MiB)`, mib(peak - before.rss));
  report(`${window}: … at the end, with the worker (MiB)`, mib(full - before.rss));
  report(`${window}: … and after a collection (MiB)`, mib(after.rss - before.rss));
  const held = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
  report(`${window}: … of it what the host's thread holds (MiB)`, mib(held(after) - held(before)));
  if (task.hasCache && task.waitForEnd) {
    // The worker gives its memory back when it has had nothing to do for a minute.
    await new Promise((resolve) => setTimeout(resolve, 65_000));
    collectGarbage();
    report(`${window}: … once the worker has ended (MiB)`, mib(process.memoryUsage().rss - before.rss));
  }
}

/** Saves a topic as another program would, again and again, and waits until a card and the facts have the change. */
async function saveTopics(
  api: DossierApi,
  document: vscode.TextDocument,
  position: vscode.Position,
  file: string,
  saves: number,
): Promise<void> {
  // An ending that makes it as large as is to be measured; a fact of its own is then put behind it.
  let size = readFileSync(file).length;
  for (let i = 1; size < TOPIC_BYTES; i++) {
    const more = `\nfiller ${i}: something that stands here to make the topic somewhat longer.\n`;
    appendFileSync(file, more);
    size += more.length;
  }
  const base = readFileSync(file, 'utf8');
  const pattern = new vscode.RelativePattern(vscode.Uri.file(join(file, '..')), '*.md');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let toldMs = 0;
  watcher.onDidChange(() => (toldMs = performance.now()));
  for (let save = 0; save <= saves; save++) {
    await quiet();
    const stalls = watchStalls();
    const text = `The year ${3000 + save} was a good one for ${NAME.label}.`;
    toldMs = 0;
    const startMs = performance.now();
    writeFileSync(file, `${base}\n${text}\n`);
    // A fact's text is what is asked for here; the look itself takes a part of a millisecond for each fact.
    await until(async () => (await api.facts(`large/${NAME.id}`)).some((fact) => fact.text === text), 2);
    const doneMs = performance.now();
    // The first one starts the worker again, which takes up what the cache has.
    const which = save === 0 ? 'first save of a topic' : 'save of a topic';
    report(`${which}: until its facts are there`, doneMs - startMs);
    report(`${which}: … from the watcher's event`, doneMs - toldMs);
    reportStalls(which, stalls.stop());
    const searching = watchStalls();
    const cardMs = performance.now();
    await api.card(document, position);
    report(`${which}: card after it`, performance.now() - cardMs);
    const searchMs = performance.now();
    const hits = await api.search(`${3000 + save} good one`);
    report(`${which}: search after it`, performance.now() - searchMs);
    reportStalls(`${which}, search after it`, searching.stop());
    if (hits[0]?.label !== text) throw new Error(`the search does not find "${text}"`);
  }
  watcher.dispose();
}

async function until(isSo: () => Promise<boolean>, restMs = 5): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`${LIMIT_MS / 1000} s have passed`);
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
}

/** Whether a server's folder has the packs of a dossier, a finder and an index, and none is being written. */
function isKept(home: string): boolean {
  const packs = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[\\/]dossier\.dossier[\\/]packs[\\/]/.test(file),
  );
  const endings = ['json', 'names', 'topics', 'finder', 'search'];
  return (
    endings.every((ending) => packs.some((file) => file.endsWith(`.${ending}`))) &&
    !packs.some((file) => file.endsWith('.part')) &&
    packs.every((file) => existsSync(join(home, file)))
  );
}

/** The most memory that the process has had meanwhile, in bytes, by a look every 20 ms. */
function watchMemory(): { stop(): number } {
  let most = 0;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 20);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
