import fc from 'fast-check';
import {
  READER_STRINGS,
  type HostMessage,
  type MentionLine,
  type ReaderStrings,
} from '../../../src/protocol/hostMessages';
import type { Page, PageOf } from '../../../src/protocol/page';
import type { ReaderMessage, ReaderState } from '../../../src/protocol/readerMessages';
import {
  address,
  card,
  chunk,
  few,
  history,
  key,
  label,
  link,
  look,
  object,
  place,
  target,
  url,
} from './arbitraries';
import { dossierPage } from './pages/dossierPage';
import { figuresPage } from './pages/figuresPage';
import { gonePage } from './pages/gonePage';
import { namePage } from './pages/namePage';
import { timelinePage } from './pages/timelinePage';
import { topicPage } from './pages/topicPage';

/** Well-formed pages of each kind. */
const PAGES: { readonly [K in Page['kind']]: fc.Arbitrary<PageOf<K>> } = {
  topic: topicPage,
  name: namePage,
  dossier: dossierPage,
  dossierTimeline: timelinePage('dossierTimeline'),
  topicTimeline: timelinePage('topicTimeline'),
  nameTimeline: timelinePage('nameTimeline'),
  figures: figuresPage,
  gone: gonePage,
};

const strings = fc
  .array(label, { minLength: READER_STRINGS.length, maxLength: READER_STRINGS.length })
  .map((all) => Object.fromEntries(READER_STRINGS.map((name, index) => [name, all[index]])) as ReaderStrings);

type Show = Extract<HostMessage, { type: 'show' }>;
type Go = Extract<HostMessage, { type: 'go' }>;
type Mentions = Extract<HostMessage, { type: 'mentions' }>;

const serial = fc.nat();
const arrival = {
  serial,
  address,
  place,
  reason: fc.constantFrom('open', 'preview', 'return', 'refresh', 'restore'),
  history,
};
const chunks = few(fc.nat(9).chain(chunk));

/** Well-formed messages of the host. */
export const hostMessages: fc.Arbitrary<HostMessage> = fc.oneof(
  object<Show, 'place'>(
    { type: fc.constant('show' as const), ...arrival, page: fc.oneof(...Object.values(PAGES)), strings },
    ['place'],
  ),
  object<Go, 'place'>({ type: fc.constant('go' as const), ...arrival, chunks }, ['place']),
  fc.constantFrom('previous', 'next').map((by): HostMessage => ({ type: 'step', by })),
  fc.tuple(serial, chunks).map(([of, some]): HostMessage => ({ type: 'chunks', serial: of, chunks: some })),
  object<Mentions>({
    type: fc.constant('mentions' as const),
    serial,
    files: few(
      object<Mentions['files'][number]>({
        title: label,
        lines: few(object<MentionLine>({ line: serial, text: label, start: fc.nat(99), end: fc.nat(99) })),
      }),
    ),
    isComplete: fc.boolean(),
  }),
  fc.tuple(serial, few(card)).map(([request, cards]): HostMessage => ({ type: 'card', request, cards })),
  fc.tuple(few(target), few(link)).map(([pinned, latest]): HostMessage => ({
    type: 'pins',
    pinned,
    latest,
  })),
  label.map((said): HostMessage => ({ type: 'announce', text: said })),
);

type Pin = Extract<ReaderMessage, { type: 'pin' }>;
type Keyed = Exclude<Extract<ReaderMessage, { key: string }>, Pin>;
type AskCard = Extract<ReaderMessage, { type: 'card' }>;
type TellPlace = Extract<ReaderMessage, { type: 'place' }>;

/** Well-formed messages of the reader. */
export const readerMessages: fc.Arbitrary<ReaderMessage> = fc.oneof(
  fc.constant<ReaderMessage>({ type: 'ready' }),
  target.map((to): ReaderMessage => ({ type: 'open', target: to })),
  fc
    .tuple(fc.constantFrom<Keyed['type']>('copyFact', 'copyLink', 'insertFact', 'insertCitation'), key)
    .map(([type, of]): ReaderMessage => ({ type, key: of })),
  object<Pin>({
    type: fc.constant('pin' as const),
    kind: fc.constantFrom('fact', 'name', 'section', 'topic'),
    key,
    isOn: fc.boolean(),
  }),
  url.map((to): ReaderMessage => ({ type: 'openSource', url: to })),
  fc.constantFrom('back', 'forward').map((to): ReaderMessage => ({ type: 'travel', to })),
  fc
    .tuple(serial, few(fc.nat(999)))
    .map(([of, indices]): ReaderMessage => ({ type: 'chunks', serial: of, indices })),
  serial.map((of): ReaderMessage => ({ type: 'findMentions', serial: of })),
  fc
    .tuple(serial, serial, serial)
    .map(([of, file, line]): ReaderMessage => ({ type: 'openMention', serial: of, file, line })),
  object<AskCard, 'fact'>(
    { type: fc.constant('card' as const), request: serial, names: few(key), fact: key },
    ['fact'],
  ),
  object<TellPlace, 'section' | 'fact' | 'look'>(
    { type: fc.constant('place' as const), serial, place, section: key, fact: key, look },
    ['section', 'fact', 'look'],
  ),
  fc.nat(2000).map((chart): ReaderMessage => ({ type: 'copyChartCsv', chart })),
  label.map((inner): ReaderMessage => ({ type: 'copyChartSvg', svg: `<svg ${inner}` })),
  fc.tuple(fc.nat(2000), fc.base64String({ maxLength: 40 })).map(([chart, bytes]): ReaderMessage => ({
    type: 'saveChart',
    chart,
    svg: '<svg />',
    png: `iVBORw0KGgo${bytes}`,
  })),
  label.map((reason): ReaderMessage => ({ type: 'rejected', reason })),
);

/** Well-formed states. */
export const readerStates: fc.Arbitrary<ReaderState> = history;
