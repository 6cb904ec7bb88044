import { axisX, gridX, plot, type RenderFunction } from '@observablehq/plot';
import type { Stretch } from '../../core/timeline/lanes';
import { svg } from '../svg';
import { axisTicks } from './axisTicks';
import type { Crowd, DateLayout, PlacedDate } from './layoutDates';

/** What is drawn: a layout, and what its marks say. */
export interface AxisDrawing {
  readonly layout: DateLayout;
  readonly view: Stretch;
  readonly width: number;
  /** Pixels; it is as high as it must be for what it shows otherwise. */
  readonly leastHeight: number;
  readonly language: string;
  /** The width of a text in pixels. */
  readonly measure: (text: string) => number;
  readonly chosen?: number;
  /** The id of the element of a date. */
  readonly idOf: (date: number) => string;
  /** What stands beside a mark. */
  readonly labelOf: (date: number) => string;
  /** What a mark is: the date and its fact. */
  readonly titleOf: (date: number) => string;
  readonly crowdTitle: (count: number) => string;
}

const LANE = 26;
/** The length of an arrow at the end of a bar that goes on. */
const ARROW = 9;
const TOP = 8;
const AXIS = 30;
/** The height of the tallest bar that counts what has no room. */
const CROWD = 26;
/** Distance between a mark and its label; it is part of the room that the label asks for. */
export const LABEL_DISTANCE = 6;
const DAY_MS = 86_400_000;

/** Draws the part of the axis that is in view, with an option for each date. */
export function drawAxis(drawing: AxisDrawing): SVGSVGElement {
  const { layout, view, width, leastHeight, language, measure } = drawing;
  const crowded = layout.crowds.length > 0 ? CROWD + 6 : 0;
  const height = Math.max(TOP + Math.max(layout.lanes, 3) * LANE + crowded + AXIS, leastHeight);
  const domain = [new Date(view.from * DAY_MS), new Date(view.to * DAY_MS)];
  const ticks = axisTicks(view, width, language, measure);
  const lines = { ticks: ticks.map(({ day }) => new Date(day * DAY_MS)), ariaHidden: 'true' } as const;
  const tickFormat = (_: unknown, index: number): string => ticks[index]?.label ?? '';
  const drawn = plot({
    width,
    height,
    margin: 0,
    marginBottom: AXIS,
    x: { type: 'utc', domain, range: [0, width], label: null },
    y: { axis: null },
    className: 'plot',
    marks: [
      gridX({ ...lines, strokeOpacity: 1, className: 'grid' } as object),
      axisX({ ...lines, tickFormat, tickSize: 5, className: 'ticks' } as object),
      marksOf(drawing, height - AXIS),
    ],
  }) as SVGSVGElement;
  // The library's style element is what the reader's Content Security Policy forbids; the rules stand in charts.css.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('role', 'none');
  return drawn;
}

function marksOf(drawing: AxisDrawing, bottom: number): RenderFunction {
  return () => {
    const { dates, crowds } = drawing.layout;
    const tallest = crowds.reduce((most, { count }) => Math.max(most, count), 1);
    return svg(
      'g',
      { role: 'none' },
      ...crowds.map((crowd) => drawCrowd(crowd, tallest, bottom, drawing)),
      ...dates.map((date) => drawDate(date, drawing)),
    );
  };
}

function drawCrowd({ from, to, count }: Crowd, tallest: number, bottom: number, { crowdTitle }: AxisDrawing) {
  const height = 3 + (CROWD - 3) * (Math.log1p(count) / Math.log1p(tallest));
  return svg(
    'rect',
    { class: 'crowd', x: from + 1, y: bottom - height, width: Math.max(to - from - 2, 1), height },
    svg('title', {}, crowdTitle(count)),
  );
}

function drawDate(placed: PlacedDate, drawing: AxisDrawing): SVGGElement {
  const { date, shape, from, to, goesOn, isVague, lane, label } = placed;
  const { idOf, labelOf, titleOf, measure, chosen } = drawing;
  const middle = TOP + lane * LANE + LANE / 2;
  const isChosen = date === chosen;
  const classes = ['dated', shape, ...(isVague ? ['vague'] : []), ...(isChosen ? ['chosen'] : [])];
  const options = {
    id: idOf(date),
    class: classes.join(' '),
    role: 'option',
    'aria-selected': String(isChosen),
    'aria-label': titleOf(date),
    'data-date': date,
  };
  // A label inside pales the bar, behind the arrow where it has one.
  const inside = from + LABEL_DISTANCE + (goesOn.before ? ARROW : 0);
  const at = { after: to + LABEL_DISTANCE, before: from - LABEL_DISTANCE, inside };
  const text =
    label &&
    svg(
      'text',
      {
        x: at[label],
        y: middle,
        dy: '0.35em',
        'text-anchor': label === 'before' ? 'end' : 'start',
        // The option is called by the whole of it.
        'aria-hidden': 'true',
      },
      labelOf(date),
    );
  // What is chosen is bold, which takes a little more.
  const width = measure(labelOf(date)) * (isChosen ? 1.1 : 1) + LABEL_DISTANCE;
  const gap = { class: 'gap', x: inside - LABEL_DISTANCE / 2, y: middle - 7, width, height: 14 };
  return svg(
    'g',
    options,
    svg('title', {}, titleOf(date)),
    // The room between mark and label answers to the pointer as well.
    svg('rect', { class: 'hit', x: from - 2, y: middle - LANE / 2, width: to - from + 4, height: LANE }),
    ...shapesOf(placed, middle),
    ...(label === 'inside' ? [svg('rect', gap)] : []),
    ...(text ? [text] : []),
  );
}

/** A dot for a day, a bar for all else; an arrow where it goes on beyond what is drawn. */
function shapesOf({ shape, from, to, core, goesOn }: PlacedDate, middle: number): readonly SVGElement[] {
  if (shape === 'day') return [svg('circle', { cx: (from + to) / 2, cy: middle, r: 5 })];
  const first = from + (goesOn.before ? ARROW : 0);
  const last = to - (goesOn.after ? ARROW : 0);
  const bar = (className: string, start: number, end: number, rx: number): readonly SVGElement[] =>
    end <= start
      ? []
      : [svg('rect', { class: className, x: start, y: middle - 5, width: end - start, height: 10, rx })];
  const arrow = (at: number, tip: number): SVGElement =>
    svg('path', { class: 'onward', d: `M${at},${middle - 7}L${tip},${middle}L${at},${middle + 7}Z` });
  return [
    ...bar('reach', first, last, shape === 'within' ? 5 : 1),
    ...(core ? bar('core', Math.max(core.from, first), Math.min(core.to, last), 0) : []),
    ...(goesOn.before ? [arrow(first, from)] : []),
    ...(goesOn.after ? [arrow(last, to)] : []),
  ];
}
