import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportFormats';
import type { ExportAnswers } from '../../host/commands';

/** How and where an export is written. */
export interface Form {
  readonly format: ExportFormat;
  readonly to: 'file' | 'document';
}

/** Asks for the format, and whether it goes into a file or a new document; what is told already is not asked. */
export async function askForm({ format, to, target }: ExportAnswers): Promise<Form | undefined> {
  const known = to ?? (target === undefined ? undefined : 'file');
  if (format && known) return { format, to: known };
  const ways = known ? [known] : (['file', 'document'] as const);
  const formats = format ? [format] : (['markdown', 'html', 'csv', 'json'] as const);
  type Item = vscode.QuickPickItem & { readonly form?: Form };
  const items = ways.flatMap((way): Item[] => [
    { label: wayLabel(way), kind: vscode.QuickPickItemKind.Separator },
    ...formats.map((each): Item => {
      const icon = way === 'file' ? 'save' : 'new-file';
      return {
        label: `$(${icon}) ${formatLabel(each)}`,
        description: use(each),
        form: { format: each, to: way },
      };
    }),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Dossier: Export'),
    placeHolder: vscode.l10n.t('In which format?'),
    matchOnDescription: true,
  });
  return picked?.form;
}

export function formatLabel(format: ExportFormat): string {
  switch (format) {
    case 'markdown':
      return vscode.l10n.t('Markdown');
    case 'html':
      return vscode.l10n.t('HTML');
    case 'csv':
      return vscode.l10n.t('CSV');
    case 'json':
      return vscode.l10n.t('JSON');
  }
}

function wayLabel(way: Form['to']): string {
  return way === 'file' ? vscode.l10n.t('Save to a file') : vscode.l10n.t('Open as a new document');
}

function use(format: ExportFormat): string {
  switch (format) {
    case 'markdown':
      return vscode.l10n.t('to write on');
    case 'html':
      return vscode.l10n.t('one page, to read and print');
    case 'csv':
      return vscode.l10n.t('a table for spreadsheets');
    case 'json':
      return vscode.l10n.t('for programs');
  }
}
