import type { PageChart } from '../../protocol/pages/figuresPage';

/** What a chart shows, in a line: `Imports: 24 million euros; Exports: 6 million euros`. */
export function summaryOf({ title, kind, series }: PageChart): string {
  const shown = series.map(({ label, figures }) => {
    const each = figures.map((figure) => {
      const before = kind === 'line' ? (figure.when?.text ?? '') : figure.label;
      return kind === 'count' || before === '' ? figure.text : `${before}: ${figure.text}`;
    });
    return label === undefined ? each.join('; ') : `${label}: ${each.join('; ')}`;
  });
  return `${title}. ${shown.join('. ')}`;
}
