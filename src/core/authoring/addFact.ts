import type { Edtf, Fact, LanguageTag, Section, Topic } from '../model';
import { FactIds } from '../format/factIds';
import { findFence } from '../format/frontMatterFence';
import { isId, UniqueIds } from '../format/ids';
import { ProblemCollector, TextFile } from '../format/problems';
import { readTopic } from '../format/topicFile';
import { isEdtf } from '../values/edtf';
import { escapeProse } from './escapeProse';
import { insert, lineBreakOf, oneLine, type Insertion } from './insertion';

/** A sentence that is to become a fact. */
export interface NewFact {
  readonly sentence: string;
  /** Id of the section; the end of the topic without it. */
  readonly section?: string;
  /** Id of its source, where it is not the topic's. */
  readonly source?: string;
  /** The time it holds for. */
  readonly when?: Edtf;
  /** The dossier's language, by which sentences are told apart; `en` without it. */
  readonly language?: LanguageTag;
}

/** The edit that adds a fact; or why there is none. */
export type AddedFact =
  | { readonly edit: Insertion; /** The section it is in. */ readonly section: string }
  | {
      /**
       * `no-words`: nothing in the sentence can be a fact. `no-section`: the topic has no such section. `swallowed`:
       * what stands at that place (code or a comment that never closes, say) would swallow it. `bad-date`, `bad-source`:
       * `when` is no EDTF date, `source` no id.
       */
      readonly refused: 'no-words' | 'no-section' | 'swallowed' | 'bad-date' | 'bad-source';
    };

/** A section with what an author needs to choose it. */
export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
}

/** Reads a topic by itself: names and sources are not looked up, since only its text counts here. */
function readAlone(text: string, sources: readonly string[], language: LanguageTag = 'en'): Topic {
  const factIds = new FactIds();
  return readTopic(new TextFile('topics/topic.md', text), {
    dossier: {
      dossier: '',
      sources: sources.map((id) => ({ id, title: id })),
      nameKeys: new Map(),
      areNamesComplete: false,
      factIds,
      derivedIds: new UniqueIds(factIds),
    },
    language,
    findNames: () => [],
    problems: new ProblemCollector(),
  });
}

function inReadingOrder(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...inReadingOrder(section.sections)]);
}

/** The sections of a topic's text in reading order. */
export function outlineOf(text: string): readonly OutlineEntry[] {
  return inReadingOrder(readAlone(text, []).sections).map(({ id, title, depth }) => ({ id, title, depth }));
}

/** Offset of the beginning of each line. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
}

/** A paragraph put behind the last line with text between two offsets, set off by empty lines. */
function paragraphEdit(text: string, from: number, to: number, paragraph: string): Insertion {
  const lineBreak = lineBreakOf(text);
  const content = text.slice(from, to).trimEnd();
  if (content === '' && from === 0) {
    return { offset: 0, text: paragraph + lineBreak + (text.trim() === '' ? '' : lineBreak) };
  }
  const atEnd = from + content.length;
  // Up to the end of the line, with its trailing spaces; directly behind front matter there is no text.
  const offset = content === '' ? from : atEnd + /^[^\r\n]*/.exec(text.slice(atEnd, to))![0].length;
  const rest = text.slice(offset);
  const isLineStart = text[offset - 1] === '\n' || text[offset - 1] === '\r';
  // Text on the very next line would run on from the paragraph, or make a heading of it.
  const next = isLineStart ? rest : rest.replace(/^(?:\r\n|\n|\r)/, '');
  const isFollowed = /^[ \t]*[^\s]/.test(next);
  const after = (isLineStart ? lineBreak : '') + (isFollowed ? lineBreak : '');
  return { offset, text: lineBreak + (isLineStart ? '' : lineBreak) + paragraph + after };
}

type FactText = Pick<Fact, 'text' | 'section' | 'source'>;

function factsOf(topic: Topic): readonly FactText[] {
  return inReadingOrder(topic.sections).flatMap((section) => section.facts);
}

function sameFacts(left: readonly FactText[], right: readonly FactText[]): boolean {
  const plain = ({ text, section, source }: FactText): string => `${section}\n${source ?? ''}\n${text}`;
  return left.length === right.length && left.every((fact, index) => plain(fact) === plain(right[index]!));
}

/** The ways to write a fact, plainest first. */
function* forms({ source, when }: NewFact, sentence: string): Generator<string> {
  const escaped = escapeProse(sentence);
  const attributes = [
    ...(when === undefined ? [] : [`when=${when}`]),
    ...(source === undefined ? [] : [`source=${source}`]),
  ];
  if (attributes.length === 0) yield escaped;
  // Several sentences are one fact only where a directive says so.
  yield `:fact[${escaped}]${attributes.length === 0 ? '' : `{${attributes.join(' ')}}`}`;
}

/**
 * The edit that adds a sentence to a topic as a paragraph of its own, at the end of a section or of the topic. What
 * would be markup is escaped, so that the fact's text is the sentence; several sentences become one fact. Nothing else
 * changes. The edit is proven by reading the topic with it: it must give the old facts and the new one.
 */
export function addFact(text: string, fact: NewFact): AddedFact {
  const sentence = oneLine(fact.sentence);
  if (!/[\p{L}\p{N}]/u.test(sentence)) return { refused: 'no-words' };
  if (fact.when !== undefined && !isEdtf(fact.when)) return { refused: 'bad-date' };
  if (fact.source !== undefined && !isId(fact.source)) return { refused: 'bad-source' };
  const sources = ['', ...(fact.source === undefined ? [] : [fact.source])];
  const before = readAlone(text, sources, fact.language);
  const sections = inReadingOrder(before.sections);
  const index =
    fact.section === undefined ? sections.length - 1 : sections.findIndex(({ id }) => id === fact.section);
  const isNewLead = index < 0 && (fact.section === undefined || fact.section === 'lead');
  if (index < 0 && !isNewLead) return { refused: 'no-section' };
  const starts = lineStarts(text);
  const startOf = (section: Section | undefined, otherwise: number): number =>
    section ? (starts[section.position.line] ?? otherwise) : otherwise;
  const from = isNewLead ? (findFence(text)?.bodyStart ?? 0) : startOf(sections[index], 0);
  const to = startOf(sections[index + 1], text.length);
  const oldFacts = factsOf(before);
  const at = sections.slice(0, index + 1).reduce((count, section) => count + section.facts.length, 0);
  const section = sections[index]?.id ?? 'lead';
  for (const form of forms(fact, sentence)) {
    const edit = paragraphEdit(text, from, to, form);
    const newFacts = factsOf(readAlone(insert(text, edit), sources, fact.language));
    const added = newFacts[at];
    const isAsWanted =
      added?.text === sentence &&
      added.section === `/topic/${section}` &&
      (fact.source === undefined || added.source === fact.source);
    if (isAsWanted && sameFacts(oldFacts, newFacts.toSpliced(at, 1))) return { edit, section };
  }
  return { refused: 'swallowed' };
}
