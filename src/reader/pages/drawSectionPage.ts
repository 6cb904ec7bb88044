import type { PagePart, SectionPage } from '../../protocol/pages/sectionPage';
import type { FactContext, ReaderContext } from '../context';
import { actionLink, element } from '../dom';
import { drawBlocks } from '../drawBlocks';
import { drawBreadcrumb, drawPager, drawSections } from '../drawNavigation';
import { drawSources } from '../drawSources';
import type { DrawnPage } from './drawPage';

/** Draws a section with all around it. */
export function drawSectionPage(page: SectionPage, reader: ReaderContext): DrawnPage {
  const context: FactContext = { ...reader, names: page.names, sources: page.sources };
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const pager = drawPager(page, context);
  const article = element(
    'article',
    { attributes: { lang: page.language } },
    element(
      'header',
      {},
      heading,
      ...(page.summary === undefined ? [] : [element('p', { class: 'summary' }, page.summary)]),
    ),
    ...page.parts.flatMap((part) => [...drawPartHeading(part), ...drawBlocks(part.blocks, context)]),
  );
  const main = element(
    'main',
    { id: 'text' },
    article,
    ...(pager ? [pager] : []),
    ...(page.sources.length === 0 ? [] : [drawSources(page.sources, context)]),
  );
  const skip = actionLink(() => heading.focus(), { class: 'skip' }, context.strings.skipToText);
  const frame = element(
    'div',
    { class: 'frame', attributes: { dir: page.direction } },
    element('header', { class: 'top' }, skip, drawBreadcrumb(page.breadcrumb, context)),
    drawSections(page, context),
    main,
  );
  return { children: [frame], heading };
}

/** The first part's heading is the page's own. Headings deeper than six levels stay at six. */
function drawPartHeading({ title, level }: PagePart): readonly HTMLElement[] {
  if (level === 1) return [];
  return [element(`h${Math.min(level, 6)}` as 'h2', {}, title)];
}
