import { join } from 'node:path';
import { buildCards } from '../../../src/core/cards/card';
import { DossierReader } from '../../../src/core/format/dossierReader';
import { Library } from '../../../src/core/library';
import type { DossierHead, Name } from '../../../src/core/model';
import { compileFinder } from '../../../src/core/names/finderPart';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { encodeNames, PackedNames } from '../../../src/core/pack/namesPart';
import { PackedShelf } from '../../../src/core/pack/packedShelf';
import { PackedTopic } from '../../../src/core/pack/packedTopic';
import { encodeTopic } from '../../../src/core/pack/topicPart';
import { makeLargeDossier } from './largeDossier';

type Report = (row: {
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}) => void;

/** What a worker hands to the host. */
interface Parts {
  readonly head: DossierHead;
  readonly names: ArrayBuffer;
  readonly finder: ArrayBuffer;
  readonly topics: readonly ArrayBuffer[];
}

/** Measures reading a large dossier, opening its parts, and asking them; once each, as it happens to a user. */
export function run(report: Report, options: { readonly quick?: boolean; readonly root?: string }): void {
  const area = 'large';
  const size = options.quick === true ? 10_000 : 100_000;
  const peers = join(options.root ?? '.', 'test', 'bench', 'peers', 'node_modules');
  const encoder = new TextEncoder();
  const files = new Map(
    [...makeLargeDossier(peers, { facts: size, names: size })].map(([path, text]) => [
      path,
      encoder.encode(text),
    ]),
  );
  const timed = <Result>(name: string, work: () => Result): Result => {
    const startMs = performance.now();
    const result = work();
    report({ area, name, value: performance.now() - startMs, unit: 'ms' });
    return result;
  };

  const reader = new DossierReader(compiledFinder);
  const parts = timed(`reading and packing ${size} facts and names`, () => readCold(reader, files, timed));
  const bytes = [parts.names, parts.finder, ...parts.topics].reduce((sum, part) => sum + part.byteLength, 0);
  report({ area, name: 'packed parts', value: bytes / 1e6, unit: 'MB' });

  const [path, text] =
    [...files].find(([each, { length }]) => each.startsWith('topics/') && length > 90_000) ?? [];
  if (path !== undefined && text) {
    timed(`a topic of ${Math.round(text.length / 1000)} KB read and packed again`, () =>
      encodeTopic(reader.readTopic(path, text).topic!),
    );
  }

  const shelf = timed('opening names and topics', () => openShelf(parts));
  const finder = timed('loading the finder', () => NameFinder.load(parts.finder)!);
  const library = new Library([shelf]);
  const mentions = timed('first mentions', () =>
    finder.find('In 2004 the president of France met Algeria’s army.'),
  );
  const context = { text: 'The army of France in 2004', names: mentions.flatMap(({ names }) => names) };
  const keys = [...library.names()].map(({ key }) => key);
  keys.sort((one, other) => library.factCountAbout(other) - library.factCountAbout(one));
  timed(`card of a name with ${library.factCountAbout(keys[0]!)} facts`, () =>
    buildCards(library, keys.slice(0, 1), { facts: 3, language: 'en', context }),
  );
  timed('shared facts of 1,000 pairs', () => {
    for (let at = 0; at < 1000; at++) library.sharedFacts(keys[at % 40]!, keys[(at * 7 + 1) % keys.length]!);
  });
  timed('50 completions', () => finder.prefixes?.find('un', 50));
  timed('200 names of a group', () => library.namesIn('concept', 'S', 0, 200));
}

/** The finder that the last names were compiled to. */
let lastFinder = new ArrayBuffer(0);

function compiledFinder(names: readonly Name[]): (text: string) => ReturnType<NameFinder['findSpans']> {
  lastFinder = compileFinder(names);
  const finder = NameFinder.load(lastFinder)!;
  return (text) => finder.findSpans(text);
}

function readCold(
  reader: DossierReader,
  files: ReadonlyMap<string, Uint8Array>,
  timed: <Result>(name: string, work: () => Result) => Result,
): Parts {
  const { head } = reader.readManifest(files.get('dossier.yaml'));
  const { names } = timed('  names read and compiled', () => reader.readNames(files.get('names.yaml')));
  const packedNames = timed('  names packed', () => encodeNames(head!.id, names));
  const { paths } = reader.topicOrder(files.keys());
  const topics = timed('  topics read and packed', () =>
    paths.map((path) => encodeTopic(reader.readTopic(path, files.get(path)!).topic!)),
  );
  return { head: head!, names: packedNames, finder: lastFinder, topics };
}

function openShelf({ head, names, topics }: Parts): PackedShelf {
  return new PackedShelf(
    head,
    PackedNames.open(names)!,
    topics.map((topic) => PackedTopic.open(topic)!),
  );
}
