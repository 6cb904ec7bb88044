import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { NAME_KINDS, type NameKind } from '../../core/model';
import { unfinishedFilter, withFilter } from '../../core/search/filterCompletion';
import { isKnownValue } from '../../core/search/filters';
import { FILTER_FIELDS, parseQuery, type FilterField } from '../../core/search/query';
import type { SearchHit } from '../../core/search/searchIndex';
import { kindLabel } from '../../host/markdown';
import type { SearchService } from '../../host/searchService';
import { hitKindLabel, separator, type SearchRow } from './searchRows';

/** How many names or topics are offered as values. */
const MOST_VALUES = 6;

interface Value {
  readonly text: string;
  readonly description?: string;
}

/** Rows that complete the filter at the end of a query, or say what may stand in it; none where there is none. */
export async function filterRows(
  query: string,
  library: Library,
  search: Pick<SearchService, 'find'>,
): Promise<SearchRow[]> {
  const unfinished = unfinishedFilter(query);
  if (!unfinished) return [];
  const { start } = unfinished;
  if (unfinished.of === 'field') {
    const rows = unfinished.fields.map((field) => ({
      ...fieldRow(field),
      query: withFilter(query, start, field),
    }));
    return [separator(vscode.l10n.t('Filters')), ...rows];
  }
  const { field, value } = unfinished;
  const typed = value.trim().toLowerCase();
  const values = await valuesOf(field, typed, library, search);
  // What is complete is no more completed: Enter is to open the best hit.
  if (values.some(({ text }) => text.toLowerCase() === typed)) return [];
  if (values.length > 0) {
    return [
      separator(fieldHelp(field)),
      ...values.map(({ text, description }) => ({
        label: `$(filter) ${withFilter('', 0, field, text).trim()}`,
        ...(description !== undefined && { description }),
        alwaysShow: true,
        query: withFilter(query, start, field, text),
      })),
    ];
  }
  return typed === ''
    ? [{ label: `$(filter) ${field}:`, description: fieldHelp(field), alwaysShow: true }]
    : [];
}

/** Rows that say which filters of a query have values that nothing has, and what they may have. */
export function unknownFilterRows(query: string): SearchRow[] {
  return parseQuery(query).flatMap((part): SearchRow[] => {
    if (part.part !== 'filter' || part.value.trim() === '' || isKnownValue(part.field, part.value)) return [];
    const { field, value, start, negated } = part;
    return [
      {
        label: `$(warning) ${vscode.l10n.t('{0} does not know "{1}"', `${field}:`, value)}`,
        description: fieldHelp(field),
        alwaysShow: true,
        query: `${query.slice(0, start)}${negated ? '-' : ''}${field}:`,
      },
    ];
  });
}

/** The row that tells of the filters while the box is empty. */
export function helpRows(): SearchRow[] {
  return [
    separator(vscode.l10n.t('Narrow it down')),
    {
      label: `$(filter) ${FILTER_FIELDS.map((field) => `${field}:`).join(' ')}`,
      description: vscode.l10n.t('exact phrase: {0}, without: {1}', '"…"', '-…'),
      alwaysShow: true,
      query: ':',
    },
  ];
}

function fieldRow(field: FilterField): SearchRow {
  return { label: `$(filter) ${field}:`, description: fieldHelp(field), alwaysShow: true };
}

async function valuesOf(
  field: FilterField,
  typed: string,
  library: Library,
  search: Pick<SearchService, 'find'>,
): Promise<readonly Value[]> {
  const begun = ({ text }: Value): boolean => text.startsWith(typed);
  switch (field) {
    case 'kind':
      return [
        ...(['fact', 'name', 'section', 'topic'] as const).map((kind) => ({
          text: kind,
          description: hitKindLabel(kind),
        })),
        ...NAME_KINDS.map((kind: NameKind) => ({ text: kind, description: kindLabel(kind) })),
      ].filter(begun);
    case 'has':
      return [
        { text: 'figure', description: vscode.l10n.t('facts with a figure') },
        { text: 'date', description: vscode.l10n.t('facts with a date') },
      ].filter(begun);
    case 'dossier':
      return library.shelves
        .map(({ id, dossier }) => ({ text: id, description: dossier.title }))
        .filter(({ text, description }) => `${text} ${description}`.toLowerCase().includes(typed))
        .slice(0, MOST_VALUES);
    case 'topic':
    case 'name': {
      const request = { kinds: [field], limit: MOST_VALUES * 4, reach: 'exact' } as const;
      const { hits } = await search.find(typed === '' ? `kind:${field}` : typed, request);
      // What only speaks of it in its description is not what is being named.
      const isNamed = ({ why = [] }: SearchHit): boolean =>
        typed === '' || why.some(({ where }) => where === 'title' || where === 'alias');
      return hits
        .filter(isNamed)
        .slice(0, MOST_VALUES)
        .map(({ label, text }) => ({ text: label, description: field === 'name' ? text : '' }));
    }
    case 'year':
    case 'before':
    case 'after':
      return [];
  }
}

function fieldHelp(field: FilterField): string {
  switch (field) {
    case 'kind':
      return vscode.l10n.t('only facts, sections, topics, or names of a kind');
    case 'name':
      return vscode.l10n.t('only what is about a name, in any of its languages');
    case 'topic':
      return vscode.l10n.t('only what stands in a topic');
    case 'dossier':
      return vscode.l10n.t('only what stands in a dossier');
    case 'year':
      return vscode.l10n.t('facts of a year (2005), of years (2005..2011) or a decade (1980s)');
    case 'before':
      return vscode.l10n.t('facts before a year or a day: 2009, 2009-11-09');
    case 'after':
      return vscode.l10n.t('facts after a year or a day: 2009, 2009-11-09');
    case 'has':
      return vscode.l10n.t('only facts with a figure or a date');
  }
}

/** The buttons of the search's quick pick. */
export function filterButtons() {
  const button = (icon: string, tooltip: string): vscode.QuickInputButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
  });
  return {
    facts: button('symbol-text', vscode.l10n.t('Facts Only')),
    names: button('tag', vscode.l10n.t('Names Only')),
    dossier: button('library', vscode.l10n.t('This Dossier Only')),
    preview: button('open-preview', vscode.l10n.t('Preview')),
    sidebar: button('list-tree', vscode.l10n.t('Show All in the Sidebar')),
  };
}
