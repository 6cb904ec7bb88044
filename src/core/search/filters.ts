import { NAME_KINDS } from '../model';
import { findDates } from '../values/dates';
import { daysOf, type DaySpan } from './figures';
import { HIT_KINDS, Info, Kind } from './indexPart';
import type { IndexData } from './indexData';
import { eachDate } from './meaning';
import { hashForm } from './nameForms';
import { findPhrase, type FoundPhrase } from './phrases';
import { otherNumbers } from './plural';
import type { FilterField, FilterPart, QueryPart } from './query';
import type { HitKind } from './searchOptions';
import { wordsOf } from './wordReader';

/** What may stand behind `has:`. */
export const HAS_VALUES = ['figure', 'date'] as const;
/** What may stand behind `kind:`: kinds of hits and kinds of names. */
export const KIND_VALUES: readonly string[] = [...HIT_KINDS, ...NAME_KINDS];

/** Whether a value of a filter means something in any library; those of names, topics and dossiers depend on it. */
export function isKnownValue(field: FilterField, value: string): boolean {
  const text = value.trim().toLowerCase();
  switch (field) {
    case 'kind':
      return kindOf(text) !== undefined;
    case 'has':
      return complete(HAS_VALUES, text) !== undefined;
    case 'year':
    case 'before':
    case 'after':
      return daysOfFilter(field, text) !== undefined;
    case 'name':
    case 'topic':
    case 'dossier':
      return true;
  }
}

/**
 * A byte for each entry: 1 where it may be found. `undefined` where all may. A filter that is not finished, or that says
 * nothing that the library knows, is not there yet; `hidden` has a 1 for what is never found; but a name, topic or dossier that is not in the library has no entries.
 */
export function allowedEntries(
  data: IndexData,
  parts: readonly QueryPart[],
  phrases: readonly FoundPhrase[],
  kinds: readonly HitKind[] | undefined,
  hidden?: Uint8Array,
): Uint8Array | undefined {
  let allowed: Uint8Array | undefined;
  const keep = (marks: Uint8Array, negated: boolean): void => {
    allowed ??= new Uint8Array(data.count).fill(1);
    const wanted = negated ? 0 : 1;
    for (let entry = 0; entry < marks.length; entry++) if (marks[entry] !== wanted) allowed[entry] = 0;
  };
  if (hidden) keep(hidden, true);
  if (kinds) keep(ofKinds(data, kinds), false);
  for (const part of parts) {
    if (part.part === 'filter') {
      const marks = marksOf(data, part);
      if (marks) keep(marks, part.negated);
    } else if (part.negated) {
      keep(withWords(data, part.text, part.part === 'phrase'), true);
    }
  }
  for (const { entries } of phrases) keep(marksOn(data, entries), false);
  return allowed;
}

function marksOf(data: IndexData, { field, value }: FilterPart): Uint8Array | undefined {
  const text = value.trim().toLowerCase();
  if (text === '') return undefined;
  switch (field) {
    case 'kind':
      return ofKind(data, text);
    case 'has':
      return withFlag(data, text);
    case 'name':
      return aboutName(data, value);
    case 'topic':
      return inTopics(data, value);
    case 'dossier':
      return inDossiers(data, value);
    case 'year':
    case 'before':
    case 'after': {
      const days = daysOfFilter(field, text);
      return days && dated(data, days);
    }
  }
}

function ofKinds(data: IndexData, kinds: readonly HitKind[]): Uint8Array {
  return data.info.map((info) => (kinds.includes(HIT_KINDS[info & Info.kind]!) ? 1 : 0));
}

/** The one value that begins so; `kind:per` is `kind:person`. */
function complete(values: readonly string[], text: string): string | undefined {
  const base = text.replace(/s$/, '');
  return (
    values.find((value) => value === text || value === base) ?? values.find((value) => value.startsWith(text))
  );
}

function kindOf(text: string): string | undefined {
  return complete(KIND_VALUES, SPELLINGS[text] ?? text);
}

/** What people write for a kind. */
const SPELLINGS: Readonly<Record<string, string>> = {
  organization: 'organisation',
  organizations: 'organisation',
  people: 'person',
  country: 'place',
  countries: 'place',
  film: 'work',
  films: 'work',
};

function ofKind(data: IndexData, text: string): Uint8Array | undefined {
  const kind = kindOf(text);
  if (kind === undefined) return undefined;
  const hitKind = HIT_KINDS.indexOf(kind as HitKind);
  if (hitKind >= 0) return data.info.map((info) => ((info & Info.kind) === hitKind ? 1 : 0));
  const wanted = Kind.name | ((NAME_KINDS as readonly string[]).indexOf(kind) << Info.nameKindShift);
  const bits = Info.kind | (Info.nameKind << Info.nameKindShift);
  return data.info.map((info) => ((info & bits) === wanted ? 1 : 0));
}

