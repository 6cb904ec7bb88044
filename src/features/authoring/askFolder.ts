import * as vscode from 'vscode';

/** Numbers that are tried behind the name of a folder that is taken. */
const MOST_TRIES = 100;

/**
 * Asks where a new dossier's folder is to be: in a folder of the workspace, or in one that the user chooses. Where that
 * folder holds a file that would be in the way, asks again; nothing is ever to be written over.
 */
export async function askFolder(
  id: string,
  inTheWay: (folder: vscode.Uri) => Promise<string | undefined>,
): Promise<vscode.Uri | undefined> {
  for (;;) {
    const parent = await askParent(id);
    if (!parent) return undefined;
    const folder = vscode.Uri.joinPath(parent, id);
    const file = await inTheWay(folder);
    if (file === undefined) return folder;
    const free = await freeName(parent, id, inTheWay);
    const makeOther = free !== undefined && vscode.l10n.t('Make "{0}"', free);
    const another = vscode.l10n.t('Choose Another Folder');
    const placeHolder = vscode.l10n.t('"{0}" holds a file {1} already; nothing is written over.', id, file);
    const answers = [...(makeOther === false ? [] : [makeOther]), another];
    const answer = await vscode.window.showQuickPick(answers, { placeHolder });
    if (answer === undefined) return undefined;
    if (answer !== another) return vscode.Uri.joinPath(parent, free ?? id);
  }
}

async function freeName(
  parent: vscode.Uri,
  id: string,
  inTheWay: (folder: vscode.Uri) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (let number = 2; number < MOST_TRIES; number++) {
    const name = `${id}-${number}`;
    if ((await inTheWay(vscode.Uri.joinPath(parent, name))) === undefined) return name;
  }
  return undefined;
}

async function askParent(id: string): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false,
  );
  if (folders.length === 0) return chooseParent();
  const items: (vscode.QuickPickItem & { readonly uri?: vscode.Uri })[] = [
    ...folders.map(({ name, uri }) => ({
      label: `$(new-folder) ${name}/${id}`,
      description: vscode.l10n.t('a new folder in the workspace'),
      uri,
    })),
    { label: `$(folder-opened) ${vscode.l10n.t('Choose a Folder…')}` },
  ];
  const placeHolder = vscode.l10n.t('Where is the dossier to be kept?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  return chosen && (chosen.uri ?? (await chooseParent()));
}

async function chooseParent(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Make the Dossier Here'),
      title: vscode.l10n.t('In which folder?'),
    })) ?? [];
  return folder;
}
