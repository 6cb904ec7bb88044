/**
 * What counts how much: the one table of the search's ranking. Chosen by measurement on the tuning half of
 * `test/bench/search`; `npm run bench -- search` says what a change does.
 */
export const WEIGHTS = {
  /** Where a word stands. `place` is the title of the section or topic around a fact. */
  title: 4,
  alias: 3.4,
  text: 1.6,
  place: 0.9,
  /** A title or alias that is the word alone; the first word of a title. */
  whole: 1.6,
  first: 1.15,
  /** How much a word counts that is not exactly the one that was typed. */
  exact: 1,
  plural: 0.95,
  /** The word that is being typed begins so; any other word begins so. */
  unfinished: 0.75,
  prefix: 0.5,
  typo: 0.35,
  /** A fact about the name that the query names, in whatever words. */
  about: 1.5,
  /** A figure or a phrase that stands there in another spelling. */
  figure: 1.6,
  /** A date: the same; inside the one asked for; around it; only touching. */
  sameDate: 1.6,
  insideDate: 1.3,
  aroundDate: 0.7,
  touchingDate: 0.25,
  /** A sequence of words that belongs together, as in writing without spaces. */
  sequence: 1.6,
  /** All matched words beside each other; and in the order of the query. */
  closeness: 0.5,
  order: 0.5,
  /** The title, or an alias, is the query, whole. */
  wholeTitle: 1.2,
  /** Words that may be missing (of, the, how many). */
  optional: 0.15,
  /** What the library says most about comes first, all else being alike. */
  weight: 0.25,
  /** A fact with a figure where the question is how many, with a date where it is when; times. */
  asked: 1.4,
  /** The current document names it. */
  boost: 0.12,
  /** Hits of a kind, times. */
  kinds: { name: 1.35, topic: 1.15, section: 1.05, fact: 1 },
  /** Anything but a fact that has the words only in its description. */
  described: 0.45,
  /** How much long texts and titles are held against a hit: 0 not at all, 1 in full. */
  textLength: 0.25,
  titleLength: 0.35,
} as const;
