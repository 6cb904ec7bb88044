import '../charts.css';
import type { FiguresPage, PageChart, PageFigure } from '../../protocol/pages/figuresPage';
import type { FactContext, ReaderContext } from '../context';
import { element } from '../dom';
import { drawFrame } from '../drawFrame';
import { openLink } from '../drawNavigation';
import { SourceList } from '../drawSources';
import { FigureView } from '../figures/figureView';
import { fill } from '../fill';
import type { DrawnPage } from './drawPage';

/** Draws a topic's quantities: a chart for those that can be compared, a table for the others. */
export function drawFiguresPage(page: FiguresPage, reader: ReaderContext): DrawnPage {
  const context: FactContext = { ...reader, names: page.names, sources: page.sources };
  const { strings } = context;
  const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
  const isEmpty = page.charts.length === 0 && page.rest.length === 0;
  const sources = new SourceList(context);
  sources.add(page.sources);
  const tables = new FigureTables(page, context);
  const main = element(
    'main',
    { id: 'text' },
    heading,
    ...(isEmpty ? [element('p', {}, strings.noFigures)] : []),
    ...(page.isCut
      ? [
          element(
            'p',
            { class: 'quietNote' },
            fill(strings.figuresCut, figuresOf(page.charts) + page.rest.length),
          ),
        ]
      : []),
    ...page.charts.map(
      (chart, at) =>
        new FigureView(chart, at, tables.drawChartTable(chart), sourcesOf(page, chart), context).root,
    ),
    ...(page.rest.length === 0 ? [] : tables.drawRest()),
    sources.element,
  );
  return { children: [drawFrame(page, context, heading, [main], 'frame chartFrame')], heading };
}

function figuresOf(charts: readonly PageChart[]): number {
  return charts.flatMap(({ series }) => series.flatMap(({ figures }) => figures)).length;
}

/** The titles of the sources of a chart, each once. */
function sourcesOf(page: FiguresPage, { series }: PageChart): readonly string[] {
  const titles = series
    .flatMap(({ figures }) => figures)
    .flatMap(({ fact }) => page.sources[page.facts[fact]?.source ?? -1]?.title ?? []);
  return [...new Set(titles)];
}

/** The figures as tables: what a chart shows, and what stands in none. */
class FigureTables {
  constructor(
    private readonly page: FiguresPage,
    private readonly context: FactContext,
  ) {}

  drawChartTable({ series, title }: PageChart): HTMLElement {
    const rows = series.flatMap(({ label, figures }) =>
      figures.map((figure) => this.row(label ?? figure.label, figure)),
    );
    return this.table(rows, title);
  }

  drawRest(): readonly HTMLElement[] {
    const { otherFigures } = this.context.strings;
    const rows = this.page.rest.map((figure) => this.row(undefined, figure));
    return [element('h2', {}, otherFigures), this.table(rows, otherFigures, false)];
  }

  private row(label: string | undefined, figure: PageFigure): HTMLElement {
    const { page, context } = this;
    const fact = page.facts[figure.fact];
    const source = page.sources[fact?.source ?? -1];
    const sentence = fact
      ? openLink({ kind: 'fact', key: fact.key }, context, 'link', fact.text)
      : element('span', {}, figure.label);
    sentence.lang = page.language;
    return element(
      'tr',
      {},
      ...(label === undefined
        ? []
        : [element('th', { attributes: { scope: 'row', lang: page.language } }, label)]),
      element('td', {}, figure.when?.text ?? ''),
      element('td', { class: 'figureCell' }, figure.exact),
      element('td', { class: 'factCell' }, sentence),
      element('td', {}, source?.title ?? ''),
    );
  }

  private table(rows: readonly HTMLElement[], title: string, hasLabels = true): HTMLElement {
    const { strings } = this.context;
    const columns = [
      ...(hasLabels ? [strings.columnLabel] : []),
      strings.columnWhen,
      strings.columnFigure,
      strings.columnFact,
      strings.columnSource,
    ];
    const head = columns.map((column) => element('th', { attributes: { scope: 'col' } }, column));
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    );
    // A wide table scrolls by itself, and by keyboard too; the page never scrolls sideways.
    const attributes = { role: 'region', tabindex: '0', 'aria-label': title };
    return element('div', { class: 'wide', attributes }, table);
  }
}
