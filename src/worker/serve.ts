import { buffersOf, type DossierParcel } from '../core/pack/parts';
import type { AnswerOf, RequestOf, WorkerAnswer, WorkerRequest } from '../protocol/worker';

/**
 * The worker's side: a web worker's, which the Node host's bootstrap imitates in a worker thread. It does what would
 * hold up the extension host, and nothing else: it has no access to files or to VS Code.
 */
declare const self: {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage(message: WorkerAnswer, transfer?: readonly ArrayBuffer[]): void;
};

/** What a worker does, by method. */
type Methods<Table> = {
  readonly [M in keyof Table]: (
    request: RequestOf<Table, M>,
    tell: (share: number) => void,
  ) => AnswerOf<Table, M> | Promise<AnswerOf<Table, M>>;
};

/** Answers the requests to this worker, from now on. */
export function serve<Table>(methods: Methods<Table>): void {
  self.onmessage = ({ data }) => {
    // The client's types hold that the method is one of the table, with its request.
    const method = methods[data.method as keyof Table] as (
      request: unknown,
      tell: (share: number) => void,
    ) => unknown;
    void answer(data, method);
  };
}

async function answer(
  { id, request }: WorkerRequest,
  method: (request: unknown, tell: (share: number) => void) => unknown,
): Promise<void> {
  try {
    const given = await method(request, progressTeller(id));
    self.postMessage({ id, answer: given }, transferable(given));
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** How often progress is told. */
const TELL_MS = 100;

function progressTeller(id: number): (share: number) => void {
  let toldMs = performance.now();
  return (progress) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < TELL_MS) return;
    toldMs = nowMs;
    self.postMessage({ id, progress });
  };
}

/** The buffers of an answer, which the worker gives away instead of copying them. */
function transferable(given: unknown): ArrayBuffer[] {
  if (given instanceof ArrayBuffer) return [given];
  if (typeof given !== 'object' || given === null || !('parcel' in given) || !given.parcel) return [];
  return buffersOf(given.parcel as DossierParcel);
}
