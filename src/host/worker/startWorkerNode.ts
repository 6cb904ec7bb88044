import * as vscode from 'vscode';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from '../../protocol/worker';
import type { RunningWorker, WorkerListeners } from './startWorker';

/** Gives a worker thread the few functions of a web worker that dist/worker.js uses, then runs it. */
const BOOTSTRAP = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
require(workerData);
`;

/** Starts dist/worker.js as a worker thread. The only place that knows Node; an extension in this host is on a disk. */
export function startWorker(extensionUri: vscode.Uri, listeners: WorkerListeners): Promise<RunningWorker> {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js');
  const worker = new Worker(BOOTSTRAP, { eval: true, workerData: script.fsPath });
  worker.on('message', (answer) => listeners.onAnswer(answer as WorkerAnswer));
  worker.on('error', (error) => listeners.onEnd(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => listeners.onEnd('it ended'));
  // A window that closes does not wait for it.
  worker.unref();
  return Promise.resolve({
    post: (message, transfer) => worker.postMessage(message, transfer),
    stop: () => void worker.terminate(),
  });
}
