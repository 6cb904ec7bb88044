import { fnv1a } from '../../../src/core/format/ids';
import type { Library } from '../../../src/core/library';
import type { HitKind } from '../../../src/core/search/searchOptions';

/** Something that was found, by us or by a peer. */
export interface Found {
  readonly kind: HitKind;
  readonly key: string;
}

/** A query whose answer is known. */
export interface KnownItem {
  readonly query: string;
  /** Weights may be chosen by it; otherwise it is only reported. Decided by a hash of the query. */
  readonly isTuning: boolean;
  isRight(found: Found): boolean;
}

/** Reads a list of queries (see `bundledQueries.ts`) over a library of one dossier. */
export function readQueries(list: string, library: Library): KnownItem[] {
  const dossier = library.shelves[0]!.id;
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', answers = ''] = line.split(' => ');
      const tests = answers.split('|').map((answer) => testOf(answer, library, dossier));
      return {
        query,
        isTuning: fnv1a(query, 7) % 2 === 0,
        isRight: (found) => tests.some((test) => test(found)),
      };
    });
}

function testOf(answer: string, library: Library, dossier: string): (found: Found) => boolean {
  const colon = answer.indexOf(':');
  const what = answer.slice(0, colon);
  const rest = answer.slice(colon + 1);
  switch (what) {
    case 'in':
      return ({ kind, key }) =>
        (kind === 'section' ? key : kind === 'fact' ? library.fact(key)?.section : undefined) ===
        `${dossier}/${rest}`;
    case 'text':
      return ({ kind, key }) => {
        const text =
          kind === 'fact' ? library.fact(key)?.text : kind === 'name' ? library.name(key)?.description : '';
        return text?.toLowerCase().includes(rest.toLowerCase()) === true;
      };
    case 'label':
      return ({ kind, key }) =>
        kind === 'name' && library.name(key)?.label.toLowerCase() === rest.toLowerCase();
    default:
      return ({ kind, key }) => kind === what && key === `${dossier}/${rest}`;
  }
}

/** How well answers were found. */
export interface Relevance {
  /** Mean reciprocal rank of the first right answer among ten. */
  readonly mrr: number;
  /** Share of queries whose first hit is right. */
  readonly first: number;
  readonly count: number;
  /** The queries whose first hit is wrong, with the rank of the right one (0: none). */
  readonly missed: readonly { readonly query: string; readonly rank: number }[];
}

/** Scores a search over known items. */
export function relevanceOf(
  items: readonly KnownItem[],
  search: (query: string) => readonly Found[],
): Relevance {
  const missed: { query: string; rank: number }[] = [];
  let sum = 0;
  let first = 0;
  for (const item of items) {
    const rank =
      search(item.query)
        .slice(0, 10)
        .findIndex((found) => item.isRight(found)) + 1;
    if (rank > 0) sum += 1 / rank;
    if (rank === 1) first++;
    else missed.push({ query: item.query, rank });
  }
  return { mrr: sum / items.length, first: first / items.length, count: items.length, missed };
}
