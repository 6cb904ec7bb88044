import * as vscode from 'vscode';

/** Whether a folder holds anything; one that does not exist holds nothing. */
export async function isOccupied(folder: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).length > 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Where the dossier goes, and whether the user said that files there may be replaced. */
export interface Target {
  readonly folder: vscode.Uri;
  readonly mayReplace: boolean;
}

/** Asks for the folder of the dossier, and what to do where there is something already. */
export async function askTarget(id: string): Promise<Target | undefined> {
  const parent = await askParent(id);
  if (!parent) return undefined;
  const folder = vscode.Uri.joinPath(parent, id);
  if (!(await isOccupied(folder))) return { folder, mayReplace: false };
  let number = 2;
  while (await isOccupied(vscode.Uri.joinPath(parent, `${id}-${number}`))) number++;
  const beside = vscode.l10n.t('Import as "{0}"', `${id}-${number}`);
  const replace = vscode.l10n.t('Replace Its Files');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The folder "{0}" is not empty.', id),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Replacing overwrites dossier.yaml, names.yaml and topics of the same name; other files stay.',
      ),
    },
    beside,
    replace,
  );
  if (chosen === beside) return { folder: vscode.Uri.joinPath(parent, `${id}-${number}`), mayReplace: false };
  return chosen === replace ? { folder, mayReplace: true } : undefined;
}

async function askParent(id: string): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const another = { label: vscode.l10n.t('$(folder-opened) Another folder…'), uri: undefined };
  const items = folders.map(({ name, uri }) => ({ label: `$(folder) ${name}/${id}`, uri }));
  const chosen =
    items.length === 0
      ? another
      : await vscode.window.showQuickPick([...items, another], {
          title: vscode.l10n.t('Import Article: folder'),
          placeHolder: vscode.l10n.t('Where is the dossier to go?'),
          ignoreFocusOut: true,
        });
  if (!chosen || chosen.uri) return chosen?.uri;
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: vscode.l10n.t('Put the Dossier Here'),
      title: vscode.l10n.t('The folder in which "{0}" is made', id),
    })) ?? [];
  return folder;
}
