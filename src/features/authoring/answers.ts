import * as vscode from 'vscode';
import { UserError } from '../../host/log';

/**
 * What a script gave a command, each field a text (or an address, for `addresses`, or a list of texts, for `lists`).
 * Menus give a command what they stand on, which is no answer to anything.
 * @throws {UserError} where a field is of another type
 */
export function checkAnswers<T extends object>(
  given: T | undefined,
  fields: {
    readonly texts: readonly string[];
    readonly addresses: readonly string[];
    readonly lists?: readonly string[];
  },
): T {
  if (given === undefined || (given as unknown) === null || given instanceof vscode.Uri) return {} as T;
  const wrong = (key: string): UserError =>
    new UserError(vscode.l10n.t('The argument "{0}" of this command is not what it should be.', key));
  if (typeof given !== 'object') throw wrong(String(given));
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    if (value === undefined) continue;
    const isText = typeof value === 'string';
    if (fields.texts.includes(key) && isText) continue;
    if (fields.addresses.includes(key) && (isText || value instanceof vscode.Uri)) continue;
    const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
    if (fields.lists?.includes(key) === true && isList) continue;
    throw wrong(key);
  }
  return given;
}

/** The selected text of the active editor; empty where there is none. */
export function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}
