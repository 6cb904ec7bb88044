import * as vscode from 'vscode';
import { platform } from '../platform/platform';

/** How many files are asked for their times at once. */
const AT_ONCE = 64;

/** Time and size of each file, by which one sees without reading it that it is the same. */
export type Signature = readonly (readonly [path: string, mtime: number, size: number])[];

/** Times and sizes of files; `undefined` where one has changes that are not saved, or cannot be asked. */
export async function signatureOf(
  folder: vscode.Uri,
  paths: readonly string[],
): Promise<Signature | undefined> {
  const signature = await look(folder, paths);
  // A dossier need not have names.
  const asked = paths.filter((path) => path !== 'names.yaml');
  const seen = new Set(signature.map(([path]) => path));
  const isWhole = asked.every((path) => seen.has(path)) && signature.every(([, mtime]) => mtime !== UNSAVED);
  return isWhole ? signature : undefined;
}

/** The files of a folder, by their paths, that are others than when their signature was taken, came, or are gone. */
export async function changedFiles(
  folder: vscode.Uri,
  paths: readonly string[],
  before: Signature,
): Promise<readonly string[]> {
  const left = new Map(before.map(([path, ...seen]) => [path, seen.join()]));
  const changed: string[] = [];
  for (const [path, ...seen] of await look(folder, paths)) {
    if (left.get(path) !== seen.join()) changed.push(path);
    left.delete(path);
  }
  return [...changed, ...left.keys()];
}

/** Stands for the time of a file that has changes which are not saved. */
const UNSAVED = -1;

/** Times and sizes of those files that are there, by their paths in order. */
export async function look(folder: vscode.Uri, paths: readonly string[]): Promise<Signature> {
  const unsaved = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  const signature: [string, number, number][] = [];
  let next = 0;
  const ask = async (): Promise<void> => {
    while (next < paths.length) {
      const path = paths[next++]!;
      const uri = vscode.Uri.joinPath(folder, path);
      try {
        const { mtime, size } = await platform.statFile(uri);
        signature.push([path, unsaved.has(uri.toString()) ? UNSAVED : mtime, size]);
      } catch {
        // It is gone, or may not be read; that is for who reads it to tell.
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, ask));
  return signature.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
