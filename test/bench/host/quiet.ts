/** Waits until the extension host has nothing else to do: ten turns in a row that come when they should. */
export async function quiet(): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (let calm = 0; calm < 10 && performance.now() < deadline;) {
    const start = performance.now();
    await new Promise<void>((resolve) => setTimeout(resolve, 20));
    calm = performance.now() - start < 25 ? calm + 1 : 0;
  }
}
