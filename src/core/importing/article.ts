import type { RootContent } from 'mdast';
import type { LanguageTag } from '../model';

export const IMPORT_FORMATS = ['markdown', 'plain', 'wikitext', 'html'] as const;
/** What an article may be written in. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A run of the source that was set off: what an author linked or emphasised is a name more often than other words. */
export interface NameHint {
  readonly text: string;
  /** `foreign`: in another language than the article. */
  readonly kind: 'link' | 'strong' | 'emphasis' | 'foreign';
  /** What the link leads to, where that is another article: its title. */
  readonly target?: string;
  /** Of a foreign text. */
  readonly language?: LanguageTag;
}

/**
 * An article as all formats are read into it: plain data, so that it can cross to another thread. The blocks are mdast,
 * of the kinds that a topic may hold; headings of depth 1 begin a topic, deeper ones its sections.
 */
export interface ImportedArticle {
  readonly title: string;
  /** Other titles under which the article is known: of pages that lead to it. */
  readonly aliases: readonly string[];
  readonly language: LanguageTag;
  /** The kind of infobox that it has: `film`, `settlement`. */
  readonly subjectType?: string;
  readonly blocks: readonly RootContent[];
  readonly hints: readonly NameHint[];
  /** What was left out, or could not be kept as it was; sentences for the user. */
  readonly warnings: readonly string[];
}

/** What a format's reader gives; the rest is made from it for all formats alike. */
export interface ReadArticle {
  /** Absent where the source names none. */
  readonly title?: string;
  readonly aliases?: readonly string[];
  readonly language?: LanguageTag;
  readonly subjectType?: string;
  readonly blocks: RootContent[];
  readonly hints?: readonly NameHint[];
  readonly warnings?: readonly string[];
}
