import { asAtom, daysOf, edtfOf, LETTERS, partOfDecade, partOfMonth, partOfYear, two } from './dateAtoms';
import type { DateGrammar, PartOfTime } from './dateAtoms';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const SEASONS: Readonly<Record<string, number>> = { printemps: 21, été: 22, automne: 23, hiver: 24 };
const CENTURIES = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'
    .split(' ')
    .map((roman, index) => [roman, index]),
);

const S = '[\\s\\u00a0\\u202f]{1,3}';
const YEAR = '(?<year>[12]\\d{3})(?!\\d|[.,]\\d)';
const MONTH = `(?<month>janvier|janv\\.|février|févr\\.|mars|avril|avr\\.|mai|juin|juillet|juil\\.|août|septembre|sept\\.|octobre|oct\\.|novembre|nov\\.|décembre|déc\\.)(?![${LETTERS}])`;
const DAY = '(?<day>1er|[0-3]?\\d)';
const START = `(?<![${LETTERS}\\d.,:/$€£#-])`;
const PART = `(?<part>fin|début|mi|milieu|courant)(?:-|${S})(?:de${S}|des${S}|d['’])?(?:l['’](?:année${S})?)?`;

function monthOf(text: string | undefined): number {
  const stem = (text ?? '').toLowerCase().replace('.', '');
  return MONTHS.findIndex((month) => month.startsWith(stem)) + 1;
}

function dayOf(text: string): string {
  return text === '1er' ? '1' : text;
}

function partOf(text: string): PartOfTime {
  if (/^début/i.test(text)) return 'early';
  return /^fin/i.test(text) ? 'late' : 'mid';
}

function pattern(source: string, flags = 'i'): RegExp {
  return new RegExp(START + source, `g${flags}`);
}

/** French prose. */
export const FRENCH_DATES: DateGrammar = {
  atoms: [
    {
      pattern: pattern(`${DAY}(?:\\s?[–—-]\\s?|\\s(?:au|et)\\s)(?<last>[0-3]?\\d)${S}${MONTH}${S}${YEAR}`),
      read: (g) => asAtom(daysOf(g['year']!, monthOf(g['month']), dayOf(g['day']!), g['last']!)),
    },
    {
      pattern: pattern(`${DAY}${S}${MONTH}${S}${YEAR}`),
      read: (g) => asAtom(edtfOf(g['year']!, monthOf(g['month']), dayOf(g['day']!))),
    },
    {
      pattern: pattern(`${PART}${MONTH}${S}${YEAR}`),
      read: (g) => asAtom(partOfMonth(g['year']!, monthOf(g['month']), partOf(g['part']!))),
    },
    {
      pattern: pattern(`${MONTH}${S}(?:de${S})?${YEAR}`),
      read: (g) => asAtom(edtfOf(g['year']!, monthOf(g['month']))),
    },
    {
      pattern: pattern(`(?:(?<part>fin|début|milieu)${S}des${S})?années${S}(?<year>[12]\\d{2}0)(?!\\d)`),
      read: (g) => {
        const part = g['part'];
        return {
          edtf: part === undefined ? `${g['year']!.slice(0, 3)}X` : partOfDecade(g['year']!, partOf(part)),
        };
      },
    },
    {
      pattern: pattern(`${PART}${YEAR}`),
      read: (g) => ({ edtf: partOfYear(g['year']!, partOf(g['part']!)) }),
    },
    {
      pattern: pattern(`(?<season>printemps|été|automne|hiver)${S}(?:de${S})?${YEAR}`),
      read: (g) => ({ edtf: `${g['year']!}-${SEASONS[g['season']!.toLowerCase()]!}` }),
    },
    {
      pattern: pattern(`(?<number>[1-4])(?:er|e|ème)${S}trimestre${S}(?:de${S})?${YEAR}`),
      read: (g) => ({ edtf: `${g['year']!}-${32 + Number(g['number'])}` }),
    },
    {
      pattern: pattern(`(?<number>[IVX]+)(?:er|e|ème)${S}siècle(?!${S}av)`, ''),
      read: (g) => {
        const index = CENTURIES.get(g['number']!);
        return index === undefined ? undefined : { edtf: `${two(index)}XX` };
      },
    },
    { pattern: pattern(`(?:vers|environ|ca\\.|c\\.)${S}${YEAR}`), read: (g) => ({ edtf: `${g['year']!}~` }) },
    {
      pattern: pattern(`${DAY}${S}${MONTH}`),
      read: (g) => ({ month: two(monthOf(g['month'])), day: two(dayOf(g['day']!)) }),
    },
    { pattern: pattern(MONTH), read: (g) => ({ month: two(monthOf(g['month'])) }) },
  ],
  joins: /^(?:\s?[–—-]\s?|\s(?:à|au|jusqu['’]en|jusqu['’]à)\s)$/,
  joinsAfterBetween: /^\set\s(?:le\s)?$/,
  between: /\bentre\s(?:le\s|les\s)?$/i,
  yearCue:
    /(?:^|[^A-Za-z\u00c0-\u024f])(?:en|depuis|dès|de|avant|après|entre|pendant|durant|pour|l['’]an|année|années|jusqu['’]en|courant)\s$/i,
  recentYearCue: /(?!)/,
  continues: /^(?:,\s(?:en\s)?|\s(?:et|ou|à)\s(?:en\s)?)$/,
  counted:
    /^(?:[\s\u00a0\u202f]?(?:%|km|kg|°|€)|[\s\u00a0\u202f](?:pour cent|personnes|hommes|femmes|enfants|soldats|travailleurs|étudiants|habitants|morts|victimes|tonnes|mètres|kilomètres|hectares|euros|dollars|francs|wons|jours|heures|minutes|ans|exemplaires|voix|sièges|membres|millions?|milliards?|mille|autres|av\. J)(?![A-Za-z\u00c0-\u024f]))/,
};
