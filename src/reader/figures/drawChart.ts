import {
  axisX,
  axisY,
  dot,
  gridY,
  lineY,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { PageChart, PageFigure } from '../../protocol/pages/figuresPage';
import { tickFormat } from '../timeline/tickFormat';
import { wrapText, type Measure } from './wrapText';

/** What a chart is drawn for. */
export interface ChartPlace {
  /** CSS pixels. */
  readonly width: number;
  /** A BCP 47 tag, for numbers and dates on axes. */
  readonly language: string;
  /** Measures text in the font of the chart. */
  readonly measure: Measure;
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly summary: string;
}

/** Series are told apart by colour, sign and dashes; of more than this, some look alike. */
const STYLES = 6;
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const;
/** A dot of a count with the room around it, dots in a row, and dots that are drawn at most. */
const DOT = 16;
const WIDEST_COUNT = 25;
const MOST_DOTS = 1000;
const LINE = 18;
const BAR = 24;
/** How much wider bold letters are than those that are measured, at most. */
const BOLD = 1.2;
const GAP = 16;
const DAY_MS = 86_400_000;
/** Points that have their figure written beside them, at most. */
const MOST_WRITTEN = 12;

/** Draws a chart. Colours and fonts come from charts.css. */
export function drawChart(chart: PageChart, place: ChartPlace): SVGSVGElement {
  const drawn = chartOf(chart, place);
  // The library's style element is what the reader's Content Security Policy forbids; the rules stand in charts.css.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  // The whole is one picture with one text; labels of its groups, which have no role, say nothing and are not allowed.
  for (const mark of drawn.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', place.summary);
  return drawn;
}

function chartOf(chart: PageChart, place: ChartPlace): SVGSVGElement {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart, place);
    case 'shares':
      return drawBars(chart, place, 100);
    case 'line':
      return drawLines(chart, place);
    case 'count':
      return drawCount(chart, place);
  }
}

function draw(options: PlotOptions): SVGSVGElement {
  return plot({ className: 'plot', ...options }) as SVGSVGElement;
}

/** Lengths in pixels: the layout of bars is ours, since labels of any length stand above them. */
const pixels = { type: 'identity', axis: null } as const;

interface BarRow {
  readonly figure: PageFigure;
  readonly lines: readonly string[];
  /** Where its bar begins, below the lines of its label. */
  readonly top: number;
}

/** Bars below their labels, each with its figure; those of shares on a track that is the whole. */
function drawBars({ series }: PageChart, { width, measure }: ChartPlace, whole?: number): SVGSVGElement {
  const figures = series.flatMap((each) => each.figures);
  let height = 0;
  const rows = figures.map((figure): BarRow => {
    const lines = wrapText(figure.label, width, measure);
    const top = height + lines.length * LINE + 2;
    height = top + BAR + GAP;
    return { figure, lines, top };
  });
  const values = figures.map(({ value }) => value);
  const room = Math.max(...figures.map((figure) => measure(figure.text))) * BOLD + 12;
  // Where the figures would leave no room for the bars, they stand in the bars' own line above.
  const isNarrow = room > width * 0.6;
  const marks: Markish[] = [
    ...(whole === undefined ? [] : [rect(rows, { ...barOf(() => whole), className: 'track' })]),
    rect(rows, { ...barOf(({ figure }) => figure.value), className: 'bar s0' }),
    ruleX(rows, { x: 0, y1: 'top', y2: ({ top }: BarRow) => top + BAR, className: 'zero' }),
    text(
      rows.flatMap(({ lines, top }) =>
        lines.map((line, at) => ({ line, y: top - (lines.length - at) * LINE + LINE / 2 - 2 })),
      ),
      { text: 'line', y: 'y', frameAnchor: 'left', className: 'barLabel' },
    ),
    text(rows, {
      text: ({ figure }: BarRow) => figure.text,
      x: ({ figure }: BarRow) => (isNarrow ? 0 : Math.max(figure.value, 0)),
      y: ({ top }: BarRow) => top + BAR / 2,
      dx: 6,
      textAnchor: 'start',
      className: 'barValue',
    }),
  ];
  return draw({
    width,
    height: Math.max(height - GAP, 1),
    margin: 0,
    x: {
      axis: null,
      domain: [Math.min(0, ...values), Math.max(whole ?? 0, ...values) || 1],
      range: [1, isNarrow ? width : width - room],
    },
    y: pixels,
    marks,
  });
}

