import type { GonePage } from '../../protocol/pages/gonePage';
import type { ReaderContext } from '../context';
import { element } from '../dom';
import { openLink } from '../drawNavigation';
import type { DrawnPage } from './drawPage';

/** Draws the page for something that is gone. */
export function drawGonePage(page: GonePage, context: ReaderContext): DrawnPage {
  const { strings } = context;
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const links = page.alternatives.map((link) =>
    element(
      'li',
      {},
      openLink(link, context, 'link', link.title),
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
            openLink(
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
