/**
 * The raw scan said again as plainly as possible: every form against every word boundary, with folding by Unicode's own
 * functions, no table, no hash, no index. Slow, and therefore easy to trust.
 */

export interface OracleHit {
  readonly start: number;
  readonly end: number;
  readonly form: number;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const LISTED: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ı: 'i', ς: 'σ', ﬁ: 'fi',
}; // prettier-ignore

/** What no reader sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]/u;
const SPACE = /\s/u;
const DASH = /[-\u2010-\u2015\u2212]/u;
const APOSTROPHE = /['`´‘’ʼ＇′]/u;
const DOT = /[·・•]/u;

/** Folds one code point; `undefined` for what is no part of a word. */
function foldLetter(point: string): string | undefined {
  if (INVISIBLE.test(point)) return '';
  const listed = LISTED[point];
  if (listed !== undefined) return listed;
  if (APOSTROPHE.test(point) || /[²³¹⁰-₉]/u.test(point) || !/[\p{L}\p{N}]/u.test(point)) return undefined;
  if (/[가-힣]/u.test(point)) return point;
  const compatible = /[\uff00-\uffef\u{1d400}-\u{1d7ff}]/u.test(point) ? point.normalize('NFKC') : point;
  return compatible.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const script = (letter: string) =>
  /[\u4e00-\u9fff\u3041-\u309f가-힣]/u.test(letter)
    ? 'sign'
    : /[\u30a1-\u30ff]/u.test(letter)
      ? 'katakana'
      : 'letters';

/** A Hangul syllable in jamo is one letter, so is kana with a voice mark, and any other code point. */
const CLUSTER = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u3041-\u30fe][\u3099\u309a]|[\s\S]/gu;

/** The words of a text. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  let end = -1;
  let folded = '';
  let kind = '';
  const close = () => {
    if (start >= 0) words.push({ start, end, folded });
    start = -1;
    folded = '';
  };
  let at = 0;
  for (const [point] of text.matchAll(CLUSTER)) {
    const letter = foldLetter(point.normalize('NFC').length === 1 ? point.normalize('NFC') : point);
    if (letter === undefined) close();
    else if (letter === '') {
      if (start >= 0 && /[\u0300-\u036f]/u.test(point)) end = at + 1;
    } else {
      const is = script(letter);
      if (start >= 0 && (is !== kind || is === 'sign')) close();
      if (start < 0) start = at;
      kind = is;
      folded += letter;
      end = at + point.length;
    }
    at += point.length;
  }
  close();
  return words;
}

/** What stands between two words, as a reader takes it; `undefined` where a paragraph ends. */
function gapOf(text: string): string | undefined {
  const seen = text.replace(new RegExp(INVISIBLE, 'gu'), '');
  if (seen.split('\n').length > 2) return undefined;
  const gap = seen
    .replace(/\s+/gu, ' ')
    .replace(new RegExp(DASH, 'gu'), '-')
    .replace(new RegExp(APOSTROPHE, 'gu'), "'")
    .replace(new RegExp(DOT, 'gu'), '·');
  return SPACE.test(gap) && gap === ' ' ? ' ' : /^(?:-{1,3}|·|\. )$/u.test(gap) ? ' ' : gap;
}

const isKorean = (word: Word) => /^[가-힣]$/u.test(word.folded);

/** Every occurrence of every form, by place and then by length and number. */
export function findAll(text: string, forms: readonly string[]): OracleHit[] {
  const words = wordsOf(text);
  const hits: OracleHit[] = [];
  forms.forEach((spelled, form) => {
    const parts = wordsOf(spelled);
    if (parts.length === 0) return;
    for (let first = 0; first + parts.length <= words.length; first++) {
      const agrees = parts.every((part, at) => {
        const word = words[first + at]!;
        if (word.folded !== part.folded) return false;
        if (at === 0) return true;
        const before = words[first + at - 1]!;
        const inText = gapOf(text.slice(before.end, word.start));
        const inForm = gapOf(spelled.slice(parts[at - 1]!.end, part.start));
        if (inText === undefined || inText === inForm) return inText !== undefined;
        if (!isKorean(before) || !isKorean(word)) return false;
        const isBare = before.end === word.start;
        const isSpace = /^\s+$/u.test(spelled.slice(parts[at - 1]!.end, part.start));
        return (isBare && isSpace) || (inText === ' ' && inForm === '' && parts.length >= 5);
      });
      if (agrees) hits.push({ start: words[first]!.start, end: words[first + parts.length - 1]!.end, form });
    }
  });
  return hits.sort((one, other) => one.start - other.start || one.end - other.end || one.form - other.form);
}
