import type { LanguageTag } from '../model';

/** Frequent little words that tell the languages apart. */
const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'was', 'that', 'with', 'for', 'by'],
  fr: ['le', 'la', 'les', 'des', 'et', 'est', 'une', 'dans', 'du', 'que'],
  de: ['der', 'die', 'das', 'und', 'ist', 'nicht', 'ein', 'mit', 'von', 'den'],
  es: ['el', 'los', 'las', 'y', 'que', 'una', 'por', 'con', 'del', 'se'],
};

/** Scripts of mostly one language, or of languages that letters tell apart. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => LanguageTag])[] = [
  [
    /\p{Script=Arabic}/gu,
    (text) => (/[ٹڈڑںےہ]/u.test(text) ? 'ur' : /[پچژگ]/u.test(text) && /[یک]/u.test(text) ? 'fa' : 'ar'),
  ],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Cyrillic}/gu, (text) => (/[їєґ]/iu.test(text) ? 'uk' : 'ru')],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
];

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 4000;

/**
 * Guesses in which language a text is written: by its file's name (`draft.fr.md`), then a `lang` line of its front
 * matter, then its script, then its most frequent little words. `undefined` where nothing tells.
 */
export function guessLanguage(text: string, fileName = ''): LanguageTag | undefined {
  const named = /\.([a-z]{2})(?:-[A-Za-z]+)?\.[a-z]+$/u.exec(fileName)?.[1];
  if (named !== undefined && (named in FUNCTION_WORDS || ['ko', 'ja', 'zh'].includes(named))) return named;
  const stated = /^---\n[^]*?^lang(?:uage)?:\s*["']?([A-Za-z]{2,3})\b[^]*?^---$/mu.exec(
    text.slice(0, SAMPLE),
  )?.[1];
  if (stated !== undefined) return stated.toLowerCase();
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (count(/\p{Script=Hangul}/gu) * 3 > letters) return 'ko';
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 5 > letters) return 'ja';
  if (count(/\p{Script=Han}/gu) * 2 > letters) return 'zh';
  for (const [script, language] of SCRIPTS) if (count(script) * 2 > letters) return language(sample);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: LanguageTag | undefined;
  let most = 1;
  for (const [language, little] of Object.entries(FUNCTION_WORDS)) {
    const hits = words.filter((word) => little.includes(word)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}
