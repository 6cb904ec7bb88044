import type { Key } from '../core/model';
import type { Place } from '../protocol/address';
import { MAX_CHUNKS, type Chunk, type PageBody, type Piece } from '../protocol/body';
import type { PageSource } from '../protocol/pageParts';
import type { FactContext, ReaderContext } from './context';
import { element } from './dom';
import { drawBlock } from './drawBlocks';
import { drawFact, factElementId } from './drawFact';
import { openLink } from './drawNavigation';

/** Texts of more chunks are drawn as they are scrolled to, and laid out only where they are in view. */
const FEW_CHUNKS = 8;
/** With fewer chunks than this waiting to be drawn, more are asked for. */
const FEW_WAITING = 5;
/**
 * Chunks on either side of what is seen that are drawn while it scrolls. The others wait for a rest: the garbage that they
 * make would be collected between two frames of the scrolling.
 */
const NEAR_CHUNKS = 4;
/** How long no scrolling is a rest, in ms. */
const REST_MS = 200;
/** So much of a frame, in ms, goes into drawing what is not seen yet. */
const DRAWING_MS = 4;
/** Lines that a fact takes on average, in texts of 70 characters to a line. */
const LINES_PER_FACT = 2.6;

/** The id of a heading's element. */
export function headingElementId(key: Key): string {
  return `section:${key}`;
}

/** The element of a fact or heading, where it is drawn. */
export function elementOf(key: Key): HTMLElement | undefined {
  return (
    document.getElementById(factElementId(key)) ?? document.getElementById(headingElementId(key)) ?? undefined
  );
}

/** Where one chunk goes, and what stands in it once it is drawn. */
interface Slot {
  readonly element: HTMLElement;
  isDrawn: boolean;
  /** Its headings and facts in reading order. */
  marks: readonly Mark[];
  /** Those of the marks that are headings. */
  sections: readonly Mark[];
}

/** A heading or a fact that is drawn. */
interface Mark {
  readonly key: Key;
  readonly element: HTMLElement;
}

/**
 * The text of a page. A short one is there at once; of a long one the chunks around the place come first, then those
 * nearest to what is seen, a few between two frames, until all is there: so the browser's own search finds all of it. While it
 * scrolls, only what comes into view soon is drawn.
 */
export class BodyView {
  readonly element: HTMLElement;
  private readonly slots: readonly Slot[];
  private readonly asked = new Set<number>();
  private readonly queue: Chunk[] = [];
  private isDrawing = false;
  /** Index of the chunk that is seen. */
  private seen = 0;
  /** When it scrolled last, in ms. */
  private scrolledMs = -Infinity;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly isLong: boolean;

  constructor(
    body: PageBody,
    private readonly context: ReaderContext,
    /** Told of the sources of each chunk that is drawn. */
    private readonly onSources: (sources: readonly PageSource[]) => void,
  ) {
    this.isLong = body.sizes.length > FEW_CHUNKS;
    this.slots = body.sizes.map((size) => {
      const slot = element('div', { class: this.isLong ? 'chunk late' : 'chunk' });
      if (this.isLong) slot.style.setProperty('--lines', String(Math.ceil(size * LINES_PER_FACT) + 2));
      return { element: slot, isDrawn: false, marks: [], sections: [] };
    });
    this.element = element('div', { class: 'body' }, ...this.slots.map((slot) => slot.element));
    this.seen = body.chunks.at(body.chunks.length >> 1)?.index ?? 0;
    for (const chunk of body.chunks) this.draw(chunk);
  }

  /** Takes chunks that came; those that something waits for are drawn at once, others when there is time. */
  receive(chunks: readonly Chunk[], isUrgent: boolean): void {
    for (const chunk of chunks) this.asked.delete(chunk.index);
    if (isUrgent) chunks.forEach((chunk) => this.draw(chunk));
    else this.queue.push(...chunks);
    this.continue();
  }

  /** Goes on drawing what is not there yet. */
  continue(): void {
    if (this.isDrawing || this.slots.every(({ isDrawn }) => isDrawn)) return;
    this.isDrawing = true;
    // After the frame, so that the drawing is all that is added to it.
    requestAnimationFrame(() => setTimeout(() => this.drawNext(), 0));
  }

  /** Asks for a chunk before all others. */
  want(index: number): void {
    if (this.slots[index]?.isDrawn === false) this.ask([index]);
  }

  /** Follows a scroll: what is in view comes next. */
  follow(): void {
    if (!this.isLong) return;
    this.seen = this.slotAt(0);
    this.scrolledMs = performance.now();
    this.continue();
  }

