import { Library } from '../../../src/core/library';
import type { Dossier, Fact, FactDate, Name, NameKind, Section, Topic } from '../../../src/core/model';

const D = 'd';

/** A name of the small dossier. */
export function name(
  id: string,
  label: string,
  kind: NameKind = 'person',
  aliases: readonly string[] = [],
): Name {
  return {
    key: `${D}/${id}`,
    id,
    dossier: D,
    label,
    kind,
    description: `What ${label} is`,
    aliases: aliases.map((text) => ({ text, exactCase: false, requiresFullName: false, demonym: false })),
    labels: {},
  };
}

/** A fact of section `s` in topic `t`. */
export function fact(
  id: string,
  text: string,
  names: readonly string[] = [],
  dates: readonly FactDate[] = [],
): Fact {
  return {
    key: `${D}/${id}`,
    id,
    dossier: D,
    topic: `${D}/t`,
    section: `${D}/t/s`,
    text,
    marks: [],
    nameSpans: [],
    names: names.map((each) => `${D}/${each}`),
    dates,
    quantities: [],
    source: 'src',
    position: { file: 'topics/t.md', line: 0, column: 0 },
  };
}

/** A library of one dossier with one topic and one section that holds the facts. */
export function libraryOf(names: readonly Name[], facts: readonly Fact[]): Library {
  const section: Section = {
    key: `${D}/t/s`,
    id: 's',
    dossier: D,
    topic: `${D}/t`,
    title: 'A section',
    depth: 1,
    blocks: [{ kind: 'paragraph', facts }],
    facts,
    sections: [],
    position: { file: 'topics/t.md', line: 0, column: 0 },
  };
  const topic: Topic = {
    key: `${D}/t`,
    id: 't',
    dossier: D,
    file: 'topics/t.md',
    title: 'A topic',
    summary: 'What it is about',
    language: 'en',
    sections: [section],
  };
  const dossier: Dossier = {
    id: D,
    title: 'A dossier',
    description: '',
    language: 'en',
    sources: [{ id: 'src', title: 'A source', url: 'https://example.org/a_(b)', license: 'CC0-1.0' }],
    topics: [topic],
    names,
  };
  return new Library([dossier]);
}
