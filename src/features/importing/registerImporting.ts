import type * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import type { Services } from '../../host/services';

/** Registers the import of articles as dossiers; what it takes is loaded when it is first asked for. */
export function registerImporting(services: Services): vscode.Disposable {
  return registerCommand('dossier.importArticle', services.log, async (answers) => {
    const { importArticleCommand } = await import('./lazy/importArticleCommand');
    return importArticleCommand(answers ?? {}, services);
  });
}
