import * as vscode from 'vscode';
import { listTopicFiles, readDossier, type ReadResult } from '../core/format/readDossier';
import type { Problem } from '../core/model';

/** Reads a dossier from its folder, through `workspace.fs`, so that it works wherever VS Code does. */
export async function readDossierFolder(folder: vscode.Uri): Promise<ReadResult> {
  const files = new Map<string, Uint8Array>();
  const unreadable: Problem[] = [];
  const read = async (path: string): Promise<void> => {
    try {
      files.set(path, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));
    } catch (error) {
      // A file that is not there is the format reader's to report: it knows who asked for it.
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return;
      unreadable.push(unreadableFile(path, error));
    }
  };
  await Promise.all([read('dossier.yaml'), read('names.yaml')]);
  // Topics are read by the manifest's list, not by listing the folder: an extension's own folder cannot be
  // listed where it is served over HTTP (vscode.dev).
  const manifest = files.get('dossier.yaml');
  if (manifest) await Promise.all(listTopicFiles(manifest).map(read));
  const result = readDossier(files);
  return unreadable.length === 0 ? result : { ...result, problems: [...unreadable, ...result.problems] };
}

function unreadableFile(file: string, error: unknown): Problem {
  return {
    severity: 'error',
    code: 'unreadable-file',
    file,
    line: 0,
    column: 0,
    endLine: 0,
    endColumn: 0,
    message: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Check that the file exists and may be read, then run "Dossier: Load Dossiers Again".',
  };
}
