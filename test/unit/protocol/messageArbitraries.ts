import fc from 'fast-check';
import { READER_STRINGS, type HostMessage, type ReaderStrings } from '../../../src/protocol/hostMessages';
import type { Page, PageOf } from '../../../src/protocol/page';
import type { ReaderMessage, ReaderState } from '../../../src/protocol/readerMessages';
import { address, key, label, object, target, url } from './arbitraries';
import { gonePage } from './pages/gonePage';
import { sectionPage } from './pages/sectionPage';

/** Well-formed pages of each kind. */
const PAGES: { readonly [K in Page['kind']]: fc.Arbitrary<PageOf<K>> } = {
  section: sectionPage,
  gone: gonePage,
};

const strings = fc
  .array(label, { minLength: READER_STRINGS.length, maxLength: READER_STRINGS.length })
  .map((all) => Object.fromEntries(READER_STRINGS.map((name, index) => [name, all[index]])) as ReaderStrings);

type Show = Extract<HostMessage, { type: 'show' }>;

/** Well-formed messages of the host. */
export const hostMessages: fc.Arbitrary<HostMessage> = fc.oneof(
  object<Show>({
    type: fc.constant('show' as const),
    page: fc.oneof(...Object.values(PAGES)),
    address,
    reason: fc.constantFrom('open', 'refresh', 'restore'),
    strings,
  }),
  label.map((said): HostMessage => ({ type: 'announce', text: said })),
);

type Keyed = Extract<ReaderMessage, { key: string }>;

/** Well-formed messages of the reader. */
export const readerMessages: fc.Arbitrary<ReaderMessage> = fc.oneof(
  fc.constant<ReaderMessage>({ type: 'ready' }),
  target.map((to): ReaderMessage => ({ type: 'open', target: to })),
  fc
    .tuple(fc.constantFrom<Keyed['type']>('copyFact', 'insertFact'), key)
    .map(([type, of]): ReaderMessage => ({ type, key: of })),
  url.map((to): ReaderMessage => ({ type: 'openSource', url: to })),
  address.map((at): ReaderMessage => ({ type: 'state', address: at })),
  label.map((reason): ReaderMessage => ({ type: 'rejected', reason })),
);

/** Well-formed states. */
export const readerStates: fc.Arbitrary<ReaderState> = object<ReaderState>({
  address,
  scroll: fc.nat(1_000_000_000),
});
