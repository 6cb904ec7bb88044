import type { PageSource } from '../protocol/pageParts';
import type { ReaderContext } from './context';
import { actionLink, element } from './dom';

/** Draws where the facts of a page come from. */
export function drawSources(sources: readonly PageSource[], context: ReaderContext): HTMLElement {
  return element(
    'footer',
    { class: 'sources' },
    element('h2', { id: 'sources' }, context.strings.sources),
    element(
      'ul',
      { attributes: { 'aria-labelledby': 'sources' } },
      ...sources.map((source) => element('li', {}, ...drawSource(source, context))),
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

/** A name of something on the web, as a link where its address is known. */
function drawAddress(label: string, url: string | undefined, { send }: ReaderContext): Node | string {
  if (url === undefined) return label;
  return actionLink(
    () => send({ type: 'openSource', url }),
    { class: 'link', attributes: { title: url } },
    label,
  );
}
