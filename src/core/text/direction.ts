import type { LanguageTag } from '../model';

/** Languages that are written from right to left unless a script subtag says otherwise (CLDR, likely subtags). */
const RTL_LANGUAGES = new Set(
  'ar arc arz ary apc ckb dv fa glk he iw lrc mzn nqo pnb prs ps sd sdh syr ug ur yi'.split(' '),
);
const RTL_SCRIPTS = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** The direction in which a language is written: `ar` and `pa-Arab` from right to left, `ar-Latn` not. */
export function directionOf(language: LanguageTag): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/u.test(subtag));
  const isRtl = script === undefined ? RTL_LANGUAGES.has(primary) : RTL_SCRIPTS.has(script);
  return isRtl ? 'rtl' : 'ltr';
}
