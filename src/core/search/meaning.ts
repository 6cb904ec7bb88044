import { findDates } from '../values/dates';
import { daysOf, figuresIn, type DaySpan } from './figures';
import type { IndexData } from './indexData';
import { hashForm } from './nameForms';
import type { PlacedWord } from './wordReader';

/** Words of a query from `first` to before `end` that mean something together. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

export interface FigureSpan extends Span {
  readonly values: readonly string[];
}

export interface DateSpan extends Span {
  readonly days: DaySpan;
}

export interface NameSpan extends Span {
  readonly names: readonly number[];
}

const LANGUAGES = ['en', 'fr', 'ko'] as const;
/** The longest name that is looked for, in words; `조선민주주의인민공화국` has 11, each syllable being one. */
const LONGEST_NAME = 14;
/** A form that more names share says nothing. */
const MOST_NAMES = 12;

function spanOf(words: readonly PlacedWord[], start: number, end: number): Span {
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  return { first, end: last + 1 };
}

/** The numbers of a query in all spellings of {@link LANGUAGES}, each span of words once, the longest first. */
export function figureSpans(plain: string, words: readonly PlacedWord[]): FigureSpan[] {
  const spans = new Map<number, { end: number; values: Set<string> }>();
  for (const language of LANGUAGES) {
    for (const { value, start, end } of figuresIn(plain, language)) {
      const span = spanOf(words, start, end);
      if (span.first < 0 || span.end <= span.first) continue;
      const known = spans.get(span.first);
      if (!known || known.end < span.end) spans.set(span.first, { end: span.end, values: new Set([value]) });
      else if (known.end === span.end) known.values.add(value);
    }
  }
  return [...spans].map(([first, { end, values }]) => ({ first, end, values: [...values] }));
}

/** The dates of a query in any of the languages, and years that stand alone. */
export function dateSpans(plain: string, words: readonly PlacedWord[]): DateSpan[] {
  const spans: DateSpan[] = [];
  const add = (span: Span, days: DaySpan | undefined): void => {
    if (!days || span.first < 0) return;
    if (!spans.some((other) => span.first < other.end && other.first < span.end)) {
      spans.push({ ...span, days });
    }
  };
  // Queries are typed in small letters; months have capitals.
  const capitals = plain.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (/\d/.test(plain)) {
    for (const language of LANGUAGES) {
      for (const text of language === 'en' ? [capitals, plain] : [plain]) {
        for (const { edtf, start = 0, end = 0 } of findDates(text, language)) {
          add(spanOf(words, start, end), daysOf(edtf));
        }
      }
    }
  }
  words.forEach(({ word }, at) => {
    if (/^(?:1\d|20)\d\d$/.test(word)) add({ first: at, end: at + 1 }, daysOf(word));
  });
  return spans.sort((one, other) => one.first - other.first);
}

/** The names whose forms stand in a query, the longest ones, from left to right. */
export function nameSpans(
  data: IndexData,
  words: readonly PlacedWord[],
  isTaken: (word: number) => boolean,
): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let first = 0; first < words.length; first++) {
    let end = Math.min(words.length, first + LONGEST_NAME);
    for (let at = first; at < end; at++) if (isTaken(at)) end = at;
    for (; end > first; end--) {
      const names = data.namesOfForm(hashForm(words.slice(first, end).map(({ word }) => word)));
      if (names.length === 0 || names.length > MOST_NAMES) continue;
      spans.push({ first, end, names });
      first = end - 1;
      break;
    }
  }
  return spans;
}

/** Entries by how well their dates fit a span of days: the same, inside, around, touching. */
export type DateFit = 'same' | 'inside' | 'around' | 'touching';

/** Calls back for each date of the library that shares a day with a span, in the order of the entries. */
export function eachDate(
  data: IndexData,
  { from, to }: DaySpan,
  found: (entry: number, fit: DateFit) => void,
): void {
  const { dateEntries, dateFirsts, dateLasts } = data;
  for (let at = 0; at < dateEntries.length; at++) {
    const first = dateFirsts[at]!;
    const last = dateLasts[at]!;
    if (first > to || last < from) continue;
    const fit =
      first === from && last === to
        ? 'same'
        : first >= from && last <= to
          ? 'inside'
          : first <= from && last >= to
            ? 'around'
            : 'touching';
    found(dateEntries[at]!, fit);
  }
}
