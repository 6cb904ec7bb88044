import * as vscode from 'vscode';
import { buildCards, type Card } from '../core/cards/card';
import type { Key } from '../core/model';
import type { Mention } from '../core/names/mention';
import type { LibraryService } from './libraryService';
import type { MentionService } from './mentionService';
import { readSetting } from './settings';

/** How far a card looks for the sentence around a mention, in UTF-16 code units to either side. */
const CONTEXT_REACH = 240;

/** The cards at a place of a document, with the mention they stand on. */
export interface CardsAt {
  readonly mention: Mention;
  readonly range: vscode.Range;
  readonly cards: readonly Card[];
}

/** Makes cards for mentions: what the hover, "Show Facts at Cursor" and the API show is the same. */
export class CardService {
  constructor(
    private readonly library: LibraryService,
    private readonly mentions: MentionService,
  ) {}

  /** The cards at a position; `undefined` where no known name stands. */
  async cardsAt(document: vscode.TextDocument, position: vscode.Position): Promise<CardsAt | undefined> {
    const mention = await this.mentions.mentionAt(document, position);
    if (!mention) return undefined;
    const library = await this.library.load();
    const context = await this.contextOf(document, mention);
    const cards = buildCards(library, mention.names, {
      facts: this.factsToShow(document),
      language: vscode.env.language,
      context,
      why: mention.why,
    });
    const range = new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end));
    return cards.length > 0 ? { mention, range, cards } : undefined;
  }

  /** The card of a name by itself, without a place in a text. */
  async cardsOf(name: Key): Promise<readonly Card[]> {
    const library = await this.library.load();
    return buildCards(library, [name], { facts: this.factsToShow(), language: vscode.env.language });
  }

  /** The cards of names that stand in a fact, or of names alone: what the reader shows. Unknown keys are passed over. */
  async cardsInFact(names: readonly Key[], factKey?: Key): Promise<readonly Card[]> {
    const library = await this.library.load();
    const fact = factKey === undefined ? undefined : library.fact(factKey);
    return buildCards(library, names, {
      facts: this.factsToShow(),
      language: vscode.env.language,
      ...(fact && { context: { text: fact.text, names: fact.names } }),
    });
  }

  private factsToShow(scope?: vscode.ConfigurationScope): number {
    return Math.min(10, Math.max(1, Math.floor(readSetting('hover.facts', scope))));
  }

  /** The sentence around a mention, by full stops and empty lines, and the other names in it. */
  private async contextOf(
    document: vscode.TextDocument,
    mention: Mention,
  ): Promise<{ text: string; names: readonly string[] }> {
    const from = Math.max(0, mention.start - CONTEXT_REACH);
    const around = document.getText(
      new vscode.Range(document.positionAt(from), document.positionAt(mention.end + CONTEXT_REACH)),
    );
    const before = around.slice(0, mention.start - from);
    const after = around.slice(mention.end - from);
    const begin = Math.max(
      ...[...before.matchAll(/[.!?。]\s|\n\s*\n/gu)].map((stop) => stop.index + stop[0].length),
      0,
    );
    const stop = /[.!?。](?=\s|$)|\n\s*\n/u.exec(after);
    const start = from + begin;
    const end = mention.end + (stop ? stop.index : after.length);
    const names = (await this.mentions.mentionsBetween(document, start, end))
      .filter((other) => other.start !== mention.start)
      .flatMap((other) => other.names.slice(0, 1));
    return { text: around.slice(begin, end - from), names };
  }
}
