import type { Library } from '../library';
import type { Fact, Key, Name, Source } from '../model';
import type { Why } from '../names/mention';
import { formatEdtf } from '../values/edtfText';
import { disagreementsOf, isSameName, type Disagreement } from './disagreements';
import { rankFacts, type FactContext } from './rankFacts';

/** How many facts of another dossier about the same name are compared with those that a card shows. */
const COMPARED = 200;

/** A fact as a card shows it. */
export interface CardFact {
  readonly fact: Fact;
  /** Its dates, written out, each once. */
  readonly dates: readonly string[];
  readonly source?: Source;
  /** What other dossiers say otherwise of the same. */
  readonly disagreements: readonly Disagreement[];
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
  const known = names.flatMap((key) => library.name(key) ?? []);
  return known.map((name) => buildCard(library, name, known, options));
}

function buildCard(library: Library, name: Name, namesakes: readonly Name[], options: CardOptions): Card {
  const { context } = options;
  // Without a context the first facts are shown; with one, ranking all facts about a country would take too long.
  const ranked = library.factsAbout(name.key, {
    limit: context ? Math.max(RANKED, options.facts) : options.facts,
    ...(context && { alongWith: context.names }),
  });
  const shown = rankFacts(ranked, name.key, context).slice(0, options.facts);
  const others = namesakes
    .filter((other) => isSameName(name, other))
    .flatMap((other) => library.factsAbout(other.key, { limit: COMPARED }))
    .map((fact) => ({ fact, dossierTitle: library.dossier(fact.dossier)?.title ?? fact.dossier }));
  const facts = shown.map((fact): CardFact => {
    const source = library.sourceOf(fact);
    return {
      fact,
      dates: datesToShow(fact, options.language),
      disagreements: disagreementsOf(fact, others, options.language),
      ...(source && { source }),
    };
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
