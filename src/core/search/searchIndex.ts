import type { Library } from '../library';
import type { Key } from '../model';
import { changesOf, libraryOfTopics, merge, type Changes } from './changes';
import { Collector } from './collector';
import { correct, withTypos } from './correction';
import { describe } from './describe';
import { encodeSearch } from './encodeSearch';
import { allowedEntries } from './filters';
import { fingerprintOf } from './fingerprint';
import { IndexData } from './indexData';
import { hashForm } from './nameForms';
import { phrasesOf } from './phrases';
import { boundedQuery, plainText, type QueryPart } from './query';
import { Ranker, type Reason } from './ranker';
import type { HitKind, SearchRequest } from './searchOptions';
import { slotsOf } from './slotMaker';
import { askedFor } from './stopWords';
import { wordsOf } from './wordReader';

export type { Reason, Where } from './ranker';
export type { SearchRequest } from './searchOptions';

/** Something that a search found. */
export interface SearchHit {
  readonly kind: HitKind;
  readonly key: Key;
  /** A name's label, a title, or a fact's sentence. */
  readonly label: string;
  /** A name's description, a summary, a section's beginning, or where a fact stands. */
  readonly text: string;
  readonly score: number;
  /** The words of the library that matched, folded, longest first. */
  readonly matched: readonly string[];
  /** Why it is there, part by part of the query; nothing where the query has only filters. */
  readonly why?: readonly Reason[];
}

/** A word that was not found as it was typed, and the one that was looked for in its place. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** How many there are without the limit; of one or two letters, how many have them in their titles. */
  readonly count: number;
  /** Whether the hits have all of the query; otherwise they are the nearest that there is. */
  readonly isComplete: boolean;
  /** Words that were taken for typing errors. */
  readonly corrections: readonly Correction[];
}

const DEFAULT_LIMIT = 50;
/** How many entries are scored by their words, at least; the rough choice is right about what is not among so many. */
const RANKED = 200;
/** A query that finds fewer is looked at for typing errors. */
const LITTLE = 1;
/** What has less than this share of the query's weight is noise … */
const NEAR = 0.4;
/** … unless there is nothing nearer, and it has a word of the query itself: then a few of these are told. */
const FAR = 0.1;
const MOST_FAR = 5;
const MOST_BOOSTED = 100;

const NOTHING: SearchResult = { hits: [], count: 0, isComplete: true, corrections: [] };
const NOT_EXACTLY: SearchResult = { ...NOTHING, isComplete: false };

/** The search over all names, facts, sections and topics of a library. */
export class SearchIndex {
  private readonly data: IndexData;
  private readonly collector: Collector;
  private readonly changed: SearchIndex | undefined;
  private boosted: { readonly keys: readonly Key[]; readonly marks: Uint8Array } | undefined;

  /** Indexes a library in place; for large ones let a worker run `encodeSearch`, and {@link open} what it gives. */
  constructor(
    private readonly library: Library,
    data?: IndexData,
    /** What changed since the data was made; see {@link withTopics}. */
    private readonly changes?: Changes,
    encodedChanges?: ArrayBuffer,
  ) {
    this.data = data ?? IndexData.open(encodeSearch(library), fingerprintOf(library), true)!;
    this.collector = new Collector(this.data);
    this.changed = changes?.small && SearchIndex.ofChanges(library, changes.small, encodedChanges);
  }

  /**
   * Opens what `encodeSearch` made of the same library. `undefined` where the buffer is of another version, of another
   * library, cut short or changed. With `isWhole` its checksum is not looked at: it was before, or the buffer was just made.
   */
  static open(buffer: ArrayBuffer, library: Library, isWhole = false): SearchIndex | undefined {
    const data = IndexData.open(buffer, fingerprintOf(library), isWhole);
    return data && new SearchIndex(library, data);
  }

  /** How many bytes the index takes. */
  get size(): number {
    return this.data.buffer.byteLength;
  }

  /** The hits of {@link find}. */
  search(query: string, request?: SearchRequest): readonly SearchHit[] {
    return this.find(query, request).hits;
  }

  /**
   * Finds what has all parts of the query (see `query.ts` for its language), or, where nothing has, what is nearest; best
   * first. Any string is a query; an empty one finds nothing.
   */
  find(query: string, request: SearchRequest = {}): SearchResult {
    const { result, counts } = this.findHere(query, request);
    const changed = this.changed?.findHere(query, request, counts).result;
    return changed ? merge(result, changed, request.limit ?? DEFAULT_LIMIT) : result;
  }

  /**
   * The index of a library in which these topics changed, came or went, without indexing the others again: what stood in
   * them is hidden, and what stands in them now is in a small index beside this one. Names must be the same.
   * @param encoded what `encodeSearch` made of {@link changedSince}, where somebody else has done it
   */
  withTopics(library: Library, changed: readonly Key[], encoded?: ArrayBuffer): SearchIndex {
    const keys = this.keysWith(changed);
    const changes = changesOf(this.data, keys, libraryOfTopics(library, keys));
    return new SearchIndex(library, this.data, changes, encoded);
  }

