import type { LanguageTag } from '../model';

/** A run of a text; offsets are UTF-16 code units, `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations after which a capital follows without a new sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st ste no nos n° vs p pp vol vols ed eds cf ca c approx gen col lt sgt capt maj adm cmdr gov sen rep ' +
    'pres hon rev fr fig figs art arts sec ch chap e.g i.e viz al jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mm mme mlle mgr me av env éd dir trad est'
  ).split(' '),
);

/** Abbreviations that also end sentences: they join only to a sentence that does not begin like one. */
const CLOSING_ABBREVIATIONS = new Set([
  'etc',
  'inc',
  'ltd',
  'co',
  'corp',
  'jr',
  'sr',
  'bros',
  'a.m',
  'p.m',
  'ph.d',
]);

/** Words that begin sentences, which tell `in the U.S. The …` from `the U.S. Army`. */
const STARTERS =
  /^["“‘«(]?\s?(?:The|A|An|In|On|At|It|Its|He|She|They|We|I|You|This|That|These|Those|But|And|However|After|Before|Since|By|For|As|When|While|If|There|His|Her|Their|Le|La|Les|Un|Une|Des|Il|Elle|Ils|Elles|En|Cette|Ce|Ces|Mais|Au|Aux|Dans)(?![\p{L}\p{N}])/u;

const LAST_WORD = /(?:^|[\s([{"“‘«'’])((?:\p{L}|\d|\.(?=\S)|°)+)\.$/u;
const OPENERS = '(["“«';
/** How many sentences may be joined to close a quotation or a parenthesis; beyond that it was never closed. */
const LONGEST_QUOTATION_SENTENCES = 6;

const segmenters = new Map<string, Intl.Segmenter>();

/** Making a segmenter loads its rules, so each is made once. */
function segmenterFor(language: LanguageTag): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    } catch (error) {
      // A tag that Intl does not accept still gets the rules that are common to all languages.
      if (!(error instanceof RangeError)) throw error;
      segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Whether the sentence that ends with `before` goes on with `after`. */
function goesOn(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return true;
  if (!before.endsWith('.')) return false;
  const word = LAST_WORD.exec(before.slice(-24))?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (ABBREVIATIONS.has(lower)) {
    // “No.” is an abbreviation only before a number, and “c.” or “p.” too.
    return lower === 'no' || lower === 'nos' || lower === 'art' || lower === 'est' ? /^\d/.test(after) : true;
  }
  if (CLOSING_ABBREVIATIONS.has(lower)) return /^[\p{Ll}\d,;]/u.test(after);
  // Initials (J. Lang) and dotted acronyms (U.S. Army).
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) && !STARTERS.test(after);
}

/** Whether a quotation or parenthesis that begins in the text is still open at its end. */
function isOpen(text: string): boolean {
  let straight = 0;
  let curly = 0;
  let guillemets = 0;
  let round = 0;
  for (const char of text) {
    if (char === '"') straight++;
    else if (char === '“') curly++;
    else if (char === '”') curly--;
    else if (char === '«') guillemets++;
    else if (char === '»') guillemets--;
    else if (char === '(') round++;
    else if (char === ')') round--;
  }
  return straight % 2 === 1 || curly > 0 || guillemets > 0 || round > 0;
}

function hasOpener(text: string): boolean {
  for (const opener of OPENERS) if (text.includes(opener)) return true;
  return false;
}

/** Where the sentence that begins with segment `index` ends, so that its quotations are closed. */
function closeQuotation(text: string, segments: readonly TextRange[], index: number): number {
  const first = segments[index]!;
  if (!hasOpener(text.slice(first.start, first.end)) || !isOpen(text.slice(first.start, first.end))) {
    return index;
  }
  const last = Math.min(segments.length - 1, index + LONGEST_QUOTATION_SENTENCES);
  for (let next = index + 1; next <= last; next++) {
    if (!isOpen(text.slice(first.start, segments[next]!.end))) return next;
  }
  return index;
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/**
 * Matches a text in which nothing can end a sentence before its own end: no full stop, question or exclamation mark but the
 * last, no line break, only letters and signs that the rules know nothing about (Latin, punctuation of quotations).
 */
export const ONE_SENTENCE =
  /^[^.!?\n\r\u0085\u037e\u0589-\u2010\u2024-\u202f\u203a-\u209f\u2c60-\uffff»]*[.!?]?["”’)\]]?$/;

/**
 * The sentences of a text, in order, without the space around them. Built on `Intl.Segmenter` (Unicode UAX #29),
 * whose rules break after abbreviations and initials and inside quotations; those breaks are taken back.
 * A single line break counts as a space.
 */
export function splitSentences(text: string, language: LanguageTag): TextRange[] {
  // Asking the rules takes longer than all the rest, and most facts of tables and lists need none.
  if (ONE_SENTENCE.test(text)) {
    const only = trimmed(text, 0, text.length);
    return only.start === only.end ? [] : [only];
  }
  const flat = text.replace(/(?<![\r\n])(?:\r\n|\n|\r)(?![\r\n])/g, (found) => ' '.repeat(found.length));
  const segments: TextRange[] = [];
  for (const { index, segment } of segmenterFor(language).segment(flat)) {
    let range = trimmed(flat, index, index + segment.length);
    if (range.start === range.end) continue;
    let before = segments.at(-1);
    // French sets a space before the closing guillemet, which makes the rules give it to the next sentence.
    if (before && flat[range.start] === '»') {
      before = segments[segments.length - 1] = { start: before.start, end: range.start + 1 };
      range = trimmed(flat, range.start + 1, range.end);
      if (range.start === range.end) continue;
    }
    const isNewParagraph = before && /[\r\n]/.test(flat.slice(before.end, range.start));
    if (
      before &&
      !isNewParagraph &&
      goesOn(flat.slice(before.start, before.end), flat.slice(range.start, range.start + 24))
    ) {
      segments[segments.length - 1] = { start: before.start, end: range.end };
    } else {
      segments.push(range);
    }
  }
  const sentences: TextRange[] = [];
  for (let index = 0; index < segments.length; index++) {
    const last = closeQuotation(flat, segments, index);
    sentences.push({ start: segments[index]!.start, end: segments[last]!.end });
    index = last;
  }
  return sentences;
}
