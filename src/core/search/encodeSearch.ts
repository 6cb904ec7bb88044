import type { Library } from '../library';
import {
  NAME_KINDS,
  type Edtf,
  type Fact,
  type Key,
  type LanguageTag,
  type Name,
  type Section,
} from '../model';
import { writePart } from '../pack/container';
import { encodeJson, sortByHash } from '../pack/texts';
import type { Shelf } from '../shelf';
import { EntryWriter } from './entryWriter';
import { daysOf, figuresIn, type DaySpan } from './figures';
import { fingerprintOf } from './fingerprint';
import { Info, Kind, SEARCH_PART, type SearchHead } from './indexPart';
import { formsOf } from './nameForms';
import { ByteList, NumberList } from './termTable';

/**
 * Makes the search's index of a library: one buffer that `SearchIndex.open` reads without parsing. Everything is read once,
 * one name or fact at a time, and nothing of it kept but numbers.
 */
export function encodeSearch(library: Library): ArrayBuffer {
  return new Encoder(library).encode();
}

class Encoder {
  private readonly entries = new EntryWriter();
  private readonly numbers = new Map<Key, number>();
  private readonly ends = new NumberList();
  /** Name and fact of each pair that belongs together. */
  private readonly aboutNames = new NumberList();
  private readonly aboutFacts = new NumberList();
  private readonly dateEntries = new NumberList();
  private readonly dateFirsts = new NumberList();
  private readonly dateLasts = new NumberList();
  private readonly spans = new Map<Edtf, DaySpan | null>();

  /** The fact that comes next in reading order. */
  private fact: Fact | undefined;
  private nextFact: () => void = () => undefined;

  constructor(private readonly library: Library) {}

  encode(): ArrayBuffer {
    const { shelves } = this.library;
    const names = shelves.map((shelf) => this.run(() => this.addNames(shelf)));
    const nameCount = this.entries.count;
    const trees = shelves.map((shelf) => this.run(() => this.addTree(shelf)));
    const head: SearchHead = {
      fingerprint: fingerprintOf(this.library),
      nameCount,
      dossiers: shelves.map((shelf, at) => ({
        id: shelf.id,
        title: shelf.dossier.title,
        names: names[at]!,
        tree: trees[at]!,
      })),
    };
    // Freed before the buffers are laid out.
    this.numbers.clear();
    const { entries } = this;
    const written = entries.finish();
    const facts = this.factsByName(nameCount);
    const { forms } = entries;
    const sorted = sortByHash(forms.hashes);
    return writePart(SEARCH_PART, [
      encodeJson(head),
      written.words,
      written.wordOffsets,
      written.wordCounts,
      written.postings,
      written.postingOffsets,
      written.texts,
      written.textOffsets,
      entries.info.all,
      entries.lengths.all,
      this.weights(facts.counts),
      entries.parents.all,
      this.ends.all,
      entries.ids.bytes,
      entries.ids.offsets,
      facts.lists,
      facts.offsets,
      sorted.hashes,
      Uint32Array.from(sorted.places, (place) => forms.checks[place]!),
      Uint32Array.from(sorted.places, (place) => forms.names[place]!),
      this.dateEntries.all,
      this.dateFirsts.all,
      this.dateLasts.all,
    ]);
  }

  private run(add: () => void): readonly [number, number] {
    const first = this.entries.count;
    add();
    return [first, this.entries.count];
  }

  private addNames(shelf: Shelf): void {
    for (const name of shelf.names()) this.addName(name);
  }

  private addName(name: Name): void {
    const { entries } = this;
    const info = Kind.name | (NAME_KINDS.indexOf(name.kind) << Info.nameKindShift);
    const number = entries.begin({ info, id: name.id });
    this.numbers.set(name.key, number);
    entries.title(name.label);
    entries.aliases(formsOf(name).slice(1));
    entries.text(name.description);
    entries.end();
    this.ends.push(number + 1);
  }

