import type { Key } from '../core/model';

/** Which cards a name in the text shows: those of the names it may stand for, in the light of its fact. */
export interface CardOffer {
  readonly names: readonly Key[];
  readonly fact?: Key;
}

const offers = new WeakMap<Element, CardOffer>();

/** Makes an element show cards when it is pointed at or focused. */
export function offerCard(element: HTMLElement, offer: CardOffer): void {
  offers.set(element, offer);
}

/** What the element around an event's target offers, with that element. */
export function offerAt(target: EventTarget | null): { element: HTMLElement; offer: CardOffer } | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('.name') : null;
  const offer = element && offers.get(element);
  return element && offer ? { element, offer } : undefined;
}
