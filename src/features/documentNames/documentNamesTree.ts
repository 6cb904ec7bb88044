import * as vscode from 'vscode';
import { escapeMarkdown, richTextMarkdown } from '../../core/cards/cardMarkdown';
import { Disposable } from '../../host/disposable';
import { kindIcon, kindLabel } from '../../host/markdown';
import type { Services } from '../../host/services';
import {
  childrenOf,
  namesByAppearance,
  paragraphAt,
  type DocumentName,
  type DocumentNode,
} from './documentNodes';

/** How much of a line a mention shows around itself. */
const AROUND = 60;

/** How long the view may take to ask for what it was told has changed. */
const RETELL_MS = 700;

/** Feeds the view "In This Document" from the mentions of the active editor's document. */
export class DocumentNamesTree extends Disposable implements vscode.TreeDataProvider<DocumentNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private names: readonly DocumentName[] = [];
  private document: vscode.TextDocument | undefined;
  private round = 0;
  private signature = '';
  /** The names that the view asked for last. */
  private asked: readonly DocumentName[] | undefined;

  constructor(private readonly services: Services) {
    super();
    this.register(services.pins.onDidChange(() => this.changed.fire(undefined)));
  }

  /** Reads the active editor again; draws the tree only if what it shows is different. */
  async update(editor: vscode.TextEditor | undefined): Promise<void> {
    const round = ++this.round;
    const { library, mentions } = this.services;
    let names: readonly DocumentName[] = [];
    if (editor) {
      const all = await mentions.mentions(editor.document);
      const loaded = await library.load();
      // A newer editor, cursor or version has its own round.
      if (round !== this.round) return;
      const offset = editor.document.offsetAt(editor.selection.active);
      names = namesByAppearance(loaded, all, paragraphAt(editor.document.getText(), offset));
    }
    this.document = editor?.document;
    this.names = names;
    const signature = names
      .map(
        (each) =>
          `${each.name.key} ${each.isNear} ${each.mentions.map((mention) => mention.start).join(' ')}`,
      )
      .join('\n');
    const drawn = `${editor?.document.uri.toString() ?? ''}\n${signature}`;
    if (drawn === this.signature && this.asked === this.names) return;
    this.signature = drawn;
    this.changed.fire(undefined);
    // A view that is only just being made can miss the event: it is told once more if it has not asked by then.
    setTimeout(() => {
      if (!this.isDisposed && this.asked !== this.names) this.changed.fire(undefined);
    }, RETELL_MS);
  }

  /** How many names the document has. */
  get count(): number {
    return this.names.length;
  }

  async getChildren(node?: DocumentNode): Promise<DocumentNode[]> {
    if (node) return [...childrenOf(await this.services.library.load(), node)];
    this.asked = this.names;
    return this.names.map((of) => ({ kind: 'name', key: of.name.key, of }));
  }

  getParent(node: DocumentNode): DocumentNode | undefined {
    if (node.kind === 'name') return undefined;
    const of = this.names.find((each) => each.name.key === node.about);
    return of && { kind: 'name', key: of.name.key, of };
  }

  getTreeItem(node: DocumentNode): vscode.TreeItem {
    return this.services.pins.mark(this.itemOf(node), node);
  }

  private itemOf(node: DocumentNode): vscode.TreeItem {
    switch (node.kind) {
      case 'name':
        return nameItem(node.of);
      case 'mention':
        return this.mentionItem(node.key, node.mention);
      case 'fact': {
        const item = new vscode.TreeItem(node.fact.text);
        item.id = `fact:${node.about}:${node.key}`;
        item.iconPath = new vscode.ThemeIcon('symbol-text');
        item.tooltip = new vscode.MarkdownString(richTextMarkdown(node.fact));
        item.contextValue = 'dossier.fact';
        item.command = {
          command: 'dossier.open',
          title: vscode.l10n.t('Open'),
          arguments: [{ kind: 'fact', key: node.key }],
        };
        return item;
      }
    }
  }

  private mentionItem(key: string, { start, end }: { start: number; end: number }): vscode.TreeItem {
    const document = this.document!;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const line = document.lineAt(range.start.line).text;
    const from = Math.max(0, range.start.character - AROUND);
    const label = `${from > 0 ? '…' : ''}${line.slice(from, range.start.character + 2 * AROUND).trim()}`;
    const item = new vscode.TreeItem(label);
    item.id = `mention:${key}`;
    item.description = vscode.l10n.t('line {0}', range.start.line + 1);
    item.iconPath = new vscode.ThemeIcon('location');
    item.contextValue = 'dossier.mention';
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to Mention'),
      arguments: [document.uri, { selection: range }],
    };
    return item;
  }
}

function nameItem({ name, mentions, isNear }: DocumentName): vscode.TreeItem {
  const item = new vscode.TreeItem(name.label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `name:${name.key}`;
  item.iconPath = new vscode.ThemeIcon(
    kindIcon(name.kind),
    isNear ? new vscode.ThemeColor('textLink.foreground') : undefined,
  );
  const count = String(mentions.length);
  item.description = isNear ? vscode.l10n.t('{0} · in this paragraph', count) : count;
  item.tooltip = new vscode.MarkdownString(
    `**${escapeMarkdown(name.label)}** · ${kindLabel(name.kind)}\n\n${escapeMarkdown(name.description)}`,
  );
  item.contextValue = 'dossier.name';
  return item;
}
