import type { SearchHit } from './searchIndex';

export type HitGroup = 'best' | 'names' | 'facts' | 'sections' | 'otherNames';

/** Hits under one heading. */
export interface GroupedHits {
  readonly group: HitGroup;
  /** Best first. */
  readonly hits: readonly SearchHit[];
}

/** How many hits stand above the groups, whatever they are. */
const BEST = 3;

/**
 * Divides hits into the best of all, names, facts, and sections with topics; hits of one kind stay together. Names that have
 * the query only in their descriptions come last: who asks for a name wants its facts before others that speak of it.
 */
export function groupHits(hits: readonly SearchHit[]): readonly GroupedHits[] {
  const isMixed = new Set(hits.map(groupOf)).size > 1;
  const best = isMixed ? hits.slice(0, BEST) : [];
  const rest = hits.slice(best.length);
  const groups: GroupedHits[] = [
    { group: 'best', hits: best },
    ...(['names', 'facts', 'sections', 'otherNames'] as const).map((group) => ({
      group,
      hits: rest.filter((hit) => groupOf(hit) === group),
    })),
  ];
  return groups.filter((group) => group.hits.length > 0);
}

function groupOf({ kind, why = [] }: SearchHit): HitGroup {
  if (kind === 'name') {
    const isNamed = why.length === 0 || why.some(({ how, where }) => how === 'about' || where !== 'text');
    return isNamed ? 'names' : 'otherNames';
  }
  return kind === 'fact' ? 'facts' : 'sections';
}
