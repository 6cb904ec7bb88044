import type { PageBase } from '../protocol/pageBase';
import type { Crumb } from '../protocol/pageParts';
import type { ReaderContext } from './context';
import { actionLink, element } from './dom';
import { drawBreadcrumb } from './drawNavigation';

/** What every page with a breadcrumb stands in: the link past it to the text, the breadcrumb, and the page's parts. */
export function drawFrame(
  page: PageBase & { readonly breadcrumb: readonly Crumb[] },
  context: ReaderContext,
  heading: HTMLElement,
  parts: readonly HTMLElement[],
  className = 'frame',
): HTMLElement {
  const skip = actionLink(() => heading.focus(), { class: 'skip' }, context.strings.skipToText);
  const top = element('header', { class: 'top' }, skip, drawBreadcrumb(page.breadcrumb, context));
  return element('div', { class: className, attributes: { dir: page.direction } }, top, ...parts);
}
