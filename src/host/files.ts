import * as vscode from 'vscode';

/** When a file was last written, in ms since 1970, and its bytes. */
export interface FileTimes {
  readonly mtime: number;
  readonly size: number;
}

/** @throws {vscode.FileSystemError} `FileNotFound` where there is none */
export async function statFile(uri: vscode.Uri): Promise<FileTimes> {
  return vscode.workspace.fs.stat(uri);
}

/**
 * The bytes of a file, in a buffer that nothing else shares. In the Node host, the build puts filesNode.ts in the place of
 * this file.
 * @throws {vscode.FileSystemError} `FileNotFound` where there is none
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
