import type { Dossier, Fact, Key, Name, NameKind, Section, Topic } from './model';

/** Which facts about a name are wanted. */
export interface AboutOptions {
  /** At most so many. */
  readonly limit?: number;
  /** So many are passed over first, without being made; not together with `alongWith`. */
  readonly skip?: number;
  /** Facts that are also about one of these come first; the rest keeps its reading order. Only with a `limit`. */
  readonly alongWith?: readonly Key[];
}

/** A name as a list shows it, known without decoding the rest of it. */
export interface NameEntry {
  readonly key: Key;
  readonly label: string;
  readonly kind: NameKind;
}

/** Names of one kind that begin with the same letter. */
export interface NameGroup {
  readonly kind: NameKind;
  /** The letter without accents, as a capital; `#` for all that begins with none. */
  readonly letter: string;
  readonly count: number;
}

/**
 * One dossier of a library, however it is held. Keys are those of this dossier; what it does not hold gives `undefined`
 * or nothing. Topics and sections are the same objects each time; facts and names may be made anew.
 */
export interface Shelf {
  readonly id: string;
  readonly dossier: Dossier;
  readonly nameCount: number;
  readonly factCount: number;

  name(key: Key): Name | undefined;
  topic(key: Key): Topic | undefined;
  section(key: Key): Section | undefined;
  fact(key: Key): Fact | undefined;

  /** The sections of a topic in reading order, nested ones after the section around them. */
  sectionsOf(topic: Key): readonly Section[];
  /** How many facts stand in a topic, or in a section and those in it. */
  factCountIn(key: Key): number;

  /** The facts about a name, in reading order unless `options` say otherwise. */
  factsAbout(name: Key, options?: AboutOptions): readonly Fact[];
  factCountAbout(name: Key): number;
  /** How many facts are about both names. */
  sharedFacts(name: Key, other: Key): number;

  names(): Iterable<Name>;
  topics(): Iterable<Topic>;
  sections(): Iterable<Section>;
  facts(): Iterable<Fact>;

  /** The groups of names by kind and letter, none of them empty. */
  nameGroups(): readonly NameGroup[];
  /** The names of a group, from `start` to before `end` in the order of their labels; nothing where there is none. */
  namesIn(kind: NameKind, letter: string, start?: number, end?: number): readonly NameEntry[];
}
