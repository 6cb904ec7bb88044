import type { TemplateArguments } from './templateArguments';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Words between the numbers of a range. */
const RANGE: Readonly<Record<string, string>> = {
  '-': '–',
  '–': '–',
  to: ' to ',
  'to(-)': ' to ',
  and: ' and ',
  or: ' or ',
  by: ' by ',
  x: ' × ',
  '×': ' × ',
  '+/-': ' ± ',
  '±': ' ± ',
};

/** `{{convert|5|km|mi}}`: the numbers with the unit they were given in. The other units follow from it. */
export function showUnits(args: TemplateArguments, name: string): string {
  if (name === 'val') {
    const unit = args.get('u', 'ul', 'up');
    const error = args.get(2) === '' ? '' : `±${args.get(2)}`;
    const power = args.get('e') === '' ? '' : `×10^${args.get('e')}`;
    return `${args.get('p')}${args.get(1)}${error}${power}${unit === '' ? '' : ` ${unit}`}${args.get('s')}`;
  }
  const [number = '', ...others] = args.positional;
  let text = number;
  let at = 0;
  while (at + 1 < others.length && RANGE[others[at]!] !== undefined) {
    text += `${RANGE[others[at]!]!}${others[at + 1]!}`;
    at += 2;
  }
  const unit = others[at] ?? '';
  // `{{convert|5|ft|10|in}}`.
  const second = others[at + 1] ?? '';
  const isPair = /^\d[\d.,]*$/.test(second) && /^[A-Za-z]/.test(others[at + 2] ?? '');
  return `${text} ${unit}${isPair ? ` ${second} ${others[at + 2]!}` : ''}`.trim();
}

/** A date from its year, month and day: `9 November 2009`. What is no such date stays as it is written. */
export function showDate(args: TemplateArguments, name: string): string {
  const values = args.texts;
  const [year = '', month = '', day = ''] = values;
  if (/^\D/.test(year) || values.length === 0 || /-date|year and/.test(name)) return year;
  const monthName = MONTHS[Number(month) - 1] ?? (/^\p{L}+$/u.test(month) ? month : '');
  if (!/^\d{1,4}$/.test(year) || monthName === '') return year;
  return /^\d{1,2}$/.test(day) && day !== '0'
    ? `${Number(day)} ${monthName} ${year}`
    : `${monthName} ${year}`;
}

/** `{{as of|2011|10}}`. */
export function showAsOf(args: TemplateArguments, name: string): string {
  const alternative = args.get('alt');
  if (alternative !== '') return alternative;
  const date = showDate(args, name);
  const before = args.get('since') === '' ? 'as of ' : 'since ';
  const text = args.get('pre') === '' ? `${before}${date}` : `${before}${args.get('pre')} ${date}`;
  return args.get('lc') === '' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
