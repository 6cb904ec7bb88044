import type { TermRange } from './dictionary';
import type { IndexData } from './indexData';
import type { QueryPart } from './query';
import { wordsOf } from './wordReader';

/** A phrase of a query, and where it stands. */
export interface FoundPhrase {
  /** Its words, folded. */
  readonly words: readonly string[];
  readonly sequence: readonly TermRange[];
  /** The entries that have it, rising. */
  readonly entries: Uint32Array;
}

/** Looks a phrase up; `undefined` where it has no word. The last word of one that is not closed may go on. */
export function findPhrase(data: IndexData, text: string, isClosed: boolean): FoundPhrase | undefined {
  const words = wordsOf(text).map(({ word }) => word);
  if (words.length === 0) return undefined;
  const sequence = words.map((word, at) =>
    !isClosed && at === words.length - 1 ? data.words.withPrefix(word) : data.words.exactly(word),
  );
  return { words, sequence, entries: data.entriesWithSequence(sequence) };
}

/** The phrases that what is found must have. */
export function phrasesOf(data: IndexData, parts: readonly QueryPart[]): readonly FoundPhrase[] {
  return parts.flatMap((part) =>
    part.part === 'phrase' && !part.negated ? (findPhrase(data, part.text, part.isClosed) ?? []) : [],
  );
}
