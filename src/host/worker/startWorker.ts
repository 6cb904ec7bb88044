import * as vscode from 'vscode';
import type { WorkerAnswer, WorkerRequest } from '../../protocol/worker';

/** A running worker. */
export interface RunningWorker {
  post(message: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  stop(): void;
}

/** What a worker is started with. */
export interface WorkerSetup {
  /** The worker's file in dist/. */
  readonly script: string;
  /** Memory for what lives long, in MiB; that of a web worker is the browser's to bound. */
  readonly heapMb: number;
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** The worker cannot be used any more. `isFull` where it would have needed more memory than it was given. */
  readonly onEnd: (why: string, isFull?: boolean) => void;
}

declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  terminate(): void;
}
declare const Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/**
 * Starts a file of dist/ as a web worker. In the Node host, the build puts startWorkerNode.ts in the place of this file.
 * The script is read through VS Code, since a web extension host starts no worker from an extension's address where
 * extensions are served by a remote.
 */
export async function startWorker(extensionUri: vscode.Uri, setup: WorkerSetup): Promise<RunningWorker> {
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
