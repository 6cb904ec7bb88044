import type { Edtf, LanguageTag } from '../model';
import { parseEdtf } from './edtf';
import type { EdtfPoint } from './edtf';

/** The words that a human form needs beside those that Intl knows, and what spares making a format of Intl's. */
interface DateWords {
  /** A date of our era: a month with a day, a year or both; months count from 1. */
  readonly date: (month: number, day?: number, year?: number) => string;
  readonly about: (date: string) => string;
  readonly perhaps: (date: string) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly decade: (year: string) => string;
  readonly century: (number: number) => string;
  readonly seasons: readonly [string, string, string, string];
  readonly season: (season: string, year: string) => string;
  readonly part: (kind: 'quarter' | 'third' | 'half', number: number, year: string) => string;
}

function englishOrdinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

function roman(number: number): string {
  const letters: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [value, letter] of letters) {
    for (; rest >= value; rest -= value) text += letter;
  }
  return text;
}

/** The months by their numbers, from 1. */
function months(list: string): (month: number) => string {
  const names = list.split(' ');
  return (month) => names[month - 1] ?? '';
}

const englishMonth = months(
  'January February March April May June July August September October November December',
);
const frenchMonth = months(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
);

const spaced = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

const ENGLISH: DateWords = {
  date: (month, day, year) => spaced(day, englishMonth(month), year),
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  decade: (year) => `${year}s`,
  century: (number) => `${englishOrdinal(number)} century`,
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  season: (season, year) => `${season} ${year}`,
  part: (kind, number, year) => `${englishOrdinal(number)} ${kind} of ${year}`,
};

const FRENCH: DateWords = {
  date: (month, day, year) => spaced(day, frenchMonth(month), year),
  about: (date) => `vers ${date}`,
  perhaps: (date) => `peut-être ${date}`,
  since: (date) => `depuis ${date}`,
  until: (date) => `jusqu’à ${date}`,
  decade: (year) => `années ${year}`,
  century: (number) => `${roman(number)}e siècle`,
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  season: (season, year) => `${season} ${year}`,
  part: (kind, number, year) => {
    const noun = { quarter: 'trimestre', third: 'quadrimestre', half: 'semestre' }[kind];
    return `${number}${number === 1 ? 'er' : 'e'} ${noun} ${year}`;
  },
};

const KOREAN: DateWords = {
  date: (month, day, year) =>
    spaced(year && `${year}년`, `${month}월`, day === undefined ? undefined : `${day}일`),
  about: (date) => `${date}경`,
  perhaps: (date) => `${date}(추정)`,
  since: (date) => `${date}부터`,
  until: (date) => `${date}까지`,
  decade: (year) => `${year}년대`,
  century: (number) => `${number}세기`,
  seasons: ['봄', '여름', '가을', '겨울'],
  season: (season, year) => `${year}년 ${season}`,
  part: (kind, number, year) =>
    `${year}년 제${number}${{ quarter: '분기', third: '삼분기', half: '반기' }[kind]}`,
};

const WORDS: Readonly<Record<string, DateWords>> = { en: ENGLISH, fr: FRENCH, ko: KOREAN };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it, so each is made once. Day before month is the house style. */
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

/**
 * Languages whose plain dates are written without Intl: its first format of a window takes some 25 ms, half of what the first
 * card may take.
 */
const PLAIN = /^(?:en(?:-GB)?|fr(?:-FR)?|ko(?:-KR)?)$/i;

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

function bare(point: EdtfPoint, language: LanguageTag, words: DateWords): string {
  const options = precision(point);
  if (options === YEAR && !point.year.startsWith('-') && words !== KOREAN) return String(Number(point.year));
  const year = options === DAY_OF_YEAR ? undefined : Number(point.year);
  if (options && options !== YEAR && PLAIN.test(language) && (year === undefined || year >= 1)) {
    return words.date(Number(point.month), options === MONTH ? undefined : Number(point.day), year);
  }
  if (options) return dateFormat(language, options).format(toDate(point.bounds.from));
  return inWords(point, words);
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
  const words = WORDS[language.slice(0, 2).toLowerCase()] ?? ENGLISH;
  if (parsed.kind === 'point') return qualified(parsed.point, language, words);
  const { from, to } = parsed;
  if (!from || !to) {
    if (from) return words.since(qualified(from, language, words));
    return to ? words.until(qualified(to, language, words)) : edtf;
  }
  const options = precision(from);
  const isPlain = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain;
  if (isPlain && options && options === precision(to) && options !== YEAR) {
    const range = dateFormat(language, options).formatRange(toDate(from.bounds.from), toDate(to.bounds.from));
    // Between single words a dash takes no space: October–December 2009.
    return range.replace(/^(\p{L}+)\s–\s(?=\p{L}+\s\d+$)/u, '$1–');
  }
  return `${qualified(from, language, words)}–${qualified(to, language, words)}`;
}
