import type { Fact, FactDate, Key, LanguageTag, Name, Quantity } from '../model';
import { edtfBounds } from '../values/edtf';
import { formatEdtf } from '../values/edtfText';

/** What another dossier says otherwise of the same. */
export interface Disagreement {
  /** Key of the other dossier's fact. */
  readonly fact: Key;
  readonly dossierTitle: string;
  /** The other's dates or quantities, as they are to be shown. */
  readonly says: string;
}

/** A fact of another dossier, with its dossier's title. */
export interface OtherFact {
  readonly fact: Fact;
  readonly dossierTitle: string;
}

/** Shares of words (Jaccard's index) from which two sentences about one name count as telling the same. */
const SAME = 0.6;
/** Fewer words than this say too little to compare. */
const FEWEST = 3;

/** Whether names of two dossiers are one: by their Wikidata items where both have one, else by kind and label. */
export function isSameName(one: Name, other: Name): boolean {
  if (one.dossier === other.dossier) return false;
  if (one.wikidata !== undefined && other.wikidata !== undefined) return one.wikidata === other.wikidata;
  const forms = (name: Name): readonly string[] =>
    [
      name.label,
      ...Object.values(name.labels),
      ...name.aliases.filter((alias) => !alias.requiresFullName).map((alias) => alias.text),
    ].map(plain);
  const label = plain(one.label);
  return one.kind === other.kind && (forms(other).includes(label) || forms(one).includes(plain(other.label)));
}

/**
 * Where facts of other dossiers tell the same as this one but with another date or quantity. They tell the same when
 * their words without figures are nearly the same. Dates disagree where none of one side can be one of the other
 * (*2011* and *October 2011* agree); quantities where both have some of the same unit, and none in common.
 */
export function disagreementsOf(
  fact: Fact,
  others: readonly OtherFact[],
  language: LanguageTag,
): readonly Disagreement[] {
  if (others.length === 0 || (fact.dates.length === 0 && fact.quantities.length === 0)) return [];
  const words = wordsOf(fact);
  if (words.size < FEWEST) return [];
  return others.flatMap((other): Disagreement[] => {
    if (other.fact.dates.length === 0 && other.fact.quantities.length === 0) return [];
    if (similarity(words, wordsOf(other.fact)) < SAME) return [];
    const says: string[] = [];
    if (datesDisagree(fact.dates, other.fact.dates)) {
      says.push(...other.fact.dates.map(({ edtf }) => formatEdtf(edtf, language)));
    }
    if (quantitiesDisagree(fact.quantities, other.fact.quantities)) {
      says.push(...other.fact.quantities.map(({ start, end }) => other.fact.text.slice(start, end)));
    }
    if (says.length === 0) return [];
    return [{ fact: other.fact.key, dossierTitle: other.dossierTitle, says: [...new Set(says)].join(', ') }];
  });
}

/** The words of a fact, folded, without its dates, quantities and other figures. */
function wordsOf({ text, dates, quantities }: Fact): ReadonlySet<string> {
  let rest = text;
  for (const { start, end } of [...dates, ...quantities]) {
    if (start === undefined || end === undefined) continue;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return new Set(plain(rest).match(/\p{L}[\p{L}\p{M}]+/gu));
}

/** Small letters without accents. The whole folding of names would make activation larger, and is not needed here. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared || 1);
}

function datesDisagree(one: readonly FactDate[], other: readonly FactDate[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  return !one.some((left) => other.some((right) => canBeSame(left, right)));
}

function canBeSame(one: FactDate, other: FactDate): boolean {
  const left = edtfBounds(one.edtf);
  const right = edtfBounds(other.edtf);
  // Days written alike in length compare as texts; years before 0 do not occur on both sides in practice.
  return !left || !right || (left.from <= right.to && right.from <= left.to);
}

function quantitiesDisagree(one: readonly Quantity[], other: readonly Quantity[]): boolean {
  const unitOf = ({ kind, unit }: Quantity): string => `${kind} ${plain(unit)}`;
  const comparable = one.filter((left) => other.some((right) => unitOf(left) === unitOf(right)));
  if (comparable.length === 0) return false;
  return !comparable.some((left) =>
    other.some((right) => unitOf(left) === unitOf(right) && left.value === right.value),
  );
}
