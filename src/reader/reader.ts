import { isSamePage, type Place } from '../protocol/address';
import { visitOf, withCurrent, type Visit } from '../protocol/history';
import { readHostMessage, type Arrival, type HostMessage } from '../protocol/hostMessages';
import type { Page } from '../protocol/page';
import { readReaderState, type ReaderMessage, type ReaderState } from '../protocol/readerMessages';
import type { TimelineLook } from '../protocol/timelineLook';
import { elementOf } from './bodyView';
import { CardPopup } from './cardPopup';
import type { ReaderContext } from './context';
import { element, listenForActions } from './dom';
import { drawPage, type DrawnPage } from './pages/drawPage';
import { PinMarks } from './pinMarks';
import { scrollToPlace, settleAt } from './scrolling';

/** What the reader needs of VS Code. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

type Show = Extract<HostMessage, { type: 'show' }>;

/** From this width on, the sections stand beside the text. */
const WIDE = '(min-width: 52rem)';
/** A section is read when its heading has come this far up, in CSS pixels from the top. */
const READ_LINE = 120;
/** How long the page stands still before the host is told where. */
const STILL_MS = 200;

/** Shows pages, keeps the reading place, and tells the host what the user asks for. */
export class Reader {
  private readonly root = element('div', { id: 'root' });
  private readonly voice = element('div', { class: 'voice', attributes: { role: 'status' } });
  private readonly hasRoom = matchMedia(WIDE);
  private readonly cards = new CardPopup(
    (message) => this.send(message),
    () => this.shown?.strings,
  );
  private readonly pins = new PinMarks((message) => this.send(message));
  private shown: Show | undefined;
  private arrival: Arrival | undefined;
  private drawn: DrawnPage | undefined;
  private fact: string | undefined;
  /** A section to go to as soon as it is there. */
  private awaited: string | undefined;
  /** The section that was asked for: it counts as the one that is read until the user scrolls. */
  private held: string | undefined;
  private awaitsFocus: HTMLElement | undefined;
  private isFollowing = false;
  private stillTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: VsCodeApi) {}

  /** Starts listening and asks the host for the page. */
  start(): void {
    document.body.append(this.root, this.voice);
    listenForActions(this.root);
    this.cards.start(this.root);
    window.addEventListener('message', (event: MessageEvent<unknown>) => this.receive(event.data));
    window.addEventListener('scroll', () => this.followSoon(), { passive: true });
    window.addEventListener('focus', () => this.awaitsFocus && this.focus(this.awaitsFocus));
    for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown'] as const) {
      window.addEventListener(type, () => (this.held = undefined), { passive: true, capture: true });
    }
    this.listenForTravel();
    this.send({ type: 'ready' });
  }

  private send(message: ReaderMessage): void {
    // The host keeps where each page was left, so it must know before another is opened.
    if (message.type === 'open' || message.type === 'travel') this.tellPlace();
    this.api.postMessage(message);
  }

  /** The mouse's buttons for back and forward. Alt+arrows are VS Code's, but the browser must not take them either. */
  private listenForTravel(): void {
    const isTravel = ({ button }: MouseEvent): boolean => button === 3 || button === 4;
    window.addEventListener('mousedown', (event) => isTravel(event) && event.preventDefault());
    window.addEventListener('mouseup', (event) => {
      if (!isTravel(event)) return;
      event.preventDefault();
      this.send({ type: 'travel', to: event.button === 3 ? 'back' : 'forward' });
    });
    window.addEventListener('keydown', (event) => {
      if (event.altKey && event.key.startsWith('Arrow')) event.preventDefault();
    });
  }

  private receive(value: unknown): void {
    const message = readHostMessage(value);
    if (message.ok) this.obey(message.value);
    else this.send({ type: 'rejected', reason: message.reason });
  }

  private obey(message: HostMessage): void {
    switch (message.type) {
      case 'show':
        this.show(message);
        return;
      case 'go':
        if (message.serial !== this.shown?.serial) return;
        this.drawn?.body?.receive(message.chunks, true);
        this.arrive(message, this.shown.page);
        return;
      case 'step':
        this.step(message.by);
        return;
      case 'chunks':
        if (message.serial !== this.shown?.serial) return;
        this.drawn?.body?.receive(message.chunks, this.awaited !== undefined);
        if (this.awaited !== undefined) this.goTo(this.awaited);
        return;
      case 'mentions':
        if (message.serial === this.shown?.serial) this.drawn?.mentions?.show(message);
        return;
      case 'pins':
        this.pins.set(message.pinned, message.latest);
        return;
      case 'card':
        this.cards.receive(message.request, message.cards);
        return;
      case 'announce':
        this.say(message.text);
    }
  }

  private show(show: Show): void {
    const kept = this.keptPlace(show);
    const look = this.keptLook(show);
    const { page, strings, serial } = show;
    this.shown = show;
    this.cards.close();
    const context: ReaderContext = {
      strings,
      send: (message) => this.send(message),
      pins: this.pins,
      askedFact: show.address.fact,
      look,
      onLook: () => this.keepSoon(),
      choose: (fact) => this.choose(fact),
      serial,
      askForChunks: (indices) => this.send({ type: 'chunks', serial, indices }),
      hasRoom: this.hasRoom,
    };
    this.pins.start(strings);
    this.drawn = drawPage(page, context);
    document.title = page.title;
    this.root.replaceChildren(...this.drawn.children);
    this.arrive({ ...show, ...(kept && { place: kept }) }, page);
  }

  /** Goes where a page was asked for, or where it was left. */
  private arrive(arrival: Arrival, page: Page): void {
    this.arrival = arrival;
    this.awaited = undefined;
    const { address, place, reason } = arrival;
    this.fact = address.fact;
    this.held = address.section;
    const fact = this.markFact();
    const isAsked = (reason === 'open' || reason === 'preview') && place === undefined;
    const section = address.section === undefined ? undefined : elementOf(address.section);
    const asked = fact ?? section;
    if (place) scrollToPlace(place);
    else if (asked) settleAt(asked, fact ? 'center' : 'start');
    else if (isAsked || reason === 'return') window.scrollTo(0, 0);
    if (isAsked) fact?.classList.add('asked');
    if (reason === 'open' || reason === 'return') {
      const left = place?.key === undefined ? undefined : elementOf(place.key);
      this.focus(left ?? asked ?? this.drawn?.heading);
      this.say(page.announcement);
    }
    this.follow();
    this.save();
    this.drawn?.body?.continue();
  }

  /** Where the page was when it was last shown, now or before a reload. */
  private keptPlace(show: Show): Place | undefined {
    if (show.reason !== 'refresh' && show.reason !== 'restore') return undefined;
    if (this.shown) return isSamePage(this.shown.address, show.address) ? this.place() : undefined;
    const state = readReaderState(this.api.getState());
    const visit = state.ok ? visitOf(state.value) : undefined;
    return visit && isSamePage(visit.address, show.address) ? visit.place : undefined;
  }

  /** How a timeline was looked at: now, where only the library changed below it, or before it was left. */
  private keptLook({ reason, address, history }: Show): TimelineLook | undefined {
    const isBelow = reason === 'refresh' && this.shown && isSamePage(this.shown.address, address);
    return isBelow ? this.drawn?.look?.() : visitOf(history).look;
  }

  private place(): Place {
    return this.drawn?.body?.place() ?? { offset: Math.max(0, Math.round(window.scrollY)) };
  }

  private step(by: 'previous' | 'next'): void {
    const { page } = this.shown ?? {};
    const beside = this.drawn?.sections?.beside(by);
    if (beside) this.goTo(beside.key);
    else if (page?.kind === 'topic' && page[by]) {
      const { kind, key } = page[by];
      this.send({ type: 'open', target: { kind, key } });
    }
  }

  /** Goes to a section of this page, now or when it is there. */
  private goTo(section: string): void {
    this.held = section;
    const heading = elementOf(section);
    const { sections, body, heading: title } = this.drawn ?? {};
    const chunk = sections?.chunkOf(section);
    if (heading) {
      this.awaited = undefined;
      settleAt(heading, 'start');
      this.focus(heading);
    } else if (chunk === 0) {
      // What stands before the first heading has none.
      window.scrollTo(0, 0);
      this.focus(title);
    } else if (chunk !== undefined && this.awaited !== section) {
      this.awaited = section;
      body?.want(chunk);
    }
  }

  /** Focuses an element, now or when the reader gets the focus: it takes none from a question that is being answered. */
  private focus(target: HTMLElement | undefined): void {
    this.awaitsFocus = document.hasFocus() ? undefined : target;
    if (!this.awaitsFocus) target?.focus({ preventScroll: true });
  }

  private choose(fact: string): void {
    if (this.fact === fact) return;
    this.fact = fact;
    this.markFact();
    this.save();
    this.tellPlace();
  }

  private markFact(): HTMLElement | undefined {
    for (const old of this.root.querySelectorAll('.fact[aria-current]')) {
      old.removeAttribute('aria-current');
      old.classList.remove('asked');
    }
    const fact = this.fact === undefined ? undefined : elementOf(this.fact);
    fact?.setAttribute('aria-current', 'true');
    return fact;
  }

  /** A screen reader says a text again only when it changed. */
  private say(text: string): void {
    this.voice.textContent = this.voice.textContent === text ? `${text}\u00a0` : text;
  }

  /** Keeps where the page is and how it is looked at, once it stands still. */
  private keepSoon(): void {
    clearTimeout(this.stillTimer);
    this.stillTimer = setTimeout(() => {
      this.save();
      this.tellPlace();
    }, STILL_MS);
  }

  private followSoon(): void {
    this.keepSoon();
    if (this.isFollowing) return;
    this.isFollowing = true;
    requestAnimationFrame(() => {
      this.isFollowing = false;
      this.follow();
    });
  }

  /** Marks the section that is read, and lets the text come that is seen. */
  private follow(): void {
    const { body, sections } = this.drawn ?? {};
    body?.follow();
    sections?.mark(this.held ?? body?.sectionAbove(readLine()));
  }

  /** Where the reader is, as the history keeps it. */
  private visit(arrival: Arrival): Visit {
    const { kind, key } = arrival.address;
    const section = this.drawn?.sections?.marked;
    const { fact } = this;
    const look = this.drawn?.look?.();
    return {
      address: { kind, key, ...(section !== undefined && { section }), ...(fact !== undefined && { fact }) },
      place: this.place(),
      ...(look && { look }),
    };
  }

  private tellPlace(): void {
    if (!this.arrival) return;
    const { address, place = { offset: 0 }, look } = this.visit(this.arrival);
    const { section, fact } = address;
    this.api.postMessage({
      type: 'place',
      serial: this.arrival.serial,
      place,
      ...(section !== undefined && { section }),
      ...(fact !== undefined && { fact }),
      ...(look && { look }),
    } satisfies ReaderMessage);
  }

  private save(): void {
    if (!this.arrival) return;
    const state: ReaderState = withCurrent(this.arrival.history, this.visit(this.arrival));
    this.api.setState(state);
  }
}

/**
 * How far down a heading counts as reached, in CSS pixels. Over the last screen, or over all that a shorter page scrolls, it
 * goes down to the bottom, since what stands there never comes farther up.
 */
function readLine(): number {
  const height = window.innerHeight;
  const range = document.documentElement.scrollHeight - height;
  if (range <= 0) return READ_LINE;
  const left = range - window.scrollY;
  return READ_LINE + Math.max(0, 1 - left / Math.min(height, range)) * (height - READ_LINE);
}
