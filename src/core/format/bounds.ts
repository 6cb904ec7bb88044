/** Sizes beyond which a dossier's file is not read, so that no file can hold up its reader. Messages name them. */

/** Bytes of one topic. */
export const TOPIC_BYTES = 8 * 1024 * 1024;
/** Bytes of `dossier.yaml`. */
export const MANIFEST_BYTES = 1024 * 1024;
/** Bytes of `names.yaml`: room for several hundred thousand names. */
export const NAMES_BYTES = 64 * 1024 * 1024;
/** Characters of front matter. */
export const FRONT_MATTER_LENGTH = 64 * 1024;
/** How often a YAML file may use an alias (`*anchor`), counted as often as it is followed. */
export const YAML_ALIASES = 100;
/** How deep collections of a YAML file, and lists and quotes of a topic, may nest. */
export const NESTING = 100;
/** Headings of one topic. */
export const HEADINGS = 20_000;
/** Characters of one paragraph. */
export const PARAGRAPH_LENGTH = 100_000;
/** Characters of one paragraph that may begin markup; the Markdown reader compares them with each other. */
export const PARAGRAPH_MARKUP = 4_000;
/** Over a topic, the sum of length × markup characters of its paragraphs: a measure of the Markdown reader's work. */
export const MARKUP_WORK = 100_000_000;
/** Problems reported for one file. */
export const PROBLEMS = 200;
/** Topics of one dossier. */
export const TOPICS = 20_000;
/** Lines of one block of a topic (a list whose items all stand inside of one item, say) that is not divided. */
export const BLOCK_LINES = 5_000;
