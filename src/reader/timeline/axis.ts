import { anchorOf, moveView, viewOf, viewWith, wholeOf, zoomView } from '../../core/timeline/view';
import type { Stretch } from '../../core/timeline/lanes';
import type { TimelinePage } from '../../protocol/pages/timelinePage';
import type { ReaderContext } from '../context';
import { element } from '../dom';
import { fill } from '../fill';
import { layoutDates, type DateToPlace } from './layoutDates';
import { drawAxis, LABEL_DISTANCE } from './drawAxis';
import { drawLegend } from './drawLegend';

/** What an axis tells the page around it. */
export interface AxisEvents {
  /** A date was chosen, or none. */
  readonly onChoose: (date: number | undefined) => void;
  /** Enter on the chosen date. */
  readonly onOpen: (date: number) => void;
  /** Other days are in view. */
  readonly onMove: () => void;
}

/** Zooming by one key, click or notch of the wheel. */
const STEP = 1.5;
/** The part of the view that one key moves it by. */
const MOVE = 0.2;
/** Pixels that a pointer must go to drag instead of clicking. */
const DRAG = 4;
/** A wheel that scrolled the page a moment ago goes on to do so. */
const SCROLL_MS = 300;
/** Characters of a mark's label on an axis of a width: at least, at most, and pixels for each. */
const LABEL = { least: 16, most: 42, pixels: 18 };

let scrolledMs = -Infinity;
document.addEventListener('scroll', () => (scrolledMs = performance.now()), { passive: true });

/**
 * The axis of a timeline: the dates in view, one of which can be chosen. Keys, wheel and pointer zoom and move it. It is a
 * list box whose options are drawn.
 */
export class Axis {
  readonly root: HTMLElement;
  private readonly box: HTMLElement;
  private readonly crowded = element('p', { class: 'crowded' });
  private whole: Stretch;
  private view: Stretch;
  private shown: readonly number[];
  private chosen: number | undefined;
  private isDue = false;
  /** How high it was since all was in view, in pixels: zooming and moving do not draw it lower, away from the pointer. */
  private height = 0;
  private width = 0;
  private readonly measured = new Map<string, number>();
  private readonly canvas = document.createElement('canvas').getContext('2d');

  constructor(
    private readonly page: TimelinePage,
    private readonly context: ReaderContext,
    private readonly events: AxisEvents,
    dates: readonly number[],
    /** The days to begin with; without them all are in view. */
    days?: Stretch,
  ) {
    const { strings } = context;
    this.shown = this.placed(dates);
    this.whole = this.wholeOfShown();
    this.view = days ? viewOf(days, this.whole) : this.whole;
    const keys = element('p', { id: 'timelineKeys', class: 'quietNote' }, strings.timelineKeys);
    this.box = element('div', {
      class: 'axis',
      attributes: {
        role: 'listbox',
        tabindex: '0',
        dir: 'ltr',
        'aria-label': strings.timeline,
        'aria-describedby': 'timelineKeys',
      },
    });
    const button = (label: string, sign: string, act: () => void): HTMLElement => {
      const made = element('button', { class: 'factAction', attributes: { type: 'button' } }, sign);
      if (sign !== label) made.setAttribute('aria-label', label);
      if (sign !== label) made.title = label;
      made.addEventListener('click', act);
      return made;
    };
    const zoom = element(
      'div',
      { class: 'axisButtons', attributes: { role: 'group', 'aria-label': strings.timeline } },
      button(strings.zoomIn, '+', () => this.zoom(1 / STEP)),
      button(strings.zoomOut, '−', () => this.zoom(STEP)),
      button(strings.zoomAll, strings.zoomAll, () => this.showAll()),
    );
    this.root = element(
      'div',
      { class: 'axisFrame' },
      zoom,
      this.box,
      this.crowded,
      drawLegend(strings),
      keys,
    );
    this.root.hidden = this.shown.length === 0;
    this.box.addEventListener('keydown', (event) => this.press(event));
    this.box.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.box.addEventListener('pointerdown', (event) => this.point(event));
    new ResizeObserver(() => this.drawSoon()).observe(this.box);
  }

  /** Shows these dates only, indices in the page's dates, and all of their time; nothing where none has a place. */
  showDates(dates: readonly number[]): void {
    this.shown = this.placed(dates);
    this.whole = this.wholeOfShown();
    this.height = 0;
    this.root.hidden = this.shown.length === 0;
    if (this.chosen !== undefined && !this.shown.includes(this.chosen)) this.choose(undefined);
    this.showAll();
  }

