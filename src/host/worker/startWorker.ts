import * as vscode from 'vscode';
import type { WorkerAnswer, WorkerRequest } from '../../protocol/worker';

/** A running worker. */
export interface RunningWorker {
  post(message: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  stop(): void;
}

/** What a worker is started with. */
export interface WorkerListeners {
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** The worker cannot be used any more. */
  readonly onEnd: (why: string) => void;
}

declare class Worker {
  constructor(url: string, options?: { readonly name?: string });
  onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  terminate(): void;
}

/** Starts dist/worker.js as a web worker. In the Node host, the build puts startWorkerNode.ts in the place of this file. */
export function startWorker(extensionUri: vscode.Uri, listeners: WorkerListeners): RunningWorker {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js');
  const worker = new Worker(script.toString(true), { name: 'dossier' });
  worker.onmessage = ({ data }) => listeners.onAnswer(data);
  worker.onerror = ({ message }) => listeners.onEnd(message ?? 'it failed');
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    stop: () => worker.terminate(),
  };
}
