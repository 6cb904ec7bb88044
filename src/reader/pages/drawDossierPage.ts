import type { DossierPage, TopicLine } from '../../protocol/pages/dossierPage';
import { offerCard } from '../cardOffers';
import type { ReaderContext } from '../context';
import { element } from '../dom';
import { openLink } from '../drawNavigation';
import { SourceList } from '../drawSources';
import type { DrawnPage } from './drawPage';

/** Draws the overview of a dossier: what it is, how old it is, and the ways into it. */
export function drawDossierPage(page: DossierPage, context: ReaderContext): DrawnPage {
  const { strings } = context;
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const sources = new SourceList(context);
  sources.add(page.sources);
  const names = page.names.map(({ name, count }) => {
    const link = openLink({ kind: 'name', key: name.key }, context, `name name-${name.kind}`, name.label);
    offerCard(link, { names: [name.key] });
    return element('li', {}, link, ' ', element('span', { class: 'quietText' }, count));
  });
  const main = element(
    'main',
    { id: 'text', class: 'dossierPage' },
    element(
      'article',
      {},
      element(
        'header',
        {},
        heading,
        ...(page.description === '' ? [] : [element('p', { class: 'summary' }, page.description)]),
        ...page.notes.map((note) => element('p', { class: 'kind' }, note)),
        ...(page.old === undefined ? [] : [element('p', { class: 'old' }, page.old)]),
        element(
          'p',
          {},
          openLink({ kind: 'dossierTimeline', key: page.key }, context, 'button timeline', strings.timeline),
        ),
      ),
    ),
    part('topics', strings.topics, element('ul', { class: 'topicList' }, ...page.topics.map(drawTopic))),
    ...(names.length === 0
      ? []
      : [part('names', strings.mostMentioned, element('ul', { class: 'nameList' }, ...names))]),
    part('pins', strings.latestPins, drawLatestPins(context)),
    sources.element,
  );

  function drawTopic({ link, count, span, old }: TopicLine): HTMLElement {
    const facts = [count, ...(span === undefined ? [] : [span])].join(' · ');
    return element(
      'li',
      {},
      openLink(link, context, 'topicTitle', link.title),
      ...(link.detail === undefined ? [] : [element('p', {}, link.detail)]),
      element('p', { class: 'quietText' }, facts),
      ...(old === undefined ? [] : [element('p', { class: 'old' }, old)]),
    );
  }

  const frame = element('div', { class: 'frame', attributes: { dir: page.direction } }, main);
  return { children: [frame], heading };
}

/** What was pinned last, or that nothing is; kept up to date. */
function drawLatestPins(context: ReaderContext): HTMLElement {
  const { pins, strings } = context;
  const content = element('div', {});
  pins.follow(content, () => {
    const items = pins.latest.map((link) =>
      element(
        'li',
        {},
        openLink(link, context, 'topicTitle', link.title),
        ...(link.detail === undefined ? [] : [element('p', { class: 'quietText' }, link.detail)]),
      ),
    );
    content.replaceChildren(
      items.length === 0
        ? element('p', { class: 'quietText' }, strings.noPins)
        : element('ul', { class: 'topicList' }, ...items),
    );
  });
  return content;
}

function part(id: string, title: string, content: HTMLElement): HTMLElement {
  return element(
    'section',
    { class: 'part', attributes: { 'aria-labelledby': id } },
    element('h2', { id }, title),
    content,
  );
}
