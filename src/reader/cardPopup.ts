import type { PageCard } from '../protocol/card';
import type { ReaderStrings } from '../protocol/hostMessages';
import type { ReaderMessage } from '../protocol/readerMessages';
import { offerAt, type CardOffer } from './cardOffers';
import { element, listenForActions } from './dom';
import { drawCards } from './drawCard';

/** How long a name is pointed at or focused before its card comes: as long as VS Code's own hovers wait. */
const DELAY_MS = 300;
/** How long a card stays after the pointer left, so that the pointer can go to it. */
const LINGER_MS = 250;
/** Pixels between a name and its card, and between a card and the edge of the view. */
const GAP = 4;

interface Wish {
  readonly element: HTMLElement;
  /** It came with the focus: where the pointer is does not matter. */
  readonly isFocused: boolean;
  readonly offer: CardOffer;
}

/**
 * Shows the card of a name that is pointed at or focused, as the editor's hover does. The card goes when the pointer
 * leaves both, when the focus moves on, when the page scrolls, and on Escape.
 */
export class CardPopup {
  private readonly popup = element('div', {
    id: 'card',
    class: 'card',
    attributes: { popover: 'manual', role: 'dialog' },
  });
  private request = 0;
  private wish: Wish | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whose card was closed by Escape: it stays closed until the pointer has been elsewhere. */
  private dismissed: HTMLElement | undefined;

  constructor(
    private readonly send: (message: ReaderMessage) => void,
    private readonly strings: () => ReaderStrings | undefined,
  ) {}

  /** Starts listening to names below `root`. */
  start(root: HTMLElement): void {
    document.body.append(this.popup);
    listenForActions(this.popup);
    root.addEventListener('focusin', (event) => this.approach(event.target, true));
    // Not where a page that is drawn anew comes to lie below a pointer that rests: nobody pointed at anything.
    root.addEventListener('mousemove', (event) => this.approach(event.target, false));
    root.addEventListener('mouseout', () => this.leaveSoon());
    root.addEventListener('focusout', () => this.close());
    this.popup.addEventListener('mouseenter', () => this.stay());
    this.popup.addEventListener('mouseleave', () => this.leaveSoon());
    // Whatever is clicked in it leads elsewhere.
    this.popup.addEventListener('click', () => this.close());
    window.addEventListener('scroll', () => this.isOpen && this.close(), { passive: true });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !this.isOpen) return;
        event.stopPropagation();
        this.dismissed = this.wish?.element;
        this.close();
      },
      { capture: true },
    );
  }

  /** Shows the cards that came, unless something else is pointed at by now. */
  receive(request: number, cards: readonly PageCard[]): void {
    const strings = this.strings();
    if (request !== this.request || !this.wish || !strings || cards.length === 0) return;
    this.popup.replaceChildren(...drawCards(cards, strings, this.send));
    this.popup.ariaLabel = cards.map(({ label }) => label).join(', ');
    this.popup.showPopover();
    this.place(this.wish.element);
    this.wish.element.setAttribute('aria-describedby', this.popup.id);
  }

  close(): void {
    clearTimeout(this.timer);
    this.request++;
    this.wish?.element.removeAttribute('aria-describedby');
    this.wish = undefined;
    if (this.isOpen) this.popup.hidePopover();
  }

  private get isOpen(): boolean {
    return this.popup.matches(':popover-open');
  }

  private approach(target: EventTarget | null, isFocus: boolean): void {
    const found = offerAt(target);
    if (!isFocus && found?.element === this.dismissed) return;
    this.dismissed = undefined;
    // A click focuses too; it leads elsewhere, and a card would be in the way.
    if (!found || (isFocus && !found.element.matches(':focus-visible'))) return;
    const wish = { ...found, isFocused: isFocus };
    if (wish.element === this.wish?.element) {
      this.stay();
      return;
    }
    this.close();
    this.wish = wish;
    this.timer = setTimeout(() => this.ask(wish.offer), DELAY_MS);
  }

  private ask({ names, fact }: CardOffer): void {
    this.request++;
    this.send({ type: 'card', request: this.request, names, ...(fact !== undefined && { fact }) });
  }

  private stay(): void {
    if (this.isOpen) clearTimeout(this.timer);
  }

  private leaveSoon(): void {
    if (this.wish?.isFocused) return;
    clearTimeout(this.timer);
    if (!this.isOpen) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.close(), LINGER_MS);
  }

  /** Below the name's first line, or above it where there is more room, and never out of view. */
  private place(name: HTMLElement): void {
    const [line = name.getBoundingClientRect()] = name.getClientRects();
    const { offsetWidth: width, offsetHeight: height } = this.popup;
    const isRtl = getComputedStyle(name).direction === 'rtl';
    const wanted = isRtl ? line.right - width : line.left;
    const left = Math.max(GAP, Math.min(wanted, document.documentElement.clientWidth - width - GAP));
    const isBelow =
      line.bottom + GAP + height <= window.innerHeight || line.top < window.innerHeight - line.bottom;
    const top = isBelow ? line.bottom + GAP : line.top - GAP - height;
    this.popup.style.left = `${left}px`;
    this.popup.style.top = `${Math.max(GAP, top)}px`;
  }
}
