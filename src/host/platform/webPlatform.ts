import * as vscode from 'vscode';
import type { WorkerAnswer } from '../../protocol/worker';
import type { Platform, RunningWorker, WorkerSetup } from './platform';

declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  terminate(): void;
}
declare const Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/** What runs in a web worker, and in any host. */
export const webPlatform: Platform = {
  startWorker,
  statFile: async (uri) => vscode.workspace.fs.stat(uri),
  readBytes: async (uri) => {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  },
  replaceFile: async (from, to) => vscode.workspace.fs.rename(from, to, { overwrite: true }),
  watchFolder: () => new vscode.Disposable(() => undefined),
  loadLazyFile,
};

/**
 * Starts a file of dist/ as a web worker. The script is read through VS Code, since a web extension host starts no worker from
 * an extension's address where extensions are served by a remote.
 */
async function startWorker(extensionUri: vscode.Uri, setup: WorkerSetup): Promise<RunningWorker> {
  const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', setup.script));
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'dossier' });
  worker.onmessage = ({ data }) => setup.onAnswer(data);
  worker.onerror = ({ message }) => setup.onEnd(message ?? 'it failed');
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

const loaded = new Map<string, Promise<object>>();

/**
 * A web extension host loads one file for an extension and offers no way to load another, so the file is evaluated as the
 * host evaluates the extension itself.
 */
function loadLazyFile(name: string): Promise<object> {
  let loading = loaded.get(name);
  if (!loading) {
    loading = evaluateFile(name).catch((error: unknown) => {
      // The next use tries again.
      loaded.delete(name);
      throw error;
    });
    loaded.set(name, loading);
  }
  return loading;
}

async function evaluateFile(name: string): Promise<object> {
  const { extensionUri } = vscode.extensions.getExtension('dossier.dossier')!;
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'dist', 'lazy', `${name}.js`),
  );
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- A file of the extension itself, as CommonJS.
  const evaluate = new Function('module', 'exports', 'require', new TextDecoder().decode(bytes)) as (
    module: { exports: object },
    exports: object,
    require: () => object,
  ) => void;
  evaluate(module, module.exports, () => vscode);
  return module.exports;
}
