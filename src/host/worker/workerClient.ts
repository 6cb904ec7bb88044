import type * as vscode from 'vscode';
import type { AnswerOf, RequestOf, WorkerAnswer, WorkerTable } from '../../protocol/worker';
import { Disposable } from '../disposable';
import { platform, type RunningWorker } from '../platform/platform';

/** A worker without work ends after this time, and gives its memory back. */
const IDLE_MS = 60_000;

/**
 * Memory of a worker for what lives long. V8 would take several times what is in use before it cleans up; where this is
 * too little, the work is done again with more.
 */
const HEAP_MB = 192;
const MOST_HEAP_MB = 3_072;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((share: number) => void) | undefined;
}

export interface AskOptions {
  /** Buffers of the request that the worker may take over; they are empty afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Ends the worker, with all its work, when cancelled: what it does cannot be interrupted otherwise. */
  readonly token?: vscode.CancellationToken | undefined;
  /** Is told now and then how much is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** The work was given up because whoever asked for it cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The worker had too little memory, and the next one has more; what was transferred to it is lost. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/**
 * Does heavy work off the extension host's thread. The worker starts with the first request and ends when it has had
 * nothing to do for a while; a worker that failed is started anew by the next request.
 */
export class WorkerClient<Table = WorkerTable> extends Disposable {
  private worker: Promise<RunningWorker> | undefined;
  private idle!: ReturnType<typeof setTimeout>;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private heapMb = HEAP_MB,
    /** The worker's file in dist/. */
    private readonly script = 'worker.js',
  ) {
    super();
  }

  /**
   * Asks the worker.
   * @throws {Cancelled}
   * @throws {OutOfMemory} where something was transferred, so that only who asks can ask again
   */
  async ask<M extends keyof Table & string>(
    method: M,
    request: RequestOf<Table, M>,
    options: AskOptions = {},
  ): Promise<AnswerOf<Table, M>> {
    for (;;) {
      try {
        return await this.askOnce(method, request, options);
      } catch (error) {
        if (!(error instanceof OutOfMemory) || options.transfer) throw error;
      }
    }
  }

  private async askOnce<M extends keyof Table & string>(
    method: M,
    request: RequestOf<Table, M>,
    { token, transfer = [], onProgress }: AskOptions,
  ): Promise<AnswerOf<Table, M>> {
    if (token?.isCancellationRequested) throw new Cancelled();
    const cancelling = token?.onCancellationRequested(() => this.stop(new Cancelled()));
    try {
      clearTimeout(this.idle);
      const worker = this.running();
      const id = this.next++;
      return await new Promise<AnswerOf<Table, M>>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject, onProgress });
        worker.then(
          (running) => running.post({ id, method, request }, transfer),
          (error: unknown) => {
            this.worker = undefined;
            this.take({ id, error: error instanceof Error ? error.message : String(error) });
          },
        );
      });
    } finally {
      cancelling?.dispose();
      this.rest();
    }
  }

  override dispose(): void {
    this.stop(new Cancelled());
    super.dispose();
  }

  private running(): Promise<RunningWorker> {
    if (this.worker) return this.worker;
    const { heapMb } = this;
    const onEnd = (why: string, isFull = false): void => {
      if (this.worker !== worker) return;
      const canHaveMore = isFull && heapMb < MOST_HEAP_MB;
      if (canHaveMore) this.heapMb = heapMb * 4;
      this.stop(canHaveMore ? new OutOfMemory(why) : new Error(`The worker stopped: ${why}.`));
    };
    const setup = {
      script: this.script,
      heapMb,
      onAnswer: (answer: WorkerAnswer) => this.take(answer),
      onEnd,
    };
    const worker: Promise<RunningWorker> = platform.startWorker(this.extensionUri, setup);
    return (this.worker = worker);
  }

  private take(answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if ('progress' in answer) {
      waiting?.onProgress?.(answer.progress);
      return;
    }
    this.waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.answer as never);
  }

  private rest(): void {
    clearTimeout(this.idle);
    if (this.waiting.size === 0 && this.worker) {
      this.idle = setTimeout(() => this.stop(new Cancelled()), IDLE_MS);
    }
  }

  private stop(why: Error): void {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    // One that never started has told whoever asked.
    worker?.then((running) => running.stop()).catch(() => undefined);
    for (const waiting of this.waiting.values()) waiting.reject(why);
    this.waiting.clear();
  }
}
