import { licenseUrl } from '../licenses';
import type { Library } from '../library';
import type { Dossier, Fact, Key, LanguageTag, Section } from '../model';
import { formatEdtf } from '../values/edtfText';
import type { ListedDossier, ListedEntry, ListedFact, ListedSource } from './factList';

/** What of a library is listed. */
export interface ListTarget {
  readonly kind: 'dossier' | 'topic' | 'section' | 'name';
  readonly key: Key;
}

/** The title and entries of a list; the entries are made while they are walked through. */
export interface FactList {
  readonly title: string;
  readonly language: LanguageTag;
  readonly summary?: string;
  readonly entries: Iterable<ListedEntry>;
}

/** How many facts about a name are made at once. */
const AT_ONCE = 200;

/**
 * Lists facts of a library with their headings, dates, sources and licences.
 * `language` is the user's: dates are written out in it.
 */
export class FactLister {
  private readonly dossiers = new Map<string, ListedDossier | undefined>();
  private readonly sources = new Map<Key, ListedSource>();

  constructor(
    private readonly library: Library,
    private readonly language: LanguageTag,
  ) {}

  /** `undefined` where the library does not hold the target. */
  list({ kind, key }: ListTarget): FactList | undefined {
    switch (kind) {
      case 'dossier': {
        const dossier = this.library.dossier(key);
        return (
          dossier && {
            title: dossier.title,
            language: dossier.language,
            summary: dossier.description,
            entries: this.ofDossier(dossier),
          }
        );
      }
      case 'topic': {
        const topic = this.library.topic(key);
        return (
          topic && {
            title: topic.title,
            language: topic.language,
            summary: topic.summary,
            entries: this.ofSections(topic.sections, 1, topic.title),
          }
        );
      }
      case 'section': {
        const section = this.library.section(key);
        const topic = section && this.library.topic(section.topic);
        if (!section || !topic) return undefined;
        return {
          title: section.title,
          language: topic.language,
          ...(topic.title !== section.title && { summary: topic.title }),
          entries: this.ofSection(section, 1),
        };
      }
      case 'name': {
        const name = this.library.name(key);
        return (
          name && {
            title: name.label,
            language: this.library.dossier(name.dossier)?.language ?? '',
            summary: name.description,
            entries: this.ofName(key, 1),
          }
        );
      }
    }
  }

  /** Facts by their keys, in this order; keys that the library does not hold are passed over. */
  *facts(keys: Iterable<Key>): Iterable<ListedFact> {
    for (const key of keys) {
      const fact = this.library.fact(key);
      if (fact) yield this.fact(fact);
    }
  }

  /** A fact with all that it takes to stand alone. */
  fact(fact: Fact): ListedFact {
    const { library } = this;
    const topic = library.topic(fact.topic);
    const section = library.section(fact.section);
    const dossier = this.dossier(fact.dossier);
    const source = this.source(fact);
    const dates = [...new Set(fact.dates.map(({ edtf }) => edtf))];
    return {
      kind: 'fact',
      key: fact.key,
      text: { text: fact.text, marks: fact.marks },
      language: topic?.language ?? '',
      dates: dates.map((edtf) => ({ edtf, text: formatEdtf(edtf, this.language) })),
      quantities: fact.quantities.map(({ value, kind, unit, when }) => ({
        value,
        kind,
        unit,
        ...(when !== undefined && { when }),
      })),
      names: fact.names.flatMap((key) => {
        const name = library.name(key);
        return name ? [{ key, label: name.label }] : [];
      }),
      ...(dossier && { dossier }),
      ...(topic && { topic: { key: topic.key, title: topic.title } }),
      ...(section && { section: { key: section.key, title: section.title } }),
      ...(source && { source }),
    };
  }

  /** The facts of a section, then its sections with their headings at `depth`. */
  *ofSection(section: Section, depth: number): Iterable<ListedEntry> {
    for (const fact of section.facts) yield this.fact(fact);
    yield* this.ofSections(section.sections, depth);
  }

  /** The facts about a name under the titles of their topics. */
  *ofName(key: Key, depth: number): Iterable<ListedEntry> {
    let topic: Key | undefined;
    for (let skip = 0; ; skip += AT_ONCE) {
      const facts = this.library.factsAbout(key, { skip, limit: AT_ONCE });
      for (const fact of facts) {
        const listed = this.fact(fact);
        if (fact.topic !== topic && listed.topic) {
          const { title } = listed.topic;
          yield { kind: 'heading', depth, text: title, language: listed.language, key: fact.topic };
        }
        topic = fact.topic;
        yield listed;
      }
      if (facts.length < AT_ONCE) return;
    }
  }

  private *ofDossier(dossier: Dossier): Iterable<ListedEntry> {
    for (const { key, title, summary, language, sections } of dossier.topics) {
      yield { kind: 'heading', depth: 1, text: title, language, key, ...(summary && { summary }) };
      yield* this.ofSections(sections, 2, title);
    }
  }

  /** What stands before the first heading has the title of its topic, which is not said twice. */
  private *ofSections(sections: readonly Section[], depth: number, around = ''): Iterable<ListedEntry> {
    for (const section of sections) {
      const { title: text, key } = section;
      const language = this.library.topic(section.topic)?.language ?? '';
      if (text !== around) yield { kind: 'heading', depth, text, language, key };
      yield* this.ofSection(section, depth + 1);
    }
  }

  private dossier(id: string): ListedDossier | undefined {
    if (!this.dossiers.has(id)) {
      const dossier = this.library.dossier(id);
      this.dossiers.set(id, dossier && { key: id, title: dossier.title, ...licenseOf(dossier.license) });
    }
    return this.dossiers.get(id);
  }

  private source(fact: Fact): ListedSource | undefined {
    if (fact.source === undefined) return undefined;
    const key = `${fact.dossier}/${fact.source}`;
    let listed = this.sources.get(key);
    const source = listed ? undefined : this.library.sourceOf(fact);
    if (source) {
      const { title, url, license, retrieved: edtf } = source;
      listed = {
        key,
        title,
        ...(url !== undefined && { url }),
        ...licenseOf(license),
        ...(edtf !== undefined && { retrieved: { edtf, text: formatEdtf(edtf, this.language) } }),
      };
      this.sources.set(key, listed);
    }
    return listed;
  }
}

function licenseOf(license: string | undefined): { license?: string; licenseUrl?: string } {
  if (license === undefined) return {};
  const url = licenseUrl(license);
  return { license, ...(url !== undefined && { licenseUrl: url }) };
}
