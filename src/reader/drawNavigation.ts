import type { Target } from '../protocol/address';
import type { Crumb, PageLink } from '../protocol/pageParts';
import type { SectionLink, SectionPage } from '../protocol/pages/sectionPage';
import type { ReaderContext } from './context';
import { actionLink, element } from './dom';

/** A link to something that can be opened. */
export function openLink(
  { kind, key }: Target,
  context: ReaderContext,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  return actionLink(
    () => context.send({ type: 'open', target: { kind, key } }),
    { class: className },
    ...children,
  );
}

/** Draws where the page is: dossier, topic, sections around, and the page itself. */
export function drawBreadcrumb(breadcrumb: readonly Crumb[], context: ReaderContext): HTMLElement {
  const steps = breadcrumb.map(({ to, title }) =>
    element(
      'li',
      {},
      to === undefined
        ? element('span', { attributes: { 'aria-current': 'page' } }, title)
        : openLink(to, context, 'crumb', title),
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
export function drawSections(page: SectionPage, context: ReaderContext): HTMLElement {
  const { hasRoom } = context;
  const links = page.sections.map((link) => {
    const drawn = openLink(link, context, 'section', link.title);
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
export function drawPager(
  { previous, next }: { readonly previous?: PageLink; readonly next?: PageLink },
  context: ReaderContext,
): HTMLElement | undefined {
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
  return openLink(
    link,
    context,
    `step ${className}`,
    element('span', { class: 'stepWay' }, way),
    ' ',
    element('span', { class: 'stepTitle' }, link.title),
    ...(link.detail === undefined ? [] : [' ', element('span', { class: 'stepDetail' }, link.detail)]),
  );
}
