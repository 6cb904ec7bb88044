import * as vscode from 'vscode';
import { watch } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { platform as system } from 'node:process';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from '../../protocol/worker';
import type { FileTimes, Platform, RunningWorker, WorkerSetup } from './platform';

/** What Node does better than the window. The only file that knows Node. */
export const nodePlatform: Platform = {
  startWorker,
  statFile,
  readBytes,
  replaceFile,
  watchFolder,
  loadLazyFile: (name) => {
    // A path in a variable is left as it is by the build.
    const file = `./lazy/${name}.js`;
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- VS Code hooks it, and `import()` of a CommonJS file would be slower.
    return Promise.resolve().then(() => require(file));
  },
};

/** Gives a worker thread the few functions of a web worker that the files of src/worker/ use, then runs it. */
const BOOTSTRAP = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
require(workerData);
`;

/** Memory for what lives short; V8's own is three times as much, which a worker does not need. */
const YOUNG_MB = 32;

/** Starts a file of dist/ as a worker thread; an extension in this host is on a disk. */
function startWorker(extensionUri: vscode.Uri, setup: WorkerSetup): Promise<RunningWorker> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', setup.script);
  const resourceLimits = { maxOldGenerationSizeMb: setup.heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
  const worker = new Worker(BOOTSTRAP, { eval: true, workerData: file.fsPath, resourceLimits });
  worker.on('message', (answer) => setup.onAnswer(answer as WorkerAnswer));
  worker.on('error', (error) => {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    setup.onEnd(error instanceof Error ? error.message : String(error), isFull);
  });
  worker.on('exit', () => setup.onEnd('it ended'));
  // A window that closes does not wait for it.
  worker.unref();
  return Promise.resolve({
    post: (message, transfer) => worker.postMessage(message, transfer),
    stop: () => void worker.terminate(),
  });
}

/**
 * Files of the disk, without asking the window for each whether their file system is there: a dossier has hundreds, and
 * while a window starts each question takes some 50 ms.
 */
async function statFile(uri: vscode.Uri): Promise<FileTimes> {
  if (uri.scheme !== 'file') return vscode.workspace.fs.stat(uri);
  try {
    const { mtime, size } = await stat(uri.fsPath);
    return { mtime: mtime.getTime(), size };
  } catch (error) {
    throw asFileSystemError(error, uri);
  }
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    if (uri.scheme === 'file') return await readAtOnce(uri.fsPath);
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  } catch (error) {
    throw asFileSystemError(error, uri);
  }
}

/**
 * Node's own `readFile` comes back to this thread, which has much to do while a window starts, for each half megabyte. A file
 * that grows meanwhile is told of by who watches it.
 */
async function readAtOnce(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length);
      if (bytesRead === 0) return bytes.slice(0, length);
      length += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

async function replaceFile(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (from.scheme !== 'file') return vscode.workspace.fs.rename(from, to, { overwrite: true });
  try {
    await rename(from.fsPath, to.fsPath);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Another program has the file open on Windows: VS Code tries for a while.
    if (code === 'EPERM' || code === 'EBUSY') {
      return vscode.workspace.fs.rename(from, to, { overwrite: true });
    }
    throw asFileSystemError(error, from);
  }
}

function asFileSystemError(error: unknown, uri: vscode.Uri): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? vscode.FileSystemError.FileNotFound(uri) : error;
}

/**
 * On Linux VS Code watches each folder by itself, and may never watch one that came right after the folder above it, as
 * when a program makes both or unpacks them. The other systems watch a tree as a whole.
 */
function watchFolder(
  { scheme, fsPath }: vscode.Uri,
  tell: (name: string, isNewOrGone: boolean) => void,
): vscode.Disposable {
  let watcher: ReturnType<typeof watch> | undefined;
  const close = (): void => watcher?.close();
  try {
    if (system !== 'linux' || scheme !== 'file') return new vscode.Disposable(close);
    watcher = watch(fsPath, { persistent: false }, (event, name) => {
      if (name !== null) tell(name, event === 'rename');
    });
    watcher.on('error', close);
  } catch {
    // It is gone again, or the system watches no more: VS Code's watchers are left.
  }
  return new vscode.Disposable(close);
}
