/**
 * Folds a word for search: case and diacritics do not count (Unicode NFKD without combining marks, then lower
 * case). Hangul is composed again, so that a syllable stays one letter.
 */
export function foldForSearch(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
}
