import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { groupHits, type HitGroup } from '../../core/search/groups';
import type { Correction, SearchHit, SearchResult } from '../../core/search/searchIndex';
import type { HitKind } from '../../core/search/searchOptions';
import { kindIcon, kindLabel } from '../../host/markdown';
import type { PinService } from '../../host/pinService';
import { whyFound } from './whyFound';

/** A row of the search's quick pick: a hit, or something that it does when it is accepted. */
export interface SearchRow extends vscode.QuickPickItem {
  readonly hit?: SearchHit;
  /** What stands in the box once the row is accepted. */
  readonly query?: string;
  readonly showsAll?: true;
}

export const HIT_ICONS: Readonly<Record<HitKind, string>> = {
  name: 'tag',
  fact: 'symbol-text',
  section: 'list-tree',
  topic: 'book',
};

/** How many code units of a long text a row shows at most. */
const ROW_LENGTH = 160;
/** How many of them are seen at the usual width. */
const SEEN_LENGTH = 72;
/** How many stand before what matched, where the beginning is left out. */
const LEAD_IN = 24;

export const insertButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('quote'),
  tooltip: vscode.l10n.t('Insert with Citation'),
};
export const citeButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link'),
  tooltip: vscode.l10n.t('Insert Citation'),
};
export const pinButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pin'),
  tooltip: vscode.l10n.t('Pin'),
};
export const unpinButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pinned'),
  tooltip: vscode.l10n.t('Unpin'),
};
export const besideButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('split-horizontal'),
  tooltip: vscode.l10n.t('Open to the Side'),
};
export const removeButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('close'),
  tooltip: vscode.l10n.t('Forget This Search'),
};

/** The rows with a button on each hit that pins it, or no more. */
export function pinnable(rows: readonly SearchRow[], pins: PinService): SearchRow[] {
  return rows.map((row) => {
    if (!row.hit) return row;
    const others = row.buttons?.filter((button) => button !== pinButton && button !== unpinButton) ?? [];
    return { ...row, buttons: [...others, pins.isPinned(row.hit) ? unpinButton : pinButton] };
  });
}

/** The row for a hit. Rows are always shown: the index has chosen and ordered them, not the quick pick's filter. */
export function hitRow(library: Library, hit: SearchHit): SearchRow {
  const why = whyFound(hit);
  const shared = { alwaysShow: true, hit };
  if (hit.kind === 'fact') {
    return {
      ...shared,
      label: `$(${HIT_ICONS.fact}) ${around(hit.label, hit.matched)}`,
      // The reasons first: VS Code marks words only near the beginning of a line.
      detail: joined(why, hit.text),
      buttons: [insertButton, citeButton, besideButton],
    };
  }
  const nameKind = hit.kind === 'name' ? library.name(hit.key)?.kind : undefined;
  const kind = nameKind ? kindLabel(nameKind) : hitKindLabel(hit.kind);
  return {
    ...shared,
    label: `$(${nameKind ? kindIcon(nameKind) : HIT_ICONS[hit.kind]}) ${hit.label}`,
    description: joined(kind, around(hit.text, hit.matched)),
    ...(why && { detail: why }),
    buttons: [besideButton],
  };
}

/** The rows for what a search found, under a heading for each group. The first heading says what was done to the query. */
export function resultRows(library: Library, query: string, result: SearchResult): SearchRow[] {
  const { hits, isComplete, corrections } = result;
  const dossiers = library.shelves.length;
  if (hits.length === 0) {
    return [{ label: `$(circle-slash) ${nothingText(dossiers, query)}`, alwaysShow: true }];
  }
  const groups = groupHits(hits);
  return groups.flatMap(({ group, hits: inGroup }, at) => {
    const notes = at > 0 ? [] : [isComplete ? '' : nearestText(dossiers), correctionText(corrections)];
    const heading = isComplete || at > 0 ? groupLabel(group) : '';
    return [
      separator([heading, ...notes].filter((note) => note !== '').join(' · ')),
      ...inGroup.map((hit) => hitRow(library, hit)),
    ];
  });
}

/** The rows for what is only found by taking words for typing errors; they stand below what has them as typed. */
export function similarRows(library: Library, hits: readonly SearchHit[]): SearchRow[] {
  if (hits.length === 0) return [];
  return [separator(vscode.l10n.t('Similar words')), ...hits.map((hit) => hitRow(library, hit))];
}

/** The row that sends all hits to the sidebar. */
export function showAllRows(count: number): SearchRow[] {
  if (count === 0) return [];
  const label =
    count === 1
      ? vscode.l10n.t('Show 1 result in the sidebar')
      : vscode.l10n.t('Show all {0} results in the sidebar', count);
  return [separator(''), { label: `$(list-tree) ${label}`, alwaysShow: true, showsAll: true }];
}

export function separator(label: string): SearchRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** What was looked for in the place of words that nobody has; empty where nothing was corrected. */
export function correctionText(corrections: readonly Correction[]): string {
  if (corrections.length === 0) return '';
  return vscode.l10n.t('searched for {0}', corrections.map(({ meant }) => meant).join(', '));
}

export function nothingText(dossiers: number, query: string): string {
  return dossiers === 1
    ? vscode.l10n.t('Nothing in 1 dossier matches "{0}".', query)
    : vscode.l10n.t('Nothing in {0} dossiers matches "{1}".', dossiers, query);
}

export function nearestText(dossiers: number): string {
  return dossiers === 1
    ? vscode.l10n.t('Nothing in 1 dossier has all of it; nearest')
    : vscode.l10n.t('Nothing in {0} dossiers has all of it; nearest', dossiers);
}

/** The part of a text where what matched stands, cut at words, at most {@link ROW_LENGTH} long. */
export function around(text: string, matched: readonly string[]): string {
  if (text.length <= SEEN_LENGTH) return text;
  // Folding here only has to find a place; where it changed the length the cut is off by a few letters.
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const places = matched.flatMap((word) => {
    const inside = folded.indexOf(` ${word}`);
    const at = folded.startsWith(word) ? 0 : inside >= 0 ? inside + 1 : folded.indexOf(word);
    return at < 0 ? [] : [{ at, end: at + word.length }];
  });
  const first = Math.min(...places.map(({ at }) => at), text.length);
  // What matched first is seen from the beginning, with what is around it; or all of it is.
  const isSeen = first + LEAD_IN <= SEEN_LENGTH || places.every(({ end }) => end <= SEEN_LENGTH);
  const from = isSeen ? 0 : text.lastIndexOf(' ', first - LEAD_IN) + 1;
  if (from === 0) return text.length <= ROW_LENGTH ? text : `${text.slice(0, ROW_LENGTH - 1)}…`;
  const end = from + ROW_LENGTH - 2;
  return `…${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function groupLabel(group: HitGroup): string {
  switch (group) {
    case 'best':
      return vscode.l10n.t('Best');
    case 'names':
      return vscode.l10n.t('Names');
    case 'facts':
      return vscode.l10n.t('Facts');
    case 'sections':
      return vscode.l10n.t('Sections and topics');
    case 'otherNames':
      return vscode.l10n.t('Other names');
  }
}

export function hitKindLabel(kind: HitKind): string {
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
