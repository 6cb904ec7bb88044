import type { Dossier, Fact, Key, Name, Section, Source, Topic } from './model';

/** All dossiers that are loaded, with look-up by key. Immutable: a change makes a new library. */
export class Library {
  private readonly dossiersById = new Map<string, Dossier>();
  private readonly namesByKey = new Map<Key, Name>();
  private readonly topicsByKey = new Map<Key, Topic>();
  private readonly sectionsByKey = new Map<Key, Section>();
  private readonly factsByKey = new Map<Key, Fact>();
  private readonly factsByName = new Map<Key, Fact[]>();
  /** The sections of each topic in reading order, nested ones after the section around them. */
  private readonly readingOrder = new Map<Key, Section[]>();

  constructor(readonly dossiers: readonly Dossier[]) {
    for (const dossier of dossiers) {
      this.dossiersById.set(dossier.id, dossier);
      for (const name of dossier.names) this.namesByKey.set(name.key, name);
      for (const topic of dossier.topics) {
        this.topicsByKey.set(topic.key, topic);
        const order: Section[] = [];
        this.readingOrder.set(topic.key, order);
        for (const section of topic.sections) this.addSection(section, order);
      }
    }
  }

  private addSection(section: Section, order: Section[]): void {
    this.sectionsByKey.set(section.key, section);
    order.push(section);
    for (const fact of section.facts) {
      this.factsByKey.set(fact.key, fact);
      for (const name of fact.names) {
        const facts = this.factsByName.get(name);
        if (facts) facts.push(fact);
        else this.factsByName.set(name, [fact]);
      }
    }
    for (const child of section.sections) this.addSection(child, order);
  }

  dossier(id: string): Dossier | undefined {
    return this.dossiersById.get(id);
  }

  name(key: Key): Name | undefined {
    return this.namesByKey.get(key);
  }

  topic(key: Key): Topic | undefined {
    return this.topicsByKey.get(key);
  }

  section(key: Key): Section | undefined {
    return this.sectionsByKey.get(key);
  }

  fact(key: Key): Fact | undefined {
    return this.factsByKey.get(key);
  }

  /** The facts about a name, in reading order. */
  factsAbout(name: Key): readonly Fact[] {
    return this.factsByName.get(name) ?? [];
  }

  /** The sections of a topic in reading order. */
  sectionsOf(topic: Key): readonly Section[] {
    return this.readingOrder.get(topic) ?? [];
  }

  /** The source of a fact, where its dossier names one. */
  sourceOf(fact: Fact): Source | undefined {
    return this.dossier(fact.dossier)?.sources.find((source) => source.id === fact.source);
  }

  *names(): Iterable<Name> {
    yield* this.namesByKey.values();
  }

  *topics(): Iterable<Topic> {
    yield* this.topicsByKey.values();
  }

  *sections(): Iterable<Section> {
    yield* this.sectionsByKey.values();
  }

  *facts(): Iterable<Fact> {
    yield* this.factsByKey.values();
  }
}
