import * as vscode from 'vscode';

/**
 * Writes the files of a dossier into a folder, all of them or none: what was written is taken back where one cannot be
 * written or the user cancels, and files that were there before get back what they held.
 */
export async function writeFolder(
  folder: vscode.Uri,
  texts: ReadonlyMap<string, string>,
  token?: vscode.CancellationToken,
): Promise<void> {
  const { fs } = vscode.workspace;
  const undo: (() => Thenable<void>)[] = [];
  try {
    await makeFolder(folder, undo);
    await makeFolder(vscode.Uri.joinPath(folder, 'topics'), undo);
    // dossier.yaml comes last: a folder without it is no dossier, so that no half of one is ever loaded.
    const files = [...texts].sort(([a], [b]) => Number(a === 'dossier.yaml') - Number(b === 'dossier.yaml'));
    for (const [path, text] of files) {
      if (token?.isCancellationRequested === true) throw new vscode.CancellationError();
      const uri = vscode.Uri.joinPath(folder, path);
      const before = await contentOf(uri);
      undo.push(() => (before ? fs.writeFile(uri, before) : fs.delete(uri)));
      await fs.writeFile(uri, new TextEncoder().encode(text));
    }
  } catch (error) {
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (failed) {
        // What was never made cannot be deleted; the others are still to be taken back.
        if (!(failed instanceof vscode.FileSystemError)) throw failed;
      }
    }
    throw error;
  }
}

async function contentOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Makes a folder where there is none, with those around it. */
async function makeFolder(folder: vscode.Uri, undo: (() => Thenable<void>)[]): Promise<void> {
  try {
    await vscode.workspace.fs.stat(folder);
    return;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
  }
  await vscode.workspace.fs.createDirectory(folder);
  undo.push(() => vscode.workspace.fs.delete(folder, { recursive: false }));
}
