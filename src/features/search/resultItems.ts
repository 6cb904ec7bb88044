import * as vscode from 'vscode';
import { escapeMarkdown, richTextMarkdown } from '../../core/cards/cardMarkdown';
import type { Library } from '../../core/library';
import type { marksIn } from '../../core/search/marks';
import type { SearchHit } from '../../core/search/searchIndex';
import { formatEdtf } from '../../core/values/edtfText';
import { kindIcon, kindLabel } from '../../host/markdown';
import type { ResultNode } from './resultsTree';
import { HIT_ICONS, hitKindLabel, around } from './searchRows';
import { whyFound } from './whyFound';

/** How a topic with its results looks. */
export function groupTreeItem(
  library: Library,
  { key, of, hits }: Extract<ResultNode, { kind: 'group' }>,
): vscode.TreeItem {
  const topic = of === 'topic' ? library.topic(key) : undefined;
  const item = new vscode.TreeItem(
    topic?.title ?? vscode.l10n.t('Names'),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  const dossier = topic && library.shelves.length > 1 ? library.dossier(topic.dossier)?.title : undefined;
  item.id = `group:${key}`;
  item.iconPath = new vscode.ThemeIcon(topic ? 'book' : 'tag');
  item.description = [String(hits.length), dossier].filter((part) => part !== undefined).join(' · ');
  item.contextValue = 'dossier.resultGroup';
  return item;
}

/** How a result looks: with the matched words marked, and why it was found in its tooltip. */
export function hitTreeItem(library: Library, hit: SearchHit, marks: typeof marksIn): vscode.TreeItem {
  const label = around(hit.label, hit.matched);
  const item = new vscode.TreeItem({ label, highlights: marks(label, hit.matched) });
  const fact = hit.kind === 'fact' ? library.fact(hit.key) : undefined;
  const nameKind = hit.kind === 'name' ? library.name(hit.key)?.kind : undefined;
  const dates = [...new Set(fact?.dates.map(({ edtf }) => formatEdtf(edtf, vscode.env.language)))].join(', ');
  const why = whyFound(hit);
  item.id = `${hit.kind}:${hit.key}`;
  item.iconPath = new vscode.ThemeIcon(nameKind ? kindIcon(nameKind) : HIT_ICONS[hit.kind]);
  item.description = fact ? dates : nameKind ? kindLabel(nameKind) : hitKindLabel(hit.kind);
  item.contextValue = `dossier.${hit.kind}`;
  const text = fact ? richTextMarkdown(fact) : `**${escapeMarkdown(hit.label)}**`;
  const below = [hit.text, why && vscode.l10n.t('Found by {0}', why)].filter(Boolean).map(escapeMarkdown);
  item.tooltip = new vscode.MarkdownString([text, ...below].join('\n\n'));
  item.command = {
    command: 'dossier.open',
    title: vscode.l10n.t('Open'),
    arguments: [{ kind: hit.kind, key: hit.key }],
  };
  item.accessibilityInformation = { label: [hit.label, item.description].filter(Boolean).join(', ') };
  return item;
}
