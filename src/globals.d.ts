// The globals that Node and web workers share. The DOM's and Node's own types stay out, so that code which would
// run in one host only does not compile.
declare const performance: { now(): number };
declare function setTimeout(run: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };
/** Decodes Base64 to one character for each byte. */
declare function atob(base64: string): string;
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array | ArrayBuffer): string;
}

/** What nodePlatform.ts uses of Node; the rest of Node stays unknown to the types, as it is absent in a web worker. */
declare function require(path: string): object;
declare module 'node:fs' {
  interface FolderWatcher {
    on(event: 'error', listener: () => void): void;
    close(): void;
  }
  export function watch(
    path: string,
    options: { readonly persistent: false },
    listener: (event: string, name: string | null) => void,
  ): FolderWatcher;
}

declare module 'node:process' {
  export const platform: string;
}

declare module 'node:fs/promises' {
  export function open(path: string): Promise<{
    stat(): Promise<{ readonly size: number }>;
    read(into: Uint8Array, at: number, length: number): Promise<{ readonly bytesRead: number }>;
    close(): Promise<void>;
  }>;
  export function rename(from: string, to: string): Promise<void>;
  export function stat(path: string): Promise<{ readonly mtime: Date; readonly size: number }>;
}

declare module 'node:worker_threads' {
  export class Worker {
    constructor(
      code: string,
      options: {
        readonly eval: true;
        readonly workerData: string;
        readonly resourceLimits: {
          readonly maxOldGenerationSizeMb: number;
          readonly maxYoungGenerationSizeMb: number;
        };
      },
    );
    on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): void;
    postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
    terminate(): Promise<number>;
    unref(): void;
  }
}
