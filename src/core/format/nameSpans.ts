import type { Key, Name, NameSpan } from '../model';
import type { MentionSpan } from '../names/mention';
import { NameFinder } from '../names/nameFinder';
import type { FactDraft } from './facts';

/** Finds the mentions of names in a text. */
export type FindNames = (text: string) => readonly MentionSpan[];

/** Makes a {@link FindNames} for a dossier's names. The only place where reading a dossier meets the mention finder. */
export function makeNameFinder(names: readonly Name[]): FindNames {
  const finder = new NameFinder(names);
  return (text) => finder.findSpans(text);
}

/** Between two facts: an empty line, over which no name reaches. */
const BETWEEN = '\n\n';

/** Fills in where names stand in the facts of one topic, and which names each fact is about. */
export function fillNames(drafts: readonly FactDraft[], findNames: FindNames): void {
  // All facts are one document, so that a surname in one counts after the full name in another.
  const mentions = findNames(drafts.map(({ fact }) => fact.text).join(BETWEEN));
  let start = 0;
  let next = 0;
  for (const { fact, explicitSpans, explicitNames } of drafts) {
    const end = start + fact.text.length;
    const spans: NameSpan[] = [...explicitSpans];
    for (; next < mentions.length && mentions[next]!.start < end; next++) {
      const mention = mentions[next]!;
      if (mention.start < start || mention.end > end) continue;
      const span = { start: mention.start - start, end: mention.end - start, names: mention.names };
      const isTaken = explicitSpans.some((other) => span.start < other.end && span.end > other.start);
      if (!isTaken) spans.push(span);
    }
    spans.sort((left, right) => left.start - right.start);
    const names = new Set<Key>();
    for (const span of spans) if (span.names[0] !== undefined) names.add(span.names[0]);
    for (const name of explicitNames) names.add(name);
    fact.nameSpans = spans;
    fact.names = [...names];
    start = end + BETWEEN.length;
  }
}
