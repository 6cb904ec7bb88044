import type { Library } from '../../../core/library';
import type { Key, Topic } from '../../../core/model';
import type { PageLink } from '../../../protocol/pageParts';
import type { GonePage } from '../../../protocol/pages/gonePage';

/** What the page for something that is gone says. */
export interface GoneWords {
  readonly goneTitle: string;
  readonly goneText: (key: Key) => string;
  readonly nothingLoaded: string;
}

/** How many alternatives the page offers. */
const MAX_ALTERNATIVES = 6;

/**
 * The page for something that the library does not hold (any more): the most similar sections of its topic, else of
 * its dossier, else the beginnings of all topics.
 */
export function gonePage(library: Library, key: Key, words: GoneWords): GonePage {
  const [dossierId = '', topicId = ''] = key.split('/');
  const dossier = library.dossier(dossierId);
  const hasAny = library.dossiers.some(({ topics }) => topics.length > 0);
  const text = hasAny ? words.goneText(key) : words.nothingLoaded;
  return {
    kind: 'gone',
    key,
    title: words.goneTitle,
    direction: 'ltr',
    announcement: text,
    text,
    alternatives: alternatives(library, dossierId, `${dossierId}/${topicId}`, key),
    ...(dossier && { dossier: { kind: 'dossier', key: dossierId, title: dossier.title } }),
  };
}

function alternatives(library: Library, dossier: string, topicKey: Key, key: Key): readonly PageLink[] {
  const wanted = wordsOf(key.split('/').slice(2).join(' '));
  const topics = [...library.topics()];
  const nearTopics = topics.filter((topic) => topic.key === topicKey || topic.dossier === dossier);
  const near = nearTopics.flatMap((topic) =>
    library.sectionsOf(topic.key).map((section) => ({
      link: {
        kind: 'section' as const,
        key: section.key,
        title: section.title || topic.title,
        detail: topic.title,
      },
      score: similarity(wanted, wordsOf(`${section.id} ${section.title}`)) + (topic.key === topicKey ? 1 : 0),
    })),
  );
  const best = near.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  if (best.length > 0) return best.slice(0, MAX_ALTERNATIVES).map(({ link }) => link);
  return (nearTopics.length > 0 ? nearTopics : topics).flatMap(beginningLink).slice(0, MAX_ALTERNATIVES);
}

function beginningLink({ key, title, summary, sections }: Topic): readonly PageLink[] {
  return sections.length > 0 ? [{ kind: 'topic', key, title, detail: summary }] : [];
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The share of the words of both that both have, from 0 to 1 (Jaccard index). */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
