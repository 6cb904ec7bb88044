import {
  asAtom,
  daysOf,
  edtfOf,
  halfOfYear,
  LETTERS,
  partOfDecade,
  partOfMonth,
  partOfYear,
  two,
} from './dateAtoms';
import type { DateGrammar, PartOfTime } from './dateAtoms';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};

/** White space between the words of a date; bounded, so that a run of spaces costs no time. */
const S = '[\\s\\u00a0]{1,3}';
const YEAR = '(?<year>[12]\\d{3})(?![\\d]|[.,]\\d)';
const MONTH = `(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![${LETTERS}])`;
const MONTH_HINT = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const LAST_DAY = '(?<last>[0-3]?\\d)(?:st|nd|rd|th)?';
const START = `(?<![${LETTERS}\\d.,:/$€£#-])`;
const PART = `(?:(?<part>early|mid|late|beginning of|start of|middle of|end of)(?:-|${S})(?:in${S})?(?:the${S})?)`;
const TO = '(?:\\s?[–—-]\\s?|\\sto\\s)';

function monthOf(text: string | undefined): number {
  return MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1;
}

function partOf(text: string | undefined): PartOfTime | undefined {
  if (text === undefined) return undefined;
  if (/^(?:early|beginning|start)/i.test(text)) return 'early';
  return /^mid/i.test(text) ? 'mid' : 'late';
}

function pattern(source: string, flags = ''): RegExp {
  return new RegExp(START + source, `g${flags}`);
}

/** English prose: both orders of day and month, parts of years, decades, seasons, quarters. */
export const ENGLISH_DATES: DateGrammar = {
  atoms: [
    {
      pattern: pattern(`${DAY}${TO}${LAST_DAY}${S}(?:of${S})?${MONTH},?${S}${YEAR}`),
      hint: MONTH_HINT,
      read: (g) => asAtom(daysOf(g['year']!, monthOf(g['month']), g['day']!, g['last']!)),
    },
    {
      pattern: pattern(`${MONTH}${S}${DAY}${TO}${LAST_DAY},?${S}${YEAR}`),
      hint: MONTH_HINT,
      read: (g) => asAtom(daysOf(g['year']!, monthOf(g['month']), g['day']!, g['last']!)),
    },
    {
      pattern: pattern(`${DAY}${S}(?:of${S})?${MONTH},?${S}${YEAR}`),
      hint: MONTH_HINT,
      read: (g) => asAtom(edtfOf(g['year']!, monthOf(g['month']), g['day'])),
    },
    {
      pattern: pattern(`${MONTH}${S}${DAY},?${S}${YEAR}`),
      hint: MONTH_HINT,
      read: (g) => asAtom(edtfOf(g['year']!, monthOf(g['month']), g['day'])),
    },
    {
      pattern: pattern(`${PART}?${MONTH},?${S}(?:of${S})?${YEAR}`),
      hint: MONTH_HINT,
      read: (g) => {
        const part = partOf(g['part']);
        const month = monthOf(g['month']);
        return asAtom(part ? partOfMonth(g['year']!, month, part) : edtfOf(g['year']!, month));
      },
    },
    {
      pattern: pattern(`${PART}?(?<year>[12]\\d{2}0)['’]?s(?![${LETTERS}])`, 'i'),
      read: (g) => {
        const part = partOf(g['part']);
        return { edtf: part ? partOfDecade(g['year']!, part) : `${g['year']!.slice(0, 3)}X` };
      },
    },
    {
      pattern: pattern(`${PART}${YEAR}(?!s)`, 'i'),
      read: (g) => ({ edtf: partOfYear(g['year']!, partOf(g['part'])!) }),
    },
    {
      pattern: pattern(`(?<season>spring|summer|autumn|fall|winter)${S}(?:of${S})?${YEAR}`, 'i'),
      read: (g) => ({ edtf: `${g['year']!}-${SEASONS[g['season']!.toLowerCase()]!}` }),
    },
    {
      pattern: pattern(
        `(?<number>first|second|third|fourth|1st|2nd|3rd|4th)${S}(?<unit>quarter|half)${S}of${S}${YEAR}`,
        'i',
      ),
      read: (g) => {
        const number = ORDINALS[g['number']!.toLowerCase()]!;
        if (g['unit']!.toLowerCase() === 'quarter') return { edtf: `${g['year']!}-${32 + number}` };
        return number <= 2 ? { edtf: halfOfYear(g['year']!, number) } : undefined;
      },
    },
    {
      pattern: pattern(`Q(?<number>[1-4])${S}${YEAR}`),
      read: (g) => ({ edtf: `${g['year']!}-${32 + Number(g['number'])}` }),
    },
    {
      pattern: pattern(`(?<number>\\d{1,2})(?:st|nd|rd|th)(?:-|${S})century(?!${S}B\\.?C)`, 'i'),
      read: (g) => ({ edtf: `${two(Number(g['number']) - 1)}XX` }),
    },
    {
      pattern: pattern(`(?:c\\.|ca\\.|circa)${S}?${YEAR}`, 'i'),
      read: (g) => ({ edtf: `${g['year']!}~` }),
    },
    {
      pattern: pattern(`(?:about|around|approximately|roughly)${S}${YEAR}`, 'i'),
      read: (g) => ({ edtf: `${g['year']!}~` }),
    },
    {
      pattern: pattern(`(?<year>[12]\\d{3})–(?<last>\\d{2})(?!\\d)`),
      read: (g) => {
        const to = `${g['year']!.slice(0, 2)}${g['last']!}`;
        return to > g['year']! ? { edtf: `${g['year']!}/${to}` } : undefined;
      },
    },
    {
      pattern: pattern(`(?:${DAY}${S}(?:of${S})?)${MONTH}`),
      hint: MONTH_HINT,
      read: (g) => ({ month: two(monthOf(g['month'])), day: two(g['day']!) }),
    },
    {
      pattern: pattern(`${MONTH}${S}${DAY}(?!\\d)`),
      hint: MONTH_HINT,
      read: (g) => ({ month: two(monthOf(g['month'])), day: two(g['day']!) }),
    },
    { pattern: pattern(MONTH), hint: MONTH_HINT, read: (g) => ({ month: two(monthOf(g['month'])) }) },
  ],
  joins: /^(?:\s?[–—-]\s?|,?\s(?:to|until|till|through|up to)\s)$/,
  joinsAfterBetween: /^\sand\s$/,
  between: /\bbetween\s(?:the\s)?$/i,
  yearCue:
    /(?:^|[^A-Za-z])(?:in|since|by|from|until|till|during|of|before|after|between|through|for|year|years|early in|late in|born|died|b\.|d\.)\s$/i,
  recentYearCue: /(?:^|[^A-Za-z])the\s$/i,
  continues: /^(?:,\s|,?\s(?:and|or|to)\s)$/,
  counted:
    /^(?:-?(?:strong|year|page|member|seat|km)\b|\s?(?:%|km\b|kg\b|m\b|mm\b|cm\b|°)|\s(?:[A-Z][a-z]+\s)?(?:per\s?cent|people|persons|men|women|children|soldiers|troops|workers|students|inhabitants|residents|refugees|victims|dead|deaths|casualties|tons|tonnes|metres|meters|miles|kilometres|kilometers|feet|hectares|acres|euros|dollars|pounds|won|yen|francs|roubles|rubles|days|hours|minutes|seconds|weeks|months|years|copies|votes|seats|members|books|ships|aircraft|tanks|million|billion|thousand|others|more|B\.?C\.?(?:E\.?)?)(?![A-Za-z]))/,
};
