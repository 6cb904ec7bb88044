import type { Key } from '../core/model';
import type { SectionLink, TopicPage } from '../protocol/pages/topicPage';
import type { ReaderContext } from './context';
import { element } from './dom';
import { openLink } from './drawNavigation';

/**
 * The list of a topic's sections, in which the one that is read is marked. Where there is room it stands beside the text
 * and is always open; in a narrow panel it folds into a line that stays in view and names the section.
 */
export class SectionList {
  readonly element: HTMLElement;
  private readonly links: ReadonlyMap<Key, HTMLElement>;
  private readonly here = element('span', { class: 'here' });
  private readonly scroller: HTMLElement;
  private current: Key | undefined;

  constructor(
    private readonly page: TopicPage,
    { strings, hasRoom, ...context }: ReaderContext,
  ) {
    const all = page.sections.map((link) =>
      openLink(link, { strings, hasRoom, ...context }, 'section', link.title),
    );
    this.links = new Map(page.sections.map(({ key }, index) => [key, all[index]!]));
    const views = element(
      'ul',
      { class: 'views' },
      ...(
        [
          ['topicTimeline', strings.timeline, page.hasDates],
          ['figures', strings.figures, page.hasFigures],
        ] as const
      )
        .filter(([, , isThere]) => isThere)
        .map(([kind, title]) =>
          element(
            'li',
            {},
            openLink({ kind, key: page.key }, { strings, hasRoom, ...context }, 'section', title),
          ),
        ),
    );
    this.scroller = element('div', { class: 'sectionsScroll' }, nestLinks(page.sections, all), views);
    const details = element(
      'details',
      {},
      element('summary', {}, strings.sections, ' ', this.here),
      element('p', { class: 'sectionsTitle' }, page.title),
      this.scroller,
    );
    const fit = (): void => {
      details.open = hasRoom.matches;
    };
    fit();
    hasRoom.onchange = fit;
    this.scroller.addEventListener('click', fit);
    this.element = element(
      'nav',
      { class: 'sections', attributes: { 'aria-label': strings.sections } },
      details,
    );
  }

  /** Marks a section as the one that is read; without one, the first. */
  mark(section: Key | undefined): void {
    const key = section ?? this.page.sections[0]?.key;
    if (key === undefined || key === this.current) return;
    if (this.current !== undefined) this.links.get(this.current)?.removeAttribute('aria-current');
    this.current = key;
    const link = this.links.get(key);
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    this.here.textContent = link.textContent;
    this.reveal(link);
  }

  /** The section that is marked. */
  get marked(): Key | undefined {
    return this.current;
  }

  /** The section before or after the one that is marked; `undefined` at the ends. */
  beside(by: 'previous' | 'next'): SectionLink | undefined {
    const { sections } = this.page;
    const at = sections.findIndex(({ key }) => key === this.current);
    return sections[at + (by === 'next' ? 1 : -1)];
  }

  /** Chunk in which a section begins. */
  chunkOf(section: Key): number | undefined {
    return this.page.sections.find(({ key }) => key === section)?.chunk;
  }

  /** Scrolls the list, and nothing around it. */
  private reveal(link: HTMLElement): void {
    const { scroller } = this;
    const top = link.offsetTop - scroller.offsetTop;
    if (top < scroller.scrollTop || top + link.offsetHeight > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top - scroller.clientHeight / 2;
    }
  }
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
