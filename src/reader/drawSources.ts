import type { PageSource } from '../protocol/pageParts';
import type { ReaderContext } from './context';
import { actionLink, element } from './dom';

/** Where the facts of a page come from: it grows as more of the page is drawn, and is hidden while it is empty. */
export class SourceList {
  readonly element: HTMLElement;
  private readonly list = element('ul', { attributes: { 'aria-labelledby': 'sources' } });
  private readonly known = new Set<string>();

  constructor(private readonly context: ReaderContext) {
    this.element = element(
      'footer',
      { class: 'sources' },
      element('h2', { id: 'sources' }, context.strings.sources),
      this.list,
    );
    this.element.hidden = true;
  }

  /** Adds those that are not in it yet. */
  add(sources: readonly PageSource[]): void {
    for (const source of sources) {
      const identity = JSON.stringify(source);
      if (this.known.has(identity)) continue;
      this.known.add(identity);
      this.list.append(element('li', {}, ...drawSource(source, this.context)));
    }
    this.element.hidden = this.known.size === 0;
  }
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
