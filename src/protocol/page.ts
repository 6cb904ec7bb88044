import type { PageKind } from './address';
import { variant, type Check } from './check';
import { checkFiguresPage, type FiguresPage } from './pages/figuresPage';
import { checkGonePage, type GonePage } from './pages/gonePage';
import { checkDossierPage, type DossierPage } from './pages/dossierPage';
import { checkNamePage, type NamePage } from './pages/namePage';
import { checkTimelinePage, type TimelinePage } from './pages/timelinePage';
import { checkTopicPage, type TopicPage } from './pages/topicPage';

/** A page of any kind: one for each kind of address, and the page for what is not there. */
export type Page =
  | TopicPage
  | NamePage
  | DossierPage
  | TimelinePage<'dossierTimeline'>
  | TimelinePage<'topicTimeline'>
  | TimelinePage<'nameTimeline'>
  | FiguresPage
  | GonePage;

/** The page of one kind. */
export type PageOf<K extends Page['kind']> = Extract<Page, { readonly kind: K }>;

const checks = {
  topic: checkTopicPage,
  name: checkNamePage,
  dossier: checkDossierPage,
  dossierTimeline: checkTimelinePage,
  topicTimeline: checkTimelinePage,
  nameTimeline: checkTimelinePage,
  figures: checkFiguresPage,
  gone: checkGonePage,
} satisfies Record<PageKind | 'gone', Check<object>>;

export const checkPage: Check<Page> = variant('kind', checks);
