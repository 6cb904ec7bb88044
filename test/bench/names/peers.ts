import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Finds keywords in a text; returns how many occurrences are whole words. */
export interface Peer {
  readonly name: string;
  /** The most keywords and characters it is asked with; beyond them it takes minutes. */
  readonly mostNames: number;
  /** The most keywords in a quick run. */
  readonly quickNames: number;
  readonly mostCharacters: number;
  build(keywords: readonly string[]): (text: string) => number;
}

interface Occurrence {
  readonly begin: number;
  readonly end: number;
}

const isWord = /[\p{L}\p{N}]/u;

/** The same work as ours asks for whole words, so each peer's occurrences are filtered; it searches folded text. */
function wholeWords(text: string, occurrences: Iterable<Occurrence>): number {
  let count = 0;
  for (const { begin, end } of occurrences) {
    if (isWordUnit(text.charCodeAt(begin - 1)) || isWordUnit(text.charCodeAt(end))) continue;
    count++;
  }
  return count;
}

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return isWord.test(String.fromCharCode(unit));
}

/** What the peers can do to fold. */
const fold = (text: string) => text.toLowerCase();

/** Loads the peers from their own node_modules. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  const require = createRequire(join(folder, '..', 'package.json'));
  const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
  const monyone = (await load('@monyone/aho-corasick/dist/fast.mjs')) as {
    AhoCorasick: new (keywords: string[]) => { matchInText(text: string): Occurrence[] };
  };
  const modern = (await load('modern-ahocorasick/dist/index.js')) as {
    default: new (keywords: string[]) => { search(text: string): { start: number; end: number }[] };
  };
  const Simple = require('ahocorasick') as new (keywords: string[]) => {
    search(text: string): [number, string[]][];
  };
  return [
    {
      name: '@monyone/aho-corasick/fast',
      mostNames: 200_000,
      quickNames: 40_000,
      mostCharacters: Infinity,
      build(keywords) {
        const machine = new monyone.AhoCorasick([...keywords]);
        return (text) => {
          const folded = fold(text);
          return wholeWords(folded, machine.matchInText(folded));
        };
      },
    },
    {
      name: 'ahocorasick',
      mostNames: Infinity,
      quickNames: Infinity,
      mostCharacters: Infinity,
      build(keywords) {
        const machine = new Simple([...keywords]);
        return (text) => {
          const folded = fold(text);
          const found = machine
            .search(folded)
            .flatMap(([end, words]) => words.map((word) => ({ begin: end + 1 - word.length, end: end + 1 })));
          return wholeWords(folded, found);
        };
      },
    },
    {
      name: 'modern-ahocorasick',
      mostNames: 5000,
      quickNames: 5000,
      mostCharacters: 20_000,
      build(keywords) {
        const machine = new modern.default([...keywords]);
        return (text) => {
          const folded = fold(text);
          return wholeWords(
            folded,
            machine.search(folded).map(({ start, end }) => ({ begin: start, end })),
          );
        };
      },
    },
    {
      name: 'RegExp union',
      mostNames: 5000,
      quickNames: 5000,
      mostCharacters: 60_000,
      build(keywords) {
        const union = [...keywords]
          .sort((one, other) => other.length - one.length)
          .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${union.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
        return (text) => text.match(expression)?.length ?? 0;
      },
    },
  ];
}
