import type { Edtf, LanguageTag } from '../model';
import { LETTERS } from '../values/dateAtoms';
import { edtfBounds } from '../values/edtf';
import { numberStyle, type NumberStyle } from '../values/numbers';

/** A number in a text by its value. */
export interface Figure {
  /** In plain digits, such as `24000000` or `9.2`: `24 million`, `24m` and `24,000,000` have the same. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const patterns = new Map<NumberStyle, RegExp>();

function patternOf(style: NumberStyle): RegExp {
  let pattern = patterns.get(style);
  if (!pattern) {
    pattern = new RegExp(
      `(?<![${LETTERS}\\d.,])(?<number>${style.digits})(?:${style.gap}(?<scale>${style.scales}))?(?![\\d${LETTERS}])`,
      'giu',
    );
    patterns.set(style, pattern);
  }
  return pattern;
}

/**
 * The numbers of a text whose value is not just the digits that stand there: with separators, decimals or a magnitude.
 * With a magnitude the number without it counts too, since the `m` of `24 m` may be metres.
 */
export function figuresIn(text: string, language: LanguageTag): Figure[] {
  if (!/\d/.test(text)) return [];
  const style = numberStyle(language);
  const figures: Figure[] = [];
  const add = (value: number, start: number, end: number): void => {
    const plain = String(Number(value.toPrecision(15)));
    if (/^\d+(?:\.\d+)?$/.test(plain)) figures.push({ value: plain, start, end });
  };
  for (const match of text.matchAll(patternOf(style))) {
    const { number = '', scale } = match.groups ?? {};
    const start = match.index;
    const value = style.valueOf(number);
    if (/\D/.test(number)) add(value, start, start + number.length);
    if (scale !== undefined) add(value * style.scaleOf(scale), start, start + match[0].length);
  }
  return figures;
}

/** A day as a number that sorts as days do: 20091109 for 2009-11-09. */
export function dayNumber(day: string): number {
  const [, sign = '', year = '0', month = '1', date = '1'] = /^(-?)(\d+)-(\d+)-(\d+)$/.exec(day) ?? [];
  const years = sign === '-' ? -Number(year) : Number(year);
  return years * 10_000 + Number(month) * 100 + Number(date);
}

/** The first and the last day of a span, as {@link dayNumber} writes them. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The days that an EDTF date can mean; `undefined` where it is no date. */
export function daysOf(edtf: Edtf): DaySpan | undefined {
  const bounds = edtfBounds(edtf);
  return bounds && { from: dayNumber(bounds.from), to: dayNumber(bounds.to) };
}
