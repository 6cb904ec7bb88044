import type { NameKind } from '../../core/model';
import type { TimelinePage } from '../../protocol/pages/timelinePage';

/** What a timeline is narrowed to. Empty fields narrow nothing. */
export interface TimelineFilter {
  /** Part of a name's label. */
  readonly name: string;
  readonly kind: NameKind | '';
}

/** Text as it is compared: without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

/**
 * The dates of facts about a name whose label holds the filter's text and which is of the filter's kind.
 * @returns indices in the page's dates, in their order
 */
export function filterDates(page: TimelinePage, { name, kind }: TimelineFilter): readonly number[] {
  const wanted = folded(name);
  const all = page.dates.map((_, at) => at);
  if (wanted === '' && kind === '') return all;
  const matching = new Set<number>();
  page.names.forEach((each, at) => {
    if ((kind === '' || each.kind === kind) && folded(each.label).includes(wanted)) matching.add(at);
  });
  const isMatch = page.facts.map(({ names }) => names.some((each) => matching.has(each)));
  return all.filter((at) => isMatch[page.dates[at]!.fact] === true);
}

/** The labels to choose from: those of a kind that facts are about, the most frequent first, at most `most`. */
export function nameLabels(page: TimelinePage, kind: NameKind | '', most: number): readonly string[] {
  const counts = new Map<number, number>();
  for (const { names } of page.facts) for (const at of names) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts]
    .filter(([at]) => kind === '' || page.names[at]?.kind === kind)
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .flatMap(([at]) => page.names[at]?.label ?? []);
}
