/** How long work goes on before other work of the extension host has its turn. */
const SLICE_MS = 8;

/** Lets other work of the extension host have its turn now and then, in work that goes on for long. */
export class Turns {
  private endMs = performance.now() + SLICE_MS;

  /** Waits for the others' turn where this one has taken its time. */
  async next(): Promise<void> {
    if (performance.now() < this.endMs) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.endMs = performance.now() + SLICE_MS;
  }
}

/** Goes through work that is done in steps, in turns, and gives what it comes to. */
export async function finishInTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  const turns = new Turns();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turns.next();
  }
}

/**
 * Walks through what is made while one walks, in turns: `each` is called for every item until it returns `false`.
 */
export async function eachInTurns<T>(items: Iterable<T>, each: (item: T) => boolean): Promise<void> {
  const turns = new Turns();
  for (const item of items) {
    if (!each(item)) return;
    await turns.next();
  }
}

/** Joins pieces that are made while they are walked through, in turns, so that a long text holds nothing up. */
export async function joinInTurns(pieces: Iterable<string>, isCancelled = () => false): Promise<string> {
  const all: string[] = [];
  const turns = new Turns();
  for (const piece of pieces) {
    all.push(piece);
    await turns.next();
    if (isCancelled()) break;
  }
  return all.join('');
}
