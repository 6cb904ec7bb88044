import type { PageLink, SectionLink, SectionPage } from '../protocol/page';
import type { ReaderContext } from './context';
import { actionLink, element } from './dom';

/** A link to a section. */
export function sectionLink(
  link: { readonly key: string },
  context: ReaderContext,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  return actionLink(
    () => context.send({ type: 'openSection', key: link.key }),
    { class: className },
    ...children,
  );
}

/** Draws where the page is: dossier, topic, sections around, and the page itself. */
export function drawBreadcrumb(page: SectionPage, context: ReaderContext): HTMLElement {
  const steps = page.breadcrumb.map(({ key, title }) =>
    element(
      'li',
      {},
      key === undefined
        ? element('span', { attributes: { 'aria-current': 'page' } }, title)
        : sectionLink({ key }, context, 'crumb', title),
    ),
  );
  return element(
    'nav',
    { class: 'breadcrumb', attributes: { 'aria-label': context.strings.breadcrumb } },
    element('ol', {}, ...steps),
  );
}

/**
 * Draws the list of the topic's sections. In a narrow panel it folds away above the text; where there is room it
 * stands beside it and is always open.
 */
export function drawSections(
  page: SectionPage,
  context: ReaderContext,
  hasRoom: MediaQueryList,
): HTMLElement {
  const links = page.sections.map((link) => {
    const drawn = sectionLink(link, context, 'section', link.title);
    if (link.key === page.key) drawn.setAttribute('aria-current', 'page');
    return drawn;
  });
  const details = element(
    'details',
    {},
    element('summary', {}, context.strings.sections),
    element('p', { class: 'sectionsTitle' }, page.topicTitle),
    nestLinks(page.sections, links),
  );
  const fit = (): void => {
    details.open = hasRoom.matches;
  };
  fit();
  hasRoom.onchange = fit;
  return element(
    'nav',
    { class: 'sections', attributes: { 'aria-label': context.strings.sections } },
    details,
  );
}

/** Makes nested lists of links by the depths of their sections. */
function nestLinks(sections: readonly SectionLink[], links: readonly HTMLElement[]): HTMLElement {
  const root = element('ol');
  const open: { readonly depth: number; readonly list: HTMLElement }[] = [{ depth: 0, list: root }];
  links.forEach((link, index) => {
    const { depth } = sections[index]!;
    while (open.length > 1 && open.at(-1)!.depth >= depth) open.pop();
    const around = open.at(-1)!.list;
    const item = element('li', {}, link);
    if (around === root) root.append(item);
    else {
      // The list inside an item is made when its first link comes.
      const inner = around.querySelector(':scope > ol') ?? around.appendChild(element('ol'));
      inner.append(item);
    }
    open.push({ depth, list: item });
  });
  return root;
}

/** Draws the way to the sections before and after; `undefined` where there are none. */
export function drawPager(page: SectionPage, context: ReaderContext): HTMLElement | undefined {
  const { previous, next } = page;
  const { strings } = context;
  if (!previous && !next) return undefined;
  return element(
    'nav',
    { class: 'pager', attributes: { 'aria-label': strings.previousAndNext } },
    ...(previous ? [drawStep(previous, strings.previous, 'previous', context)] : []),
    ...(next ? [drawStep(next, strings.next, 'next', context)] : []),
  );
}

function drawStep(link: PageLink, way: string, className: string, context: ReaderContext): HTMLElement {
  return sectionLink(
    link,
    context,
    `step ${className}`,
    element('span', { class: 'stepWay' }, way),
    ' ',
    element('span', { class: 'stepTitle' }, link.title),
    ...(link.detail === undefined ? [] : [' ', element('span', { class: 'stepDetail' }, link.detail)]),
  );
}
