/**
 * EDTF (ISO 8601-2) as a dossier uses it: levels 0 and 1 without `Y` years, and of level 2 the unspecified digits
 * (`1XXX`, `XXXX-11-09`), the qualified components (`2004-06~-11`) and the seasons 25 to 41. Written here because
 * the `edtf` package costs 60 KB minified in a bundle that must stay small; the tests hold this code against it.
 */

import type { Edtf } from '../model';

/** The days between which something lies, both included, as `YYYY-MM-DD`. */
export interface EdtfBounds {
  readonly from: string;
  readonly to: string;
}

/** What an interval with an open or unknown end has in place of the missing bound. */
export const EARLIEST_DAY = '0000-01-01';
export const LATEST_DAY = '9999-12-31';

/** One date, season or day and time, taken apart. */
export interface EdtfPoint {
  /** Digits and `X`, with a sign where the year is before 0. */
  readonly year: string;
  /** Digits and `X`; 21 to 41 are seasons, quarters and halves. */
  readonly month?: string;
  readonly day?: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly bounds: EdtfBounds;
}

/** A valid EDTF text, taken apart. An end that is `undefined` is open or unknown. */
export type ParsedEdtf =
  | { readonly kind: 'point'; readonly point: EdtfPoint }
  | {
      readonly kind: 'interval';
      readonly from?: EdtfPoint;
      readonly to?: EdtfPoint;
      readonly bounds: EdtfBounds;
    };

const POINT =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const DAY_TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;

/** First month and number of months of the seasons, quarters, terms and halves 21 to 41. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 3],
  '22': [6, 3],
  '23': [9, 3],
  '24': [12, 3],
  '25': [3, 3],
  '26': [6, 3],
  '27': [9, 3],
  '28': [12, 3],
  '29': [9, 3],
  '30': [12, 3],
  '31': [3, 3],
  '32': [6, 3],
  '33': [1, 3],
  '34': [4, 3],
  '35': [7, 3],
  '36': [10, 3],
  '37': [1, 4],
  '38': [5, 4],
  '39': [9, 4],
  '40': [1, 6],
  '41': [7, 6],
};

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function fits(value: number, pattern: string): boolean {
  const digits = two(value);
  return [0, 1].every(
    (place) => pattern.charAt(place) === 'X' || pattern.charAt(place) === digits.charAt(place),
  );
}

/** The days of a month; a year with unspecified digits may be a leap year. */
function daysInMonth(year: string, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year.includes('X')) return 29;
  const number = Math.abs(Number(year));
  return number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0) ? 29 : 28;
}

function numbersThatFit(pattern: string, last: number): number[] {
  const numbers: number[] = [];
  for (let number = 1; number <= last; number++) if (fits(number, pattern)) numbers.push(number);
  return numbers;
}

/** The year moved by a whole number of years, in four digits. */
function addYears(year: string, count: number): string {
  const sum = Number(year) + count;
  return sum < 0 ? `-${String(-sum).padStart(4, '0')}` : String(sum).padStart(4, '0');
}

function seasonBounds(first: string, last: string, season: readonly [number, number]): EdtfBounds {
  const [start, length] = season;
  const end = start + length - 1;
  const endYear = end > 12 ? addYears(last, 1) : last;
  const endMonth = end > 12 ? end - 12 : end;
  return {
    from: `${first}-${two(start)}-01`,
    to: `${endYear}-${two(endMonth)}-${two(daysInMonth(endYear, endMonth))}`,
  };
}

function pointBounds(
  year: string,
  month: string | undefined,
  day: string | undefined,
): EdtfBounds | undefined {
  const low = year.replaceAll('X', '0');
  const high = year.replaceAll('X', '9');
  // Before the year 0 the larger number is the earlier year.
  const [first, last] = year.startsWith('-') ? [high, low] : [low, high];
  if (month === undefined) return { from: `${first}-01-01`, to: `${last}-12-31` };
  const season = SEASONS[month];
  if (season) return day === undefined ? seasonBounds(first, last, season) : undefined;
  const days: string[] = [];
  for (const number of numbersThatFit(month, 12)) {
    const length = daysInMonth(year, number);
    const fitting = day === undefined ? [1, length] : numbersThatFit(day, length);
    for (const value of fitting) days.push(`${two(number)}-${two(value)}`);
  }
  const from = days[0];
  const to = days.at(-1);
  return from === undefined || to === undefined
    ? undefined
    : { from: `${first}-${from}`, to: `${last}-${to}` };
}

