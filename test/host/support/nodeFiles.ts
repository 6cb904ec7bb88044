import type * as nodeFs from 'node:fs';
import * as vscode from 'vscode';

export type NodeFiles = typeof nodeFs;

/** Node's own file system, in the Node host with files on a disk: for what VS Code's cannot make, or another program does. */
export function nodeFiles(): NodeFiles | undefined {
  if (vscode.workspace.workspaceFolders?.[0]?.uri.scheme !== 'file') return undefined;
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.('node:fs') as NodeFiles | undefined;
}
