import * as vscode from 'vscode';
import { readFile, stat } from 'node:fs/promises';
import type { FileTimes } from './files';

/**
 * Files of the disk, without asking the window for each whether their file system is there: a dossier has hundreds, and
 * while a window starts each question takes some 50 ms.
 */
export async function statFile(uri: vscode.Uri): Promise<FileTimes> {
  if (uri.scheme !== 'file') return vscode.workspace.fs.stat(uri);
  try {
    const { mtime, size } = await stat(uri.fsPath);
    return { mtime: mtime.getTime(), size };
  } catch (error) {
    throw asFileSystemError(error, uri);
  }
}

export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    const bytes = await (uri.scheme === 'file' ? readFile(uri.fsPath) : vscode.workspace.fs.readFile(uri));
    // What Node reads can be a piece of a larger buffer.
    return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  } catch (error) {
    throw asFileSystemError(error, uri);
  }
}

function asFileSystemError(error: unknown, uri: vscode.Uri): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? vscode.FileSystemError.FileNotFound(uri) : error;
}
