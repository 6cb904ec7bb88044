import type { Library } from '../library';
import type { Fact, Key, Name, Source } from '../model';
import type { Why } from '../names/mention';
import { formatEdtf } from '../values/edtfText';
import { rankFacts, type FactContext } from './rankFacts';

/** A fact as a card shows it. */
export interface CardFact {
  readonly fact: Fact;
  /** Its dates, written out, each once. */
  readonly dates: readonly string[];
  readonly source?: Source;
}

/** What a card shows for one name, without any markup: the editor's hover and the reader draw the same. */
export interface Card {
  readonly name: Name;
  readonly facts: readonly CardFact[];
  /** How many facts about the name the card does not show. */
  readonly more: number;
  readonly dossierTitle: string;
  /** The sources of the facts shown, each once. */
  readonly sources: readonly Source[];
  /** Why the name was found in the text, where the card stands on a mention. */
  readonly why?: Why;
}

export interface CardOptions {
  /** How many facts to show at most. */
  readonly facts: number;
  /** The language in which dates are written out. */
  readonly language: string;
  readonly context?: FactContext;
  readonly why?: Why;
}

/** How many facts about a name are compared with a context, those with another of its names first. */
const RANKED = 300;

/**
 * Makes the cards for the names of a mention, best name first. Keys that the library does not hold any more are
 * passed over.
 */
export function buildCards(library: Library, names: readonly Key[], options: CardOptions): readonly Card[] {
  return names.flatMap((key) => {
    const name = library.name(key);
    return name ? [buildCard(library, name, options)] : [];
  });
}

function buildCard(library: Library, name: Name, options: CardOptions): Card {
  const { context } = options;
  // Without a context the first facts are shown; with one, ranking all facts about a country would take too long.
  const ranked = library.factsAbout(name.key, {
    limit: context ? Math.max(RANKED, options.facts) : options.facts,
    ...(context && { alongWith: context.names }),
  });
  const shown = rankFacts(ranked, name.key, context).slice(0, options.facts);
  const facts = shown.map((fact): CardFact => {
    const source = library.sourceOf(fact);
    return { fact, dates: datesToShow(fact, options.language), ...(source && { source }) };
  });
  const sources = [...new Set(facts.flatMap(({ source }) => (source ? [source] : [])))];
  return {
    name,
    facts,
    more: library.factCountAbout(name.key) - shown.length,
    dossierTitle: library.dossier(name.dossier)?.title ?? name.dossier,
    sources,
    ...(options.why && { why: options.why }),
  };
}

/** Writes out the dates of a fact, each once. */
function datesToShow(fact: Fact, language: string): readonly string[] {
  return [...new Set(fact.dates.map((date) => formatEdtf(date.edtf, language)))];
}