  /** What {@link withTopics} is to index: these topics and those that had changed before. */
  changedSince(library: Library, changed: readonly Key[]): Library | undefined {
    return libraryOfTopics(library, this.keysWith(changed));
  }

  private keysWith(changed: readonly Key[]): ReadonlySet<Key> {
    return new Set([...changed, ...(this.changes?.keys ?? [])]);
  }

  /** An index of changed topics. Names are found in the large index; here they only lead to the facts about them. */
  private static ofChanges(library: Library, small: Library, encoded?: ArrayBuffer): SearchIndex {
    const fingerprint = fingerprintOf(small);
    const given = encoded && IndexData.open(encoded, fingerprint, true);
    const data = given ?? IndexData.open(encodeSearch(small), fingerprint, true)!;
    const hidden = new Uint8Array(data.count).fill(1, 0, data.nameCount);
    return new SearchIndex(library, data, { keys: new Set(), hidden, small: undefined });
  }

  private findHere(
    query: string,
    request: SearchRequest,
    counted?: ReadonlyMap<string, number>,
  ): { readonly result: SearchResult; readonly counts?: ReadonlyMap<string, number> } {
    const { limit = DEFAULT_LIMIT, kinds, boost, reach = 'auto' } = request;
    const { query: short, parts } = boundedQuery(query);
    const phrases = phrasesOf(this.data, parts);
    const allowed = allowedEntries(this.data, parts, phrases, kinds, this.changes?.hidden);
    const plain = plainText(short, parts);
    const slots = slotsOf(this.data, plain, phrases);
    if (slots.length === 0) return { result: allowed ? this.list(allowed, limit, parts) : NOTHING };
    const most = Math.max(RANKED, limit * 2);
    let used = slots;
    let found = this.collector.collect(slots, allowed, most);
    if (reach === 'exact' && found.count === 0) return { result: NOT_EXACTLY };
    if (reach === 'wide' || (reach === 'auto' && found.count < LITTLE)) {
      const corrected = withTypos(this.data, slots);
      if (corrected) {
        used = corrected;
        found = this.collector.collect(corrected, allowed, most);
      }
    }
    const isComplete = found.count > 0;
    if (!isComplete) found = this.collector.collect(used, allowed, most, true);
    const ranker = new Ranker(this.data, used, this.marksOf(boost), askedFor(plain), counted);
    const { entries } = found;
    const scores = Float64Array.from(entries, (entry) => ranker.score(entry));
    let order = [...entries.keys()].sort((a, b) => scores[b]! - scores[a]! || entries[a]! - entries[b]!);
    if (!isComplete) {
      const near = order.filter((at) => ranker.shareOf(entries[at]!) >= NEAR);
      const far = near.length > 0 ? [] : order.filter((at) => ranker.shareOf(entries[at]!, true) >= FAR);
      order = near.length > 0 ? near : far.slice(0, MOST_FAR);
    }
    const hits: SearchHit[] = [];
    for (const at of order) {
      if (hits.length >= limit) break;
      const entry = entries[at]!;
      const hit = this.hit(entry, scores[at]!, ranker.matchedWords(entry), ranker.reasons(entry));
      if (hit) hits.push(hit);
    }
    const count = isComplete ? found.count : order.length;
    const corrections = correct(used, hits[0]);
    return { result: { hits, count, isComplete, corrections }, counts: ranker.counts() };
  }

  /** What filters alone leave, what the library says most about first. */
  private list(allowed: Uint8Array, limit: number, parts: readonly QueryPart[]): SearchResult {
    if (!parts.some((part) => part.part === 'filter' && !part.negated)) return NOTHING;
    const { weights } = this.data;
    const entries: number[] = [];
    allowed.forEach((is, entry) => is === 1 && entries.push(entry));
    const count = entries.length;
    entries.sort((one, other) => weights[other]! - weights[one]! || one - other);
    const hits = entries
      .slice(0, limit)
      .flatMap((entry) => this.hit(entry, weights[entry]! / 255, [], []) ?? []);
    return { hits, count, isComplete: true, corrections: [] };
  }

  private hit(
    entry: number,
    score: number,
    matched: readonly string[],
    why: readonly Reason[],
  ): SearchHit | undefined {
    const kind = this.data.kindOf(entry);
    const key = this.data.keyOf(entry);
    const shown = describe(this.library, kind, key);
    return shown && { kind, key, ...shown, score, matched, why };
  }

  /** Marks the names with these keys and the facts about them; kept as long as the same list is asked for. */
  private marksOf(keys: readonly Key[] | undefined): Uint8Array | undefined {
    if (!keys || keys.length === 0) return undefined;
    if (this.boosted?.keys === keys) return this.boosted.marks;
    const marks = new Uint8Array(this.data.count);
    for (const key of keys.slice(0, MOST_BOOSTED)) {
      const label = this.library.name(key)?.label;
      if (label === undefined) continue;
      for (const name of this.data.namesOfForm(hashForm(wordsOf(label).map(({ word }) => word)))) {
        if (this.data.keyOf(name) !== key) continue;
        marks[name] = 1;
        this.data.markFactsAbout(name, marks);
      }
    }
    this.boosted = { keys, marks };
    return marks;
  }
}
