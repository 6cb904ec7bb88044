import type { ReaderStrings } from '../protocol/hostMessages';
import type { SectionPage } from '../protocol/page';
import type { ReaderMessage } from '../protocol/readerMessages';

/** What drawing needs beside the thing to draw. */
export interface ReaderContext {
  readonly strings: ReaderStrings;
  readonly send: (message: ReaderMessage) => void;
  /** Makes a fact the current one. */
  readonly choose: (fact: string) => void;
}

/** The same, on a page with facts. */
export interface PageContext extends ReaderContext {
  readonly page: SectionPage;
}
