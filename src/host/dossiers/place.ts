import * as vscode from 'vscode';
import type { Dossier } from '../../core/model';
import type { DossierFolder } from './discovery';

/** Where a file of a dossier belongs. */
export interface DossierPlace {
  readonly folder: vscode.Uri;
  /** The file's path in the folder, with `/`. */
  readonly file: string;
  /** The dossier as it was last read; absent where it never could be. */
  readonly dossier?: Dossier;
  /** Bundled dossiers come with the extension and are not the user's to change. */
  readonly isWritable: boolean;
}

/** What ships with the extension is replaced when it is updated, so nobody's work goes there. */
export function isWritable({ origin, uri }: DossierFolder): boolean {
  return origin !== 'bundled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

/** A file that is called as those of dossiers are, of a dossier that was not found (yet). */
export function placeByName(uri: vscode.Uri): DossierPlace | undefined {
  const [, path = '', file = ''] =
    /^(.+)\/(topics\/[^/]+\.md|(?:names|dossier)\.yaml)$/u.exec(uri.path) ?? [];
  if (file === '') return undefined;
  const folder = uri.with({ path });
  return { folder, file, isWritable: isWritable({ uri: folder, origin: 'workspace' }) };
}
