import type { Edtf, LanguageTag } from '../model';
import { dateWords, plainDate, type DateWords, type PlainDate } from './dateWords';
import { parseEdtf } from './edtf';
import type { EdtfPoint } from './edtf';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Making a format costs far more than using it, so each is made once; the first of a window takes up to 90 ms, more than a
 * card may take as a whole. Day before month is the house style.
 */
function dateFormat(language: LanguageTag, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join()}`;
  let format = formats.get(key);
  if (!format) {
    const locale = /^en$/i.test(language) ? 'en-GB' : language;
    try {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    } catch (error) {
      // A tag that Intl does not know, such as one with a typing error, must not hide the date.
      if (!(error instanceof RangeError)) throw error;
      format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC', calendar: 'gregory' });
    }
    formats.set(key, format);
  }
  return format;
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const DAY_OF_YEAR: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };

/** `options` say how exact the point is; `undefined` where Intl cannot write it and words must. */
function precision(point: EdtfPoint): Intl.DateTimeFormatOptions | undefined {
  const isKnown = (part: string | undefined): boolean => part !== undefined && !part.includes('X');
  if (point.year === 'XXXX') return isKnown(point.month) && isKnown(point.day) ? DAY_OF_YEAR : undefined;
  if (point.year.includes('X') || Number(point.month) > 12) return undefined;
  if (!isKnown(point.month)) return YEAR;
  return isKnown(point.day) ? DAY : MONTH;
}

function toDate(day: string): Date {
  const [, year = '0', month = '1', date = '1'] = /^(-?\d+)-(\d+)-(\d+)$/.exec(day) ?? [];
  const value = new Date(Date.UTC(2000, Number(month) - 1, Number(date)));
  value.setUTCFullYear(Number(year));
  return value;
}

/** The point, or the span from it to another, without what Intl's first format costs; `undefined` where it takes Intl. */
function plainly(
  options: Intl.DateTimeFormatOptions,
  language: LanguageTag,
  ...points: readonly [EdtfPoint, EdtfPoint?]
): string | undefined {
  const { words, isPlain } = dateWords(language);
  const [from, to] = points.map(
    (point): PlainDate | undefined =>
      point && {
        year: options === DAY_OF_YEAR ? undefined : Number(point.year),
        month: options === YEAR ? undefined : Number(point.month),
        day: options === YEAR || options === MONTH ? undefined : Number(point.day),
      },
  );
  const isOfOurEra = [from, to].every((date) => date?.year === undefined || date.year >= 1);
  return isPlain && isOfOurEra && from ? plainDate(words, from, to) : undefined;
}

function bare(point: EdtfPoint, language: LanguageTag, words: DateWords): string {
  const options = precision(point);
  if (!options) return inWords(point, words);
  const plain = plainly(options, language, point);
  if (plain !== undefined) return plain;
  if (options === YEAR && !point.year.startsWith('-') && !words.isYearFirst) {
    return String(Number(point.year));
  }
  return dateFormat(language, options).format(toDate(point.bounds.from));
}

/** What Intl has no form for: seasons, parts of years, decades and centuries. */
function inWords({ year, month }: EdtfPoint, words: DateWords): string {
  const code = Number(month);
  if (code > 12) {
    if (code <= 32) return words.season(words.seasons[((code - 21) % 4) as 0 | 1 | 2 | 3], year);
    if (code <= 36) return words.part('quarter', code - 32, year);
    return code <= 39 ? words.part('third', code - 36, year) : words.part('half', code - 39, year);
  }
  if (/^\d{3}X$/.test(year)) return words.decade(`${year.slice(0, 3)}0`);
  if (/^\d{2}XX$/.test(year)) return words.century(Number(year.slice(0, 2)) + 1);
  return year;
}

function qualified(point: EdtfPoint, language: LanguageTag, words: DateWords): string {
  const text = bare(point, language, words);
  const about = point.approximate ? words.about(text) : text;
  return point.uncertain ? words.perhaps(about) : about;
}

/**
 * An EDTF date as people write it in a language: `9 November 2009`, `October–December 2009`, `about 1990`.
 * Words are known in English, French and Korean; other languages get Intl's dates with English words.
 * A text that is no EDTF date comes back as it is.
 */
export function formatEdtf(edtf: Edtf, language: LanguageTag = 'en'): string {
  const parsed = parseEdtf(edtf);
  if (!parsed) return edtf;
  const { words } = dateWords(language);
  if (parsed.kind === 'point') return qualified(parsed.point, language, words);
  const { from, to } = parsed;
  if (!from || !to) {
    if (from) return words.since(qualified(from, language, words));
    return to ? words.until(qualified(to, language, words)) : edtf;
  }
  const options = precision(from);
  const isPlain = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain;
  if (isPlain && options && options === precision(to) && options !== YEAR) {
    const plain = plainly(options, language, from, to);
    if (plain !== undefined) return plain;
    const range = dateFormat(language, options).formatRange(toDate(from.bounds.from), toDate(to.bounds.from));
    // Between single words a dash takes no space: October–December 2009.
    return range.replace(/^(\p{L}+)\s–\s(?=\p{L}+\s\d+$)/u, '$1–');
  }
  return `${qualified(from, language, words)}–${qualified(to, language, words)}`;
}
