import type { Edtf, FactDate, LanguageTag, Quantity } from '../model';
import { LETTERS } from './dateAtoms';
import { findDates } from './dates';
import { numberStyle } from './numbers';
import type { NumberStyle } from './numbers';

/** Signs and codes that stand before or after an amount. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  AU$: 'AUD',
  HK$: 'HKD',
  NZ$: 'NZD',
  NT$: 'TWD',
  '£': 'GBP',
  '₩': 'KRW',
  '¥': 'JPY',
  '₽': 'RUB',
  '₹': 'INR',
};
const CURRENCY_CODES = 'EUR|USD|GBP|KRW|KPW|JPY|CNY|RUB|CHF|INR|AUD|CAD|SEK|NOK|DKK';
const SIGN = `(?:(?:US|AU|CA|HK|NZ|NT|A|C)?\\$|[€£₩¥₽₹]|(?:${CURRENCY_CODES})(?![${LETTERS}]))`;

/** Words that follow an amount; the longest stands first where one begins another. */
const CURRENCY_WORDS: readonly (readonly [string, string])[] = [
  ['US dollars?|U\\.S\\. dollars?|American dollars?|dollars? américains?', 'USD'],
  ['Australian dollars?', 'AUD'],
  ['Canadian dollars?|dollars? canadiens?', 'CAD'],
  ['pounds? sterling|British pounds?|livres? sterling', 'GBP'],
  ['Swiss francs?|francs? suisses?', 'CHF'],
  ['French francs?|francs? français', 'FRF'],
  ['North Korean won', 'KPW'],
  ['South Korean won|wons? sud-coréens?', 'KRW'],
  ['euros?|유로', 'EUR'],
  ['dollars?|달러', 'USD'],
  ['pounds?', 'GBP'],
  ['won|wons', 'KRW'],
  ['원', 'KRW'],
  ['yen|엔', 'JPY'],
  ['yuan|위안', 'CNY'],
  ['roubles?|rubles?|루블', 'RUB'],
];
const CURRENCY_WORD = CURRENCY_WORDS.map(([source]) => source).join('|');
const CURRENCY_MATCHERS = CURRENCY_WORDS.map(([source, unit]) => ({
  matcher: new RegExp(`^(?:${source})$`, 'i'),
  unit,
}));
const PERCENT = `(?:%|per\\s?cent(?:age points?)?(?![${LETTERS}])|percentage points?|pour\\s?cent(?![${LETTERS}])|퍼센트|프로(?![${LETTERS}]))`;
/** What stands beside every amount of money: a sign or code, or the beginning of a word. */
const CURRENCY_HINT = new RegExp(`[$€£₩¥₽₹]|${CURRENCY_CODES}`);
const CURRENCY_WORD_HINT =
  /dollar|euro|pound|livre|franc|won|yen|yuan|rouble|ruble|유로|달러|원|엔|위안|루블/i;
const PERCENT_HINT = /%|cent|퍼센트|프로/;
const SPACE = '[ \\u00a0\\u202f\\u2009\\n]';
const START = `(?<![${LETTERS}\\d.,:/#–-])`;

/** English words that no counted noun phrase holds; they end the search for its head. */
const NOT_IN_NOUN_PHRASE = new Set(
  (
    'a an the of in on at by to for from with without and or but nor as is are was were be been being has have had do does did ' +
    'will would can could may might must shall should not no his its this these those that which who whose than then thus plus ' +
    'minus times across always perhaps years-old versus also just only about around over under between among during since until ' +
    'after before into onto per if when while where because so such each every other others more less most least'
  ).split(' '),
);
const IRREGULAR_PLURALS = new Set(
  'people men women children feet personnel staff troops police aircraft criteria media data fish mice'.split(
    ' ',
  ),
);
const MONTH = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$/;
const LABELLED =
  /(?:\b(?:No|no|nos?|Nos|Article|Section|Chapter|Resolution|Part|Page|p|pp|Vol|vol|Figure|Table|number|Act|Protocol|Route|Flight|Class|Type|Phase|chapitre|article|n°))\.?\s$/;

interface Patterns {
  readonly currencyBefore: RegExp;
  readonly currencyAfter: RegExp;
  readonly percent: RegExp;
  readonly number: RegExp;
}

const patternsByStyle = new Map<NumberStyle, Patterns>();

/** The patterns of a style. A second number (`€24–30 million`) is `to`; it shares scale and currency. */
function patternsFor(style: NumberStyle): Patterns {
  let patterns = patternsByStyle.get(style);
  if (!patterns) {
    const scale = `(?:${style.gap}(?<scale>${style.scales}))?`;
    const number = `(?<number>${style.digits})`;
    const range = `(?:\\s?(?:[–—-]|to|à)\\s?(?<to>${style.digits}))?`;
    patterns = {
      currencyBefore: new RegExp(
        `(?<![${LETTERS}\\d])(?<sign>${SIGN})${SPACE}?${number}(?![\\d])${range}${scale}`,
        'gu',
      ),
      currencyAfter: new RegExp(
        `${START}${number}${range}${scale}${SPACE}?(?:d['’]|de${SPACE})?(?<word>${CURRENCY_WORD}|${SIGN})(?![${LETTERS}])`,
        'giu',
      ),
      percent: new RegExp(
        `${START}${number}(?:\\s?(?:[–—-]|to|à)\\s?(?<to>${style.digits}))?${SPACE}?${PERCENT}`,
        'gu',
      ),
      number: new RegExp(`${START}${number}${scale}(?![${LETTERS}\\d%°/–-]|[.,:]\\d)`, 'g'),
    };
    patternsByStyle.set(style, patterns);
  }
  return patterns;
}

