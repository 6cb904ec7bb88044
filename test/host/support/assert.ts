// Assertions for tests that also run in a web worker, where node:assert does not exist. The same names and order.

/** Fails unless `value` is truthy. */
export function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (value === undefined || value === null || value === false || value === 0 || value === '') {
    throw new Error(`${message}, got ${show(value)}`);
  }
}

/** Fails unless both are the same value, as Object.is tells. */
export function equal<T>(actual: T, expected: T, message = 'values differ'): void {
  if (!Object.is(actual, expected)) {
    throw new Error(`${message}: got ${show(actual)}, expected ${show(expected)}`);
  }
}

/** Fails unless both have the same structure: plain objects, arrays and primitives. */
export function deepEqual<T>(actual: T, expected: T, message = 'values differ'): void {
  const got = show(actual);
  const wanted = show(expected);
  if (got !== wanted) throw new Error(`${message}:\n     got ${got}\nexpected ${wanted}`);
}

/** Fails unless `text` matches. */
export function match(text: string | undefined, pattern: RegExp, message = 'no match'): void {
  if (text === undefined || !pattern.test(text)) {
    throw new Error(`${message}: ${show(text)} does not match ${String(pattern)}`);
  }
}

/** Fails if `text` matches. */
export function doesNotMatch(text: string, pattern: RegExp, message = 'unwanted match'): void {
  if (pattern.test(text)) throw new Error(`${message}: ${show(text)} matches ${String(pattern)}`);
}

/** Fails unless the promise is rejected with an error whose message matches. */
export async function rejects(promise: Thenable<unknown>, pattern: RegExp): Promise<void> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    match(error instanceof Error ? error.message : String(error), pattern, 'rejected with another error');
    return;
  }
  throw new Error(`expected a rejection, got ${show(value)}`);
}

/** The value as text with the keys of objects sorted, so that equal structures are equal texts. */
function show(value: unknown): string {
  if (value === undefined || typeof value === 'function') return typeof value;
  const sorted = (_key: string, part: unknown): unknown => {
    if (part instanceof Map || part instanceof Set) return [...(part as Iterable<unknown>)];
    if (part === undefined) return '(undefined)';
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(value, sorted);
}
