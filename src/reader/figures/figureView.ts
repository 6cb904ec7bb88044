import type { PageChart } from '../../protocol/pages/figuresPage';
import { MAX_PNG, MAX_SVG } from '../../protocol/readerMessages';
import type { ReaderContext } from '../context';
import { actionButton, element } from '../dom';
import { fill } from '../fill';
import { loadCharts } from '../loadCharts';
import { summaryOf } from './summary';
import { measureLike } from './wrapText';

/** Charts are drawn no wider: longer bars say nothing more. */
const WIDEST = 760;

/** A chart with what can be done with it: seen as its table, copied, saved. */
export class FigureView {
  readonly root: HTMLElement;
  private readonly drawing = element('div', { class: 'drawing', attributes: { dir: 'ltr' } });
  private readonly status = element('span', { class: 'quietNote', attributes: { role: 'status' } });
  private readonly toggle: HTMLButtonElement;
  private width = 0;
  private isTable = false;

  constructor(
    private readonly chart: PageChart,
    private readonly index: number,
    private readonly table: HTMLElement,
    private readonly sources: readonly string[],
    private readonly context: ReaderContext,
  ) {
    const { strings } = context;
    const title = element('h2', { id: `chart:${index}` }, chart.title);
    this.toggle = actionButton(() => this.showAs(!this.isTable), { class: 'factAction' }, '');
    const button = (label: string, act: () => Promise<unknown>): HTMLElement =>
      actionButton(() => void this.run(act), { class: 'factAction' }, label);
    const actions = element(
      'div',
      { class: 'chartActions', attributes: { role: 'group', 'aria-label': strings.chartActions } },
      this.toggle,
      button(strings.copyPng, () => this.copyPng()),
      button(strings.copySvg, () => this.copySvg()),
      button(strings.copyCsv, () => this.copyCsv()),
      button(strings.saveChart, () => this.save()),
      this.status,
    );
    const [first] = chart.series[0]?.figures ?? [];
    this.root = element(
      'figure',
      { class: 'chart', attributes: { 'aria-labelledby': title.id } },
      element(
        'figcaption',
        {},
        title,
        ...this.notes().map((note) => element('p', { class: 'quietNote' }, note)),
      ),
      ...(chart.kind === 'count' && first ? [element('p', { class: 'countFigure' }, first.text)] : []),
      this.drawing,
      table,
      actions,
    );
    this.showAs(false);
    new ResizeObserver(() => void this.draw()).observe(this.drawing);
  }

  private notes(): readonly string[] {
    const { strings } = this.context;
    const { unit } = this.chart;
    return [
      ...(unit === '' ? [] : [fill(strings.measuredIn, unit)]),
      ...this.sources.map((source) => fill(strings.sourceOfFigures, source)),
    ];
  }

  private showAs(isTable: boolean): void {
    const { strings } = this.context;
    this.isTable = isTable;
    this.table.hidden = !isTable;
    this.drawing.hidden = isTable;
    this.toggle.textContent = isTable ? strings.showChart : strings.showTable;
  }

  private async draw(): Promise<void> {
    const width = Math.min(this.drawing.clientWidth, WIDEST);
    if (width === 0 || width === this.width) return;
    this.width = width;
    try {
      const { drawChart } = await loadCharts();
      const drawn = drawChart(this.chart, {
        width,
        language: document.documentElement.lang,
        measure: measureLike(this.drawing),
        summary: summaryOf(this.chart),
      });
      this.drawing.replaceChildren(drawn);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.status.textContent = fill(this.context.strings.notDrawn, reason);
      this.showAs(true);
    }
  }

  /** The drawing as a file. It has its styles only while it is shown. */
  private async svg(): Promise<string> {
    const { chartSvg } = await loadCharts();
    const wasTable = this.isTable;
    this.showAs(false);
    await this.draw();
    const drawn = this.drawing.querySelector('svg');
    if (!drawn) throw new Error('no drawing');
    const measure = measureLike(this.drawing);
    const text = chartSvg(drawn, { title: this.chart.title, notes: this.notes(), measure });
    this.showAs(wasTable);
    if (text.length > MAX_SVG) throw new Error(`more than ${MAX_SVG} characters`);
    return text;
  }

  private async copySvg(): Promise<void> {
    this.context.send({ type: 'copyChartSvg', svg: await this.svg() });
    this.sayCopied();
  }

  private async copyCsv(): Promise<void> {
    this.context.send({ type: 'copyChartCsv', chart: this.index });
    this.sayCopied();
    await Promise.resolve();
  }

  private async copyPng(): Promise<void> {
    const { chartPng } = await loadCharts();
    const png = await chartPng(await this.svg());
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    this.sayCopied();
  }

  private async save(): Promise<void> {
    const { chartPng } = await loadCharts();
    const svg = await this.svg();
    const png = await base64Of(await chartPng(svg));
    if (png.length > MAX_PNG) throw new Error(`more than ${MAX_PNG} characters`);
    this.context.send({ type: 'saveChart', chart: this.index, svg, png });
  }

  private async run(act: () => Promise<unknown>): Promise<void> {
    this.status.textContent = '';
    try {
      await act();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.status.textContent = fill(this.context.strings.notTaken, reason);
    }
  }

  private sayCopied(): void {
    this.status.textContent = this.context.strings.copied;
  }
}

/** The bytes in Base64. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
