import type { LanguageTag } from '../model';
import { LETTERS } from './dateAtoms';

/** How a language writes numbers and their magnitudes. */
export interface NumberStyle {
  /** Source of a pattern for digits with separators and decimals; it has no groups. */
  readonly digits: string;
  /** Source of a pattern for a magnitude word, to follow the digits. */
  readonly scales: string;
  /** Source of the space allowed between digits and magnitude; empty where there is none. */
  readonly gap: string;
  readonly scaleOf: (word: string) => number;
  readonly valueOf: (digits: string) => number;
}

const ENGLISH_SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const FRENCH_SCALES: Readonly<Record<string, number>> = {
  mille: 1e3,
  k: 1e3,
  million: 1e6,
  millions: 1e6,
  m: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  md: 1e9,
  mds: 1e9,
};

const KOREAN_SCALES: Readonly<Record<string, number>> = {
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  조: 1e12,
};

const SPACE = '[ \\u00a0\\u202f\\u2009]';

function withoutSeparators(digits: string): number {
  return Number(digits.replaceAll(/[,\s]/g, ''));
}

const ENGLISH: NumberStyle = {
  digits: '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,15})?',
  scales: `(?:thousand|million|billion|trillion|mln|mn|bn|tn|[kmb])(?![${LETTERS}])`,
  gap: `${SPACE}?`,
  scaleOf: (word) => ENGLISH_SCALES[word.toLowerCase()] ?? 1,
  valueOf: withoutSeparators,
};

const FRENCH: NumberStyle = {
  digits: `\\d{1,3}(?:${SPACE}\\d{3})+(?:,\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,15}(?:,\\d{1,15})?`,
  scales: `(?:mille|millions?|milliards?|mds?|[km])(?![${LETTERS}])`,
  gap: `${SPACE}?`,
  scaleOf: (word) => FRENCH_SCALES[word.toLowerCase()] ?? 1,
  valueOf: (digits) => Number(digits.replaceAll(/[\s.]/g, '').replace(',', '.')),
};

const KOREAN: NumberStyle = {
  digits: ENGLISH.digits,
  scales: '(?:천만|백만|십만|[천만억조])',
  gap: `${SPACE}?`,
  scaleOf: (word) => KOREAN_SCALES[word] ?? 1,
  valueOf: withoutSeparators,
};

/** The style of a language: English where it is not known. */
export function numberStyle(language: LanguageTag): NumberStyle {
  const primary = language.slice(0, 2).toLowerCase();
  if (primary === 'fr') return FRENCH;
  return primary === 'ko' ? KOREAN : ENGLISH;
}
