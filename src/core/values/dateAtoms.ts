import type { Edtf } from '../model';
import { isEdtf } from './edtf';

/** A part of a text that reads as a date or as the beginning of a span. Offsets are UTF-16 code units. */
export interface DateAtom {
  readonly start: number;
  readonly end: number;
  /** Absent where the year is missing: such an atom counts only as the beginning of a span (`9–11 November 2009`). */
  readonly edtf?: Edtf;
  /** Two digits each, of an atom without a year. */
  readonly month?: string;
  readonly day?: string;
  /** Four digits without anything that makes them a year; they need a cue beside them. */
  readonly isBareYear?: boolean;
}

/** What a pattern makes of its match; `undefined` where the match is no date after all. */
export type AtomReader = (
  groups: Readonly<Record<string, string | undefined>>,
) => Omit<DateAtom, 'start' | 'end'> | undefined;

export interface AtomPattern {
  /** With the flags `dg` at least; a group `date` narrows what counts as the date. */
  readonly pattern: RegExp;
  readonly read: AtomReader;
  /** What every match holds, where that is sooner looked for; asked once for all patterns that share it. */
  readonly hint?: RegExp;
}

/** How one language writes dates. */
export interface DateGrammar {
  /** Earlier patterns win over later ones that begin at the same place and are as long. */
  readonly atoms: readonly AtomPattern[];
  /** Text between two atoms that makes them a span. */
  readonly joins: RegExp;
  /** Text between two atoms that makes them a span when `between` stands before the first. */
  readonly joinsAfterBetween: RegExp;
  readonly between: RegExp;
  /** Text right before four digits that makes them a year. */
  readonly yearCue: RegExp;
  /** As {@link yearCue}, but only for years of the last century and this one. */
  readonly recentYearCue: RegExp;
  /** Text between an accepted year and four digits that makes those a year too. */
  readonly continues: RegExp;
  /** Text right after four digits that makes them a number of something. */
  readonly counted: RegExp;
}

/**
 * The letters that may touch a date or a number, for character classes. `\p{L}` would be right for more scripts, but
 * compiling it takes longer than all the rest of reading a small dossier.
 */
export const LETTERS = 'A-Za-z\\u00c0-\\u024f';

export function two(value: string | number): string {
  return String(value).padStart(2, '0');
}

export function monthDays(year: string, month: number): number {
  return new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
}

/** The EDTF of a day, a month or a year; `undefined` where the calendar has no such day. */
export function edtfOf(year: string, month?: number, day?: string): Edtf | undefined {
  const edtf = [
    year,
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
  return isEdtf(edtf) ? edtf : undefined;
}

export type PartOfTime = 'early' | 'mid' | 'late';

/** The months that a part of a year stands for: early 1 to 3, mid 5 to 8, late 10 to 12. */
export function partOfYear(year: string, part: PartOfTime): Edtf {
  const [from, to] = { early: ['01', '03'], mid: ['05', '08'], late: ['10', '12'] }[part] as [string, string];
  return `${year}-${from}/${year}-${to}`;
}

/** The days that a part of a month stands for: its thirds, early 1 to 10, mid 11 to 20, late 21 to the end. */
export function partOfMonth(year: string, month: number, part: PartOfTime): Edtf {
  const prefix = `${year}-${two(month)}`;
  const [from, to] = { early: [1, 10], mid: [11, 20], late: [21, monthDays(year, month)] }[part] as [
    number,
    number,
  ];
  return `${prefix}-${two(from)}/${prefix}-${two(to)}`;
}

/** The years that a part of a decade stands for: early 0 to 3, mid 4 to 6, late 7 to 9. */
export function partOfDecade(year: string, part: PartOfTime): Edtf {
  const decade = year.slice(0, 3);
  const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[part] as [number, number];
  return `${decade}${from}/${decade}${to}`;
}

/** The half of a year. */
export function halfOfYear(year: string, half: number): Edtf {
  return half === 1 ? `${year}-01/${year}-06` : `${year}-07/${year}-12`;
}

/** The EDTF of two days of one month. */
export function daysOf(year: string, month: number, from: string, to: string): Edtf | undefined {
  const edtf = `${year}-${two(month)}-${two(from)}/${year}-${two(month)}-${two(to)}`;
  return isEdtf(edtf) ? edtf : undefined;
}

export function asAtom(edtf: Edtf | undefined): { edtf: Edtf } | undefined {
  return edtf === undefined ? undefined : { edtf };
}
