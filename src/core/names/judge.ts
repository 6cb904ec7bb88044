import { ASKS, FormFlag } from './forms';
import type { FormSets } from './formSets';
import { Gap, type Passage } from './passage';
import { isInAddress } from './rules/addresses';
import { standsAlone } from './rules/boundaries';
import { caseAgrees } from './rules/letterCase';
import { WordClass } from './rules/lexicon';
import { isHidden } from './rules/properNames';
import type { RuleSwitches } from './rules/ruleSwitch';
import { Strangers } from './rules/strangers';
import { hasOtherGivenName, isOtherPerson } from './rules/surnames';

/**
 * What the rules leave of a passage's hits: spans that do not overlap, each with the forms it may stand for. Offsets
 * are relative to the passage. Whether a span of bare family names counts is for the document to say.
 */
export class Candidates {
  count = 0;
  /** Of each span where it begins and ends, and the number of its set of forms, see `FormSets`. */
  spans = new Int32Array(192);

  add(start: number, end: number, set: number): void {
    let at = this.count * 3;
    if (at === this.spans.length) {
      const grown = new Int32Array(at * 2);
      grown.set(this.spans);
      this.spans = grown;
    }
    this.spans[at++] = start;
    this.spans[at++] = end;
    this.spans[at] = set;
    this.count++;
  }
}

/**
 * Applies the rules to the hits of a passage and keeps the leftmost, and of those that begin together the longest;
 * where the rules refuse a longer one, the next shorter. Several forms with one span are all kept.
 */
export function judge(passage: Passage, sets: FormSets, rules: RuleSwitches, candidates: Candidates): void {
  const { hits, tokens } = passage;
  const { first: firsts, last: lasts } = hits;
  candidates.count = 0;
  strangers.begin(sets, candidates);
  let end = 0;
  for (let hit = 0; hit < hits.count;) {
    const first = firsts[hit]!;
    let next = hit + 1;
    while (next < hits.count && firsts[next] === first) next++;
    const start = tokens.start[first]!;
    if (start < end) {
      hit = next;
      continue;
    }
    // Hits of one first word come by length, shortest first.
    for (let long = next - 1; start >= end && long >= hit;) {
      const last = lasts[long]!;
      let from = long;
      while (from > hit && lasts[from - 1] === last) from--;
      const set = judgeSpan(passage, sets, rules, from, long, first, last);
      if (set !== 0) {
        end = endOf(passage, sets, set, last);
        candidates.add(start, end, set);
      }
      long = from - 1;
    }
    hit = next;
  }
}

/** Where a span ends: behind the last word, or behind the last point of a form with points (*E.U.*, *Apple Inc.*). */
function endOf(passage: Passage, sets: FormSets, set: number, last: number): number {
  const end = passage.tokens.end[last]!;
  if (passage.units.data[end] !== 0x2e || end >= passage.units.length) return end;
  const form = passage.table.form(sets.formsOf(set)[0]!);
  if ((form.flags & FormFlag.acronym) !== 0 && form.text.includes('.')) return end + 1;
  return form.text.endsWith('.') ? end + 1 : end;
}

const accepted: number[] = [];
/** Who else was named in the passage that is being judged. */
const strangers = new Strangers();

/** Kinds of names that people have as well. */
const MAY_BE_SOMEBODY = FormFlag.place | FormFlag.work;

/** What makes more of a form's spelling than its words. */
const ASKS_OF_SPELLING =
  FormFlag.exactCase |
  FormFlag.surname |
  FormFlag.plural |
  FormFlag.acronym |
  FormFlag.work |
  FormFlag.organisation;
/** Words whose case says whether they are a name. */
const AMBIGUOUS = WordClass.commonName | WordClass.everyday;
/** A bare family name. */
const BARE = FormFlag.surname | FormFlag.person;

