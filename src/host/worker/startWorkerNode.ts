import * as vscode from 'vscode';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from '../../protocol/worker';
import type { RunningWorker, WorkerSetup } from './startWorker';

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

/** Starts a file of dist/ as a worker thread. The only place that knows Node; an extension in this host is on a disk. */
export function startWorker(extensionUri: vscode.Uri, setup: WorkerSetup): Promise<RunningWorker> {
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
