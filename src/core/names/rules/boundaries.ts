import { foldTable, IGNORED, SEPARATOR, EXPANSION, Separator } from '../../text/fold';
import { isChineseOrJapanese, isDigit, isHangul, isKatakana } from '../../text/words';
import type { Passage } from '../passage';
import { isChineseWord } from './chinese';
import { isCalledAfter, isKoreanEnd, isKoreanLonger, isParticle, isPlacePrefix } from './korean';
import { WordClass } from './lexicon';
import type { RuleSwitches } from './ruleSwitch';

/**
 * Whole words. A name begins and ends where a word does, with what may be joined to it:
 * - before it: an elided word (*l’Union*, *d'Allemagne*; the word before the apostrophe must be one that elides);
 * - behind it: *’s*, *’ll*, *’d* …, the bare apostrophe of a possessive (*the Philippines’*) or of a quotation;
 * - underscores only where they emphasise (`_France_`), never as a part of an identifier (`france_total`);
 * - Hangul begins with the written word (or a prefix such as 주-, 대-) and ends with it or with particles;
 * - Chinese and Japanese need no boundaries, but the name must not lie across the words there.
 */
export function standsAlone(
  passage: Passage,
  first: number,
  last: number,
  isPlace: boolean,
  rules: RuleSwitches,
): boolean {
  const { data, length } = passage.units;
  const start = passage.tokens.start[first]!;
  const end = passage.tokens.end[last]!;
  const table = foldTable();
  const before = start === 0 ? 0x20 : data[start - 1]!;
  const behind = end >= length ? 0x20 : data[end]!;
  // Nearly always: white space before, and white space or the end of a sentence behind.
  if (before === 0x20 && behind === 0x20 && data[start]! < 0x2e80) return true;
  return (
    beginsAlone(passage, first, start, visible(data, start, -1), isPlace, rules) &&
    endsAlone(passage, last, end, visible(data, end - 1, 1), isPlace, rules) &&
    (!isChineseOrJapanese(table[data[start]!]!) ||
      (rules.cjk !== false && isChineseWord(passage.text, start, end)))
  );
}

/** Offset of the next unit in a direction that a reader can see, or -1 outside the passage. */
function visible(data: Uint16Array, from: number, step: 1 | -1): number {
  const table = foldTable();
  let at = from + step;
  while (at >= 0 && table[data[at]!] === IGNORED) at += step;
  return at;
}

function isWordUnit(value: number): boolean {
  return value !== IGNORED && (value < SEPARATOR || value >= EXPANSION);
}

function beginsAlone(
  passage: Passage,
  first: number,
  start: number,
  at: number,
  isPlace: boolean,
  rules: RuleSwitches,
): boolean {
  if (at < 0) return true;
  const { data } = passage.units;
  if (isHangul(data[start]!) && isKoreanEnd(passage.text, start)) return false;
  const table = foldTable();
  const before = table[data[at]!]!;
  if (before === Separator.apostrophe) {
    const inner = at > 0 ? table[data[at - 1]!]! : Separator.space;
    if (!isWordUnit(inner)) return true;
    return rules.elision !== false && (passage.classOf(first - 1) & WordClass.elision) !== 0;
  }
  if (before === Separator.underscore) {
    return !(at > 0 && (isWordUnit(table[data[at - 1]!]!) || table[data[at - 1]!] === SEPARATOR + 0x2e));
  }
  if (before === SEPARATOR + 0x24 || before === SEPARATOR + 0x5c) return false;
  const own = table[data[start]!]!;
  if (isHangul(before) && isHangul(own)) {
    const isFirst = at === 0 || !isHangul(table[data[at - 1]!]!);
    return (
      rules.particle !== false &&
      isPlace &&
      isFirst &&
      isPlacePrefix(String.fromCharCode(before), passage.text.slice(start, start + 6))
    );
  }
  if (isKatakana(before) && isKatakana(own)) return false;
  return true;
}

function endsAlone(
  passage: Passage,
  last: number,
  end: number,
  at: number,
  isPlace: boolean,
  rules: RuleSwitches,
): boolean {
  const { data, length } = passage.units;
  if (at >= length) return true;
  const table = foldTable();
  const behind = table[data[at]!]!;
  if (
    isHangul(data[end - 1]!) &&
    (isHangul(behind) || behind === Separator.space || behind === Separator.newline || isDigit(data[at]!))
  ) {
    if (isKoreanLonger(passage.text, end)) return false;
    if (!isPlace && isCalledAfter(passage.text, end)) return false;
  }
  if (behind === Separator.apostrophe) {
    const next = at + 1 < length ? table[data[at + 1]!]! : Separator.space;
    if (!isWordUnit(next)) return true;
    return rules.possessive !== false && (passage.classOf(last + 1) & WordClass.contraction) !== 0;
  }
  if (behind === Separator.underscore) return !(at + 1 < length && isWordUnit(table[data[at + 1]!]!));
  // *US$* is a currency.
  if (behind === SEPARATOR + 0x24) return false;
  if (isHangul(behind)) {
    if (rules.particle === false) return false;
    let suffix = '';
    for (let unit = at; unit < length && suffix.length < 12; unit++) {
      const value = table[data[unit]!]!;
      if (value === IGNORED) continue;
      if (!isHangul(value)) break;
      suffix += String.fromCharCode(value);
    }
    return isParticle(suffix, table[data[end - 1]!]!);
  }
  return true;
}
