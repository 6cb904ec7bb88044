/**
 * Run-time checks for what crosses from one world to the other. A check takes anything, returns a fresh value that
 * holds only what the type names, and gives up at the first thing that is wrong. Everything is bounded, so that no
 * message can keep either end busy or fill its memory.
 */

/** A value that was checked, or why it is not one: `page.sections[3].title: longer than 2000 characters`. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Returns the value as a `T`; where it is none, throws what {@link runCheck} turns into a reason. */
export type Check<T> = (value: unknown, path: string) => T;

/** Characters of a reason at most: it goes to the log, and parts of it come from the message. */
const MAX_REASON = 300;

/** How deep blocks may nest. */
const MAX_DEPTH = 32;

class Malformed extends Error {}

function malformed(path: string, what: string): never {
  throw new Malformed(`${path}: ${what}`.slice(0, MAX_REASON));
}

/** Runs a check. Never throws because of the value. */
export function runCheck<T>(check: Check<T>, value: unknown, path: string): Checked<T> {
  try {
    return { ok: true, value: check(value, path) };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, reason: error.message };
    throw error;
  }
}

/** Text of at most `max` UTF-16 code units. */
export function text(max: number): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') return malformed(path, 'not a string');
    return value.length <= max ? value : malformed(path, `longer than ${max} characters`);
  };
}

/** Text with at least one character. */
export function someText(max: number): Check<string> {
  const isText = text(max);
  return (value, path) => isText(value, path) || malformed(path, 'empty');
}

/** A whole number from `min` to `max`, both included. */
export function whole(min: number, max: number): Check<number> {
  return (value, path) => {
    if (!Number.isSafeInteger(value)) return malformed(path, 'not a whole number');
    const number = value as number;
    return number >= min && number <= max ? number : malformed(path, `not from ${min} to ${max}`);
  };
}

/** Any number but the infinite ones and NaN. */
export const finite: Check<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : malformed(path, 'not a finite number');

/** Base64 of at most `max` characters that begins with `start`. */
export function base64(max: number, start: string): Check<string> {
  return (value, path) => {
    const given = text(max)(value, path);
    return given.startsWith(start) && /^[A-Za-z0-9+/]+={0,2}$/u.test(given)
      ? given
      : malformed(path, `not Base64 that begins with ${start}`);
  };
}

/** `true` or `false`. */
export const flag: Check<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : malformed(path, 'not true or false');

/** An address that opens in a browser: `http:` or `https:` and nothing else. */
export const webAddress: Check<string> = (value, path) => {
  const address = text(4000)(value, path);
  return /^https?:\/\/[^\s<>"]+$/iu.test(address)
    ? address
    : malformed(path, 'not an http: or https: address');
};

/** One of a few strings. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Check<T> {
  return (value, path) =>
    allowed.find((each) => each === value) ?? malformed(path, `none of ${allowed.join(', ')}`);
}

/** An array with at most `max` elements. */
export function list<T>(item: Check<T>, max: number): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return malformed(path, 'not a list');
    if (value.length > max) return malformed(path, `more than ${max} elements`);
    // Not map(): it would pass over holes.
    return Array.from(value, (each: unknown, index) => item(each, `${path}[${index}]`));
  };
}

/** A property that may be absent. `undefined` counts as absent. */
export interface Optional<T> {
  readonly optional: Check<T>;
}

/** Marks a property that may be absent. */
export function maybe<T>(check: Check<T>): Optional<T> {
  return { optional: check };
}

type Shape = Readonly<Record<string, Check<unknown> | Optional<unknown>>>;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends Optional<unknown> ? K : never;
}[keyof S];

/** What a shape of checks describes. */
export type Shaped<S extends Shape> = {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: S[K] extends Check<infer T> ? T : never;
} & {
  readonly [K in OptionalKeys<S>]?: S[K] extends Optional<infer T> ? T : never;
};

/** An object with these properties; others are left out of the result. */
export function record<const S extends Shape>(shape: S): Check<Shaped<S>> {
  const entries = Object.entries(shape);
  return (value, path) => {
    const given = asObject(value, path);
    const checked: Record<string, unknown> = {};
    for (const [key, check] of entries) {
      const property = Object.hasOwn(given, key) ? given[key] : undefined;
      if (typeof check === 'function') checked[key] = check(property, `${path}.${key}`);
      else if (property !== undefined) checked[key] = check.optional(property, `${path}.${key}`);
    }
    return checked as Shaped<S>;
  };
}

/** One of several kinds of object, told apart by a property that holds the name of its check. */
export function variant<const V extends Readonly<Record<string, Check<object>>>, const Tag extends string>(
  tag: Tag,
  variants: V,
): Check<{ [K in keyof V & string]: Readonly<Record<Tag, K>> & ReturnType<V[K]> }[keyof V & string]> {
  return (value, path) => {
    const given = asObject(value, path);
    const name = Object.hasOwn(given, tag) ? given[tag] : undefined;
    if (typeof name !== 'string') return malformed(`${path}.${tag}`, 'not a string');
    const check = Object.hasOwn(variants, name) ? variants[name] : undefined;
    if (!check) return malformed(`${path}.${tag}`, `unknown: ${JSON.stringify(name)}`);
    // The tag was compared with the keys of `variants`, which TypeScript cannot follow.
    return { [tag]: name, ...check(given, path) } as never;
  };
}

/** A check that refers to itself, down to a bounded depth. */
export function nested<T>(make: (inner: Check<T>) => Check<T>): Check<T> {
  const atDepth = (depth: number): Check<T> => {
    let made: Check<T> | undefined;
    return (value, path) => {
      if (depth > MAX_DEPTH) return malformed(path, `nested more than ${MAX_DEPTH} deep`);
      made ??= make(atDepth(depth + 1));
      return made(value, path);
    };
  };
  return atDepth(0);
}

/** Adds a condition that spans several properties. */
export function where<T>(check: Check<T>, holds: (value: T) => boolean, otherwise: string): Check<T> {
  return (value, path) => {
    const checked = check(value, path);
    return holds(checked) ? checked : malformed(path, otherwise);
  };
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return malformed(path, 'not an object');
  }
  return value as Record<string, unknown>;
}
