import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDossier } from '../../../src/core/format/readDossier';
import { Library } from '../../../src/core/library';
import { checking } from '../../../src/core/pack/container';
import { encodeSearch } from '../../../src/core/search/encodeSearch';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import { bundled, packed } from '../../unit/pack/dossiers';
import { makeLargeDossier } from '../large/largeDossier';
import { BUNDLED_QUERIES } from './bundledQueries';
import { FACTBOOK_QUERIES } from './factbookQueries';
import { documentsOf, foundOf, loadPeers, type Peer, type PeerDocument } from './peers';
import { readQueries, relevanceOf, type Found, type KnownItem } from './queries';

interface Row {
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly spread?: string;
  readonly peer?: string;
  readonly ratio?: number;
}
type Report = (row: Row) => void;

const AREA = 'search';
/** How long a search may answer keystrokes; one that is slower answers fewer, spread over all. */
const PATIENCE_MS = 7_000;
/** How long it may answer the queries that tell its worth: enough for the slowest peer, so that all are held against the same ones. */
const ANSWERS_MS = 600_000;
const FACTS = 100_000;
const NAMES = 100_000;

type Search = (query: string) => Promise<readonly Found[]> | readonly Found[];

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly count: number;
  readonly of: number;
}

let collect: (() => void) | undefined;

/** Bytes that are in use now, on the heap and beside it. */
function bytesUsed(): number {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Every beginning of every query, as they come while one types. */
function keystrokes(items: readonly KnownItem[]): string[] {
  return items.flatMap(({ query }) => {
    const signs = Array.from(query);
    return signs.map((_, at) => signs.slice(0, at + 1).join(''));
  });
}

/** A list in an order in which its beginning is spread over all of it (steps of the golden section). */
function spread<Item>(list: readonly Item[]): Item[] {
  const isCoprime = (step: number): boolean => {
    let [one, other] = [list.length, step];
    while (other > 0) [one, other] = [other, one % other];
    return one === 1;
  };
  let step = Math.max(1, Math.round(list.length * 0.618));
  while (!isCoprime(step)) step++;
  return list.map((_, at) => list[(at * step) % list.length]!);
}

async function time(search: Search, strokes: readonly string[]): Promise<Times> {
  const times: number[] = [];
  const order = spread(strokes);
  const end = performance.now() + PATIENCE_MS;
  // The first ones run before the code is compiled.
  for (const query of order.slice(0, 300)) if (performance.now() < end - PATIENCE_MS / 2) await search(query);
  for (const query of order) {
    const start = performance.now();
    // The slowest answers one at least.
    if (start > end && times.length > 0) break;
    await search(query);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(part * times.length))]!;
  return { p50: at(0.5), p95: at(0.95), worst: at(1), count: times.length, of: strokes.length };
}

/** Asks a search all queries that there is time for. */
async function answers(search: Search, items: readonly KnownItem[]): Promise<Map<string, readonly Found[]>> {
  const end = performance.now() + ANSWERS_MS;
  const found = new Map<string, readonly Found[]>();
  for (const { query } of spread(items)) {
    if (performance.now() > end) break;
    found.set(query, await search(query));
  }
  return found;
}

interface Set {
  readonly name: string;
  readonly library: Library;
  readonly items: readonly KnownItem[];
}

