import { checkAddress, checkPlace, checkTarget, type PageAddress, type Place, type Target } from './address';
import { checkChunks, type Chunk } from './body';
import { checkCards, type PageCard } from './card';
import {
  flag,
  list,
  maybe,
  oneOf,
  record,
  runCheck,
  text,
  variant,
  whole,
  type Check,
  type Checked,
} from './check';
import { FIGURE_STRINGS } from './figureStrings';
import { checkHistory, type History } from './history';
import { checkPage, type Page } from './page';
import { checkLink, type PageLink } from './pageParts';
import { TIMELINE_STRINGS } from './timelineStrings';

/** The words of the reader itself, in the user's language; the reader has none of its own. */
export const READER_STRINGS = [
  'skipToText',
  'breadcrumb',
  'sections',
  'previousAndNext',
  'previous',
  'next',
  'sources',
  'factActions',
  'copyFact',
  'copyLink',
  'insertFact',
  'insertCitation',
  'pin',
  'unpin',
  'pinned',
  'openSource',
  'table',
  'alternatives',
  'backToDossier',
  'noFacts',
  'source',
  'alsoCalled',
  'facts',
  'sharing',
  'mentions',
  'noMentions',
  'noMentionsYet',
  'lookInFiles',
  'looking',
  'topics',
  'mostMentioned',
  'latestPins',
  'noPins',
  ...TIMELINE_STRINGS,
  ...FIGURE_STRINGS,
] as const;

export type ReaderStrings = Readonly<Record<(typeof READER_STRINGS)[number], string>>;

/**
 * Why a page is shown. `open`: someone asked for it, so the focus goes to it. `return`: someone went back or forward to
 * it, to where it was left. `refresh`: the library changed below it. `restore`: the panel came back. The latter two keep
 * the place and leave the focus alone. `preview`: someone looks at it in passing and stays where they are: the page goes to
 * the place, the focus does not.
 */
export type ShowReason = 'open' | 'preview' | 'return' | 'refresh' | 'restore';

/** Where on a page to go. */
export interface Arrival {
  /** Number of the page: another for each that is sent. */
  readonly serial: number;
  /** Where the page is found, with the section and the fact that were asked for. */
  readonly address: PageAddress;
  /** Where the page was left, to be found again there. */
  readonly place?: Place;
  readonly reason: ShowReason;
  /** What the reader keeps for the host across reloads of the window. */
  readonly history: History;
}

/** A line that mentions the name of the page; `start` and `end` say where in `text`. */
export interface MentionLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the workspace mentions the name of the page with this number. */
export interface MentionsMessage {
  readonly type: 'mentions';
  readonly serial: number;
  readonly files: readonly { readonly title: string; readonly lines: readonly MentionLine[] }[];
  /** Whether all files were looked at, or only the open ones. */
  readonly isComplete: boolean;
}

/** Mentions that a page lists at most. */
export const MAX_MENTIONS = 500;

/** Pins at most. */
const MAX_PINS = 10_000;
/** Pins that an overview lists at most. */
export const MAX_LATEST_PINS = 5;

/** What the host sends to the reader. */
export type HostMessage =
  | (Arrival & { readonly type: 'show'; readonly page: Page; readonly strings: ReaderStrings })
  /** Goes elsewhere on the page that is shown; the chunk that is needed for it comes along. */
  | (Arrival & { readonly type: 'go'; readonly chunks: readonly Chunk[] })
  /** Goes to the section before or after the one that is read. */
  | { readonly type: 'step'; readonly by: 'previous' | 'next' }
  /** What the reader asked for. */
  | { readonly type: 'chunks'; readonly serial: number; readonly chunks: readonly Chunk[] }
  | MentionsMessage
  /** What is pinned; sent after each page, and when it changes. */
  | {
      readonly type: 'pins';
      readonly pinned: readonly Target[];
      /** What of the dossier was pinned last, where the page is its overview. */
      readonly latest: readonly PageLink[];
    }
  | { readonly type: 'card'; readonly request: number; readonly cards: readonly PageCard[] }
  /** Something to say to those who listen: `Copied with source.` */
  | { readonly type: 'announce'; readonly text: string };

const stringShape = Object.fromEntries(READER_STRINGS.map((key) => [key, text(1000)])) as Record<
  keyof ReaderStrings,
  Check<string>
>;

/** A number that goes up by one each time. */
export const checkSerial = whole(0, Number.MAX_SAFE_INTEGER);

const arrivalShape = {
  serial: checkSerial,
  address: checkAddress,
  place: maybe(checkPlace),
  reason: oneOf('open', 'preview', 'return', 'refresh', 'restore'),
  history: checkHistory,
};

const checkHostMessage: Check<HostMessage> = variant('type', {
  show: record({ ...arrivalShape, page: checkPage, strings: record(stringShape) }),
  go: record({ ...arrivalShape, chunks: checkChunks }),
  step: record({ by: oneOf('previous', 'next') }),
  chunks: record({ serial: checkSerial, chunks: checkChunks }),
  mentions: record({
    serial: checkSerial,
    files: list(
      record({
        title: text(10_000),
        lines: list(
          record({ line: checkSerial, text: text(2000), start: whole(0, 2000), end: whole(0, 2000) }),
          MAX_MENTIONS,
        ),
      }),
      MAX_MENTIONS,
    ),
    isComplete: flag,
  }),
  pins: record({ pinned: list(checkTarget, MAX_PINS), latest: list(checkLink, MAX_LATEST_PINS) }),
  card: record({ request: checkSerial, cards: checkCards }),
  announce: record({ text: text(20_000) }),
});

/** Reads a message from the host; says why where it is none of the protocol's. */
export function readHostMessage(value: unknown): Checked<HostMessage> {
  return runCheck(checkHostMessage, value, 'message');
}
