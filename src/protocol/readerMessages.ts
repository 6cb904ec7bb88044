import type { Key } from '../core/model';
import type { PinKind } from '../core/pins/pin';
import { checkKey, checkPlace, checkTarget, type Place, type Target } from './address';
import { checkChunkIndex, MAX_CHUNKS } from './body';
import { MAX_CARDS } from './card';
import {
  base64,
  flag,
  list,
  maybe,
  oneOf,
  record,
  runCheck,
  text,
  variant,
  webAddress,
  where,
  whole,
  type Check,
  type Checked,
} from './check';
import { checkHistory, type History } from './history';
import { checkSerial } from './hostMessages';
import { MOST_FIGURES } from './pages/figuresPage';
import { checkTimelineLook, type TimelineLook } from './timelineLook';

/** What the reader sends to the host. */
export type ReaderMessage =
  /** The reader's script runs and waits for its page. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly target: Target }
  /** Opens a source or licence in the browser. */
  | { readonly type: 'openSource'; readonly url: string }
  | { readonly type: 'copyFact'; readonly key: Key }
  | { readonly type: 'copyLink'; readonly key: Key }
  | { readonly type: 'insertFact'; readonly key: Key }
  | { readonly type: 'insertCitation'; readonly key: Key }
  /** Pins something, or takes its pin away. */
  | { readonly type: 'pin'; readonly kind: PinKind; readonly key: Key; readonly isOn: boolean }
  /** A button of the mouse that stands for back or forward. */
  | { readonly type: 'travel'; readonly to: 'back' | 'forward' }
  /** Asks for parts of the text of the page with this number. */
  | { readonly type: 'chunks'; readonly serial: number; readonly indices: readonly number[] }
  /** Asks for the cards of names; `fact` is the one in which they stand. */
  | { readonly type: 'card'; readonly request: number; readonly names: readonly Key[]; readonly fact?: Key }
  /** Asks for all mentions of the name of the page with this number. */
  | { readonly type: 'findMentions'; readonly serial: number }
  /** Opens a mention by its indices in the list that came last. */
  | {
      readonly type: 'openMention';
      readonly serial: number;
      readonly file: number;
      readonly line: number;
    }
  /** The page with this number was scrolled, a fact of it chosen, or a timeline narrowed or zoomed. */
  | {
      readonly type: 'place';
      readonly serial: number;
      readonly place: Place;
      readonly section?: Key;
      readonly fact?: Key;
      readonly look?: TimelineLook;
    }
  /** Puts a chart's figures on the clipboard as CSV. */
  | { readonly type: 'copyChartCsv'; readonly chart: number }
  /** Puts a drawing on the clipboard as the text of an SVG file. */
  | { readonly type: 'copyChartSvg'; readonly svg: string }
  /** Asks where to save a chart: as the drawing (SVG), as a picture (PNG in Base64), or its figures (CSV). */
  | { readonly type: 'saveChart'; readonly chart: number; readonly svg: string; readonly png: string }
  /** A message of the host was not understood: the two ends are not of one build, or there is a bug. */
  | { readonly type: 'rejected'; readonly reason: string };

/** What the reader keeps across reloads of the window. */
export type ReaderState = History;

/** Characters of a drawing at most, as SVG and as a picture in Base64. */
export const MAX_SVG = 2_000_000;
export const MAX_PNG = 8_000_000;
/** How a PNG's signature begins in Base64. */
export const PNG_START = 'iVBORw0KGg';

const chart = whole(0, MOST_FIGURES);
const svg: Check<string> = where(text(MAX_SVG), (given) => given.startsWith('<svg '), 'not a drawing');

const keyed = record({ key: checkKey });

const checkReaderMessage: Check<ReaderMessage> = variant('type', {
  ready: record({}),
  open: record({ target: checkTarget }),
  openSource: record({ url: webAddress }),
  copyFact: keyed,
  copyLink: keyed,
  insertFact: keyed,
  insertCitation: keyed,
  pin: record({ kind: oneOf('fact', 'name', 'section', 'topic'), key: checkKey, isOn: flag }),
  travel: record({ to: oneOf('back', 'forward') }),
  chunks: record({ serial: checkSerial, indices: list(checkChunkIndex, MAX_CHUNKS) }),
  card: record({ request: checkSerial, names: list(checkKey, MAX_CARDS), fact: maybe(checkKey) }),
  findMentions: record({ serial: checkSerial }),
  openMention: record({ serial: checkSerial, file: checkSerial, line: checkSerial }),
  place: record({
    serial: checkSerial,
    place: checkPlace,
    section: maybe(checkKey),
    fact: maybe(checkKey),
    look: maybe(checkTimelineLook),
  }),
  copyChartCsv: record({ chart }),
  copyChartSvg: record({ svg }),
  saveChart: record({ chart, svg, png: base64(MAX_PNG, PNG_START) }),
  rejected: record({ reason: text(1000) }),
});

/** Reads a message from the reader; says why where it is none of the protocol's. */
export function readReaderMessage(value: unknown): Checked<ReaderMessage> {
  return runCheck(checkReaderMessage, value, 'message');
}

/** Reads the state that a panel was kept with; it may be from another version, or from nobody. */
export function readReaderState(value: unknown): Checked<ReaderState> {
  return runCheck(checkHistory, value, 'state');
}
