import MiniSearch, { type SearchResult } from 'minisearch';
import type { Library } from '../library';
import type { Key } from '../model';
import { describe } from './describe';
import { SEARCH_OPTIONS, type HitKind, type SearchEntry } from './searchOptions';

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
}

export interface SearchRequest {
  /** How many hits at most; 50 unless told. */
  readonly limit?: number;
  /** Only hits of these kinds. */
  readonly kinds?: readonly HitKind[];
}

const DEFAULT_LIMIT = 50;

/** A name is what one looks for most; a title is only a way to facts. */
const KIND_BOOST: Readonly<Record<HitKind, number>> = { name: 1.6, topic: 1.2, section: 1.1, fact: 1 };

/** A query is words; what is longer than this is not typed but pasted. */
const LONGEST_QUERY = 500;

/** The search over all names, facts, sections and topics of a library. */
export class SearchIndex {
  private readonly index = new MiniSearch<SearchEntry>(SEARCH_OPTIONS);

  constructor(private readonly library: Library) {
    this.index.addAll([...entriesOf(library)]);
  }

  /**
   * Finds what has all words of the query, or, where nothing has, any of them; best first. Words count by prefix,
   * with typos, without accents. An empty query finds nothing.
   */
  search(query: string, { limit = DEFAULT_LIMIT, kinds }: SearchRequest = {}): readonly SearchHit[] {
    const words = query.slice(0, LONGEST_QUERY);
    const filter = (result: SearchResult): boolean =>
      kinds === undefined || kinds.includes(result['kind'] as HitKind);
    const boostDocument = (_id: unknown, _term: string, stored?: Record<string, unknown>): number =>
      KIND_BOOST[stored?.['kind'] as HitKind];
    let results = this.index.search(words, { filter, boostDocument });
    if (results.length === 0) {
      results = this.index.search(words, { filter, boostDocument, combineWith: 'OR' });
    }
    const hits: SearchHit[] = [];
    for (const result of results) {
      if (hits.length >= limit) break;
      const hit = this.hit(result);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  private hit(result: SearchResult): SearchHit | undefined {
    const kind = result['kind'] as HitKind;
    const key = result['key'] as Key;
    const shown = describe(this.library, kind, key);
    const matched = [...result.terms].sort((a, b) => b.length - a.length);
    return shown && { kind, key, ...shown, score: result.score, matched };
  }
}

function* entriesOf(library: Library): Iterable<SearchEntry> {
  const entry = (kind: HitKind, key: Key, title: string, aliases: string, text: string): SearchEntry => ({
    id: `${kind}:${key}`,
    kind,
    key,
    title,
    aliases,
    text,
  });
  for (const name of library.names()) {
    const forms = [...name.aliases.map((alias) => alias.text), ...Object.values(name.labels)];
    yield entry('name', name.key, name.label, forms.join('\n'), name.description);
  }
  for (const topic of library.topics()) yield entry('topic', topic.key, topic.title, '', topic.summary);
  for (const section of library.sections()) yield entry('section', section.key, section.title, '', '');
  for (const fact of library.facts()) yield entry('fact', fact.key, '', '', fact.text);
}
