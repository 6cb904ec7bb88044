import * as vscode from 'vscode';
import { MANIFEST_BYTES, NAMES_BYTES, TOPIC_BYTES } from '../../core/format/bounds';
import { MANIFEST_FILE, NAMES_FILE, TOPIC_PATH } from '../../core/format/fileNames';
import type { FileChange } from '../../core/pack/dossierSession';
import type { Problem } from '../../core/model';
import { platform } from '../platform/platform';

/** How many files are read at the same time. */
const AT_ONCE = 32;

/** How often a file that changes while it is read is read again. */
const TRIES = 3;

/** The files of a folder as they are now, and what could not be read. */
export interface FolderFiles {
  readonly files: readonly FileChange[];
  readonly problems: readonly Problem[];
}

/** Whether a path in a dossier's folder is one of its files. */
export function isDossierFile(path: string): boolean {
  return path === MANIFEST_FILE || path === NAMES_FILE || TOPIC_PATH.test(path);
}

/** The paths of a dossier's files, by listing its folder. */
export async function listFiles(uri: vscode.Uri): Promise<readonly string[]> {
  let topics: readonly [string, vscode.FileType][] = [];
  try {
    topics = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, 'topics'));
  } catch {
    // A dossier of names only has no such folder.
  }
  const isFile = (type: vscode.FileType): boolean => (type & vscode.FileType.Directory) === 0;
  const paths = topics.flatMap(([name, type]) => (isFile(type) ? [`topics/${name}`] : []));
  return [MANIFEST_FILE, NAMES_FILE, ...paths.filter((path) => TOPIC_PATH.test(path)).sort()];
}

/**
 * Reads files of a folder, those that are open and unsaved as they are in the editor. A file that is not there has no
 * bytes; one that is too large, or cannot be read, becomes a problem and is left out.
 */
export async function readFiles(folder: vscode.Uri, paths: readonly string[]): Promise<FolderFiles> {
  const files: FileChange[] = [];
  const problems: Problem[] = [];
  const unsaved = unsavedTexts();
  let next = 0;
  const readOn = async (): Promise<void> => {
    while (next < paths.length) {
      const path = paths[next++]!;
      const uri = vscode.Uri.joinPath(folder, path);
      const text = unsaved.get(uri.toString());
      if (text !== undefined) {
        files.push([path, new TextEncoder().encode(text)]);
        continue;
      }
      const read = await readFile(uri, path);
      if (read === undefined || read instanceof Uint8Array) files.push([path, read]);
      else problems.push(read);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, readOn));
  return { files, problems };
}

async function readFile(uri: vscode.Uri, path: string): Promise<Uint8Array | Problem | undefined> {
  try {
    for (let attempt = 1; ; attempt++) {
      const before = await platform.statFile(uri);
      const bound = path === MANIFEST_FILE ? MANIFEST_BYTES : path === NAMES_FILE ? NAMES_BYTES : TOPIC_BYTES;
      if (before.size > bound) return tooLarge(path, before.size, bound);
      const bytes = await platform.readBytes(uri);
      const after = await platform.statFile(uri);
      // Whoever writes it again is about to be told by the watcher; half a file is not worth a problem.
      const isWhole = after.size === bytes.length && after.mtime === before.mtime;
      if (isWhole || attempt === TRIES) return bytes;
    }
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    const why = error instanceof Error ? error.message : String(error);
    return problemOf(path, 'unreadable-file', {
      message: vscode.l10n.t('The file cannot be read: {0}.', why),
      remedy: vscode.l10n.t(
        'Check that it is a file and may be read, then run "Dossier: Load Dossiers Again".',
      ),
    });
  }
}

/** Said without reading it: a file of any size costs nothing. */
function tooLarge(path: string, size: number, bound: number): Problem {
  const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
  return problemOf(path, 'file-too-large', {
    message: vscode.l10n.t('The file has {0}; at most {1} are read.', megabytes(size), megabytes(bound)),
    remedy: vscode.l10n.t('Divide it into several topics, or leave out what nobody needs.'),
  });
}

function problemOf(file: string, code: string, said: Pick<Problem, 'message' | 'remedy'>): Problem {
  return { severity: 'error', code, file, line: 0, column: 0, endLine: 0, endColumn: 0, ...said };
}

/** The texts of open documents that differ from their files. */
function unsavedTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && !document.isUntitled) texts.set(document.uri.toString(), document.getText());
  }
  return texts;
}
