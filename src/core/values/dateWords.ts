import type { LanguageTag } from '../model';

/** A date of our era; months count from 1. */
export interface PlainDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** How dates are written in a language: what Intl has no words for, and what spares making a format of Intl's. */
export interface DateWords {
  /** A plain date, or what is left of one when the rest stands elsewhere. */
  readonly date: (date: PlainDate) => string;
  /** What two dates share stands once: with the first of them where the year comes first, else with the last. */
  readonly isYearFirst: boolean;
  /** What stands between the ends of a span; `isTight` where a single word or number is before it. */
  readonly between: (isTight: boolean) => string;
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
function months(list: string): (month: number | undefined) => string | undefined {
  const names = list.split(' ');
  return (month) => (month === undefined ? undefined : names[month - 1]);
}

const englishMonth = months(
  'January February March April May June July August September October November December',
);
const frenchMonth = months(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
);

const spaced = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

/** Thin spaces around a dash between several words, as CLDR has it; none between single ones: October–December 2009. */
const dash = (isTight: boolean): string => (isTight ? '–' : '\u2009–\u2009');

const ENGLISH: DateWords = {
  date: ({ year, month, day }) => spaced(day, englishMonth(month), year),
  isYearFirst: false,
  between: dash,
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
  date: ({ year, month, day }) => spaced(day, frenchMonth(month), year),
  isYearFirst: false,
  between: dash,
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
  date: ({ year, month, day }) => spaced(year && `${year}년`, month && `${month}월`, day && `${day}일`),
  isYearFirst: true,
  between: () => '~',
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

/** Languages whose plain dates are written by these words. */
const PLAIN = /^(?:en(?:-GB)?|fr(?:-FR)?|ko(?:-KR)?)$/i;

/** The words for a language; those of English where it has none. `isPlain`: they write its plain dates as well. */
export function dateWords(language: LanguageTag): { readonly words: DateWords; readonly isPlain: boolean } {
  return { words: WORDS[language.slice(0, 2).toLowerCase()] ?? ENGLISH, isPlain: PLAIN.test(language) };
}

/** A date or, with `to`, a span, in which what both ends share stands once. */
export function plainDate(words: DateWords, from: PlainDate, to?: PlainDate): string {
  const isSameYear = from.year === to?.year;
  const isSameMonth = isSameYear && from.month === to?.month;
  if (!to || (isSameMonth && from.day === to.day)) return words.date(from);
  const rest = ({ year, month, day }: PlainDate): PlainDate => ({
    year: isSameYear ? undefined : year,
    month: isSameMonth ? undefined : month,
    day,
  });
  const one = words.date(words.isYearFirst ? from : rest(from));
  const other = words.date(words.isYearFirst ? rest(to) : to);
  return `${one}${words.between(!one.includes(' '))}${other}`;
}
