import type { Key } from '../core/model';
import type { ReaderStrings } from '../protocol/hostMessages';
import type { PageName, PageSource } from '../protocol/pageParts';
import type { ReaderMessage } from '../protocol/readerMessages';
import type { TimelineLook } from '../protocol/timelineLook';
import type { PinMarks } from './pinMarks';

/** What drawing needs beside the thing to draw. */
export interface ReaderContext {
  readonly strings: ReaderStrings;
  readonly send: (message: ReaderMessage) => void;
  readonly pins: PinMarks;
  /** The fact that was asked for, or chosen before the reader was away. */
  readonly askedFact: string | undefined;
  /** How the page was looked at before, where it is a timeline. */
  readonly look: TimelineLook | undefined;
  /** Tells that it is looked at in another way, which is kept. */
  readonly onLook: () => void;
  /** Makes a fact the current one. */
  readonly choose: (fact: string) => void;
  /** Number of the page, which questions about it carry. */
  readonly serial: number;
  /** Asks the host for parts of the page's text. */
  readonly askForChunks: (indices: readonly number[]) => void;
  /** Whether there is room for something beside the text. */
  readonly hasRoom: MediaQueryList;
}

/** The same, where facts are drawn: what they refer to by index. */
export interface FactContext extends ReaderContext {
  readonly names: readonly PageName[];
  readonly sources: readonly PageSource[];
  /** The fact that is drawn. */
  readonly fact?: Key;
}
