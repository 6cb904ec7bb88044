import type { Library } from '../../../core/library';
import type { Dossier, Section, Topic } from '../../../core/model';
import type { PageAddress } from '../../../protocol/address';
import type { PageLink } from '../../../protocol/pageParts';
import type { TopicPage } from '../../../protocol/pages/topicPage';
import { directionOf } from '../../../core/text/direction';
import type { BuiltPage } from './buildPage';
import type { PageWords } from './pageWords';
import { TopicText } from './topicText';

/** Topics of more facts are not looked through for dates and figures: they will have some. */
const LOOKED_THROUGH = 500;

/** Makes the page of a topic. A fact that has moved is followed to its topic. */
export function buildTopicPage(
  library: Library,
  address: PageAddress,
  words: PageWords,
): BuiltPage<TopicPage> | undefined {
  const moved = address.fact === undefined ? undefined : library.fact(address.fact)?.topic;
  const topic = library.topic(address.key) ?? (moved === undefined ? undefined : library.topic(moved));
  const dossier = topic && library.dossier(topic.dossier);
  if (!topic || !dossier) return undefined;
  const text = new TopicText(library, topic, words);
  const previous = neighbour(dossier, topic, -1);
  const next = neighbour(dossier, topic, 1);
  const page: TopicPage = {
    kind: 'topic',
    key: topic.key,
    title: topic.title,
    ...(topic.summary !== '' && { summary: topic.summary }),
    breadcrumb: [{ title: dossier.title, to: { kind: 'dossier', key: dossier.id } }, { title: topic.title }],
    body: { sizes: text.sizes, chunks: [] },
    sections: library.sectionsOf(topic.key).map((section) => ({
      kind: 'section',
      key: section.key,
      title: titleOf(section, topic),
      depth: section.depth,
      chunk: text.chunkOf(section.key) ?? 0,
    })),
    ...viewsOf(library, topic, text),
    ...(previous && { previous }),
    ...(next && { next }),
    language: topic.language,
    direction: directionOf(topic.language),
    announcement: words.announcement(topic.title, dossier.title),
  };
  return { page, text };
}

/** What else than its text a topic can be seen as. */
function viewsOf(
  library: Library,
  { key }: Topic,
  { sizes }: TopicText,
): Pick<TopicPage, 'hasDates' | 'hasFigures'> {
  if (sizes.reduce((sum, size) => sum + size, 0) > LOOKED_THROUGH) {
    return { hasDates: true, hasFigures: true };
  }
  const facts = library.sectionsOf(key).flatMap((section) => section.facts);
  return {
    hasDates: facts.some(({ dates }) => dates.length > 0),
    hasFigures: facts.some(({ quantities }) => quantities.length > 0),
  };
}

/** The nearest topic in one direction that has anything to read. */
function neighbour({ topics }: Dossier, topic: Topic, step: 1 | -1): PageLink | undefined {
  const from = topics.findIndex(({ key }) => key === topic.key);
  for (let at = from + step; at >= 0 && at < topics.length; at += step) {
    const { key, title, sections } = topics[at]!;
    if (sections.length > 0) return { kind: 'topic', key, title };
  }
  return undefined;
}

/** What stands before the first heading of a topic may have no title of its own. */
function titleOf(section: Section, topic: Topic): string {
  return section.title === '' ? topic.title : section.title;
}
