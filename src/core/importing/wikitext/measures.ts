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

/** Units by the codes that templates take, where they are written otherwise. */
const UNITS: Readonly<Record<string, string>> = {
  C: '°C',
  F: '°F',
  K: 'K',
  angstrom: 'Å',
  sqmi: 'sq mi',
  sqft: 'sq ft',
  sqkm: 'km²',
  cuft: 'cu ft',
  acre: 'acres',
  people: 'people',
  deg: '°',
  micro: 'μ',
  um: 'μm',
};

function unitOf(code: string): string {
  const known = Object.hasOwn(UNITS, code) ? UNITS[code] : undefined;
  return (
    known ?? code.replace(/^([a-z]{1,3})([23])$/, (_, unit: string, power: string) => unit + raised(power)!)
  );
}

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('0123456789').map((digit, at) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(at)])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
  '(': '⁽',
  ')': '⁾',
};

/** A power as Unicode's own signs, so that 10⁶ does not become 106; `undefined` where one of them is missing. */
export function raised(text: string): string | undefined {
  const signs = Array.from(text.trim()).map((sign) => RAISED[sign]);
  return signs.length === 0 || signs.includes(undefined) ? undefined : signs.join('');
}

/** What a reader sees of a text that is set higher: letters (1st, Mlle) need no sign of it. */
export function showRaised(text: string): string {
  if (/^[\p{L}\s.]*$/u.test(text)) return text;
  return raised(text) ?? (/^[\s\p{P}\p{S}]*$/u.test(text) ? text : `^(${text.trim()})`);
}

/** A whole number of more than three digits with commas, as English wikis show it. Others stay as they are. */
export function withSeparators(text: string): string {
  const match = /^([-−]?)(\d{4,})(\.\d+)?$/.exec(text.trim());
  if (!match) return text;
  return `${match[1]!}${match[2]!.replace(/\B(?=(?:\d{3})+$)/g, ',')}${match[3] ?? ''}`;
}

const MONEY_SIGNS: Readonly<Record<string, string>> = {
  US$: 'US$',
  USD: 'US$',
  GBP: '£',
  '£': '£',
  EUR: '€',
  '€': '€',
  JPY: '¥',
  '¥': '¥',
  CNY: 'CN¥',
  KRW: '₩',
  '₩': '₩',
  INR: '₹',
  '₹': '₹',
  RUB: '₽',
  A$: 'A$',
  AUD: 'A$',
  C$: 'C$',
  CAD: 'C$',
};

/** `{{US$|150000}}`, `{{ISK|12 million}}`: an amount with its sign, or the code of its currency. */
export function showMoney(name: string, args: TemplateArguments): string | undefined {
  const amount = args.get(1);
  if (!/^[\d.,]+(?: ?(?:thousand|million|billion|trillion|[mbk]n?))?$/i.test(amount)) return undefined;
  const code = name.replace(/[ -]?convert$/i, '').toUpperCase();
  const sign = MONEY_SIGNS[code];
  if (sign !== undefined) return sign + withSeparators(amount);
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? `${code} ${withSeparators(amount)}` : undefined;
}

function isCurrency(code: string): boolean {
  return new Intl.DisplayNames(['en'], { type: 'currency', fallback: 'none' }).of(code) !== undefined;
}

/** `{{frac|1|1|2}}`: 1 1/2. */
export function showFraction(args: TemplateArguments): string {
  const [first = '', second, third] = args.texts;
  if (second === undefined) return `1/${first}`;
  return third === undefined ? `${first}/${second}` : `${first} ${second}/${third}`;
}

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
    const unit = args.get('u', 'ul', 'up', 'upl');
    // `(2)` stands for the last digit.
    const error = args.get(2) === '' ? '' : `${args.get(2).startsWith('(') ? '' : ' ± '}${args.get(2)}`;
    const power = args.get('e') === '' ? '' : ` × 10${raised(args.get('e')) ?? `^${args.get('e')}`}`;
    const per = args.get('up', 'upl') === '' ? '' : '/';
    const shown = unit === '' ? '' : ` ${per}${unitOf(unit)}`;
    return `${args.get('p')}${withSeparators(args.get(1))}${error}${power}${shown}${args.get('s')}`;
  }
  const [number = '', ...others] = args.positional;
  let text = withSeparators(number);
  let at = 0;
  while (at + 1 < others.length && RANGE[others[at]!] !== undefined) {
    text += `${RANGE[others[at]!]!}${withSeparators(others[at + 1]!)}`;
    at += 2;
  }
  const unit = others[at] ?? '';
  // `{{convert|5|ft|10|in}}`.
  const second = others[at + 1] ?? '';
  const isPair = /^\d[\d.,]*$/.test(second) && /^[A-Za-z]/.test(others[at + 2] ?? '');
  return `${text} ${unitOf(unit)}${isPair ? ` ${second} ${others[at + 2]!}` : ''}`.trim();
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
