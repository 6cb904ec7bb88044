import type { Target } from '../protocol/address';
import type { Crumb, PageLink } from '../protocol/pageParts';
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

/** Draws the way to the topics before and after; `undefined` where there are none. */
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
