import { checkAddress, type PageAddress } from './address';
import { oneOf, record, runCheck, text, variant, type Check, type Checked } from './check';
import { checkPage, type Page } from './page';

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
  'insertFact',
  'openSource',
  'table',
  'alternatives',
  'backToDossier',
] as const;

export type ReaderStrings = Readonly<Record<(typeof READER_STRINGS)[number], string>>;

/**
 * Why a page is shown. `open`: someone asked for it, so the focus goes to it. `refresh`: the library changed below
 * it. `restore`: the panel came back. The latter two keep the place and leave the focus alone.
 */
export type ShowReason = 'open' | 'refresh' | 'restore';

/** What the host sends to the reader. */
export type HostMessage =
  | {
      readonly type: 'show';
      readonly page: Page;
      /** Where the page is found, with the fact that was asked for. */
      readonly address: PageAddress;
      readonly reason: ShowReason;
      readonly strings: ReaderStrings;
    }
  /** Something to say to those who listen: `Copied with source.` */
  | { readonly type: 'announce'; readonly text: string };

const stringShape = Object.fromEntries(READER_STRINGS.map((key) => [key, text(1000)])) as Record<
  keyof ReaderStrings,
  Check<string>
>;

const checkHostMessage: Check<HostMessage> = variant('type', {
  show: record({
    page: checkPage,
    address: checkAddress,
    reason: oneOf('open', 'refresh', 'restore'),
    strings: record(stringShape),
  }),
  announce: record({ text: text(20_000) }),
});

/** Reads a message from the host; says why where it is none of the protocol's. */
export function readHostMessage(value: unknown): Checked<HostMessage> {
  return runCheck(checkHostMessage, value, 'message');
}
