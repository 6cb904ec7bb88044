import type { Key } from '../core/model';
import { checkKey } from './address';
import { list, maybe, record, type Check } from './check';
import {
  checkSources,
  label,
  nameShape,
  textShape,
  type PageName,
  type PageSource,
  type PageText,
} from './pageParts';

/** A fact on a card. */
export interface PageCardFact extends PageText {
  readonly key: Key;
  /** Its dates, written out. */
  readonly dates: readonly string[];
  /** What other dossiers say otherwise: which fact, who says it, and what. */
  readonly disagreements: readonly { readonly fact: Key; readonly who: string; readonly says: string }[];
}

/** A card as the editor's hover shows it. */
export interface PageCard extends PageName {
  readonly facts: readonly PageCardFact[];
  /** How many more facts there are, as a phrase. */
  readonly more?: string;
  readonly dossierTitle: string;
  readonly sources: readonly PageSource[];
}

/** Names of one mention at most. */
export const MAX_CARDS = 20;

export const checkCards: Check<readonly PageCard[]> = list(
  record({
    ...nameShape,
    facts: list(
      record({
        ...textShape,
        key: checkKey,
        dates: list(label, 1000),
        disagreements: list(record({ fact: checkKey, who: label, says: label }), 1000),
      }),
      100,
    ),
    more: maybe(label),
    dossierTitle: label,
    sources: checkSources,
  }),
  MAX_CARDS,
);
