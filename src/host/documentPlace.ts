import * as vscode from 'vscode';
import type { DocumentPlace } from './commands';
import { UserError } from './log';

/** A position in an open document. */
export interface Spot {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/**
 * The place a command was given, or the cursor of the active editor.
 * @throws {UserError} where there is neither, or the place is not one.
 */
export async function placeAtCursor(place?: DocumentPlace): Promise<Spot> {
  if (place === undefined) {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new UserError(vscode.l10n.t('Open a document and place the cursor on a name first.'));
    return { document: editor.document, position: editor.selection.active };
  }
  if (!isDocumentPlace(place)) {
    throw new UserError(
      vscode.l10n.t('A place is { uri, line, character }, with line and character from 0.'),
    );
  }
  const uri = typeof place.uri === 'string' ? vscode.Uri.parse(place.uri, true) : place.uri;
  const document = await vscode.workspace.openTextDocument(uri);
  return { document, position: document.validatePosition(new vscode.Position(place.line, place.character)) };
}

function isDocumentPlace(value: unknown): value is DocumentPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line, character } = value as Partial<Record<keyof DocumentPlace, unknown>>;
  const isUri = typeof uri === 'string' || uri instanceof vscode.Uri;
  return isUri && isCount(line) && isCount(character);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
