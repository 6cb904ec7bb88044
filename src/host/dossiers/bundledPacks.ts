import type * as vscode from 'vscode';
import { filesOfPack, hashFiles, readPack, type Pack } from '../../core/format/pack';
import { readFiles } from './folderFiles';

/** The pack that the build made of a bundled dossier; nothing is parsed, no file is read. */
export async function bundledPack(folder: vscode.Uri): Promise<Pack | undefined> {
  const { packs } = await import('../lazy/packs');
  return readPack(packs[folder.path.slice(folder.path.lastIndexOf('/') + 1)] ?? '');
}

/** Whether the files of a folder are those that a pack was made from: a bundled dossier can be edited, or damaged. */
export async function isMadeFrom(pack: Pack, folder: vscode.Uri): Promise<boolean> {
  const { files, problems } = await readFiles(folder, filesOfPack(pack));
  const present = files.flatMap(([path, bytes]): [string, Uint8Array][] => (bytes ? [[path, bytes]] : []));
  return problems.length === 0 && hashFiles(new Map(present)) === pack.hash;
}