/** The set of the forms from `from` to `to` that the rules accept, or 0. */
function judgeSpan(
  passage: Passage,
  sets: FormSets,
  rules: RuleSwitches,
  from: number,
  to: number,
  first: number,
  last: number,
): number {
  const { form: forms } = passage.hits;
  const { flags: allFlags } = passage.table;
  if (from === to) {
    const number = forms[from]!;
    const flags = allFlags[number]!;
    const asks = (flags & ASKS) !== 0;
    // The usual name has a capital and asks no more of its spelling.
    const isSimple =
      (flags & ASKS_OF_SPELLING) === 0 &&
      !passage.isCode &&
      rules.diacritics !== false &&
      rules.case !== false &&
      (first !== last || (passage.classOf(first) & AMBIGUOUS) === 0);
    const isRight =
      (isSimple ||
        (!asks && !passage.isCode && rules.diacritics !== false) ||
        isSpelledRight(passage, number, flags, first, last, rules)) &&
      isWhole(passage, flags, first, last, rules) &&
      !(asks && isRefused(passage, from, flags, first, last, rules));
    return isRight ? number + 1 : 0;
  }
  let count = 0;
  let isChecked = false;
  for (let hit = from; hit <= to; hit++) {
    const number = forms[hit]!;
    const flags = allFlags[number]!;
    const asks = (flags & ASKS) !== 0;
    if (
      (asks || passage.isCode || rules.diacritics === false) &&
      !isSpelledRight(passage, number, flags, first, last, rules)
    ) {
      continue;
    }
    if (!isChecked) {
      if (!isWhole(passage, flags, first, last, rules)) return 0;
      isChecked = true;
    }
    if (asks && isRefused(passage, hit, flags, first, last, rules)) {
      // *Denzel Washington* is no city either.
      if ((flags & BARE) === BARE && from !== to && hasOtherGivenName(passage, hit, first)) return 0;
      continue;
    }
    accepted[count++] = number;
  }
  return count === 0 ? 0 : sets.numberOfFirst(accepted, count);
}

function isSpelledRight(
  passage: Passage,
  number: number,
  flags: number,
  first: number,
  last: number,
  rules: RuleSwitches,
): boolean {
  if (rules.surname === false && (flags & FormFlag.surname) !== 0) return false;
  if (rules.plural === false && (flags & FormFlag.plural) !== 0) return false;
  if (rules.acronym === false && (flags & FormFlag.acronym) !== 0) return false;
  if (rules.diacritics === false && !sameDiacritics(passage, number, first, last)) return false;
  return caseAgrees(passage, number, flags, first, last, rules);
}

/** Whether a span has the accents of the form; case, dashes and spaces do not matter. */
function sameDiacritics(passage: Passage, number: number, first: number, last: number): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
      .toLowerCase();
  const text = passage.text.slice(passage.tokens.start[first], passage.tokens.end[last]);
  return letters(text) === letters(passage.table.form(number).text);
}

function isWhole(passage: Passage, flags: number, first: number, last: number, rules: RuleSwitches): boolean {
  const { tokens } = passage;
  const { data } = passage.units;
  const start = tokens.start[first]!;
  const end = tokens.end[last]!;
  // Nearly always there is a space before, and a space or a sign and a space behind, which settles it; signs of Korean,
  // Chinese or Japanese are asked anyway.
  if (start > 0 && data[start - 1] === 0x20 && data[start]! < 0x2e80) {
    const behind = data[end]!;
    if (behind === 0x20) return true;
    if (data[end + 1] === 0x20 && end + 1 < passage.units.length && data[end - 1]! < 0x2e80) {
      if (behind === 0x2c || behind === 0x2e || behind === 0x3b || behind === 0x3a || behind === 0x29) {
        return true;
      }
    }
  }
  if (!standsAlone(passage, first, last, (flags & FormFlag.place) !== 0, rules)) return false;
  return rules.regions === false || !isInAddress(passage.text, start, end);
}

function isRefused(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
  rules: RuleSwitches,
): boolean {
  if ((flags & BARE) === BARE) {
    if (isOtherPerson(passage, hit, first, last)) {
      strangers.noteSurname(passage, hit, first, last);
      return true;
    }
    return !strangers.isEmpty && rules.context !== false && strangers.isSurname(passage, hit, first, last);
  }
  if (rules.longest === false) return false;
  if ((flags & FormFlag.indexed) !== 0) {
    // *Fritz Lang, Jack Nicholson*: the family name is another's, or the given name begins another name.
    if (passage.gapBefore(first) === Gap.space && passage.isCapital(first - 1)) return true;
    return passage.gapBefore(last + 1) === Gap.space && passage.isCapital(last + 1);
  }
  if (isHidden(passage, hit, flags, first, last)) {
    if (first === last && (flags & MAY_BE_SOMEBODY) !== 0) strangers.noteNamesake(passage, hit, first);
    return true;
  }
  return !strangers.isEmpty && isNamesake(passage, hit, flags, first, last, rules);
}

/** Whether the bare name of a place or a work is somebody's who was named before. */
function isNamesake(
  passage: Passage,
  hit: number,
  flags: number,
  first: number,
  last: number,
  rules: RuleSwitches,
): boolean {
  if (first !== last || (flags & MAY_BE_SOMEBODY) === 0 || rules.context === false) return false;
  return strangers.isNamesake(passage, hit, first);
}