  /** The days in view, where these are not all. */
  get days(): Stretch | undefined {
    const { view, whole } = this;
    return view.from === whole.from && view.to === whole.to ? undefined : view;
  }

  /** Chooses a date and brings it into view, unless the view is to stay. */
  choose(date: number | undefined, stays = false): void {
    const place = date === undefined ? undefined : this.page.dates[date]?.place;
    this.chosen = place && date;
    if (place && !stays) {
      const { from, to } = place;
      const first = from ?? (to ?? 0) - 1;
      const middle = (first + (to ?? first + 1)) / 2;
      const isInView = (from ?? -Infinity) < this.view.to && (to ?? Infinity) > this.view.from;
      if (!isInView) this.look(viewWith(this.view, middle, this.whole));
    }
    this.events.onChoose(this.chosen);
    this.drawSoon();
  }

  private placed(dates: readonly number[]): readonly number[] {
    return dates.filter((at) => this.page.dates[at]?.place);
  }

  private wholeOfShown(): Stretch {
    return wholeOf(this.shown.map((at) => this.page.dates[at]!.place!));
  }

  private showAll(): void {
    this.look(this.whole);
  }

  private look(view: Stretch): void {
    const { from, to } = this.view;
    this.view = view;
    this.drawSoon();
    if (view.from !== from || view.to !== to) this.events.onMove();
  }

  private zoom(factor: number, around = this.anchor()): boolean {
    const before = this.view;
    this.look(zoomView(before, factor, around, this.whole));
    return this.view.from !== before.from || this.view.to !== before.to;
  }

  /** The day around which keys and buttons zoom: at the chosen date where it is in view, else the middle. */
  private anchor(): number {
    return anchorOf(this.view, this.chosen === undefined ? undefined : this.page.dates[this.chosen]?.place);
  }

  private move(share: number): void {
    this.look(moveView(this.view, share * (this.view.to - this.view.from), this.whole));
  }

  private step(by: number): void {
    const { shown } = this;
    if (shown.length === 0) return;
    const at = this.chosen === undefined ? -1 : shown.indexOf(this.chosen);
    const next = at < 0 ? this.firstInView(by) : Math.min(Math.max(at + by, 0), shown.length - 1);
    this.choose(shown[next]);
  }

  private firstInView(by: number): number {
    const { from, to } = this.view;
    const isInView = (at: number): boolean => {
      const { place } = this.page.dates[at]!;
      return (place?.from ?? -Infinity) < to && (place?.to ?? Infinity) > from;
    };
    return Math.max(by > 0 ? this.shown.findIndex(isInView) : this.shown.findLastIndex(isInView), 0);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actionFor(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private actionFor({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    switch (key) {
      case 'ArrowLeft':
        return shiftKey ? () => this.move(-MOVE) : () => this.step(-1);
      case 'ArrowRight':
        return shiftKey ? () => this.move(MOVE) : () => this.step(1);
      case 'ArrowUp':
        return () => this.step(-1);
      case 'ArrowDown':
        return () => this.step(1);
      case 'Home':
        return () => this.choose(this.shown[0]);
      case 'End':
        return () => this.choose(this.shown.at(-1));
      case '+':
      case '=':
        return () => this.zoom(1 / STEP);
      case '-':
      case '−':
        return () => this.zoom(STEP);
      case '0':
        return () => this.showAll();
      case 'Escape':
        return this.chosen === undefined ? undefined : () => this.choose(undefined);
      case 'Enter': {
        const { chosen } = this;
        return chosen === undefined ? undefined : () => this.events.onOpen(chosen);
      }
      default:
        return undefined;
    }
  }

  private wheel(event: WheelEvent): void {
    const { deltaX, deltaY, ctrlKey } = event;
    if (Math.abs(deltaX) > Math.abs(deltaY) || event.shiftKey) {
      const before = this.view;
      this.move((deltaX || deltaY) / Math.max(this.box.clientWidth, 1));
      if (this.view.from !== before.from) event.preventDefault();
      return;
    }
    if (!ctrlKey && performance.now() - scrolledMs < SCROLL_MS) return;
    const bounds = this.box.getBoundingClientRect();
    const share = (event.clientX - bounds.left) / Math.max(bounds.width, 1);
    const around = this.view.from + share * (this.view.to - this.view.from);
    // Where it cannot zoom any further, the page scrolls: nobody is caught by the axis.
    if (this.zoom(STEP ** (Math.sign(deltaY) * Math.min(Math.abs(deltaY) / 100, 2)), around) || ctrlKey) {
      event.preventDefault();
    }
  }

  private point(down: PointerEvent): void {
    if (down.button !== 0) return;
    const start = this.view;
    let isDragging = false;
    const drag = (event: PointerEvent): void => {
      const by = event.clientX - down.clientX;
      if (!isDragging && Math.abs(by) < DRAG) return;
      if (!isDragging) this.box.setPointerCapture(down.pointerId);
      isDragging = true;
      const days = (-by * (start.to - start.from)) / Math.max(this.box.clientWidth, 1);
      this.look(moveView(start, days, this.whole));
    };
    const end = (event: PointerEvent): void => {
      this.box.removeEventListener('pointermove', drag);
      this.box.removeEventListener('pointerup', end);
      this.box.removeEventListener('pointercancel', end);
      if (isDragging || event.type === 'pointercancel') return;
      const option = down.target instanceof Element ? down.target.closest('[data-date]') : null;
      if (option) this.choose(Number(option.getAttribute('data-date')));
    };
    this.box.addEventListener('pointermove', drag);
    this.box.addEventListener('pointerup', end);
    this.box.addEventListener('pointercancel', end);
  }

  private drawSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      if (this.box.isConnected && this.box.clientWidth > 0) this.draw();
    });
  }

