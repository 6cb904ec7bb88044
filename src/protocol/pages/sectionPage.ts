import type { Key, LanguageTag } from '../../core/model';
import { maybe, record, text, where, whole, type Check } from '../check';
import { checkKey } from '../address';
import { baseShape, type PageBase } from '../pageBase';
import {
  checkBlock,
  checkBreadcrumb,
  checkLink,
  checkNames,
  checkSources,
  items,
  label,
  linkShape,
  type Crumb,
  type PageBlock,
  type PageLink,
  type PageName,
  type PageSource,
} from '../pageParts';

/** A section in the list of a topic's sections. */
export interface SectionLink extends PageLink {
  /** 1 for a section right below the topic. */
  readonly depth: number;
}

/** A section that stands inside the page's section, or the page's section itself. */
export interface PagePart {
  readonly key: Key;
  readonly title: string;
  /** Level of its heading: 1 for the page's own section. */
  readonly level: number;
  readonly blocks: readonly PageBlock[];
}

/** A section of a topic with all that the reader shows around it. */
export interface SectionPage extends PageBase {
  readonly kind: 'section';
  readonly topicTitle: string;
  /** What the topic is about; given where the topic begins. */
  readonly summary?: string;
  /** Dossier, topic, the sections around, and the section itself. */
  readonly breadcrumb: readonly Crumb[];
  /** The section itself and those in it, in reading order; at least one. */
  readonly parts: readonly PagePart[];
  /** The names that the parts' spans refer to. */
  readonly names: readonly PageName[];
  readonly sources: readonly PageSource[];
  /** All sections of the topic, in reading order. */
  readonly sections: readonly SectionLink[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly language: LanguageTag;
}

export const checkSectionPage: Check<Omit<SectionPage, 'kind'>> = record({
  ...baseShape,
  topicTitle: label,
  summary: maybe(label),
  breadcrumb: checkBreadcrumb,
  parts: where(
    items(record({ key: checkKey, title: label, level: whole(1, 1000), blocks: items(checkBlock) })),
    (parts) => parts.length > 0,
    'empty',
  ),
  names: checkNames,
  sources: checkSources,
  sections: items(record({ ...linkShape, depth: whole(1, 1000) })),
  previous: maybe(checkLink),
  next: maybe(checkLink),
  language: text(100),
});
