import * as vscode from 'vscode';
import { usesIn, type ReferenceKind } from '../../core/authoring/uses';
import { TextFile } from '../../core/format/problems';
import type { LibraryService } from '../../host/libraryService';

/** Files that are read at once. */
const TOGETHER = 20;

/** The topics of a folder: those that are loaded, and those that lie there, where the folder can be listed. */
async function topicsOf(library: LibraryService, folder: vscode.Uri): Promise<readonly string[]> {
  const files = new Set(
    library.placeOf(vscode.Uri.joinPath(folder, 'dossier.yaml'))?.dossier?.topics.map(({ file }) => file),
  );
  try {
    const listed = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'topics'));
    for (const [name] of listed) if (name.endsWith('.md')) files.add(`topics/${name}`);
  } catch (error) {
    // Where an extension is served over HTTP its folders cannot be listed; a dossier may have no topics yet.
    if (!(error instanceof vscode.FileSystemError)) throw error;
  }
  return [...files].sort();
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    // A topic that cannot be read is reported when dossiers are loaded; it has no uses to show.
    if (error instanceof vscode.FileSystemError) return '';
    throw error;
  }
}

/** Everywhere the topics of a folder refer to a name or a source by its id, unsaved text included. */
export async function findUses(
  library: LibraryService,
  folder: vscode.Uri,
  kind: ReferenceKind,
  id: string,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const found: vscode.Location[] = [];
  const files = await topicsOf(library, folder);
  for (let at = 0; at < files.length && !token.isCancellationRequested; at += TOGETHER) {
    const read = async (file: string): Promise<vscode.Location[]> => {
      const uri = vscode.Uri.joinPath(folder, file);
      const text = new TextFile(file, await textOf(uri));
      return usesIn(text.text, kind, id).map(({ start, end }) => {
        const from = text.positionAt(start);
        const to = text.positionAt(end);
        return new vscode.Location(uri, new vscode.Range(from.line, from.column, to.line, to.column));
      });
    };
    found.push(...(await Promise.all(files.slice(at, at + TOGETHER).map(read))).flat());
  }
  return found;
}
