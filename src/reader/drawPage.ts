import type { GonePage, PagePart, PageSource, SectionPage } from '../protocol/page';
import type { PageContext, ReaderContext } from './context';
import { actionLink, element } from './dom';
import { drawBlocks } from './drawBlocks';
import { drawBreadcrumb, drawPager, drawSections, sectionLink } from './drawNavigation';

/** A drawn page: what goes into the body, and where the focus goes. */
export interface DrawnPage {
  readonly children: readonly HTMLElement[];
  readonly heading: HTMLElement;
}

/** Draws a section with all around it. */
export function drawSectionPage(context: PageContext, hasRoom: MediaQueryList): DrawnPage {
  const { page, strings } = context;
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
    ...(page.sources.length === 0 ? [] : [drawSources(page, context)]),
  );
  const skip = actionLink(() => heading.focus(), { class: 'skip' }, strings.skipToText);
  const frame = element(
    'div',
    { class: 'frame', attributes: { dir: page.direction } },
    element('header', { class: 'top' }, skip, drawBreadcrumb(page, context)),
    drawSections(page, context, hasRoom),
    main,
  );
  return { children: [frame], heading };
}

/** The first part's heading is the page's own. Headings deeper than six levels stay at six. */
function drawPartHeading({ title, level }: PagePart): readonly HTMLElement[] {
  if (level === 1) return [];
  return [element(`h${Math.min(level, 6)}` as 'h2', {}, title)];
}

function drawSources(page: SectionPage, context: PageContext): HTMLElement {
  return element(
    'footer',
    { class: 'sources' },
    element('h2', { id: 'sources' }, context.strings.sources),
    element(
      'ul',
      { attributes: { 'aria-labelledby': 'sources' } },
      ...page.sources.map((source) => element('li', {}, ...drawSource(source, context))),
    ),
  );
}

function drawSource(source: PageSource, context: ReaderContext): readonly (Node | string)[] {
  const parts = [
    drawAddress(source.title, source.url, context),
    ...(source.license === undefined ? [] : [drawAddress(source.license, source.licenseUrl, context)]),
    ...(source.retrieved === undefined ? [] : [source.retrieved]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

function drawAddress(label: string, url: string | undefined, { send }: ReaderContext): Node | string {
  if (url === undefined) return label;
  return actionLink(
    () => send({ type: 'openSource', url }),
    { class: 'link', attributes: { title: url } },
    label,
  );
}

/** Draws the page for a section that is gone. */
export function drawGonePage(page: GonePage, context: ReaderContext): DrawnPage {
  const { strings } = context;
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const links = page.alternatives.map((link) =>
    element(
      'li',
      {},
      sectionLink(link, context, 'link', link.title),
      ...(link.detail === undefined ? [] : [' ', element('span', { class: 'quiet' }, link.detail)]),
    ),
  );
  const { dossier } = page;
  const main = element(
    'main',
    { id: 'text', class: 'gone' },
    heading,
    element('p', {}, page.text),
    ...(links.length === 0 ? [] : [element('h2', {}, strings.alternatives), element('ul', {}, ...links)]),
    ...(dossier === undefined
      ? []
      : [
          element(
            'p',
            {},
            sectionLink(
              dossier,
              context,
              'button',
              strings.backToDossier.replace('{0}', () => dossier.title),
            ),
          ),
        ]),
  );
  return { children: [element('div', { class: 'frame' }, main)], heading };
}
