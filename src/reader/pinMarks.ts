import type { Key } from '../core/model';
import type { Target } from '../protocol/address';
import type { ReaderStrings } from '../protocol/hostMessages';
import type { PageLink } from '../protocol/pageParts';
import type { ReaderMessage } from '../protocol/readerMessages';
import { actionButton } from './dom';

type PinMessage = Extract<ReaderMessage, { type: 'pin' }>;

/** Marks what is pinned, and makes the buttons that pin it or no more. */
export class PinMarks {
  private pinned: ReadonlySet<string> = new Set();
  /** What was pinned last of the dossier whose overview is shown. */
  latest: readonly PageLink[] = [];
  private strings: ReaderStrings | undefined;
  /** What brings what is drawn up to date; what is not on the page any more is forgotten. */
  private readonly drawn = new Map<HTMLElement, () => void>();

  constructor(private readonly send: (message: PinMessage) => void) {}

  /** Takes over what is pinned. */
  set(pinned: readonly Target[], latest: readonly PageLink[]): void {
    this.latest = latest;
    this.pinned = new Set(pinned.map(({ kind, key }) => `${kind} ${key}`));
    for (const [element, update] of this.drawn) {
      if (element.isConnected) update();
      else this.drawn.delete(element);
    }
  }

  /** Begins a new page. */
  start(strings: ReaderStrings): void {
    this.strings = strings;
    this.latest = [];
    this.drawn.clear();
  }

  has(kind: PinMessage['kind'], key: Key): boolean {
    return this.pinned.has(`${kind} ${key}`);
  }

  /** Calls `update` now, and whenever there are other pins while the element is on the page. */
  follow(element: HTMLElement, update: () => void): void {
    this.drawn.set(element, update);
    update();
  }

  button(kind: PinMessage['kind'], key: Key, className: string): HTMLElement {
    const button = actionButton(() => this.send({ type: 'pin', kind, key, isOn: !this.has(kind, key) }), {
      class: className,
    });
    this.follow(button, () => {
      const { pin = '', unpin = '' } = this.strings ?? {};
      button.textContent = this.has(kind, key) ? unpin : pin;
    });
    return button;
  }
}
