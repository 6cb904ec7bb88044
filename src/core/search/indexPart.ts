import type { PartKind } from '../pack/container';
import type { HitKind } from './searchOptions';

/** The sections of the search's buffer. All offsets have one more entry than there are things. */
export const SearchSection = {
  /** {@link SearchHead} as JSON. */
  head: 0,
  /** The folded words, sorted by UTF-16 unit, one after the other, and where each begins. A word's number is its place. */
  words: 1,
  wordOffsets: 2,
  /** In how many entries each word stands. */
  wordCounts: 3,
  /** For each word: an entry's number as the difference from the one before (LEB128), then a byte of {@link At}. */
  postings: 4,
  postingOffsets: 5,
  /** The words of each entry in their order: three bytes each, with the breaks of {@link Break}. */
  texts: 6,
  textOffsets: 7,
  /** For each entry: what it is; see {@link Info}. */
  info: 8,
  /** For each entry: words of its title (low four bits) and of its text in fours (high four). */
  lengths: 9,
  /** For each entry: how much the library says about it, as a logarithm. */
  weights: 10,
  /** For each entry: the section or topic around it, or {@link NO_ENTRY}. */
  parents: 11,
  /** For each entry: the number after the last entry in it. */
  ends: 12,
  /** For each entry: its id without dossier and topic. */
  ids: 13,
  idOffsets: 14,
  /** For each name: the facts about it, as differences (LEB128). */
  facts: 15,
  factOffsets: 16,
  /** Hashes of the forms of names, sorted; a second hash of each; the name of each. */
  formHashes: 17,
  formChecks: 18,
  formNames: 19,
  /** Dates: the entry of each, its first day and its last (`dayNumber`, signed). */
  dateEntries: 20,
  dateFirsts: 21,
  dateLasts: 22,
} as const;

export const SEARCH_PART: PartKind = { signature: 0x53000001, sections: 23 };

/** Where a word stands in an entry; one bit each. */
export const At = {
  title: 1,
  alias: 2,
  text: 4,
  /** The word alone is the whole title or alias. */
  whole: 8,
  /** The title begins with it. */
  first: 16,
  /** In the text more than once. */
  often: 32,
} as const;
/** How many values a byte of {@link At} has. */
export const AT_SIZE = 64;

/** What stands between the words of an entry: its fields are title, aliases, text and figures. */
export const Break = { field: 0xffffff, form: 0xfffffe } as const;

export const NO_ENTRY = 0xffffffff;

/** The bits of an entry's info. */
export const Info = {
  /** Place in {@link HIT_KINDS}. */
  kind: 3,
  /** Place in `NAME_KINDS`, shifted by this. */
  nameKindShift: 2,
  nameKind: 7,
  figure: 32,
  date: 64,
} as const;

export const HIT_KINDS: readonly HitKind[] = ['name', 'topic', 'section', 'fact'];
export const Kind = { name: 0, topic: 1, section: 2, fact: 3 } as const;

/** What the buffer says of the library it was made of. */
export interface SearchHead {
  /** Hash of the options and the data; see `fingerprint.ts`. */
  readonly fingerprint: string;
  readonly nameCount: number;
  /** The dossiers in their order. Names stand first, all dossiers' together; then topics with what is in them. */
  readonly dossiers: readonly {
    readonly id: string;
    readonly title: string;
    /** Numbers of the first name and the one after the last, of the first entry of the topics and the one after. */
    readonly names: readonly [number, number];
    readonly tree: readonly [number, number];
  }[];
}
