import type { Key } from '../core/model';
import { checkAddress, checkKey, checkTarget, type PageAddress, type Target } from './address';
import { record, runCheck, text, variant, webAddress, whole, type Check, type Checked } from './check';

/** What the reader sends to the host. */
export type ReaderMessage =
  /** The reader's script runs and waits for its page. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly target: Target }
  /** Opens a source or licence in the browser. */
  | { readonly type: 'openSource'; readonly url: string }
  | { readonly type: 'copyFact'; readonly key: Key }
  | { readonly type: 'insertFact'; readonly key: Key }
  /** The reading place changed without the host: a fact was chosen. */
  | { readonly type: 'state'; readonly address: PageAddress }
  /** A message of the host was not understood: the two ends are not of one build, or there is a bug. */
  | { readonly type: 'rejected'; readonly reason: string };

/** What the reader keeps across reloads of the window. */
export interface ReaderState {
  readonly address: PageAddress;
  /** Distance from the top, in CSS pixels. */
  readonly scroll: number;
}

const keyed = record({ key: checkKey });

const checkReaderMessage: Check<ReaderMessage> = variant('type', {
  ready: record({}),
  open: record({ target: checkTarget }),
  openSource: record({ url: webAddress }),
  copyFact: keyed,
  insertFact: keyed,
  state: record({ address: checkAddress }),
  rejected: record({ reason: text(1000) }),
});

const checkReaderState: Check<ReaderState> = record({
  address: checkAddress,
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