function barOf(valueOf: (row: BarRow) => number): object {
  return {
    x1: (row: BarRow) => Math.min(0, valueOf(row)),
    x2: (row: BarRow) => Math.max(0, valueOf(row)),
    y1: 'top',
    y2: ({ top }: BarRow) => top + BAR,
  };
}

/** One line for each series over time. What the signs mean stands above. */
function drawLines({ series }: PageChart, { width, language, measure }: ChartPlace): SVGSVGElement {
  const points = series.map(({ figures }) =>
    figures.flatMap((figure) =>
      figure.day === undefined ? [] : [{ figure, at: new Date(figure.day * DAY_MS) }],
    ),
  );
  const all = points.flat();
  const legend = series.flatMap(({ label = '' }, at) =>
    wrapText(label, width - 24, measure).map((line, row) => ({ line, at, isFirst: row === 0 })),
  );
  const top = (series.length > 1 ? legend.length * LINE : 0) + 24;
  const format = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 });
  const values = all.map(({ figure }) => figure.value);
  const widest = Math.max(...values.map((value) => measure(format.format(value))));
  const marks: Markish[] = [
    gridY({ className: 'grid' } as object),
    axisY({ tickFormat: (value: number) => format.format(value), ticks: 5, label: null }),
    // The library also hands all ticks to the format, which its types do not say.
    axisX({ tickFormat: tickFormat(language), tickSpacing: 80, label: null } as object),
    ruleY([0], { className: 'zero' }),
    ...points.flatMap((each, at) => [
      lineY(each, { x: 'at', y: ({ figure }: Point) => figure.value, className: `line s${at % STYLES}` }),
      dot(each, {
        x: 'at',
        y: ({ figure }: Point) => figure.value,
        r: 4.5,
        symbol: SYMBOLS[at % SYMBOLS.length]!,
        className: `point s${at % STYLES}`,
        title: ({ figure }: Point) => `${figure.when?.text ?? ''}: ${figure.text}`,
      }),
    ]),
    ...(all.length > MOST_WRITTEN
      ? []
      : [
          text(all, {
            x: 'at',
            y: ({ figure }: Point) => figure.value,
            text: ({ figure }: Point) => format.format(figure.value),
            dy: -12,
            className: 'pointValue',
          }),
        ]),
    ...(series.length > 1 ? legendMarks(legend) : []),
  ];
  return draw({
    width,
    height: top + 220,
    marginTop: top,
    marginLeft: Math.ceil(widest) + 18,
    marginRight: Math.max(24, Math.ceil(widest / 2)),
    marginBottom: 32,
    x: { type: 'utc' },
    y: { domain: [Math.min(0, ...values), Math.max(0, ...values) || 1], nice: true },
    marks,
  });
}

interface Point {
  readonly figure: PageFigure;
  readonly at: Date;
}

/** The sign of each series and what it is called, above the lines; in pixels of the drawing. */
function legendMarks(
  legend: readonly { readonly line: string; readonly at: number; readonly isFirst: boolean }[],
): readonly Markish[] {
  const middle = (row: number): number => row * LINE + LINE / 2;
  const unscaled = <T>(value: T): { value: T; scale: null } => ({ value, scale: null });
  return [
    ...legend.flatMap(({ at, isFirst }, row): Markish[] =>
      isFirst
        ? [
            dot([0], {
              x: unscaled([9]),
              y: unscaled([middle(row)]),
              r: 4.5,
              symbol: SYMBOLS[at % SYMBOLS.length]!,
              className: `point s${at % STYLES}`,
            }),
          ]
        : [],
    ),
    text(
      legend.map(({ line }) => line),
      {
        x: unscaled(legend.map(() => 22)),
        y: unscaled(legend.map((_, row) => middle(row))),
        textAnchor: 'start',
        className: 'barLabel',
      },
    ),
  ];
}

/** A dot for each of a few things that are counted. */
function drawCount({ series }: PageChart, { width }: ChartPlace): SVGSVGElement {
  const count = series[0]?.figures[0]?.value ?? 0;
  const columns = Math.max(1, Math.min(Math.floor(width / DOT), WIDEST_COUNT));
  const dots = Array.from({ length: Math.min(count, MOST_DOTS) }, (_, at) => at);
  return draw({
    width,
    height: Math.ceil(dots.length / columns) * DOT,
    margin: 0,
    x: { ...pixels, range: [0, width] },
    y: pixels,
    marks: [
      dot(dots, {
        x: (at: number) => ((at % columns) + 0.5) * DOT,
        y: (at: number) => (Math.floor(at / columns) + 0.5) * DOT,
        r: DOT / 2 - 2.5,
        className: 'bar s0',
      }),
    ],
  });
}
