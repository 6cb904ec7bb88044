import type { PageFact } from '../protocol/page';
import type { PageContext } from './context';
import { actionButton, element } from './dom';
import { drawDate, drawText } from './drawText';

/** The id of a fact's element. */
export function factElementId(key: string): string {
  return `fact:${key}`;
}

/**
 * Draws a fact: its sentence, the dates that the sentence does not say itself, and a button that shows what can be
 * done with it. The actions open in the line behind the sentence, so that they cover nothing and fit any width.
 */
export function drawFact(fact: PageFact, context: PageContext): HTMLElement {
  const { strings } = context;
  const loose = fact.dates.filter((date) => date.start === undefined);
  const more = actionButton(() => toggle(), {
    class: 'factMore',
    attributes: { 'aria-expanded': 'false', 'aria-label': strings.factActions, title: strings.factActions },
  });
  // The last word, the dates and the button stay on one line: a button alone on a line belongs to nothing.
  const drawn = element(
    'span',
    { class: 'fact', id: factElementId(fact.key), attributes: { tabindex: '-1' } },
    ...drawText(fact.text, fact, context),
    ...loose.flatMap((date) => [' ', drawDate(date, 'dateBeside', date.text)]),
    '\u2060',
    more,
  );
  const toggle = (): void => {
    const open = drawn.querySelector('.factActions');
    if (open) open.remove();
    else {
      drawn.append(drawActions(fact, context));
      context.choose(fact.key);
    }
    more.setAttribute('aria-expanded', String(!open));
  };
  drawn.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || more.getAttribute('aria-expanded') !== 'true') return;
    event.stopPropagation();
    toggle();
    more.focus();
  });
  return drawn;
}

function drawActions(fact: PageFact, { page, strings, send }: PageContext): HTMLElement {
  const source = fact.source === undefined ? undefined : page.sources[fact.source];
  const button = (label: string, act: () => void, title?: string): HTMLElement =>
    actionButton(act, { class: 'factAction', attributes: { title } }, label);
  const url = source?.url;
  return element(
    'span',
    { class: 'factActions', attributes: { role: 'group', 'aria-label': strings.factActions } },
    button(strings.copyFact, () => send({ type: 'copyFact', key: fact.key })),
    button(strings.insertFact, () => send({ type: 'insertFact', key: fact.key })),
    ...(url === undefined
      ? []
      : [
          button(
            strings.openSource,
            () => send({ type: 'openSource', url }),
            `${source?.title ?? ''}\n${url}`,
          ),
        ]),
  );
}
