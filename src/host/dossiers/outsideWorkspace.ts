import * as vscode from 'vscode';

/** Offers to add a dossier's folder to the workspace where it stands outside: only what stands in it is found again. */
export function offerToAdd(folder: vscode.Uri, title: string): void {
  if (vscode.workspace.getWorkspaceFolder(folder)) return;
  const add = vscode.l10n.t('Add to Workspace');
  const message = vscode.l10n.t(
    '"{0}" stands outside of the workspace. Add its folder, so that its names are found.',
    title,
  );
  void vscode.window.showInformationMessage(message, add).then((answer) => {
    if (answer !== add) return;
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, {
      uri: folder,
    });
  });
}
