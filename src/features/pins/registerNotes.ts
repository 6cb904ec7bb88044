import * as vscode from 'vscode';
import type { Pinned } from './lazy/pinned';
import type { NoteFiles } from './noteFiles';
import { NOTE_SCHEME } from './noteScheme';

/** Registers the notes of pins as files of a scheme of their own. Editors that are restored ask for theirs at once. */
export function registerNotes(pinned: () => Promise<Pinned>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let following: vscode.Disposable | undefined;
  const notes = async (): Promise<NoteFiles> => {
    const files = (await pinned()).notes;
    following ??= files.onDidChangeFile((events) => changed.fire(events));
    return files;
  };
  const never = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => (await notes()).stat(uri),
    readFile: async (uri) => (await notes()).read(uri),
    writeFile: async (uri, bytes) => (await notes()).write(uri, bytes),
    readDirectory: () => [],
    createDirectory: never,
    delete: never,
    rename: never,
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerFileSystemProvider(NOTE_SCHEME, provider, { isCaseSensitive: true }),
    { dispose: () => void following?.dispose() },
  );
}
