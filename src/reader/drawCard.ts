import type { PageCard, PageCardFact } from '../protocol/card';
import type { TargetKind } from '../protocol/address';
import type { Key } from '../core/model';
import type { ReaderStrings } from '../protocol/hostMessages';
import type { ReaderMessage } from '../protocol/readerMessages';
import { actionLink, element } from './dom';
import { segment, type Segment } from './segments';

type Send = (message: ReaderMessage) => void;

/** Draws cards, with the parts of the editor's hover in its order. */
export function drawCards(
  cards: readonly PageCard[],
  strings: ReaderStrings,
  send: Send,
): readonly HTMLElement[] {
  return cards.map((card) => drawCard(card, strings, send));
}

function drawCard(card: PageCard, strings: ReaderStrings, send: Send): HTMLElement {
  const { label, kindLabel, description, facts, more, dossierTitle, sources } = card;
  const foot: readonly (Node | string)[] = [
    ...(more === undefined ? [] : [more]),
    dossierTitle,
    ...sources.map(({ title, url, license }) =>
      element(
        'span',
        {},
        `${strings.source} `,
        url === undefined
          ? title
          : actionLink(
              () => send({ type: 'openSource', url }),
              { class: 'link', attributes: { title: url } },
              title === dossierTitle ? new URL(url).host : title,
            ),
        ...(license === undefined ? [] : [` (${license})`]),
      ),
    ),
  ];
  return element(
    'div',
    { class: 'cardName', attributes: { role: 'group', 'aria-label': label } },
    element('p', {}, opens('name', card.key, send, element('strong', {}, label)), ` · ${kindLabel}`),
    ...(description === '' ? [] : [element('p', {}, description)]),
    facts.length === 0
      ? element('p', {}, strings.noFacts)
      : element('ul', {}, ...facts.map((fact) => drawCardFact(fact, send))),
    element('p', { class: 'cardFoot' }, ...foot.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))),
  );
}

function drawCardFact({ key, text, marks, dates, disagreements }: PageCardFact, send: Send): HTMLElement {
  const emphasised = marks.filter(({ kind }) => kind === 'emphasis' || kind === 'strong');
  return element(
    'li',
    {},
    ...segment(text, { marks: emphasised }).map(drawEmphasis),
    ...(dates.length === 0 ? [] : [' — ', opens('fact', key, send, dates.join(', '))]),
    ...disagreements.map(({ fact, who, says }) =>
      element('div', {}, element('em', {}, who), ' ', opens('fact', fact, send, says)),
    ),
  );
}

function drawEmphasis(each: Segment): Node | string {
  if (typeof each === 'string') return each;
  const tag = each.wrapping.kind === 'strong' ? 'strong' : 'em';
  return element(tag, {}, ...each.inner.map(drawEmphasis));
}

function opens(kind: TargetKind, key: Key, send: Send, child: Node | string): HTMLElement {
  return actionLink(() => send({ type: 'open', target: { kind, key } }), { class: 'link' }, child);
}
