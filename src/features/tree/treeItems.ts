import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { Fact, NameKind } from '../../core/model';
import { richTextMarkdown, escapeMarkdown } from '../../core/cards/cardMarkdown';
import { formatEdtf } from '../../core/values/edtfText';
import { kindIcon, kindLabel } from '../../host/markdown';
import { namesOfRange, type NameNode, type TopicNode } from './nodes';

/** A tree draws labels on one line; longer ones only cost memory and screen readers' time. */
const LABEL_LENGTH = 120;

const none = vscode.TreeItemCollapsibleState.None;
const collapsed = vscode.TreeItemCollapsibleState.Collapsed;
const expanded = vscode.TreeItemCollapsibleState.Expanded;

/** How an element of the Topics view looks. The id is stable, so expansion and selection survive a reload. */
export function topicItem(library: Library, node: TopicNode): vscode.TreeItem {
  switch (node.kind) {
    case 'dossier':
      return treeItem(node, node.dossier.title, expanded, {
        icon: 'library',
        description: topicCount(node.dossier.topics.length),
        tooltip: `**${escapeMarkdown(node.dossier.title)}**\n\n${escapeMarkdown(node.dossier.description)}`,
      });
    case 'topic': {
      const facts = library.factCountIn(node.key);
      return treeItem(node, node.topic.title, collapsed, {
        icon: 'book',
        description: String(facts),
        tooltip: `**${escapeMarkdown(node.topic.title)}** · ${factCount(facts)}\n\n${escapeMarkdown(node.topic.summary)}`,
        opens: true,
      });
    }
    case 'section': {
      const facts = library.factCountIn(node.key);
      const isLeaf = facts === 0 && node.section.sections.length === 0;
      return treeItem(node, node.section.title, isLeaf ? none : collapsed, {
        icon: 'list-tree',
        description: String(facts),
        tooltip: `**${escapeMarkdown(node.section.title)}** · ${factCount(facts)}`,
        opens: true,
      });
    }
    case 'fact':
      return factItem(library, node, node.fact);
  }
}

/** How an element of the Names view looks. */
export function nameItem(library: Library, node: NameNode): vscode.TreeItem {
  switch (node.kind) {
    case 'nameKind':
      return treeItem(node, kindPlural(node.key), collapsed, {
        icon: kindIcon(node.key),
        description: String(node.count),
      });
    case 'nameLetter':
      return treeItem(node, node.of.letter, collapsed, {
        icon: 'case-sensitive',
        description: String(node.of.count),
      });
    case 'nameRange': {
      const names = namesOfRange(library, node);
      const label = `${names[0]?.label ?? ''} – ${names.at(-1)?.label ?? ''}`;
      return treeItem(node, label, collapsed, { icon: 'list-flat', description: String(names.length) });
    }
    case 'name': {
      const facts = library.factCountAbout(node.key);
      const description = library.name(node.key)?.description ?? '';
      return treeItem(node, node.label, facts > 0 ? collapsed : none, {
        icon: kindIcon(node.nameKind),
        description: String(facts),
        tooltip: `**${escapeMarkdown(node.label)}** · ${kindLabel(node.nameKind)} · ${factCount(facts)}\n\n${escapeMarkdown(description)}`,
        opens: facts > 0,
      });
    }
    case 'fact': {
      const item = factItem(library, node, node.fact);
      item.id = `fact:${node.about}:${node.key}`;
      return item;
    }
  }
}

function factItem(library: Library, node: TopicNode | NameNode, fact: Fact): vscode.TreeItem {
  const source = library.sourceOf(fact);
  const dates = [...new Set(fact.dates.map((date) => formatEdtf(date.edtf, vscode.env.language)))].join(', ');
  const foot = [dates, source?.title ?? ''].filter((part) => part !== '').map(escapeMarkdown);
  return treeItem(node, fact.text, none, {
    icon: 'symbol-text',
    ...(dates && { description: dates }),
    tooltip: [richTextMarkdown(fact), ...(foot.length > 0 ? [foot.join(' · ')] : [])].join('\n\n'),
    opens: true,
  });
}

interface Look {
  readonly icon: string;
  readonly description?: string;
  /** Markdown, with all text of the dossier escaped. */
  readonly tooltip?: string;
  /** A click opens the reader there. */
  readonly opens?: boolean;
}

function treeItem(
  node: TopicNode | NameNode,
  label: string,
  state: vscode.TreeItemCollapsibleState,
  look: Look,
): vscode.TreeItem {
  const short = label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH - 1)}…` : label;
  const item = new vscode.TreeItem(short, state);
  item.id = `${node.kind}:${node.key}`;
  item.iconPath = new vscode.ThemeIcon(look.icon);
  item.contextValue = `dossier.${node.kind}`;
  if (look.description !== undefined) item.description = look.description;
  if (look.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(look.tooltip);
  if (look.opens) {
    item.command = {
      command: 'dossier.open',
      title: vscode.l10n.t('Open'),
      arguments: [{ kind: node.kind, key: node.key }],
    };
  }
  item.accessibilityInformation = { label: [label, look.description].filter(Boolean).join(', ') };
  return item;
}

function topicCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 topic') : vscode.l10n.t('{0} topics', count);
}

function factCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 fact') : vscode.l10n.t('{0} facts', count);
}

function kindPlural(kind: NameKind): string {
  switch (kind) {
    case 'person':
      return vscode.l10n.t('People');
    case 'organisation':
      return vscode.l10n.t('Organisations');
    case 'place':
      return vscode.l10n.t('Places');
    case 'event':
      return vscode.l10n.t('Events');
    case 'work':
      return vscode.l10n.t('Works');
    case 'concept':
      return vscode.l10n.t('Concepts');
  }
}
