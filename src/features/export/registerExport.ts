import type * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import type { Services } from '../../host/services';

/** Registers the export of facts to files; what it takes is loaded when it is first asked for. */
export function registerExport(services: Services): vscode.Disposable {
  return registerCommand('dossier.export', services.log, async (answers) => {
    const { exportCommand } = await import('./lazy/exportCommand');
    return exportCommand(answers, services);
  });
}
