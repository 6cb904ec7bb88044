import * as vscode from 'vscode';
import type { Card } from '../core/cards/card';
import { cardMarkdown, type CardAction, type CardLinks, type CardStrings } from '../core/cards/cardMarkdown';
import type { PinTarget } from '../core/pins/pin';
import type { CommandId, CommandTable, DocumentPlace } from './commands';

/** The only commands that a card may run. */
const CARD_COMMANDS = [
  'dossier.open',
  'dossier.showFactsOfName',
  'dossier.insertFact',
  'dossier.insertCitation',
  'dossier.pin',
  'dossier.unpin',
  'dossier.explainMention',
  'dossier.ignoreMention',
  'dossier.chooseName',
] as const satisfies readonly CommandId[];

type CardCommand = (typeof CARD_COMMANDS)[number];

/** The address of a link that runs a command with JSON arguments. */
function commandLink<Id extends CardCommand>(id: Id, ...args: Parameters<CommandTable[Id]>): string {
  const json = encodeURIComponent(JSON.stringify(args)).replace(/[()]/gu, (c) => (c === '(' ? '%28' : '%29'));
  return `command:${id}?${json}`;
}

/** The words for a kind of name in the user's language. */
export function kindLabel(kind: Card['name']['kind']): string {
  switch (kind) {
    case 'person':
      return vscode.l10n.t('Person');
    case 'organisation':
      return vscode.l10n.t('Organisation');
    case 'place':
      return vscode.l10n.t('Place');
    case 'event':
      return vscode.l10n.t('Event');
    case 'work':
      return vscode.l10n.t('Work');
    case 'concept':
      return vscode.l10n.t('Concept');
  }
}

/** The icon for a kind of name. */
export function kindIcon(kind: Card['name']['kind']): string {
  switch (kind) {
    case 'person':
      return 'person';
    case 'organisation':
      return 'organization';
    case 'place':
      return 'globe';
    case 'event':
      return 'calendar';
    case 'work':
      return 'device-camera-video';
    case 'concept':
      return 'lightbulb';
  }
}

type IsPinned = (target: PinTarget) => boolean;

/** Where cards are shown. */
export interface CardPlace {
  /** The mention that they are about. */
  readonly place?: DocumentPlace | undefined;
  readonly isPinned?: IsPinned;
}

/**
 * Draws cards as one Markdown string. The one place that trusts Markdown: commands are limited to
 * {@link CARD_COMMANDS}, and all text of a dossier has been escaped.
 */
export function cardsMarkdown(
  cards: readonly Card[],
  { place, isPinned = () => false }: CardPlace = {},
): vscode.MarkdownString {
  const strings: CardStrings = {
    kind: kindLabel,
    more: (count) => (count === 1 ? vscode.l10n.t('1 more fact') : vscode.l10n.t('{0} more facts', count)),
    noFacts: vscode.l10n.t('No facts about this name yet.'),
    otherwise: (dossierTitle) => vscode.l10n.t('otherwise in {0}:', dossierTitle),
    source: vscode.l10n.t('Source:'),
  };
  const links: CardLinks = {
    fact: (key) => commandLink('dossier.open', { kind: 'fact', key }),
    actions: (card) => actionsOf(card, { place, isPinned }, cards.length > 1),
  };
  const markdown = new vscode.MarkdownString(
    cards.map((card) => cardMarkdown(card, strings, links)).join('\n\n---\n\n'),
  );
  markdown.isTrusted = { enabledCommands: CARD_COMMANDS };
  return markdown;
}

function actionsOf(
  card: Card,
  { place, isPinned }: { readonly place: CardPlace['place']; readonly isPinned: IsPinned },
  isShared: boolean,
): readonly CardAction[] {
  const first = card.facts[0]?.fact.key;
  const actions: CardAction[] = [];
  if (first !== undefined) {
    actions.push({
      label: vscode.l10n.t('Open'),
      href: commandLink('dossier.open', { kind: 'fact', key: first }),
      tooltip: vscode.l10n.t('Open the section at the first fact'),
    });
  }
  actions.push({
    label: vscode.l10n.t('All facts'),
    href: commandLink('dossier.showFactsOfName', card.name.key),
  });
  if (first !== undefined) {
    actions.push({
      label: vscode.l10n.t('Insert fact'),
      href: commandLink('dossier.insertFact', first),
      tooltip: vscode.l10n.t('Insert the first fact with its citation at the cursor'),
    });
    actions.push({
      label: vscode.l10n.t('Insert citation'),
      href: commandLink('dossier.insertCitation', first),
      tooltip: vscode.l10n.t('Insert only the citation of the first fact at the cursor'),
    });
  }
  actions.push(pinAction(card, isPinned));
  if (place) {
    actions.push({
      label: vscode.l10n.t('Why this?'),
      href: commandLink('dossier.explainMention', place),
      tooltip: vscode.l10n.t('Why was this name found here?'),
    });
    actions.push({
      label: vscode.l10n.t("Don't match"),
      href: commandLink('dossier.ignoreMention', place),
      tooltip: vscode.l10n.t('Here, this form, or this name'),
    });
    if (isShared) {
      actions.push({
        label: vscode.l10n.t('This one is meant'),
        href: commandLink('dossier.chooseName', place, card.name.key),
        tooltip: vscode.l10n.t('Puts this name first in this document'),
      });
    }
  }
  return actions;
}

/** Pins the first fact, or the name where there is none, or takes that pin away. */
function pinAction({ facts: [first], name }: Card, isPinned: IsPinned): CardAction {
  const target: PinTarget = first ? { kind: 'fact', key: first.fact.key } : { kind: 'name', key: name.key };
  if (isPinned(target)) return { label: vscode.l10n.t('Unpin'), href: commandLink('dossier.unpin', target) };
  return {
    label: vscode.l10n.t('Pin'),
    href: commandLink('dossier.pin', target),
    tooltip: first
      ? vscode.l10n.t('Keep the first fact in the Pinned view')
      : vscode.l10n.t('Keep the name in the Pinned view'),
  };
}
