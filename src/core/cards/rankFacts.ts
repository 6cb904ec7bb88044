import type { Fact, Key } from '../model';

/** What stands around a mention and says which facts about its name are wanted. */
export interface FactContext {
  /** The sentence or line around the mention. */
  readonly text: string;
  /** Keys of the other names that stand in it. */
  readonly names: readonly Key[];
}

const YEAR = /(?<![\p{L}\p{N}])(?:1[0-9]|20)\d\d(?![\p{L}\p{N}])/gu;
const NUMBER = /\d+(?:[.,]\d+)*/gu;
const WORD = /[\p{L}][\p{L}\p{M}]{3,}/gu;

/**
 * Weights of what a fact can share with the context. A year or a figure is nearly always what a sentence is
 * about, another name often, a common word only sometimes.
 */
const WEIGHT = { year: 6, number: 5, name: 3, word: 1.5 } as const;

/**
 * Orders the facts about a name by how well they fit the context; facts that fit alike keep their reading order.
 * Words are compared by their first five letters, which meets plurals and most inflections, and count less the
 * more of the facts have them.
 */
export function rankFacts(facts: readonly Fact[], about: Key, context?: FactContext): readonly Fact[] {
  if (!context || facts.length < 2) return facts;
  const years = new Set(matches(context.text, YEAR));
  const numbers = new Set(matches(context.text, NUMBER).filter((number) => !years.has(number)));
  const names = new Set(context.names.filter((name) => name !== about));
  const words = new Set(stems(context.text));
  const factStems = facts.map((fact) => new Set(stems(fact.text)));
  const scored = facts.map((fact, index) => {
    let score = 0;
    const factYears = new Set([
      ...matches(fact.text, YEAR),
      ...fact.dates.flatMap((date) => matches(date.edtf, /\d{4}/gu)),
    ]);
    for (const year of factYears) if (years.has(year)) score += WEIGHT.year;
    for (const number of matches(fact.text, NUMBER)) if (numbers.has(number)) score += WEIGHT.number;
    for (const name of fact.names) if (names.has(name)) score += WEIGHT.name;
    for (const stem of factStems[index]!) {
      if (!words.has(stem)) continue;
      const share = factStems.filter((other) => other.has(stem)).length / facts.length;
      score += WEIGHT.word * (1 - share / 2);
    }
    return { fact, index, score };
  });
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map(({ fact }) => fact);
}

function matches(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function stems(text: string): string[] {
  return matches(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), WORD).map((word) =>
    word.slice(0, 5),
  );
}
