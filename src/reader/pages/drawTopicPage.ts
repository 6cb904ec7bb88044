import type { PageSource } from '../../protocol/pageParts';
import type { TopicPage } from '../../protocol/pages/topicPage';
import { BodyView } from '../bodyView';
import type { ReaderContext } from '../context';
import { element } from '../dom';
import { drawFrame } from '../drawFrame';
import { drawPager } from '../drawNavigation';
import { SourceList } from '../drawSources';
import { SectionList } from '../sectionList';
import type { DrawnPage } from './drawPage';

/** Draws a topic with all around it. */
export function drawTopicPage(page: TopicPage, context: ReaderContext): DrawnPage {
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const pager = drawPager(page, context);
  const sources = new SourceList(context);
  const body = new BodyView(page.body, context, (found: readonly PageSource[]) => sources.add(found));
  const sections = new SectionList(page, context);
  const article = element(
    'article',
    { attributes: { lang: page.language } },
    element(
      'header',
      {},
      heading,
      ...(page.summary === undefined ? [] : [element('p', { class: 'summary' }, page.summary)]),
    ),
    body.element,
  );
  const main = element('main', { id: 'text' }, article, ...(pager ? [pager] : []), sources.element);
  const frame = drawFrame(page, context, heading, [sections.element, main]);
  return { children: [frame], heading, body, sections };
}
