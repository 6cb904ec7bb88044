import * as vscode from 'vscode';
import { detectForm } from '../../core/citing/citationForm';
import type { CitationForm } from '../../core/citing/citationForms';
import type { LanguageTag } from '../../core/model';
import { guessLanguage } from '../../core/text/guessLanguage';
import { UserError } from '../../host/log';
import { readSetting } from '../../host/settings';

/** How many lines tell the language of a document. */
const LINES_FOR_LANGUAGE = 100;

/** The form in which a document cites: what the setting fixes, or what the document is and does already. */
export function formOf(document: vscode.TextDocument): CitationForm {
  const set = readSetting('citation.form', document);
  if (set !== 'auto') return set;
  return detectForm({
    languageId: document.languageId,
    path: document.uri.path,
    text: document.getText(),
  });
}

/** The language a document is written in; `otherwise` where nothing tells. */
export function languageOf(document: vscode.TextDocument, otherwise: LanguageTag): LanguageTag {
  const head = document.getText(new vscode.Range(0, 0, LINES_FOR_LANGUAGE, 0));
  return guessLanguage(head, document.uri.path) ?? otherwise.split('-')[0]!;
}

/** The name of a file, as messages say it. */
export function nameOfFile(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/**
 * The text of a file.
 * @throws {UserError} where it is in another encoding than UTF-8
 */
export function decode(bytes: Uint8Array, uri: vscode.Uri): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(
      vscode.l10n.t('{0} is not in UTF-8. Save it with that encoding and try again.', nameOfFile(uri)),
    );
  }
}

/**
 * The file that a path in a document or a setting means: absolute, or below the folder.
 */
export function resolvePath(folder: vscode.Uri, path: string): vscode.Uri {
  if (/^[A-Za-z]:[\\/]/u.test(path)) return vscode.Uri.file(path);
  if (/^[a-z][\w+.-]*:\/\//iu.test(path)) return vscode.Uri.parse(path);
  return path.startsWith('/') ? folder.with({ path }) : vscode.Uri.joinPath(folder, path);
}

/** The folder of a document on a disk. */
export function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(uri, '..');
}

/** The folder of the workspace that a document belongs to, or the first one. */
export function workspaceFolderOf(uri: vscode.Uri): vscode.Uri | undefined {
  return (vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}
