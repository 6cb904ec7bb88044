import type { PageFact } from '../protocol/pageParts';
import type { FactContext } from './context';
import { actionButton, element } from './dom';
import { drawDate, drawText } from './drawText';

/** The id of a fact's element. */
export function factElementId(key: string): string {
  return `fact:${key}`;
}

/**
 * Draws a fact: its sentence, the dates that the sentence does not say itself, and a button that shows what can be
 * done with it. The button appears in the space behind the sentence; the actions open in the line after it, so that
 * they cover nothing and fit any width.
 */
export function drawFact(fact: PageFact, context: FactContext): HTMLElement {
  const { strings, pins } = context;
  const loose = fact.dates.filter((date) => date.start === undefined);
  const more = actionButton(() => toggle(), {
    class: 'factMore',
    attributes: { 'aria-expanded': 'false' },
  });
  let open: HTMLElement | undefined;
  const drawn = element(
    'span',
    { class: 'fact', id: factElementId(fact.key), attributes: { tabindex: '-1' } },
    ...drawText(fact.text, fact, { ...context, fact: fact.key }),
    ...loose.flatMap((date) => [' ', drawDate(date, 'dateBeside', date.text)]),
    element('span', { class: 'factEnd' }, more),
  );
  const toggle = (): void => {
    if (open) {
      open.remove();
      open = undefined;
    } else {
      open = drawActions(fact, context);
      open.addEventListener('keydown', closeOnEscape);
      drawn.after(open);
      context.choose(fact.key);
    }
    more.setAttribute('aria-expanded', String(open !== undefined));
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    toggle();
    more.focus();
  };
  drawn.addEventListener('keydown', closeOnEscape);
  pins.follow(drawn, () => {
    const isPinned = pins.has('fact', fact.key);
    drawn.classList.toggle('pinned', isPinned);
    const label = isPinned ? `${strings.factActions} (${strings.pinned})` : strings.factActions;
    more.setAttribute('aria-label', label);
    more.title = label;
  });
  return drawn;
}

function drawActions(fact: PageFact, { sources, strings, send, pins }: FactContext): HTMLElement {
  const source = fact.source === undefined ? undefined : sources[fact.source];
  const button = (label: string, act: () => void, title?: string): HTMLElement =>
    actionButton(act, { class: 'factAction', attributes: { title } }, label);
  const url = source?.url;
  return element(
    'span',
    { class: 'factActions', attributes: { role: 'group', 'aria-label': strings.factActions } },
    button(strings.copyFact, () => send({ type: 'copyFact', key: fact.key })),
    button(strings.copyLink, () => send({ type: 'copyLink', key: fact.key })),
    button(strings.insertFact, () => send({ type: 'insertFact', key: fact.key })),
    button(strings.insertCitation, () => send({ type: 'insertCitation', key: fact.key })),
    pins.button('fact', fact.key, 'factAction'),
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
