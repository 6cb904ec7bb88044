import type { Edtf, FactDate, LanguageTag } from '../model';
import { edtfOf } from './dateAtoms';
import type { AtomPattern, DateAtom, DateGrammar } from './dateAtoms';
import { EAST_ASIAN_DATES } from './datesEastAsian';
import { ENGLISH_DATES } from './datesEnglish';
import { FRENCH_DATES } from './datesFrench';
import { isEdtf } from './edtf';

/** ISO dates and bare years, which all languages share. */
const COMMON_ATOMS: readonly AtomPattern[] = [
  {
    pattern: /(?<![A-Za-z\u00c0-\u024f\d.,:/–-])(?<year>[12]\d{3})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g,
    read: (g) => dated(edtfOf(g['year']!, Number(g['month']), g['day'])),
  },
  {
    // `2005-06` may be a span of years; only a month that cannot be the end of one is taken for a month.
    pattern: /(?<![A-Za-z\u00c0-\u024f\d.,:/–-])(?<year>[12]\d{3})-(?<month>\d{2})(?![\d-]|\.\d)/g,
    read: (g) =>
      g['month']! <= g['year']!.slice(2) ? dated(edtfOf(g['year']!, Number(g['month']))) : undefined,
  },
  {
    pattern: /(?<![A-Za-z\u00c0-\u024f\d.,:/$€£#])(?<year>[12]\d{3})(?![A-Za-z\u00c0-\u024f\d]|[.,:/]\d)/g,
    read: (g) => ({ edtf: g['year']!, isBareYear: true }),
  },
];

/** What a text with a date holds in any language: four digits of a year, or a century. */
const HINT = /[12]\d{3}|\d(?:st|nd|rd|th|\s?(?:세기|世紀|世纪))|si[èe]cle/i;

/** How far before an atom a cue may stand, in UTF-16 code units. */
const CUE_LENGTH = 24;

function dated(edtf: Edtf | undefined): { edtf: Edtf } | undefined {
  return edtf === undefined ? undefined : { edtf };
}

function grammarFor(language: LanguageTag): DateGrammar {
  const primary = language.slice(0, 2).toLowerCase();
  if (primary === 'fr') return FRENCH_DATES;
  return primary === 'ko' || primary === 'ja' || primary === 'zh' ? EAST_ASIAN_DATES : ENGLISH_DATES;
}

/** All that looks like a part of a date, leftmost first; of those that begin at one place the longest stays. */
function findAtoms(text: string, grammar: DateGrammar): DateAtom[] {
  const found: DateAtom[] = [];
  const hints = new Map<RegExp, boolean>();
  const mayMatch = (hint: RegExp): boolean => {
    let may = hints.get(hint);
    if (may === undefined) hints.set(hint, (may = hint.test(text)));
    return may;
  };
  for (const { pattern, read, hint } of [...grammar.atoms, ...COMMON_ATOMS]) {
    if (hint && !mayMatch(hint)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const atom = read(match.groups ?? {});
      if (atom) found.push({ ...atom, start: match.index, end: match.index + match[0].length });
    }
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const atoms: DateAtom[] = [];
  for (const atom of found) if (atom.start >= (atoms.at(-1)?.end ?? 0)) atoms.push(atom);
  return atoms;
}

/** Whether four digits that stand alone read as a year, by what stands around them. */
function readsAsYear(
  text: string,
  atom: DateAtom,
  lastYearEnd: number | undefined,
  grammar: DateGrammar,
): boolean {
  const after = text.slice(atom.end, atom.end + 40);
  if (grammar.counted.test(after) || /^[-–][A-Za-z\u00c0-\u024f]/.test(after)) return false;
  const before = text.slice(Math.max(0, atom.start - CUE_LENGTH), atom.start);
  if (before.endsWith('(')) return /^(?:\)|[,;]\s|\s?[–-])/.test(after);
  if (/[–—-]$/.test(before)) return false;
  // A line of a chronicle: *1794: the tower is built*.
  if (atom.start === 0 && /^(?::\s|\s[–—]\s)/.test(after)) return true;
  if (grammar.yearCue.test(before)) return true;
  if (lastYearEnd !== undefined && grammar.continues.test(text.slice(lastYearEnd, atom.start))) return true;
  const isRecent = atom.edtf! >= '1900' && atom.edtf! <= '2099';
  return isRecent && grammar.recentYearCue.test(before) && /^\s[A-Za-z\u00c0-\u024f]/.test(after);
}

/** Two atoms as one span; the first takes the year, and the month, that it lacks from the second. */
function join(first: DateAtom, second: DateAtom): DateAtom | undefined {
  const to = second.edtf;
  if (to === undefined || to.includes('/') || first.edtf?.includes('/')) return undefined;
  let from = first.edtf;
  if (from === undefined) {
    const year = /^\d{4}(?=-)/.exec(to)?.[0];
    // `9 November – 3 December 2009` and `October–December 2009`, but not `October – 3 December 2009`.
    if (year === undefined || to.length !== (first.day === undefined ? 7 : 10)) return undefined;
    from = [year, first.month, ...(first.day === undefined ? [] : [first.day])].join('-');
  }
  const edtf = `${from}/${to}`;
  return isEdtf(edtf) ? { start: first.start, end: second.end, edtf } : undefined;
}

/**
 * The dates that a prose text names, in order of appearance, as EDTF with the place where each stands.
 *
 * English is read by default; French, Korean, Japanese and Chinese by their language tags; ISO dates everywhere.
 * Imprecise expressions become spans: late 2009 is `2009-10/2009-12`, early 2009 `2009-01/2009-03`, mid-2009
 * `2009-05/2009-08`; a third of a month for early, mid and late October; `198X` for the 1980s; `1990~` for about 1990.
 * Four digits alone are a year only where a word beside them says so (`in 2005`, not `2005 people`). `since 2011`
 * gives the point `2011`: what it bounds is for the reader of the sentence to judge. A day without a year is no date.
 */
export function findDates(text: string, language: LanguageTag = 'en'): FactDate[] {
  if (!HINT.test(text)) return [];
  const grammar = grammarFor(language);
  const atoms = findAtoms(text, grammar);
  const dates: FactDate[] = [];
  let lastYearEnd: number | undefined;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]!;
    const next = atoms[index + 1];
    const between = next && text.slice(atom.end, next.start);
    let span: DateAtom | undefined;
    if (
      next &&
      between !== undefined &&
      between.length < 16 &&
      !grammar.counted.test(text.slice(next.end, next.end + 40))
    ) {
      const before = text.slice(Math.max(0, atom.start - CUE_LENGTH), atom.start);
      const isBetween = grammar.between.test(before) && grammar.joinsAfterBetween.test(between);
      const isRange =
        grammar.joins.test(between) &&
        (!atom.isBareYear || /[–—~〜-]/.test(between) || grammar.yearCue.test(before));
      if (isBetween || isRange) span = join(atom, next);
    }
    if (span) {
      index++;
      dates.push({ edtf: span.edtf!, start: span.start, end: span.end });
      lastYearEnd = span.end;
    } else if (
      atom.edtf !== undefined &&
      (!atom.isBareYear || readsAsYear(text, atom, lastYearEnd, grammar))
    ) {
      if (
        !grammar.counted.test(text.slice(atom.end, atom.end + 40)) ||
        !/\d$/.test(text.slice(atom.start, atom.end))
      ) {
        dates.push({ edtf: atom.edtf, start: atom.start, end: atom.end });
        lastYearEnd = atom.end;
      }
    }
  }
  return dates;
}
