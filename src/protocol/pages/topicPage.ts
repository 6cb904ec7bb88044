import type { LanguageTag } from '../../core/model';
import { flag, maybe, record, text, whole, type Check } from '../check';
import { checkBody, checkChunkIndex, type PageBody } from '../body';
import { baseShape, type PageBase } from '../pageBase';
import { checkBreadcrumb, checkLink, items, label, linkShape, type Crumb, type PageLink } from '../pageParts';

/** A section in the list of a topic's sections. */
export interface SectionLink extends PageLink {
  /** 1 for a section right below the topic. */
  readonly depth: number;
  /** Index of the chunk in which the section begins. */
  readonly chunk: number;
}

/** A topic as one page. */
export interface TopicPage extends PageBase {
  readonly kind: 'topic';
  /** What the topic is about, in one line. */
  readonly summary?: string;
  /** Dossier and topic. */
  readonly breadcrumb: readonly Crumb[];
  readonly body: PageBody;
  /** All sections of the topic, in reading order. */
  readonly sections: readonly SectionLink[];
  /** Whether its timeline, and its figures, may have anything to show. */
  readonly hasDates: boolean;
  readonly hasFigures: boolean;
  /** The topics before and after. */
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly language: LanguageTag;
}

export const checkTopicPage: Check<Omit<TopicPage, 'kind'>> = record({
  ...baseShape,
  summary: maybe(label),
  breadcrumb: checkBreadcrumb,
  body: checkBody,
  sections: items(record({ ...linkShape, depth: whole(1, 1000), chunk: checkChunkIndex })),
  hasDates: flag,
  hasFigures: flag,
  previous: maybe(checkLink),
  next: maybe(checkLink),
  language: text(100),
});
