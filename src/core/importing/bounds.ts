/** Sizes beyond which an article is not imported, so that no input can hold up its reader. Messages name them. */

/** UTF-16 code units of the source. */
export const SOURCE_LENGTH = 6_000_000;
/** Bytes of a file that is imported. */
export const SOURCE_BYTES = 24 * 1024 * 1024;
/** Elements of an HTML page, and how deep they may nest; browsers stop at 512 too. */
export const HTML_ELEMENTS = 500_000;
export const HTML_NESTING = 400;
/** How deep templates and links of wikitext may nest; deeper ones are read as plain text. MediaWiki's own bound is 40. */
export const WIKI_NESTING = 40;
/** UTF-16 code units that templates may add. */
export const WIKI_EXPANSION = 8_000_000;
/** How deep lists and quotes nest in what is written; deeper ones are put beside each other. */
export const BLOCK_NESTING = 20;
/** How deep emphasis and links nest in what is written. */
export const INLINE_NESTING = 20;
/** UTF-16 code units of a topic's Markdown; a longer article becomes several topics. */
export const TOPIC_LENGTH = 1_500_000;
/** Headings of a topic; an article with more becomes several topics. */
export const TOPIC_HEADINGS = 5_000;
/** Names that are proposed. */
export const PROPOSED_NAMES = 2_000;
