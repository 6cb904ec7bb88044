import * as vscode from 'vscode';
import type { Dossier } from '../../core/model';
import type { DossierFolder } from './discovery';
import type { DossierEntry } from './dossierEntry';
import { isDossierFile } from './folderFiles';

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

/** The dossier that a file belongs to, by those that were found, else by what the file is called. */
export function placeAmong(
  entries: Iterable<Pick<DossierEntry, 'dossier' | 'folder' | 'uri' | 'pathOf'>>,
  uri: vscode.Uri,
): DossierPlace | undefined {
  let best: DossierPlace | undefined;
  for (const entry of entries) {
    const file = entry.pathOf(uri);
    if (file === undefined || !isDossierFile(file)) continue;
    // Of dossiers in each other the inner one.
    if (best && best.folder.path.length > entry.uri.path.length) continue;
    const { dossier, folder } = entry;
    best = { folder: entry.uri, file, ...(dossier && { dossier }), isWritable: isWritable(folder) };
  }
  return best ?? placeByName(uri);
}
