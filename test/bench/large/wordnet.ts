import { readFileSync } from 'node:fs';
import type { NameKind } from '../../../src/core/model';

/** Words that mean the same. */
export interface Synset {
  /** As WordNet spells them, with spaces; at least one. */
  readonly words: readonly string[];
  readonly kind: NameKind;
  /** What they mean, with examples behind it. */
  readonly gloss: string;
}

/** Numbers of WordNet's files (lexnames(5WN)) whose words are names of something; the others hold concepts. */
const KIND_OF_FILE: Readonly<Record<string, NameKind>> = {
  '14': 'organisation',
  '15': 'place',
  '18': 'person',
};

/** Reads `data.noun`: offset, file, type, hexadecimal number of words, then two fields each (wndb(5WN)). */
export function readSynsets(file: string): Synset[] {
  const synsets: Synset[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const bar = line.indexOf(' | ');
    if (line.startsWith(' ') || bar < 0) continue;
    const fields = line.slice(0, bar).split(' ');
    const count = Number.parseInt(fields[3]!, 16);
    const words = Array.from({ length: count }, (_, word) => fields[4 + word * 2]!.replaceAll('_', ' '));
    const isProper = /^\p{Lu}/u.test(words[0]!);
    const kind = (isProper ? KIND_OF_FILE[fields[1]!] : undefined) ?? 'concept';
    synsets.push({ words, kind, gloss: line.slice(bar + 3).trim() });
  }
  return synsets;
}
