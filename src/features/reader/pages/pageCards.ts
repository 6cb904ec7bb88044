import type { Card, CardFact } from '../../../core/cards/card';
import type { Source } from '../../../core/model';
import { MAX_CARDS, type PageCard, type PageCardFact } from '../../../protocol/card';
import { pageSource } from './pageFacts';
import type { PageWords } from './pageWords';

/** The cards of the editor's hover for the reader. */
export function pageCards(cards: readonly Card[], words: PageWords): readonly PageCard[] {
  return cards.slice(0, MAX_CARDS).map(({ name, facts, more, dossierTitle, sources }) => ({
    key: name.key,
    label: name.label,
    kind: name.kind,
    kindLabel: words.kind(name.kind),
    description: name.description,
    facts: facts.map((each) => cardFact(each, words)),
    ...(more > 0 && { more: words.more(more) }),
    dossierTitle,
    sources: sources.map((source: Source) => pageSource(source, words)),
  }));
}

function cardFact({ fact, dates, disagreements }: CardFact, words: PageWords): PageCardFact {
  return {
    key: fact.key,
    text: fact.text,
    marks: fact.marks,
    dates,
    disagreements: disagreements.map((each) => ({
      fact: each.fact,
      who: words.otherwise(each.dossierTitle),
      says: each.says,
    })),
  };
}
