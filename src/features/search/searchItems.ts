import * as vscode from 'vscode';
import type { SearchHit } from '../../core/search/searchIndex';
import type { HitKind } from '../../core/search/searchOptions';

/** A row of the search's quick pick. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly hit?: SearchHit;
}

const ICONS: Readonly<Record<HitKind, string>> = {
  name: 'tag',
  fact: 'symbol-text',
  section: 'list-tree',
  topic: 'book',
};

/** How many code units of a long text a row shows, and how many stand before what matched. */
const ROW_LENGTH = 160;
const LEAD_IN = 40;

export const insertButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('quote'),
  tooltip: vscode.l10n.t('Insert with Citation'),
};
export const besideButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('split-horizontal'),
  tooltip: vscode.l10n.t('Open to the Side'),
};

/** The row for a hit. Rows are always shown: the index has chosen and ordered them, not the quick pick's filter. */
export function searchItem(hit: SearchHit, recent = false): SearchItem {
  const isFact = hit.kind === 'fact';
  const kind = kindLabel(hit.kind);
  const matched = hit.matched.slice(0, 4).join(', ');
  const parts = [
    kind,
    ...(recent ? [vscode.l10n.t('recent')] : []),
    ...(matched ? [vscode.l10n.t('matches {0}', matched)] : []),
  ];
  return {
    label: `$(${ICONS[hit.kind]}) ${isFact ? around(hit.label, hit.matched) : hit.label}`,
    description: parts.join(' · '),
    ...(hit.text && { detail: isFact ? hit.text : around(hit.text, hit.matched) }),
    alwaysShow: true,
    buttons: isFact ? [insertButton, besideButton] : [besideButton],
    hit,
  };
}

/** The part of a text where the first matched word stands, cut at words, at most {@link ROW_LENGTH} long. */
export function around(text: string, matched: readonly string[]): string {
  if (text.length <= ROW_LENGTH) return text;
  // Folding here only has to find a place; where it changed the length the cut is off by a few letters.
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const first = Math.min(...matched.map((word) => folded.indexOf(word)).filter((at) => at >= 0), text.length);
  if (first === text.length || first < ROW_LENGTH - LEAD_IN) return `${text.slice(0, ROW_LENGTH - 1)}…`;
  const from = text.indexOf(' ', first - LEAD_IN) + 1;
  const end = from + ROW_LENGTH - 2;
  return `…${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}

function kindLabel(kind: HitKind): string {
  switch (kind) {
    case 'name':
      return vscode.l10n.t('Name');
    case 'fact':
      return vscode.l10n.t('Fact');
    case 'section':
      return vscode.l10n.t('Section');
    case 'topic':
      return vscode.l10n.t('Topic');
  }
}