function currencyOf(text: string): string | undefined {
  const sign = CURRENCY_SIGNS[text.toUpperCase()];
  if (sign !== undefined) return sign;
  if (/^[A-Z]{3}$/.test(text)) return text;
  return CURRENCY_MATCHERS.find(({ matcher }) => matcher.test(text))?.unit;
}

/** The head words of the noun phrase that begins `after`, conservatively: it must end in a plural within four words. */
function englishNoun(after: string): string | undefined {
  const words: string[] = [];
  let rest = after;
  for (let count = 0; count < 4; count++) {
    const word = /^[ \u00a0\n]([\p{L}][\p{L}'’-]*)/u.exec(rest)?.[1];
    if (word === undefined || NOT_IN_NOUN_PHRASE.has(word.toLowerCase())) return undefined;
    words.push(word);
    rest = rest.slice(word.length + 1);
    const lower = word.toLowerCase();
    const isPlural = /[^su'’]s$/.test(lower) || IRREGULAR_PLURALS.has(lower);
    // `54 humanitarian workers`: adjectives may stand before; `Nations` of `Nations Unies` may not be cut.
    if (isPlural) return words.join(' ');
  }
  return undefined;
}

/** French puts adjectives after the noun: the first word must be a plural, plural adjectives follow it. */
function frenchNoun(after: string): string | undefined {
  const words = /^(?:[ \u00a0\n][\p{L}][\p{L}'’-]*[sx](?![\p{L}'’-])){1,3}/u.exec(after)?.[0].trim();
  return words === undefined || /^(?:pas|plus|dans|sous|vers|mais|ans|sans|dès|très)(?!\p{L})/u.test(words)
    ? undefined
    : words;
}

function countedNoun(after: string, language: LanguageTag): string | undefined {
  const primary = language.slice(0, 2).toLowerCase();
  if (primary === 'fr') return frenchNoun(after);
  if (primary === 'ko') return /^\s?(명|개국|개|곳|회|대|건|편|척|가구|톤)/u.exec(after)?.[1];
  return primary === 'en' ? englishNoun(after) : undefined;
}

/**
 * The quantities that a prose text names, in order of appearance: amounts of money, percentages, and counts of
 * something where the noun is plain to see (`54 North Koreans`). Reads the number style of English, French and Korean.
 * Numbers that stand in `dates` are none; pass them where they are known already. `when` is the time that
 * they hold for: the date of the text, where it has just one.
 */
export function findQuantities(
  text: string,
  language: LanguageTag = 'en',
  dates: readonly FactDate[] = findDates(text, language),
  when: Edtf | undefined = dates.length === 1 ? dates[0]?.edtf : undefined,
): Quantity[] {
  if (!/\d/.test(text)) return [];
  const style = numberStyle(language);
  const patterns = patternsFor(style);
  const found: Quantity[] = [];

  const isFree = (start: number, end: number): boolean =>
    !found.some((other) => start < other.end && end > other.start) &&
    !dates.some((date) => date.start !== undefined && start < date.end! && end > date.start);
  const add = (
    digits: string,
    scale: string | undefined,
    kind: Quantity['kind'],
    unit: string,
    start: number,
    end: number,
  ): void => {
    const value = Number(
      (style.valueOf(digits) * (scale === undefined ? 1 : style.scaleOf(scale))).toPrecision(15),
    );
    if (!Number.isFinite(value)) return;
    found.push({ value, kind, unit, start, end, ...(when === undefined ? {} : { when }) });
  };
  const addMatch = (
    match: RegExpExecArray | RegExpMatchArray,
    kind: Quantity['kind'],
    unit: string,
  ): void => {
    const { number = '', to, scale } = match.groups ?? {};
    const start = match.index!;
    const end = start + match[0].length;
    if (!isFree(start, end)) return;
    if (to === undefined) {
      add(number, scale, kind, unit, start, end);
    } else {
      const middle = match[0].indexOf(number) + number.length;
      add(number, scale, kind, unit, start, start + middle);
      add(to, scale, kind, unit, start + match[0].indexOf(to, middle), end);
    }
  };

  const hasSign = CURRENCY_HINT.test(text);
  if (hasSign) {
    for (const match of text.matchAll(patterns.currencyBefore)) {
      const unit = currencyOf(match.groups!['sign']!);
      if (unit !== undefined) addMatch(match, 'currency', unit);
    }
  }
  if (hasSign || CURRENCY_WORD_HINT.test(text)) {
    for (const match of text.matchAll(patterns.currencyAfter)) {
      const unit = currencyOf(match.groups!['word']!);
      if (unit !== undefined) addMatch(match, 'currency', unit);
    }
  }
  if (PERCENT_HINT.test(text)) {
    for (const match of text.matchAll(patterns.percent)) addMatch(match, 'percent', '%');
  }
  for (const match of text.matchAll(patterns.number)) {
    const start = match.index;
    const before = text.slice(Math.max(0, start - 14), start);
    const afterNumber = start + match[0].length;
    const unit = countedNoun(text.slice(afterNumber, afterNumber + 80), language);
    if (unit === undefined || MONTH.test(before) || LABELLED.test(before)) continue;
    const end = text.indexOf(unit, afterNumber) + unit.length;
    if (!isFree(start, end)) continue;
    add(match.groups!['number']!, match.groups!['scale'], 'count', unit, start, end);
  }
  return found.sort((left, right) => left.start - right.start);
}
