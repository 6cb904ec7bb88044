import type { Dossier, Fact, Key, Name, NameKind, Section, Source, Topic } from './model';
import { compareLabels } from './nameOrder';
import { PlainShelf } from './plainShelf';
import type { AboutOptions, NameEntry, NameGroup, Shelf } from './shelf';

/**
 * All dossiers that are loaded, with look-up by key. Immutable: a change makes a new library. Each dossier stands on a
 * shelf, which holds it as objects or packed; a key's dossier says on which one to look.
 */
export class Library {
  readonly shelves: readonly Shelf[];
  private readonly shelvesById = new Map<string, Shelf>();

  /** Of two dossiers with the same id the first counts. */
  constructor(dossiers: readonly (Dossier | Shelf)[]) {
    for (const each of dossiers) {
      if (this.shelvesById.has(each.id)) continue;
      this.shelvesById.set(each.id, isShelf(each) ? each : new PlainShelf(each));
    }
    this.shelves = [...this.shelvesById.values()];
  }

  private shelfOf(key: Key): Shelf | undefined {
    const slash = key.indexOf('/');
    return slash < 0 ? undefined : this.shelvesById.get(key.slice(0, slash));
  }

  /** The dossiers; those of packed shelves make what is in them when it is asked for. */
  get dossiers(): readonly Dossier[] {
    return this.shelves.map(({ dossier }) => dossier);
  }

  get nameCount(): number {
    return this.shelves.reduce((sum, shelf) => sum + shelf.nameCount, 0);
  }

  get factCount(): number {
    return this.shelves.reduce((sum, shelf) => sum + shelf.factCount, 0);
  }

  dossier(id: string): Dossier | undefined {
    return this.shelvesById.get(id)?.dossier;
  }

  name(key: Key): Name | undefined {
    return this.shelfOf(key)?.name(key);
  }

  topic(key: Key): Topic | undefined {
    return this.shelfOf(key)?.topic(key);
  }

  section(key: Key): Section | undefined {
    return this.shelfOf(key)?.section(key);
  }

  fact(key: Key): Fact | undefined {
    return this.shelfOf(key)?.fact(key);
  }

  /**
   * The facts about a name, in reading order. With a `limit` no more than that are made, and first those that are about
   * one of `alongWith` too.
   */
  factsAbout(name: Key, options?: AboutOptions): readonly Fact[] {
    return this.shelfOf(name)?.factsAbout(name, options) ?? [];
  }

  /** How many facts are about a name; makes none of them. */
  factCountAbout(name: Key): number {
    return this.shelfOf(name)?.factCountAbout(name) ?? 0;
  }

  /** How many facts are about both names; makes none of them. */
  sharedFacts(name: Key, other: Key): number {
    const shelf = this.shelfOf(name);
    return shelf !== undefined && shelf === this.shelfOf(other) ? shelf.sharedFacts(name, other) : 0;
  }

  /** How many facts stand in a topic, or in a section and those in it; makes none of them. */
  factCountIn(key: Key): number {
    return this.shelfOf(key)?.factCountIn(key) ?? 0;
  }

  /** The sections of a topic in reading order. */
  sectionsOf(topic: Key): readonly Section[] {
    return this.shelfOf(topic)?.sectionsOf(topic) ?? [];
  }

  /** The source of a fact, where its dossier names one. */
  sourceOf(fact: Fact): Source | undefined {
    return this.dossier(fact.dossier)?.sources.find((source) => source.id === fact.source);
  }

  *names(): Iterable<Name> {
    for (const shelf of this.shelves) yield* shelf.names();
  }

  *topics(): Iterable<Topic> {
    for (const shelf of this.shelves) yield* shelf.topics();
  }

  *sections(): Iterable<Section> {
    for (const shelf of this.shelves) yield* shelf.sections();
  }

  *facts(): Iterable<Fact> {
    for (const shelf of this.shelves) yield* shelf.facts();
  }

  /** The names of all dossiers by kind and first letter, kinds in the order of `NAME_KINDS`, letters in theirs. */
  nameGroups(): readonly NameGroup[] {
    if (this.shelves.length === 1) return this.shelves[0]!.nameGroups();
    const counts = new Map<NameKind, Map<string, number>>();
    for (const { kind, letter, count } of this.shelves.flatMap((shelf) => shelf.nameGroups())) {
      const letters = counts.get(kind) ?? new Map<string, number>();
      letters.set(letter, (letters.get(letter) ?? 0) + count);
      counts.set(kind, letters);
    }
    return [...counts].flatMap(([kind, letters]) =>
      [...letters]
        .sort(([one], [other]) => compareLabels(one, other))
        .map(([letter, count]) => ({ kind, letter, count })),
    );
  }

  /** The names of a group from `start` to before `end` in the order of their labels; decodes labels only. */
  namesIn(kind: NameKind, letter: string, start = 0, end = Infinity): readonly NameEntry[] {
    if (this.shelves.length === 1) return this.shelves[0]!.namesIn(kind, letter, start, end);
    const lists = this.shelves.map((shelf) => shelf.namesIn(kind, letter, 0, end));
    return lists
      .flat()
      .sort((one, other) => compareLabels(one.label, other.label))
      .slice(start, end);
  }
}

function isShelf(dossier: Dossier | Shelf): dossier is Shelf {
  return 'sharedFacts' in dossier;
}
