import type { Edtf } from '../model';
import { parseEdtf, type EdtfPoint } from '../values/edtf';

/** How exactly a date is known. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'longer';

/**
 * Where a date stands on an axis of days, counted from 1970-01-01 in the Gregorian calendar (also before it came into
 * use). `from` is the first day that it can mean, `to` the day after the last one; one of them is absent where a span
 * is open.
 *
 * - `day`: one known day.
 * - `within`: something at one time inside a month, year, decade, …
 * - `span`: from one time to another. `surelyFrom` to `surelyTo` is the part that it covers wherever within their own
 *   precision its ends lie; both are absent where there is no such part.
 */
export interface DatePlace {
  readonly shape: 'day' | 'within' | 'span';
  readonly from?: number;
  readonly to?: number;
  readonly surelyFrom?: number;
  readonly surelyTo?: number;
  /** Of a span that of its coarser end. */
  readonly precision: DatePrecision;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
}

const DAY_MS = 86_400_000;

/** The number of a day that is written `YYYY-MM-DD`, with a sign before the year 0: 0 is 1970-01-01. */
export function dayNumberOf(day: string): number {
  const [, year = '0', month = '1', date = '1'] = /^(-?\d+)-(\d+)-(\d+)$/.exec(day) ?? [];
  // Date.UTC() would take years below 100 for those of the 20th century.
  const time = new Date(Date.UTC(2000, Number(month) - 1, Number(date)));
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return Math.round(time.getTime() / DAY_MS);
}

/** The place of an EDTF date on the axis; `undefined` where it is no date, or a day of an unknown year. */
export function placeDate(edtf: Edtf): DatePlace | undefined {
  const parsed = parseEdtf(edtf);
  if (!parsed) return undefined;
  if (parsed.kind === 'point') return placePoint(parsed.point);
  const { from, to } = parsed;
  if (from?.year === 'XXXX' || to?.year === 'XXXX') return undefined;
  const first = from && placePoint(from);
  const last = to && placePoint(to);
  // The span has surely begun after the last day on which it can begin, and is surely not over before the first on
  // which it can end.
  const surelyFrom = first && (first.shape === 'day' ? first.from : first.to);
  const surelyTo = last && (last.shape === 'day' ? last.to : last.from);
  const hasCore = surelyFrom === undefined || surelyTo === undefined || surelyFrom < surelyTo;
  return {
    shape: 'span',
    ...(first?.from !== undefined && { from: first.from }),
    ...(last?.to !== undefined && { to: last.to }),
    ...(hasCore && surelyFrom !== undefined && { surelyFrom }),
    ...(hasCore && surelyTo !== undefined && { surelyTo }),
    precision: coarser(first?.precision, last?.precision),
    isApproximate: Boolean(from?.approximate) || Boolean(to?.approximate),
    isUncertain: Boolean(from?.uncertain) || Boolean(to?.uncertain),
  };
}

function placePoint(point: EdtfPoint): DatePlace | undefined {
  if (point.year === 'XXXX') return undefined;
  const precision = precisionOf(point);
  return {
    shape: precision === 'day' ? 'day' : 'within',
    from: dayNumberOf(point.bounds.from),
    to: dayNumberOf(point.bounds.to) + 1,
    precision,
    isApproximate: point.approximate,
    isUncertain: point.uncertain,
  };
}

const isKnown = (digits: string | undefined): digits is string =>
  digits !== undefined && !digits.includes('X');

function precisionOf({ year, month, day }: EdtfPoint): DatePrecision {
  if (!isKnown(year)) {
    if (/^-?\d{3}X$/.test(year)) return 'decade';
    return /^-?\d{2}XX$/.test(year) ? 'century' : 'longer';
  }
  if (!isKnown(month)) return 'year';
  if (Number(month) > 12) return 'season';
  return isKnown(day) ? 'day' : 'month';
}

const FROM_FINE: readonly DatePrecision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'longer'];

function coarser(one: DatePrecision | undefined, other: DatePrecision | undefined): DatePrecision {
  const rank = (precision: DatePrecision | undefined): number =>
    precision === undefined ? 0 : FROM_FINE.indexOf(precision);
  return FROM_FINE[Math.max(rank(one), rank(other))] ?? 'longer';
}