  private addTree(shelf: Shelf): void {
    // One fact at a time as the shelf decodes it; the sections of a packed shelf would keep theirs.
    const facts = shelf.facts()[Symbol.iterator]();
    this.nextFact = () => {
      const next = facts.next();
      this.fact = next.done === true ? undefined : next.value;
    };
    this.nextFact();
    for (const topic of shelf.topics()) {
      const { entries } = this;
      const number = entries.begin({ info: Kind.topic, id: topic.id });
      entries.title(topic.title);
      entries.aliases([]);
      entries.text(topic.summary);
      entries.end();
      this.ends.push(0);
      for (const section of topic.sections) this.addSection(section, number, topic.language);
      while (this.fact?.topic === topic.key) this.addFact(this.fact, number, topic.language);
      this.ends.all[number] = entries.count;
    }
  }

  private addSection(section: Section, parent: number, language: LanguageTag): void {
    const { entries } = this;
    const number = entries.begin({ info: Kind.section, id: section.id, parent });
    entries.title(section.title);
    entries.aliases([]);
    entries.text('');
    entries.end();
    this.ends.push(0);
    while (this.fact?.section === section.key) this.addFact(this.fact, number, language);
    for (const inner of section.sections) this.addSection(inner, number, language);
    this.ends.all[number] = entries.count;
  }

  private addFact(fact: Fact, parent: number, language: LanguageTag): void {
    const { entries } = this;
    const info =
      Kind.fact | (fact.quantities.length > 0 ? Info.figure : 0) | (fact.dates.length > 0 ? Info.date : 0);
    const number = entries.begin({ info, id: fact.id, parent });
    entries.title('');
    entries.aliases([]);
    entries.text(fact.text);
    entries.figures(figuresIn(fact.text, language).map(({ value }) => value));
    entries.end();
    this.ends.push(number + 1);
    for (const key of new Set(fact.names)) {
      const name = this.numbers.get(key);
      if (name === undefined) continue;
      this.aboutNames.push(name);
      this.aboutFacts.push(number);
    }
    for (const { edtf } of fact.dates) {
      const days = this.daysOf(edtf);
      if (!days) continue;
      this.dateEntries.push(number);
      this.dateFirsts.push(days.from);
      this.dateLasts.push(days.to);
    }
    this.nextFact();
  }

  /** Most facts have one of a few dates. */
  private daysOf(edtf: Edtf): DaySpan | undefined {
    let days = this.spans.get(edtf);
    if (days === undefined) {
      days = daysOf(edtf) ?? null;
      this.spans.set(edtf, days);
    }
    return days ?? undefined;
  }

  private factsByName(nameCount: number) {
    const names = this.aboutNames.all;
    const facts = this.aboutFacts.all;
    const counts = new Uint32Array(nameCount);
    for (const name of names) counts[name]!++;
    const next = new Uint32Array(nameCount + 1);
    for (let name = 0; name < nameCount; name++) next[name + 1] = next[name]! + counts[name]!;
    const sorted = new Uint32Array(facts.length);
    names.forEach((name, at) => (sorted[next[name]!++] = facts[at]!));
    const lists = new ByteList();
    const offsets = new Uint32Array(nameCount + 1);
    let at = 0;
    for (let name = 0; name < nameCount; name++) {
      let before = -1;
      for (const stop = at + counts[name]!; at < stop; at++) {
        lists.pushNumber(sorted[at]! - before - 1);
        before = sorted[at]!;
      }
      offsets[name + 1] = lists.length;
    }
    return { counts, lists: lists.all, offsets };
  }

  /** How much the library says about each entry: facts about a name, or in a topic or section, as a logarithm. */
  private weights(factCounts: Uint32Array): Uint8Array {
    const ends = this.ends.all;
    return Uint8Array.from(ends, (end, entry) => {
      const facts = entry < factCounts.length ? factCounts[entry]! : end - entry - 1;
      return Math.min(255, Math.round(Math.log2(1 + facts) * 12));
    });
  }
}
