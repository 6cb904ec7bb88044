import * as vscode from 'vscode';
import type { WrittenPlace } from '../../host/commands';

/** Says what was done, with a way to see it. */
export function showWritten(message: string, { uri, line }: WrittenPlace): void {
  const show = vscode.l10n.t('Show');
  void vscode.window.showInformationMessage(message, show).then(async (answer) => {
    if (answer !== show) return;
    const place = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
  });
}
