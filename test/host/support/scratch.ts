import * as vscode from 'vscode';
import { eventually } from './dossier';

/** A folder of the workspace with files for one suite. */
export class Scratch {
  private readonly folder: vscode.Uri;

  constructor(name: string) {
    this.folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  async write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.uri(name), new TextEncoder().encode(text));
  }

  /** What the file holds on the disk; `undefined` where there is none. */
  async read(name: string): Promise<string | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.uri(name));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  }

  /** Closes all editors and deletes the folder. */
  async clean(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(this.folder, { recursive: true });
  }
}

/** Shows a document with the cursors set; VS Code can still be telling where the cursor of a new editor is. */
export async function showAt(
  document: vscode.TextDocument,
  ...places: vscode.Position[]
): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  const wanted = places.map((place) => new vscode.Selection(place, place));
  await eventually(() => {
    const isTaken =
      editor.selections.length === wanted.length &&
      wanted.every((one, at) => one.isEqual(editor.selections[at]!));
    if (!isTaken) editor.selections = wanted;
    return isTaken;
  });
  return editor;
}
