import * as vscode from 'vscode';
import { csvLine } from '../../core/export/listCsv';
import type { FiguresPage, PageChart } from '../../protocol/pages/figuresPage';
import type { ReaderMessage } from '../../protocol/readerMessages';

/** What the reader asks for a chart. */
export type ChartMessage = Extract<ReaderMessage, { type: 'copyChartCsv' | 'copyChartSvg' | 'saveChart' }>;

const COLUMNS = [
  'chart',
  'label',
  'value',
  'upTo',
  'unit',
  'date',
  'text',
  'fact',
  'source',
  'url',
  'license',
] as const;

/** The figures of a chart as CSV, with the fact and the source of each. Dates are EDTF. */
export function chartCsv(page: FiguresPage, { title, unit, series }: PageChart): string {
  const rows = series.flatMap(({ label, figures }) =>
    figures.map((figure) => {
      const fact = page.facts[figure.fact];
      const source = fact?.source === undefined ? undefined : page.sources[fact.source];
      return [
        title,
        label ?? figure.label,
        String(figure.value),
        figure.upTo === undefined ? '' : String(figure.upTo),
        unit,
        figure.when?.edtf ?? '',
        figure.exact,
        fact?.text ?? '',
        source?.title ?? '',
        source?.url ?? '',
        source?.license ?? '',
      ];
    }),
  );
  return [COLUMNS, ...rows].map(csvLine).join('');
}

/** Asks where a chart goes and writes it there: a picture, the drawing, or its figures, by the file's ending. */
export async function saveChart(
  page: FiguresPage,
  chart: PageChart,
  { svg, png }: Extract<ReaderMessage, { type: 'saveChart' }>,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${fileName(chart.title)}.png`;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { PNG: ['png'], SVG: ['svg'], CSV: ['csv'] },
  });
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, contents());
  return target;

  function contents(): Uint8Array {
    if (/\.csv$/iu.test(target!.path)) return new TextEncoder().encode(chartCsv(page, chart));
    if (/\.svg$/iu.test(target!.path)) return new TextEncoder().encode(svg);
    return Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
  }
}

/** A title as a file can be called on any system. */
function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '')
      .slice(0, 80) || 'chart'
  );
}
