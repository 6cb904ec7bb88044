import * as vscode from 'vscode';
import { draggingFrom } from '../../host/dragging';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';
import { DocumentNamesTree } from './documentNamesTree';

/** Registers the view "In This Document" and the count of names in the status bar. */
export function registerDocumentNames(services: Services): vscode.Disposable {
  const { library, mentions, log } = services;
  const tree = new DocumentNamesTree(services);
  const view = vscode.window.createTreeView('dossier.document', {
    treeDataProvider: tree,
    dragAndDropController: draggingFrom(library),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const status = vscode.window.createStatusBarItem('dossier.count', vscode.StatusBarAlignment.Right, 90);
  status.name = vscode.l10n.t('Dossier: Names in This Document');
  status.command = 'dossier.document.focus';

  const update = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const isWanted = view.visible || readSetting('statusBar.enabled', editor?.document);
    if (!isWanted) return;
    await tree.update(editor);
    const { count } = tree;
    if (!editor || count === 0 || !readSetting('statusBar.enabled', editor.document)) {
      status.hide();
      return;
    }
    status.text = `$(book) ${count}`;
    status.tooltip =
      count === 1
        ? vscode.l10n.t('1 known name in this document')
        : vscode.l10n.t('{0} known names in this document', count);
    status.accessibilityInformation = { label: status.tooltip };
    status.show();
  };
  // While the reader or a view has the focus, the document that was written in last still counts.
  let last: vscode.TextEditor | undefined;
  const updateSafely = (): void => {
    const active = vscode.window.activeTextEditor;
    const isLastOpen = last !== undefined && vscode.window.visibleTextEditors.includes(last);
    last = active ?? (isLastOpen ? last : undefined);
    update(last).catch((error: unknown) =>
      log.warn(`The names of the document could not be listed: ${String(error)}`),
    );
  };

  return vscode.Disposable.from(
    tree,
    view,
    status,
    mentions.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) updateSafely();
    }),
    vscode.window.onDidChangeActiveTextEditor(updateSafely),
    vscode.window.onDidChangeVisibleTextEditors(updateSafely),
    vscode.window.onDidChangeTextEditorSelection(() => view.visible && updateSafely()),
    view.onDidChangeVisibility(updateSafely),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('dossier') && updateSafely(),
    ),
  );
}
