import * as vscode from 'vscode';
import type { Insertion } from '../../core/authoring/insertion';
import { UserError } from '../../host/log';

/** Whether there is a file or folder at an address. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    // Whatever is not plainly missing may be there: it counts as existing, so that nothing is written over it.
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

/** The text of a file as it stands in its editor, also unsaved; `undefined` where there is no such file. */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    if (await exists(uri)) throw error;
    return undefined;
  }
}

/**
 * Makes an insertion in a document, so that it can be undone. The document is saved, unless it held unsaved changes:
 * those are its author's to save.
 * @throws {UserError} where the document cannot be changed or saved
 */
export async function makeInsertion(document: vscode.TextDocument, insertion: Insertion): Promise<void> {
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(insertion.offset), insertion.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be changed.', nameOfFile(document.uri)));
  }
  if (!wasDirty && !(await document.save())) {
    throw new UserError(vscode.l10n.t('{0} was changed, but could not be saved.', nameOfFile(document.uri)));
  }
}

/** Makes a file that is not there yet, so that it can be undone. */
export async function makeFile(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be made.', nameOfFile(uri)));
  }
}

/** The last part of an address. */
export function nameOfFile(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
