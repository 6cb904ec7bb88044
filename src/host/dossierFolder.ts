import * as vscode from 'vscode';
import { hashFiles, readPack } from '../core/format/pack';
import type { Dossier, Problem } from '../core/model';

/** What a folder gave: the dossier as far as it could be read, and what is wrong with its files. */
export interface FolderResult {
  readonly dossier?: Dossier;
  readonly problems: readonly Problem[];
}

/**
 * Reads a dossier from its folder, through `workspace.fs`, so that it works wherever VS Code does. `packUri` names a
 * pack of the folder: it is used if it was made from just these files; otherwise the files are parsed.
 */
export async function readDossierFolder(folder: vscode.Uri, packUri?: vscode.Uri): Promise<FolderResult> {
  const unreadable: Problem[] = [];
  const read = async (path: string): Promise<[string, Uint8Array] | undefined> => {
    try {
      return [path, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path))];
    } catch (error) {
      // A file that is not there is the format reader's to report: it knows who asked for it.
      if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') {
        unreadable.push(unreadableFile(path, error));
      }
      return undefined;
    }
  };
  const pack = packUri && (await readText(packUri));
  const listed = pack === undefined ? undefined : topicFilesOf(pack);
  const files = new Map<string, Uint8Array>();
  const readAll = async (paths: readonly string[]): Promise<void> => {
    for (const file of await Promise.all(paths.map(read))) if (file) files.set(...file);
  };
  await readAll(['dossier.yaml', 'names.yaml', ...(listed ?? [])]);
  if (pack !== undefined && unreadable.length === 0) {
    const dossier = readPack(pack, hashFiles(files));
    if (dossier) return { dossier, problems: [] };
  }
  // The parsers are evaluated only where a pack does not spare them.
  const { readDossier, listTopicFiles } = await import('./lazy/parsing');
  // Topics are read by the manifest's list, not by listing the folder: an extension's own folder cannot be
  // listed where it is served over HTTP (vscode.dev).
  const manifest = files.get('dossier.yaml');
  if (manifest) await readAll(listTopicFiles(manifest).filter((path) => !files.has(path)));
  const result = readDossier(files);
  return unreadable.length === 0 ? result : { ...result, problems: [...unreadable, ...result.problems] };
}

/** The topic files of a pack's dossier, to be read together with the rest; checked afterwards by the hash. */
function topicFilesOf(pack: string): readonly string[] {
  return [...pack.matchAll(/"file":"(topics\/[^"\\]+)","title"/gu)].map((match) => match[1]!);
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // There is no pack, as in a checkout that was not built: the files are parsed.
    return undefined;
  }
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