  private draw(): void {
    const width = this.box.clientWidth;
    const { strings } = this.context;
    if (!this.days || width !== this.width) this.height = 0;
    this.width = width;
    const dates = this.shown.map((at): DateToPlace => ({
      date: at,
      place: this.page.dates[at]!.place!,
      label: this.labelWidth(at, width),
    }));
    const layout = layoutDates(dates, this.view, width, this.chosen);
    const drawn = drawAxis({
      layout,
      view: this.view,
      width,
      leastHeight: this.height,
      language: document.documentElement.lang,
      measure: (text) => this.measure(text),
      ...(this.chosen !== undefined && { chosen: this.chosen }),
      idOf: (date) => `date:${date}`,
      labelOf: (date) => this.labelOf(date),
      titleOf: (date) => this.titleOf(date),
      crowdTitle: (count) => fill(strings.moreHere, count),
    });
    this.height = Number(drawn.getAttribute('height'));
    this.box.replaceChildren(drawn);
    const left = layout.crowds.reduce((sum, { count }) => sum + count, 0);
    this.crowded.textContent = left === 0 ? '' : fill(strings.crowded, left);
    const active = this.chosen !== undefined && layout.dates.some(({ date }) => date === this.chosen);
    if (active) this.box.setAttribute('aria-activedescendant', `date:${this.chosen ?? ''}`);
    else this.box.removeAttribute('aria-activedescendant');
  }

  private titleOf(at: number): string {
    const { text, fact } = this.page.dates[at]!;
    return `${text}: ${this.page.facts[fact]?.fact.text ?? ''}`;
  }

  /** The beginning of the fact, by whole words where it has any. */
  private labelOf(at: number): string {
    const { fact } = this.page.dates[at]!;
    const text = this.page.facts[fact]?.fact.text ?? '';
    const length = Math.min(Math.max(this.box.clientWidth / LABEL.pixels, LABEL.least), LABEL.most);
    if (text.length <= length) return text;
    const cut = text.slice(0, length).replace(/\P{L}\p{L}*$/u, '');
    return `${cut || text.slice(0, length)}…`;
  }

  /** The room for a label in the font of the axis; none where it would take most of a narrow axis. */
  private labelWidth(at: number, width: number): number {
    const room = this.measure(this.labelOf(at)) + 2 * LABEL_DISTANCE;
    return room < width * 0.85 ? room : 0;
  }

  /** The width of a text in the font of the axis. */
  private measure(text: string): number {
    let measured = this.measured.get(text);
    if (measured === undefined && this.canvas) {
      const style = getComputedStyle(this.box);
      this.canvas.font = `${style.fontSize} ${style.fontFamily}`;
      measured = this.canvas.measureText(text).width;
      this.measured.set(text, measured);
    }
    return measured ?? 0;
  }
}
