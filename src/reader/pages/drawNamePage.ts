import type { NamePage, SharingName } from '../../protocol/pages/namePage';
import { BodyView } from '../bodyView';
import { offerCard } from '../cardOffers';
import type { ReaderContext } from '../context';
import { element } from '../dom';
import { drawFrame } from '../drawFrame';
import { openLink } from '../drawNavigation';
import { SourceList } from '../drawSources';
import { MentionList } from '../mentionList';
import type { DrawnPage } from './drawPage';

/** Draws a name with all that is known of it. */
export function drawNamePage(page: NamePage, context: ReaderContext): DrawnPage {
  const { strings } = context;
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const sources = new SourceList(context);
  sources.add(page.sources);
  const body = new BodyView(page.body, context, (found) => sources.add(found));
  const mentions = new MentionList(context);
  const article = element(
    'article',
    {},
    element(
      'header',
      {},
      heading,
      element('p', { class: 'kind' }, `${page.kindLabel} · ${page.factCount}`),
      ...(page.description === '' ? [] : [element('p', { class: 'summary' }, page.description)]),
      ...drawForms(page, context),
      element(
        'p',
        {},
        openLink({ kind: 'nameTimeline', key: page.key }, context, 'button timeline', strings.timeline),
        ' ',
        context.pins.button('name', page.key, 'button'),
      ),
    ),
    ...(page.body.sizes.length === 0
      ? [element('p', {}, strings.noFacts)]
      : [element('h2', { class: 'visuallyHidden' }, strings.facts), body.element]),
  );
  const main = element(
    'main',
    { id: 'text', class: 'namePage' },
    article,
    ...drawSharing(page.sharing, context),
    mentions.element,
    sources.element,
  );
  return { children: [drawFrame(page, context, heading, [main])], heading, body, mentions };
}

/** The labels in other languages, and what else the name is called. */
function drawForms({ labels, aliases }: NamePage, { strings }: ReaderContext): readonly HTMLElement[] {
  const rows = [
    ...labels.map(({ text, language, languageName }) => ({
      term: languageName,
      text: element('span', { attributes: { lang: language, dir: 'auto' } }, text),
    })),
    ...(aliases.length === 0 ? [] : [{ term: strings.alsoCalled, text: aliases.join(' · ') }]),
  ];
  if (rows.length === 0) return [];
  const drawn = rows.flatMap(({ term, text }) => [element('dt', {}, term), element('dd', {}, text)]);
  return [element('dl', { class: 'forms' }, ...drawn)];
}

function drawSharing(sharing: readonly SharingName[], context: ReaderContext): readonly HTMLElement[] {
  if (sharing.length === 0) return [];
  const items = sharing.map(({ name, count, facts, more }) => {
    const link = openLink({ kind: 'name', key: name.key }, context, `name name-${name.kind}`, name.label);
    offerCard(link, { names: [name.key] });
    const links = facts.map((fact) => element('li', {}, openLink(fact, context, 'shared', fact.title)));
    if (more !== undefined) links.push(element('li', { class: 'left' }, more));
    return element(
      'li',
      {},
      link,
      element('details', {}, element('summary', {}, count), element('ul', {}, ...links)),
    );
  });
  return [
    element(
      'section',
      { class: 'part', attributes: { 'aria-labelledby': 'sharing' } },
      element('h2', { id: 'sharing' }, context.strings.sharing),
      element('ul', { class: 'plainList sharing' }, ...items),
    ),
  ];
}