  /** What stands at the top of the view; `undefined` while the beginning of the page is seen. */
  place(): Place | undefined {
    const top = this.slots[0]?.element.getBoundingClientRect().top ?? 0;
    if (top >= 0) return undefined;
    for (const { marks } of this.slots.slice(this.slotAt(0))) {
      for (const { key, element: mark } of marks) {
        const { top: markTop, bottom } = mark.getBoundingClientRect();
        if (bottom > 0) return { key, offset: Math.round(markTop) };
      }
    }
    return undefined;
  }

  /** The last section that begins above a line of the view, in pixels from its top. */
  sectionAbove(line: number): Key | undefined {
    const at = this.slotAt(line);
    const here = this.slots[at]?.sections.findLast(
      ({ element: mark }) => mark.getBoundingClientRect().top <= line,
    );
    if (here) return here.key;
    // What ends above the line begins above it: measuring there would lay out what nobody sees.
    return this.slots
      .slice(0, at)
      .findLast(({ sections }) => sections.length > 0)
      ?.sections.at(-1)?.key;
  }

  /** Index of the first chunk that ends below a line of the view. */
  private slotAt(line: number): number {
    let low = 0;
    let high = this.slots.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.slots[middle]!.element.getBoundingClientRect().bottom > line) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low);
  }

  private drawNext(): void {
    this.isDrawing = false;
    if (!this.element.isConnected) return;
    const startMs = performance.now();
    const isScrolling = startMs - this.scrolledMs < REST_MS;
    const reach = isScrolling ? NEAR_CHUNKS : this.slots.length;
    const isNear = ({ index }: Chunk): boolean => Math.abs(index - this.seen) <= reach;
    for (let at = this.queue.findIndex(isNear); at >= 0; at = this.queue.findIndex(isNear)) {
      this.draw(this.queue.splice(at, 1)[0]!);
      if (performance.now() - startMs > DRAWING_MS) break;
    }
    // Those that wait for a rest are in nobody's way.
    const waiting = this.queue.filter(isNear).length;
    if (waiting < FEW_WAITING && this.asked.size === 0) this.ask(this.nearest(MAX_CHUNKS, reach));
    if (waiting > 0) this.continue();
    else if (isScrolling) {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.continue(), REST_MS);
    }
  }

  private ask(indices: readonly number[]): void {
    for (const index of indices) this.asked.add(index);
    if (indices.length > 0) this.context.askForChunks(indices);
  }

  /** The chunks nearest to what is seen, at most so far away, that are not there yet. */
  private nearest(count: number, reach: number): readonly number[] {
    const waiting = new Set(this.queue.map(({ index }) => index));
    const found: number[] = [];
    for (let away = 0; away <= reach && found.length < count; away++) {
      for (const index of away === 0 ? [this.seen] : [this.seen + away, this.seen - away]) {
        if (this.slots[index]?.isDrawn === false && !waiting.has(index)) found.push(index);
      }
    }
    return found.slice(0, count);
  }

  private draw({ index, pieces, names, sources, language, direction }: Chunk): void {
    const slot = this.slots[index];
    if (!slot || slot.isDrawn) return;
    const context: FactContext = { ...this.context, names, sources };
    const { element: root } = slot;
    root.lang = language;
    root.dir = direction;
    root.classList.add('drawn');
    root.append(...pieces.map((piece) => drawPiece(piece, context)));
    slot.isDrawn = true;
    slot.marks = [...root.querySelectorAll<HTMLElement>('.fact, .heading')].map((mark) => ({
      key: mark.id.slice(mark.id.indexOf(':') + 1),
      element: mark,
    }));
    slot.sections = slot.marks.filter(({ element: mark }) => mark.classList.contains('heading'));
    this.onSources(sources);
  }
}

/** Headings deeper than six levels stay at six. */
function drawPiece(piece: Piece, context: FactContext): HTMLElement {
  if (piece.kind === 'block') return drawBlock(piece.block, context);
  if (piece.kind === 'facts') return drawFactList(piece, context);
  const { key, title, level, to } = piece;
  return element(
    `h${Math.min(level, 6)}` as 'h2',
    { id: headingElementId(key), class: 'heading', attributes: { tabindex: '-1' } },
    to === undefined ? title : openLink(to, context, 'crumb', title),
  );
}

/** Facts that stand by themselves, each with a link to where it stands. */
function drawFactList(
  { facts, language, direction }: Extract<Piece, { kind: 'facts' }>,
  context: FactContext,
): HTMLElement {
  const items = facts.map(({ fact, where }) =>
    element(
      'li',
      {},
      drawFact(fact, context),
      ' ',
      openLink({ kind: 'fact', key: fact.key }, context, 'where', where),
    ),
  );
  return element('ul', { class: 'factList', attributes: { lang: language, dir: direction } }, ...items);
}
