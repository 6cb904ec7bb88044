/** How long work goes on before other work of the extension host has its turn. */
const SLICE_MS = 8;

/** Joins pieces that are made while they are walked through, in turns, so that a long text holds nothing up. */
export async function joinInTurns(pieces: Iterable<string>, isCancelled = () => false): Promise<string> {
  const all: string[] = [];
  let endMs = performance.now() + SLICE_MS;
  for (const piece of pieces) {
    all.push(piece);
    if (performance.now() < endMs) continue;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (isCancelled()) break;
    endMs = performance.now() + SLICE_MS;
  }
  return all.join('');
}