function parsePoint(text: string): EdtfPoint | undefined {
  const dayTime = DAY_TIME.exec(text);
  if (dayTime?.[1] !== undefined) return parsePoint(dayTime[1]);
  const match = POINT.exec(text);
  const year = match?.[2];
  if (!match || year === undefined || year === '-0000') return undefined;
  const month = match[5];
  const day = match[8];
  const bounds = pointBounds(year, month, day);
  if (!bounds) return undefined;
  const signs = [match[1], match[3], match[4], match[6], match[7], match[9]].join('');
  // A season takes no sign and no unspecified digit.
  if (month !== undefined && month in SEASONS && (signs !== '' || year.includes('X'))) return undefined;
  // The standard gives no meaning to a sign on digits that are not known.
  if (signs !== '' && `${year}${month ?? ''}${day ?? ''}`.includes('X')) return undefined;
  // A component takes one sign, before or after it.
  if ((match[1] && match[3]) || (match[4] && match[6]) || (match[7] && match[9])) return undefined;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    approximate: /[~%]/.test(signs),
    uncertain: /[?%]/.test(signs),
    bounds,
  };
}

/** Orders two days as {@link EdtfBounds} writes them; below 0 where `left` is earlier. Works before the year 0 too. */
export function compareDays(left: string, right: string): number {
  if (left === right) return 0;
  const [leftYear, rightYear] = [left, right].map((day) => Number(/^-?\d+/.exec(day)?.[0] ?? '0'));
  if (leftYear !== rightYear) return (leftYear ?? 0) - (rightYear ?? 0);
  return left.slice(-5) < right.slice(-5) ? -1 : 1;
}

function parseInterval(fromText: string, toText: string): ParsedEdtf | undefined {
  const isOpen = (text: string): boolean => text === '' || text === '..';
  if (isOpen(fromText) && isOpen(toText)) return undefined;
  const from = isOpen(fromText) ? undefined : parsePoint(fromText);
  const to = isOpen(toText) ? undefined : parsePoint(toText);
  if ((!from && !isOpen(fromText)) || (!to && !isOpen(toText))) return undefined;
  const bounds = { from: from?.bounds.from ?? EARLIEST_DAY, to: to?.bounds.to ?? LATEST_DAY };
  // Seasons have no order that all hemispheres share, so the standard has no intervals of them.
  if (Number(from?.month) > 12 || Number(to?.month) > 12) return undefined;
  // An interval that ends before it begins is a slip of the pen; the `edtf` package lets it pass.
  if (from && to && compareDays(from.bounds.from, to.bounds.to) > 0) return undefined;
  return { kind: 'interval', ...(from ? { from } : {}), ...(to ? { to } : {}), bounds };
}

/** Takes an EDTF text apart. Returns `undefined` where it is not a date that a dossier may use. */
export function parseEdtf(text: string): ParsedEdtf | undefined {
  if (text.length > 60) return undefined;
  const slash = text.indexOf('/');
  if (slash >= 0) return parseInterval(text.slice(0, slash), text.slice(slash + 1));
  const point = parsePoint(text);
  return point && { kind: 'point', point };
}

/** Whether the text is an EDTF date that a dossier may use. */
export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

/**
 * The first and the last day that an EDTF date can mean, as `YYYY-MM-DD`, for sorting (with {@link compareDays})
 * and filters. An open end gives {@link EARLIEST_DAY} or {@link LATEST_DAY}. `undefined` where the text is no date.
 */
export function edtfBounds(edtf: Edtf): EdtfBounds | undefined {
  const parsed = parseEdtf(edtf);
  return parsed?.kind === 'point' ? parsed.point.bounds : parsed?.bounds;
}
