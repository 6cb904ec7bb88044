import * as vscode from 'vscode';
import { BibliographyError, readBib, type BibliographyEntry } from '../../core/citing/bibFile';
import { bibliographyKind } from '../../core/citing/bibliographyFiles';
import { readCslJson } from '../../core/citing/cslJsonFile';
import type { TextEdit } from '../../core/citing/planInsertion';
import { UserError } from '../../host/log';
import { inUsersLanguage } from '../../host/sayings';
import { decode, nameOfFile } from './documentCitation';

const LARGEST_BYTES = 20_000_000;

/** A bibliography as it stands on the disk or in an editor. */
export interface BibliographyFile {
  readonly uri: vscode.Uri;
  readonly kind: 'bib' | 'json';
  readonly text: string;
  /** The editor's document where the file is open. */
  readonly document?: vscode.TextDocument;
  readonly isThere: boolean;
}

/**
 * Reads a bibliography; one that is not there is empty.
 * @throws {UserError} where it is too large, in another encoding, or no bibliography by its name
 */
export async function readBibliography(uri: vscode.Uri): Promise<BibliographyFile> {
  const kind = bibliographyKind(uri.path);
  if (kind === undefined) {
    throw new UserError(
      vscode.l10n.t(
        '{0} is no bibliography that Dossier can write to: those are .bib and CSL-JSON (.json) files.',
        nameOfFile(uri),
      ),
    );
  }
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === uri.toString() && !each.isClosed,
  );
  if (document) return { uri, kind, text: document.getText(), document, isThere: true };
  const bytes = await bytesOf(uri);
  return { uri, kind, text: bytes ? decode(bytes, uri) : '', isThere: bytes !== undefined };
}

/**
 * The entries of a bibliography.
 * @throws {UserError} where it is damaged, with the line
 */
export function entriesIn({ text, kind, uri }: BibliographyFile): readonly BibliographyEntry[] {
  if (text.trim() === '') return [];
  try {
    return kind === 'bib' ? readBib(text) : readCslJson(text);
  } catch (error) {
    if (!(error instanceof BibliographyError)) throw error;
    throw new UserError(
      vscode.l10n.t(
        '{0}, line {1}: {2} Nothing was written; put it right and try again.',
        nameOfFile(uri),
        error.line + 1,
        inUsersLanguage(error.what),
      ),
    );
  }
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  let size: number;
  try {
    ({ size } = await vscode.workspace.fs.stat(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  if (size > LARGEST_BYTES) {
    throw new UserError(vscode.l10n.t('{0} is larger than {1} bytes.', nameOfFile(uri), LARGEST_BYTES));
  }
  return vscode.workspace.fs.readFile(uri);
}

/**
 * Changes one place of a bibliography; all else that stood there stays, byte for byte.
 * @throws {UserError} where it could not be changed or saved
 */
export async function changeBibliography(file: BibliographyFile, edit: TextEdit): Promise<void> {
  const { document, uri, text } = file;
  if (!document) {
    const changed = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(changed));
    return;
  }
  const wasDirty = document.isDirty;
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
  change.replace(uri, range, edit.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new UserError(vscode.l10n.t('{0} could not be changed.', nameOfFile(uri)));
  }
  // Unsaved changes are their author's to save.
  if (!wasDirty && !(await document.save())) {
    throw new UserError(vscode.l10n.t('{0} was changed, but could not be saved.', nameOfFile(uri)));
  }
}
