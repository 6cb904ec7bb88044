import { asAtom, edtfOf, partOfYear, two } from './dateAtoms';
import type { DateGrammar, PartOfTime } from './dateAtoms';

const YEAR = '(?<![\\d.,])(?<year>[12]\\d{3})';
const PARTS: Readonly<Record<string, PartOfTime>> = {
  초: 'early',
  중반: 'mid',
  말: 'late',
  初: 'early',
  中: 'mid',
  末: 'late',
};

function pattern(source: string): RegExp {
  return new RegExp(source, 'g');
}

/** Korean, Chinese and Japanese prose, where units follow the numbers: year 년/年, month 월/月, day 일/日. */
export const EAST_ASIAN_DATES: DateGrammar = {
  atoms: [
    {
      pattern: pattern(`${YEAR}\\s?[년年]\\s?(?<month>[01]?\\d)\\s?[월月]\\s?(?<day>[0-3]?\\d)\\s?[일日]`),
      read: (g) => asAtom(edtfOf(g['year']!, Number(g['month']), g['day'])),
    },
    {
      pattern: pattern(`${YEAR}\\s?[년年]\\s?(?<month>[01]?\\d)\\s?[월月]`),
      read: (g) => asAtom(edtfOf(g['year']!, Number(g['month']))),
    },
    {
      pattern: pattern(`${YEAR}\\s?[년年]\\s?(?<part>초|중반|말|初|末)(?![\\uac00-\\ud7a3]{2})`),
      read: (g) => ({ edtf: partOfYear(g['year']!, PARTS[g['part']!]!) }),
    },
    {
      pattern: pattern('(?<![\\d.,])(?<year>[12]\\d{2}0)\\s?(?:년대|年代)'),
      read: (g) => ({ edtf: `${g['year']!.slice(0, 3)}X` }),
    },
    { pattern: pattern(`${YEAR}\\s?[년年](?:경|쯤|頃)`), read: (g) => ({ edtf: `${g['year']!}~` }) },
    {
      pattern: pattern(`(?:약|約)\\s?${YEAR}\\s?[년年](?!간|동안|間)`),
      read: (g) => ({ edtf: `${g['year']!}~` }),
    },
    {
      pattern: pattern('(?<![\\d.,])(?<number>\\d{1,2})\\s?(?:세기|世紀|世纪)'),
      read: (g) => ({ edtf: `${two(Number(g['number']) - 1)}XX` }),
    },
    { pattern: pattern(`${YEAR}\\s?[년年](?!간|동안|間|대|代)`), read: (g) => ({ edtf: g['year']! }) },
  ],
  joins: /^\s?(?:[~〜–—-]|부터|에서|から|至|到)\s?$/,
  joinsAfterBetween: /(?!)/,
  between: /(?!)/,
  yearCue: /(?!)/,
  recentYearCue: /(?!)/,
  continues: /(?!)/,
  counted: /(?!)/,
};
