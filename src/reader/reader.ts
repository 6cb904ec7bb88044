import { isSamePage } from '../protocol/address';
import type { HostMessage } from '../protocol/hostMessages';
import { readHostMessage } from '../protocol/hostMessages';
import { readReaderState, type ReaderMessage, type ReaderState } from '../protocol/readerMessages';
import type { ReaderContext } from './context';
import { element, listenForActions } from './dom';
import { factElementId } from './drawFact';
import { drawPage } from './pages/drawPage';

/** What the reader needs of VS Code. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

type Show = Extract<HostMessage, { type: 'show' }>;

/** From this width on, the sections stand beside the text. */
const WIDE = '(min-width: 52rem)';

/** Shows pages, keeps the reading place, and tells the host what the user asks for. */
export class Reader {
  private readonly root = element('div', { id: 'root' });
  private readonly voice = element('div', { class: 'voice', attributes: { role: 'status' } });
  private readonly hasRoom = matchMedia(WIDE);
  private shown: Show | undefined;
  private fact: string | undefined;
  private isSaving = false;

  constructor(private readonly api: VsCodeApi) {}

  /** Starts listening and asks the host for the page. */
  start(): void {
    document.body.append(this.root, this.voice);
    listenForActions(this.root);
    window.addEventListener('message', (event: MessageEvent<unknown>) => this.receive(event.data));
    window.addEventListener('scroll', () => this.saveSoon(), { passive: true });
    this.send({ type: 'ready' });
  }

  private send(message: ReaderMessage): void {
    this.api.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readHostMessage(value);
    if (!message.ok) {
      this.send({ type: 'rejected', reason: message.reason });
      return;
    }
    if (message.value.type === 'show') this.show(message.value);
    else this.say(message.value.text);
  }

  private show(show: Show): void {
    const kept = this.keptPlace(show);
    this.shown = show;
    const { page, strings } = show;
    const context: ReaderContext = {
      strings,
      send: (message) => this.send(message),
      choose: (fact) => this.choose(fact),
      hasRoom: this.hasRoom,
    };
    const drawn = drawPage(page, context);
    document.title = page.title;
    this.root.replaceChildren(...drawn.children);
    this.fact = show.address.fact;
    const fact = this.markFact();

    if (show.reason === 'open') {
      window.scrollTo(0, 0);
      if (fact) {
        fact.scrollIntoView({ block: 'center' });
        fact.classList.add('asked');
      }
      (fact ?? drawn.heading).focus({ preventScroll: true });
      this.say(page.announcement);
    } else if (kept === undefined) {
      fact?.scrollIntoView({ block: 'center' });
    } else {
      window.scrollTo(0, kept);
    }
    this.save();
  }

  /** How far the page was scrolled when it was last shown, now or before a reload. */
  private keptPlace(show: Show): number | undefined {
    if (this.shown) return isSamePage(this.shown.address, show.address) ? window.scrollY : undefined;
    const state = readReaderState(this.api.getState());
    return state.ok && isSamePage(state.value.address, show.address) ? state.value.scroll : undefined;
  }

  private choose(fact: string): void {
    if (!this.shown || this.fact === fact) return;
    this.fact = fact;
    this.markFact();
    this.save();
    this.send({ type: 'state', address: { ...this.shown.address, fact } });
  }

  private markFact(): HTMLElement | undefined {
    for (const old of this.root.querySelectorAll('.fact[aria-current]')) {
      old.removeAttribute('aria-current');
      old.classList.remove('asked');
    }
    if (this.fact === undefined) return undefined;
    const fact = document.getElementById(factElementId(this.fact)) ?? undefined;
    fact?.setAttribute('aria-current', 'true');
    return fact;
  }

  /** A screen reader says a text again only when it changed. */
  private say(text: string): void {
    this.voice.textContent = this.voice.textContent === text ? `${text}\u00a0` : text;
  }

  private saveSoon(): void {
    if (this.isSaving) return;
    this.isSaving = true;
    requestAnimationFrame(() => {
      this.isSaving = false;
      this.save();
    });
  }

  private save(): void {
    if (!this.shown) return;
    const state: ReaderState = {
      address: { ...this.shown.address, ...(this.fact !== undefined && { fact: this.fact }) },
      scroll: Math.max(0, Math.round(window.scrollY)),
    };
    this.api.setState(state);
  }
}
