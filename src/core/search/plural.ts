/**
 * Singular and plural meet: Harman's S-stemmer (D. Harman, "How effective is suffixing?", JASIS 42, 1991), which only
 * takes plurals off, with the few English and French forms that are frequent and not made with an s. Stronger stemmers
 * find more that is not meant.
 */

const IRREGULAR: Readonly<Record<string, string>> = { children: 'child', feet: 'foot', mice: 'mouse' };
const PLURAL_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(IRREGULAR).map(([plural, singular]) => [singular, plural]),
);

/** A folded word without its plural; the word itself where it is none. */
export function singular(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  // Nearly all words end otherwise: s, n (men, children), x (aux), t, e.
  if (last !== 0x73 && last !== 0x6e && last !== 0x78 && last !== 0x74 && last !== 0x65) return word;
  if (word.length < 4) return word;
  if (last === 0x73) {
    if (/(?:ss|us|is)$/.test(word)) return word;
    if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
    if (/(?:ch|sh|x|ss|zz|[^o]{3}o)es$/.test(word)) return word.slice(0, -2);
    return word.slice(0, -1);
  }
  if (word.endsWith('men') && word.length < 14) return `${word.slice(0, -3)}man`;
  if (word.length > 5 && word.endsWith('eaux')) return word.slice(0, -1);
  if (word.length > 5 && word.endsWith('aux')) return `${word.slice(0, -2)}l`;
  return Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : word;
}

/** The other forms of a word that may stand in a text, singular or plural; without the word itself. */
export function otherNumbers(word: string): readonly string[] {
  const base = singular(word);
  if (base.length < 3 || !/^[a-z]+$/.test(base)) return [];
  const forms = new Set([base, `${base}s`, `${base}es`]);
  if (base.endsWith('y')) forms.add(`${base.slice(0, -1)}ies`);
  if (base.endsWith('man')) forms.add(`${base.slice(0, -3)}men`);
  if (base.endsWith('al')) forms.add(`${base.slice(0, -1)}ux`);
  if (base.endsWith('eau')) forms.add(`${base}x`);
  if (Object.hasOwn(PLURAL_OF, base)) forms.add(PLURAL_OF[base]!);
  return [...forms].filter((form) => form !== word && singular(form) === base);
}
