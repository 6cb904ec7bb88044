import type { Dossier, Fact, Key, Name, NameKind, Section, Topic } from './model';
import { orderNames, runOf, type NameOrder } from './nameOrder';
import type { AboutOptions, NameEntry, NameGroup, Shelf } from './shelf';

/** A dossier as plain objects in memory, such as the bundled one. */
export class PlainShelf implements Shelf {
  private readonly namesByKey = new Map<Key, Name>();
  private readonly topicsByKey = new Map<Key, Topic>();
  private readonly sectionsByKey = new Map<Key, Section>();
  private readonly factsByKey = new Map<Key, Fact>();
  private readonly factsByName = new Map<Key, Fact[]>();
  private readonly readingOrder = new Map<Key, Section[]>();
  private ordered: NameOrder | undefined;

  constructor(readonly dossier: Dossier) {
    for (const name of dossier.names) this.namesByKey.set(name.key, name);
    for (const topic of dossier.topics) {
      this.topicsByKey.set(topic.key, topic);
      const order: Section[] = [];
      this.readingOrder.set(topic.key, order);
      for (const section of topic.sections) this.addSection(section, order);
    }
  }

  private addSection(section: Section, order: Section[]): void {
    this.sectionsByKey.set(section.key, section);
    order.push(section);
    for (const fact of section.facts) {
      this.factsByKey.set(fact.key, fact);
      for (const name of new Set(fact.names)) {
        const facts = this.factsByName.get(name);
        if (facts) facts.push(fact);
        else this.factsByName.set(name, [fact]);
      }
    }
    for (const child of section.sections) this.addSection(child, order);
  }

  get id(): string {
    return this.dossier.id;
  }

  get nameCount(): number {
    return this.namesByKey.size;
  }

  get factCount(): number {
    return this.factsByKey.size;
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

  sectionsOf(topic: Key): readonly Section[] {
    return this.readingOrder.get(topic) ?? [];
  }

  factCountIn(key: Key): number {
    const section = this.sectionsByKey.get(key);
    const within = section ? [section] : (this.topicsByKey.get(key)?.sections ?? []);
    const count = (sections: readonly Section[]): number =>
      sections.reduce((sum, each) => sum + each.facts.length + count(each.sections), 0);
    return count(within);
  }

  factsAbout(name: Key, { limit = Infinity, skip = 0, alongWith = [] }: AboutOptions = {}): readonly Fact[] {
    const all = this.factsByName.get(name) ?? [];
    if (skip > 0) return all.slice(skip, skip + limit);
    if (all.length <= limit && (alongWith.length === 0 || limit === Infinity)) return all;
    const wanted = new Set(alongWith.filter((other) => other !== name));
    const isWanted = (fact: Fact): boolean => fact.names.some((other) => wanted.has(other));
    return [...all.filter(isWanted), ...all.filter((fact) => !isWanted(fact))].slice(0, limit);
  }

  factCountAbout(name: Key): number {
    return this.factsByName.get(name)?.length ?? 0;
  }

  sharedFacts(name: Key, other: Key): number {
    const one = this.factsByName.get(name) ?? [];
    const two = this.factsByName.get(other) ?? [];
    const [few, among] = one.length <= two.length ? [one, other] : [two, name];
    return few.reduce((sum, fact) => sum + (fact.names.includes(among) ? 1 : 0), 0);
  }

  names(): Iterable<Name> {
    return this.namesByKey.values();
  }

  topics(): Iterable<Topic> {
    return this.topicsByKey.values();
  }

  sections(): Iterable<Section> {
    return this.sectionsByKey.values();
  }

  facts(): Iterable<Fact> {
    return this.factsByKey.values();
  }

  private get order(): NameOrder {
    const { names } = this.dossier;
    this.ordered ??= orderNames(
      names.map(({ label }) => label),
      names.map(({ kind }) => kind),
    );
    return this.ordered;
  }

  nameGroups(): readonly NameGroup[] {
    return this.order.groups.map(({ kind, letter, count }) => ({ kind, letter, count }));
  }

  namesIn(kind: NameKind, letter: string, start?: number, end?: number): readonly NameEntry[] {
    const { order, groups } = this.order;
    const { from, to } = runOf(groups, kind, letter, start, end);
    return Array.from(order.subarray(from, to), (at) => {
      const { key, label } = this.dossier.names[at]!;
      return { key, label, kind };
    });
  }
}
