import * as vscode from 'vscode';
import { escapeMarkdown, richTextMarkdown } from '../../core/cards/cardMarkdown';
import type { Library } from '../../core/library';
import { entryId } from '../../core/pins/pin';
import { kindIcon } from '../../host/markdown';
import type { PinNode, PinNodeOfPin } from './pinNodes';

/** A tree draws labels on one line; longer ones only cost memory and screen readers' time. */
const LABEL_LENGTH = 120;
/** Signs of Markdown in the line of a note that stands beside its pin. */
const MARKUP = /!?\[([^\]]*)\]\([^)]*\)|^[#>\s]+|[*_`]+(?=\S)|(?<=\S)[*_`]+/gu;

/** How an element of the Pinned view looks. */
export function pinItem(node: PinNode): vscode.TreeItem {
  if (node.kind === 'group') return groupItem(node);
  if (node.kind === 'folder') {
    const folder = new vscode.TreeItem(node.folder.title, vscode.TreeItemCollapsibleState.Expanded);
    folder.id = entryId(node);
    folder.iconPath = new vscode.ThemeIcon('folder');
    folder.contextValue = 'dossier.pinFolder.kept';
    return folder;
  }
  const { found, kind, key, library } = node;
  const { pin, text, isGone } = found;
  const item = new vscode.TreeItem(shortened(text));
  const gone = isGone ? vscode.l10n.t('no longer available') : undefined;
  const note = pin.note?.trim().split('\n', 1)[0]?.replace(MARKUP, '$1');
  item.id = entryId(pin);
  item.iconPath = new vscode.ThemeIcon(isGone ? 'circle-slash' : iconOf(node, library));
  item.description = [gone, note ?? (gone === undefined ? placeOf(pin.place) : undefined)]
    .filter((part) => part !== undefined)
    .join(' · ');
  item.contextValue = `dossier.${isGone ? 'gone' : kind}.pinned.kept`;
  item.tooltip = new vscode.MarkdownString(tooltipOf(node, library, gone));
  item.accessibilityInformation = { label: [text, item.description].filter(Boolean).join(', ') };
  // The reader says of what is gone that it is not there any more.
  item.command = { command: 'dossier.open', title: vscode.l10n.t('Open'), arguments: [{ kind, key }] };
  return item;
}

function groupItem({ group, library }: Extract<PinNode, { kind: 'group' }>): vscode.TreeItem {
  const title =
    group.of === 'topic'
      ? (library.topic(group.key)?.title ?? group.key)
      : group.of === 'names'
        ? vscode.l10n.t('Names')
        : vscode.l10n.t('No longer available');
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group ${group.key}`;
  item.iconPath = new vscode.ThemeIcon({ topic: 'book', names: 'tag', gone: 'circle-slash' }[group.of]);
  item.description = String(group.pins.length);
  return item;
}

/** The innermost of the titles around a pin. */
function placeOf(place: string | undefined): string | undefined {
  return place?.split(' › ').at(-1);
}

function iconOf({ kind, key }: PinNode, library: Library): string {
  switch (kind) {
    case 'name':
      return kindIcon(library.name(key)?.kind ?? 'concept');
    case 'section':
      return 'list-tree';
    case 'topic':
      return 'book';
    default:
      return 'symbol-text';
  }
}

function tooltipOf({ kind, key, found }: PinNodeOfPin, library: Library, gone: string | undefined): string {
  const { pin, text } = found;
  const fact = kind === 'fact' ? library.fact(key) : undefined;
  const parts = [
    fact ? richTextMarkdown(fact) : `**${escapeMarkdown(text)}**`,
    pin.place && escapeMarkdown(pin.place),
    gone && `_${escapeMarkdown(gone)}_`,
    text !== pin.text && escapeMarkdown(vscode.l10n.t('When it was pinned: {0}', pin.text)),
    // The workspace's file of pins is not to be trusted: a note is shown as it was typed.
    pin.note && `---\n\n${escapeMarkdown(pin.note)}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

export function shortened(text: string, length = LABEL_LENGTH): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
