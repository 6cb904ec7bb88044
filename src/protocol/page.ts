import type { PageKind } from './address';
import { variant, type Check } from './check';
import { checkGonePage, type GonePage } from './pages/gonePage';
import { checkTopicPage, type TopicPage } from './pages/topicPage';

/** A page of any kind: one for each kind of address, and the page for what is not there. */
export type Page = TopicPage | GonePage;

/** The page of one kind. */
export type PageOf<K extends Page['kind']> = Extract<Page, { readonly kind: K }>;

const checks = { topic: checkTopicPage, gone: checkGonePage } satisfies Record<
  PageKind | 'gone',
  Check<object>
>;

export const checkPage: Check<Page> = variant('kind', checks);
