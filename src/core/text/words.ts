/** Classes of characters and small questions about words. Units are UTF-16 code units. */

/** Units that are words of their own, because no spaces stand between them: Han, hiragana, Hangul syllables. */
export function isSingleSign(unit: number): boolean {
  return (unit >= 0x2e80 && unit < 0x30a0) || (unit >= 0x3100 && unit < 0xa4d0) || isHangul(unit);
}

/** Hangul syllables. */
export function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit < 0xd7a4;
}

/** Katakana letters with the long-vowel mark, without the middle dot. */
export function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit < 0x3100 && unit !== 0x30fb;
}

/** Han signs and kana. */
export function isChineseOrJapanese(unit: number): boolean {
  return unit >= 0x2e80 && unit < 0xa4d0 && unit !== 0x30fb && !(unit >= 0x3130 && unit < 0x3190);
}

/** Whether a Hangul syllable ends in a consonant (Unicode 3.12: 28 tails to each lead and vowel). */
export function hasFinalConsonant(syllable: number): boolean {
  return isHangul(syllable) && (syllable - 0xac00) % 28 !== 0;
}

/** Whether a Hangul syllable ends in ㄹ, after which 로 stands where other consonants take 으로. */
export function endsInRieul(syllable: number): boolean {
  return isHangul(syllable) && (syllable - 0xac00) % 28 === 8;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const UPPER = /\p{Lu}|\p{Lt}/u;
const LOWER = /\p{Ll}/u;

/** Whether a unit is a capital letter. */
export function isUpper(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  return UPPER.test(String.fromCharCode(unit));
}

/** Whether a unit is a small letter. */
export function isLower(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return LOWER.test(String.fromCharCode(unit));
}
