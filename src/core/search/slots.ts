import type { TermRange } from './dictionary';
import type { DaySpan } from './figures';

/** In which way something matches a part of the query. */
export type How =
  'exact' | 'plural' | 'unfinished' | 'prefix' | 'typo' | 'sequence' | 'phrase' | 'figure' | 'date' | 'about';

/** Words that stand for the word of a slot. */
export interface WordSource extends TermRange {
  readonly how: How;
  readonly quality: number;
}

/** Entries that a slot matches by something else than one word: a phrase, a name that they are about, a date. */
export interface ListSource {
  readonly how: How;
  /** Rising. */
  readonly entries: Uint32Array;
  /** What a match counts, of all entries or of each. */
  readonly quality: number | Float32Array;
}

/** What one part of a query asks for: any of its sources, the better ones first. */
export interface Slot {
  /** The part as it was typed, folded. */
  readonly word: string;
  readonly words: readonly WordSource[];
  readonly lists: readonly ListSource[];
  /** Words that must stand one behind the other to match; the entries that have them are among the lists. */
  readonly sequence?: readonly TermRange[];
  /** An entry without it does not match the whole query. */
  readonly isRequired: boolean;
  /** It is the last word, and more letters may come. */
  readonly isUnfinished?: boolean;
  /** The dates that the part means. */
  readonly days?: DaySpan;
}

/** The best source of a slot for a word; `undefined` where none has it. */
export function sourceOf({ words }: Slot, word: number): WordSource | undefined {
  for (const source of words) if (word >= source.from && word < source.to) return source;
  return undefined;
}

/** What a list says of an entry; 0 where the entry is not in it. */
export function qualityIn({ entries, quality }: ListSource, entry: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  if (entries[low] !== entry) return 0;
  return typeof quality === 'number' ? quality : quality[low]!;
}
