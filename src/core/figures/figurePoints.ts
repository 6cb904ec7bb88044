import type { Edtf, Fact, LanguageTag, Quantity } from '../model';
import { fold, tellingWords, wordsOf, type SentenceWord } from './sentenceWords';

/** How a text qualifies a figure. */
export type Qualifier = 'about' | 'over' | 'under';

/** A quantity of a fact, with what it takes to compare it. */
export interface FigurePoint {
  readonly fact: Fact;
  readonly quantity: Quantity;
  /** The upper end of a range (`€24–30 million`). */
  readonly upTo?: number;
  /** The time that the number holds for. */
  readonly when?: Edtf;
  readonly qualifier?: Qualifier;
  /** A growth or a fall by so much, not a level. */
  readonly isChange: boolean;
  readonly language: LanguageTag;
  readonly words: readonly SentenceWord[];
  readonly telling: ReadonlySet<string>;
}

const RANGE = /^\s?(?:[–—-]|to|à|~)\s?$/u;
/** What stands between a quantity and the date that it holds for. */
const BEFORE_DATE = /^,?\s?(?:\(|(?:in|for|by|at the end of|en|fin)\s)?$/iu;

const QUALIFIERS: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'about',
    /(?:\b(?:about|around|roughly|approximately|some|nearly|almost|circa|environ|près de|presque)|약)\s?$/iu,
  ],
  ['over', /\b(?:more than|over|at least|above|upwards of|plus de|au moins)\s$/iu],
  ['under', /\b(?:less than|fewer than|under|below|at most|up to|moins de|au plus|jusqu’à|jusqu'à)\s$/iu],
];
const CHANGE_BEFORE =
  /\b(?:rise|rose|risen|rising|grow\w*|grew|fall\w*|fell|shr[aiu]nk\w*|(?:increas|decreas|declin|dropp|climb|gain|reduc)\w*|cut)\s(?:[^.;]{0,30}\s)?by\s(?:[a-z]+\s){0,2}$/iu;
const CHANGE_WORDS =
  /\b(?:growth|increase|decrease|decline|drop|rise|hausse|baisse|augment\p{L}*|diminu\p{L}*|progress\p{L}*|recul\p{L}*)\s(?:of|de)\s$/iu;
const KOREAN_CHANGE = /^\s?(?:증가|감소|늘|줄)/u;

/** The quantities of a fact. Both ends of a range are one point. `language` is that of the fact's text. */
export function pointsOf(fact: Fact, language: LanguageTag): readonly FigurePoint[] {
  if (fact.quantities.length === 0) return [];
  const words = wordsOf(fact);
  const telling = tellingWords(words);
  const points: FigurePoint[] = [];
  for (let index = 0; index < fact.quantities.length; index++) {
    const quantity = fact.quantities[index]!;
    const next = fact.quantities[index + 1];
    const isRange =
      next?.kind === quantity.kind &&
      next.unit === quantity.unit &&
      RANGE.test(fact.text.slice(quantity.end, next.start));
    if (isRange) index++;
    const before = fact.text.slice(Math.max(0, quantity.start - 60), quantity.start);
    const after = fact.text.slice(quantity.end, quantity.end + 10);
    const qualifier = QUALIFIERS.find(([, pattern]) => pattern.test(before))?.[0];
    const when = quantity.when ?? dateRightAfter(fact, isRange ? next.end : quantity.end);
    points.push({
      fact,
      quantity,
      ...(isRange && { upTo: next.value }),
      ...(when !== undefined && { when }),
      ...(qualifier && { qualifier }),
      isChange: CHANGE_BEFORE.test(before) || CHANGE_WORDS.test(before) || KOREAN_CHANGE.test(after),
      language,
      words,
      telling,
    });
  }
  return points;
}

/** The date that stands right behind a quantity: `€20 million in 2004 and €24 million in 2005`. */
function dateRightAfter(fact: Fact, end: number): Edtf | undefined {
  return fact.dates.find(
    ({ start }) => start !== undefined && start >= end && BEFORE_DATE.test(fact.text.slice(end, start)),
  )?.edtf;
}

/** What two quantities must share to be measured with one scale: euros, percent, the same counted noun. */
export function unitKey({ kind, unit }: Quantity): string {
  return `${kind} ${kind === 'count' ? unit.split(/\s+/u).map(fold).join(' ') : unit}`;
}
