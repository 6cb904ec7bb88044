import * as vscode from 'vscode';
import { filesOfPack, hashFiles, type Pack } from '../core/format/pack';
import type { Dossier, Problem } from '../core/model';
import { loadParsing } from './lazyFiles';

/** What a folder gave: the dossier as far as it could be read, and what is wrong with its files. */
export interface FolderResult {
  readonly dossier?: Dossier;
  readonly problems: readonly Problem[];
}

/** Reads a dossier from its folder, through `workspace.fs`, so that it works wherever VS Code does. */
export async function readDossierFolder(folder: vscode.Uri): Promise<FolderResult> {
  // The parsers are evaluated only where a pack does not spare them.
  const { readDossier, listTopicFiles } = await loadParsing();
  const unreadable: Problem[] = [];
  const files = await readFiles(folder, ['dossier.yaml', 'names.yaml'], unreadable);
  // Topics are read by the manifest's list, not by listing the folder: an extension's own folder cannot be
  // listed where it is served over HTTP (vscode.dev).
  const manifest = files.get('dossier.yaml');
  const topics = await readFiles(folder, manifest ? listTopicFiles(manifest) : [], unreadable);
  const result = readDossier(new Map([...files, ...topics]));
  return unreadable.length === 0 ? result : { ...result, problems: [...unreadable, ...result.problems] };
}

/** Whether the files of a folder are those that a pack was made from. */
export async function isMadeFrom(pack: Pack, folder: vscode.Uri): Promise<boolean> {
  const unreadable: Problem[] = [];
  const files = await readFiles(folder, filesOfPack(pack), unreadable);
  return unreadable.length === 0 && hashFiles(files) === pack.hash;
}

async function readFiles(
  folder: vscode.Uri,
  paths: readonly string[],
  unreadable: Problem[],
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const read = async (path: string): Promise<void> => {
    try {
      files.set(path, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));
    } catch (error) {
      // A file that is not there is the format reader's to report: it knows who asked for it.
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return;
      unreadable.push(unreadableFile(path, error));
    }
  };
  await Promise.all(paths.map(read));
  return files;
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
