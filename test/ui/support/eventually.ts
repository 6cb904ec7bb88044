/** How long a condition may take: generous, since two cores may run several suites at once. */
export const patienceMs = 20_000;

const betweenLooksMs = 50;

/**
 * Reads until what was read is accepted, and returns it. Reading may fail meanwhile.
 * @param what the condition in words, for the error
 */
export async function eventually<T>(
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  what: string,
  limitMs = patienceMs,
): Promise<T> {
  const until = Date.now() + limitMs;
  let last: unknown = 'nothing';
  while (Date.now() < until) {
    try {
      const value = await read();
      if (accept(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`${what} did not happen within ${limitMs / 1000} s; last seen: ${seen}`);
}
