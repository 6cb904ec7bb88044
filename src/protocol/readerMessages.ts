import type { Key } from '../core/model';
import { maybe, record, runCheck, text, variant, webAddress, whole, type Check, type Checked } from './check';
import { checkKey } from './page';

/** What the reader sends to the host. */
export type ReaderMessage =
  /** The reader's script runs and waits for its page. */
  | { readonly type: 'ready' }
  | { readonly type: 'openSection'; readonly key: Key }
  | { readonly type: 'openFact'; readonly key: Key }
  /** Shows all facts of a name. */
  | { readonly type: 'openName'; readonly key: Key }
  /** Opens a source or licence in the browser. */
  | { readonly type: 'openSource'; readonly url: string }
  | { readonly type: 'copyFact'; readonly key: Key }
  | { readonly type: 'insertFact'; readonly key: Key }
  /** The reading place changed without the host: a fact was chosen. */
  | { readonly type: 'state'; readonly section: Key; readonly fact?: Key }
  /** A message of the host was not understood: the two ends are not of one build, or there is a bug. */
  | { readonly type: 'rejected'; readonly reason: string };

/** What the reader keeps across reloads of the window. */
export interface ReaderState {
  readonly section: Key;
  readonly fact?: Key;
  /** Distance from the top, in CSS pixels. */
  readonly scroll: number;
}

const keyed = record({ key: checkKey });

const checkReaderMessage: Check<ReaderMessage> = variant('type', {
  ready: record({}),
  openSection: keyed,
  openFact: keyed,
  openName: keyed,
  openSource: record({ url: webAddress }),
  copyFact: keyed,
  insertFact: keyed,
  state: record({ section: checkKey, fact: maybe(checkKey) }),
  rejected: record({ reason: text(1000) }),
});

const checkReaderState: Check<ReaderState> = record({
  section: checkKey,
  fact: maybe(checkKey),
  scroll: whole(0, 1_000_000_000),
});

/** Reads a message from the reader; says why where it is none of the protocol's. */
export function readReaderMessage(value: unknown): Checked<ReaderMessage> {
  return runCheck(checkReaderMessage, value, 'message');
}

/** Reads the state that a panel was kept with; it may be from another version, or from nobody. */
export function readReaderState(value: unknown): Checked<ReaderState> {
  return runCheck(checkReaderState, value, 'state');
}