/** What a search is worth: the tuning half, the reported one, and of this what has no filters and quotes. */
async function measure(report: Report, set: Set, who: string, search: Search): Promise<void> {
  const found = await answers(search, set.items);
  const isPlain = ({ query }: KnownItem): boolean => !/[":]|(?:^|\s)-/.test(query);
  for (const [half, items] of [
    ['tuning half', set.items.filter(({ isTuning }) => isTuning)],
    ['reported half', set.items.filter(({ isTuning }) => !isTuning)],
    ['reported half, words only', set.items.filter((item) => !item.isTuning && isPlain(item))],
  ] as const) {
    const asked = items.filter(({ query }) => found.has(query));
    if (asked.length === 0) continue;
    const { mrr, first, count } = relevanceOf(asked, (query) => found.get(query)!);
    const spread = `success@1 ${first.toFixed(3)}, n ${count}${count < items.length ? ` of ${items.length}` : ''}`;
    report({ area: AREA, name: `${set.name}, ${half}: MRR@10`, value: mrr, unit: '', spread, peer: who });
  }
  const times = await time(search, keystrokes(set.items));
  const spread = `p50 ${times.p50.toFixed(2)}, worst ${times.worst.toFixed(1)}, n ${times.count} of ${times.of}`;
  report({
    area: AREA,
    name: `${set.name}: keystroke, p95`,
    value: times.p95,
    unit: 'ms',
    spread,
    peer: who,
  });
}

async function measureOurs(report: Report, set: Set): Promise<void> {
  // What the library itself keeps of its sections is not the index's.
  for (const { key } of set.library.topics()) set.library.sectionsOf(key);
  const before = bytesUsed();
  const begin = performance.now();
  const cpu = process.cpuUsage();
  const buffer = encodeSearch(set.library);
  const encoding = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  const opening = performance.now();
  const index = SearchIndex.open(buffer, set.library, true)!;
  const opened = performance.now() - opening;
  const checked = performance.now();
  const turns: number[] = [];
  for (let step = performance.now(), steps = checking(buffer); steps.next().done !== true;) {
    turns.push(performance.now() - step);
    step = performance.now();
  }
  const checkedMs = performance.now() - checked;
  const row = (name: string, value: number, unit: string, spread = ''): void =>
    report({ area: AREA, name: `${set.name}: ${name}`, value, unit, spread, peer: 'Dossier' });
  row('build', encoding, 'ms', `CPU of all threads ${((user + system) / 1000).toFixed(0)} ms`);
  row('open', opened, 'ms');
  row('checksum of a kept one', checkedMs, 'ms', `in turns, the longest ${Math.max(...turns).toFixed(1)} ms`);
  row('memory', (bytesUsed() - before) / 1e6, 'MB', `buffer ${(buffer.byteLength / 1e6).toFixed(1)} MB`);
  await measure(report, set, 'Dossier', (query) => index.search(query));
  const hostile = await time((query) => index.find(query, { reach: 'wide' }).hits, HOSTILE);
  row('anything pasted, worst', hostile.worst, 'ms', `p50 ${hostile.p50.toFixed(1)}, n ${hostile.count}`);
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
/** Queries that nobody types, made to be slow: frequent words, prefixes and errors, as many as there is room for. */
const HOSTILE: readonly string[] = [
  'population '.repeat(60),
  'e '.repeat(300),
  'of the and in a to is are was were by for with on at from as has have had be been its it',
  LETTERS.join(' '),
  LETTERS.map((letter) => `populatoin${letter}`).join(' '),
  LETTERS.map((letter) => `name:${letter} `).join(''),
  LETTERS.map((letter) => `topic:${letter} `).join(''),
  'name:"a b c d e f g h i j k l m n o p"',
  LETTERS.map((letter) => `-${letter} `).join(''),
  '"of the" "in the" "is a" "to the" "of a" "and the" "by the" "for the" "with a" "on the"',
  '"the ',
  'kind:fact -the -of -and',
  'year:..2020 year:1900.. before:2030 after:1800',
  Array.from({ length: 100 }, (_, at) => at).join(' '),
  'x'.repeat(2000),
  '북'.repeat(500),
  '- " : “ '.repeat(200),
];

async function measurePeer(
  report: Report,
  set: Set,
  peer: Peer,
  documents: readonly PeerDocument[],
): Promise<void> {
  console.error(`${set.name}: ${peer.name} …`);
  const before = bytesUsed();
  const begin = performance.now();
  const search = await peer.build(documents);
  const row = { area: AREA, peer: peer.name };
  report({ ...row, name: `${set.name}: build`, value: performance.now() - begin, unit: 'ms' });
  report({ ...row, name: `${set.name}: memory`, value: (bytesUsed() - before) / 1e6, unit: 'MB' });
  await measure(report, set, peer.name, async (query) => foundOf(documents, await search(query)));
}

/** Measures; `npm run bench -- search`. */
export async function run(report: Report, { quick = false, root = process.cwd() } = {}): Promise<void> {
  const folder = join(root, 'test', 'bench', 'peers', 'node_modules');
  if (!existsSync(join(folder, 'flexsearch'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: join(folder, '..'), stdio: 'inherit' });
  }
  const peers = await loadPeers(folder);
  for (const make of [smallSet, ...(quick ? [] : [() => largeSet(folder)])]) {
    const set = make();
    await measureOurs(report, set);
    const documents = documentsOf(set.library);
    for (const peer of peers) await measurePeer(report, set, peer, documents);
  }
}

function smallSet(): Set {
  const library = new Library([bundled]);
  return { name: 'bundled', library, items: readQueries(BUNDLED_QUERIES, library) };
}

function largeSet(folder: string): Set {
  const encoder = new TextEncoder();
  const files = makeLargeDossier(folder, { facts: FACTS, names: NAMES });
  const { dossier } = readDossier(new Map([...files].map(([path, text]) => [path, encoder.encode(text)])));
  const library = new Library([packed(dossier!)]);
  return { name: 'factbook', library, items: readQueries(FACTBOOK_QUERIES, library) };
}