function withFlag(data: IndexData, text: string): Uint8Array | undefined {
  const value = complete(HAS_VALUES, text);
  if (value === undefined) return undefined;
  const bit = value === 'figure' ? Info.figure : Info.date;
  return data.info.map((info) => ((info & bit) === 0 ? 0 : 1));
}

/** The names with this form, or with all words in their forms, and the facts about them. */
function aboutName(data: IndexData, value: string): Uint8Array {
  const marks = new Uint8Array(data.count);
  const words = wordsOf(value).map(({ word }) => word);
  const mark = (name: number): void => {
    marks[name] = 1;
    data.markFactsAbout(name, marks);
  };
  const named = data.namesOfForm(hashForm(words));
  if (named.length > 0) named.forEach(mark);
  else for (const entry of withAll(data, words, 'forms')) if (entry < data.nameCount) mark(entry);
  return marks;
}

/** What stands in the topics whose titles or ids have all words. */
function inTopics(data: IndexData, value: string): Uint8Array {
  const marks = new Uint8Array(data.count);
  const id = value.trim().toLowerCase();
  const words = wordsOf(value).map(({ word }) => word);
  const byTitle = new Set(withAll(data, words, 'title'));
  for (const { tree } of data.head.dossiers) {
    for (let topic = tree[0]; topic < tree[1]; topic = data.ends[topic]!) {
      if (byTitle.has(topic) || data.idOf(topic) === id) marks.fill(1, topic, data.ends[topic]);
    }
  }
  return marks;
}

function inDossiers(data: IndexData, value: string): Uint8Array {
  const marks = new Uint8Array(data.count);
  const wanted = wordsOf(value).map(({ word }) => word);
  for (const { id, title, names, tree } of data.head.dossiers) {
    const words = wordsOf(`${id} ${title}`).map(({ word }) => word);
    if (!wanted.every((each) => words.some((word) => word.startsWith(each)))) continue;
    marks.fill(1, names[0], names[1]).fill(1, tree[0], tree[1]);
  }
  return marks;
}

/** The entries that have words that begin so, all of them, in their titles or in any of their forms. */
function withAll(data: IndexData, words: readonly string[], where: 'title' | 'forms'): Iterable<number> {
  const [first, ...others] = words.map((word) => data.words.withPrefix(word));
  if (!first) return [];
  return data
    .entriesWith(first)
    .filter((entry) =>
      [first, ...others].every((range) =>
        where === 'title' ? data.isInTitle(entry, range) : data.isInForms(entry, range),
      ),
    );
}

function dated(data: IndexData, days: DaySpan): Uint8Array {
  const marks = new Uint8Array(data.count);
  eachDate(data, days, (entry) => (marks[entry] = 1));
  return marks;
}

const BEGINNING = -99_999_999;
const END = 99_999_999;

/** The days that `year:2005..2011`, `before:2009` and `after:2009-11` mean; `undefined` while it is no date. */
export function daysOfFilter(field: 'year' | 'before' | 'after', text: string): DaySpan | undefined {
  const dots = text.indexOf('..');
  if (field === 'year' && dots >= 0) {
    const ends = [dateOf(text.slice(0, dots)), dateOf(text.slice(dots + 2))] as const;
    const [from, to] = ends;
    if (!from && !to) return undefined;
    // Whoever begins with the later one means the same.
    if (from && to && from.from > to.to) return { from: to.from, to: from.to };
    return { from: from?.from ?? BEGINNING, to: to?.to ?? END };
  }
  const days = dateOf(text);
  if (!days || field === 'year') return days;
  return field === 'before' ? { from: BEGINNING, to: days.from - 1 } : { from: days.to + 1, to: END };
}

function dateOf(text: string): DaySpan | undefined {
  const trimmed = text.trim();
  if (/^\d{3,4}s$/.test(trimmed)) return daysOf(`${trimmed.slice(0, -2).padStart(3, '0')}X`);
  if (/^\d{4}(?:-\d\d){0,2}$|^\d{3}x$/.test(trimmed)) return daysOf(trimmed.toUpperCase());
  const capitals = trimmed.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase());
  const edtf = (findDates(capitals)[0] ?? findDates(trimmed, 'fr')[0] ?? findDates(trimmed, 'ko')[0])?.edtf;
  return edtf === undefined ? undefined : daysOf(edtf);
}

/** The entries that a minus takes away: with a phrase, or with any of the words in singular or plural. */
function withWords(data: IndexData, text: string, isPhrase: boolean): Uint8Array {
  const phrase = findPhrase(data, text, true);
  const marks = marksOn(data, phrase?.entries ?? []);
  if (!phrase || isPhrase || phrase.words.length > 1) return marks;
  for (const other of otherNumbers(phrase.words[0]!)) {
    for (const entry of data.entriesWith(data.words.exactly(other))) marks[entry] = 1;
  }
  return marks;
}

function marksOn(data: IndexData, entries: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(data.count);
  for (const entry of entries) marks[entry] = 1;
  return marks;
}
