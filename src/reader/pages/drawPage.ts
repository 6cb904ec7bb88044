import type { Page, PageOf } from '../../protocol/page';
import type { TimelineLook } from '../../protocol/timelineLook';
import type { ReaderContext } from '../context';
import type { BodyView } from '../bodyView';
import type { SectionList } from '../sectionList';
import type { MentionList } from '../mentionList';
import { drawDossierPage } from './drawDossierPage';
import { drawFiguresPage } from './drawFiguresPage';
import { drawGonePage } from './drawGonePage';
import { drawNamePage } from './drawNamePage';
import { drawTimelinePage } from './drawTimelinePage';
import { drawTopicPage } from './drawTopicPage';

/** A drawn page: what goes into the body, and where the focus goes. */
export interface DrawnPage {
  readonly children: readonly HTMLElement[];
  readonly heading: HTMLElement;
  /** The text, where it comes in chunks. */
  readonly body?: BodyView;
  readonly sections?: SectionList;
  readonly mentions?: MentionList;
  /** How a timeline is looked at now. */
  readonly look?: () => TimelineLook;
}

/** One drawer for each kind of page. A kind with styles of its own imports its style sheet beside its drawer. */
const PAGE_DRAWERS: {
  readonly [K in Page['kind']]: (page: PageOf<K>, context: ReaderContext) => DrawnPage;
} = {
  topic: drawTopicPage,
  name: drawNamePage,
  dossier: drawDossierPage,
  dossierTimeline: drawTimelinePage,
  topicTimeline: drawTimelinePage,
  nameTimeline: drawTimelinePage,
  figures: drawFiguresPage,
  gone: drawGonePage,
};

/** Draws a page of any kind. */
export function drawPage(page: Page, context: ReaderContext): DrawnPage {
  const draw: (page: never, context: ReaderContext) => DrawnPage = PAGE_DRAWERS[page.kind];
  // The table is typed so that the drawer takes just this kind of page, which TypeScript cannot follow.
  return draw(page as never, context);
}
