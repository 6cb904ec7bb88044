import type { Options } from 'minisearch';
import type { Key } from '../model';
import { foldForSearch } from './foldForSearch';

export type HitKind = 'name' | 'fact' | 'section' | 'topic';

/** One entry of the index. */
export interface SearchEntry {
  /** `<kind>:<key>`: keys of facts and names may be alike. */
  readonly id: string;
  readonly kind: HitKind;
  readonly key: Key;
  /** A name's label, a title, or nothing for a fact. */
  readonly title: string;
  /** Aliases and labels in other languages. */
  readonly aliases: string;
  /** A fact's sentence, a description or a summary. */
  readonly text: string;
}

/** Letters and digits in a row, with the marks on them; everything else separates. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The options of the index. One constant for building and for loading: an index loaded with other options than it
 * was built with answers wrongly without an error.
 */
export const SEARCH_OPTIONS: Options<SearchEntry> = {
  idField: 'id',
  fields: ['title', 'aliases', 'text'],
  storeFields: ['kind', 'key'],
  tokenize: (text) => text.match(WORD) ?? [],
  processTerm: foldForSearch,
  searchOptions: {
    // All words first; see search.ts for what happens when that finds nothing.
    combineWith: 'AND',
    // One letter finds by prefix too, since one Chinese or Korean character is often a whole word.
    prefix: true,
    // A typo in five letters, two in ten: fewer would make short words match at random.
    fuzzy: (term) => (term.length > 4 ? Math.min(2, Math.floor(term.length / 5)) : false),
    boost: { title: 4, aliases: 3, text: 1 },
    weights: { fuzzy: 0.3, prefix: 0.6 },
  },
};
