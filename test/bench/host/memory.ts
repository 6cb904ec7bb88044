import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Frees what nothing refers to. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  // What one collection only marks, the next one frees.
  for (let i = 0; i < 3; i++) (runInNewContext('gc') as () => void)();
}

/** What this thread holds after a collection, in MiB. */
export function memoryMiB(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  // Typed arrays lie outside the heap.
  return (heapUsed + external) / 2 ** 20;
}
