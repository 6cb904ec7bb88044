import fc from 'fast-check';
import type {
  FiguresPage,
  PageChart,
  PageFigure,
  PageSeries,
} from '../../../../src/protocol/pages/figuresPage';
import { base, breadcrumb, fact, few, label, names, object, sources } from '../arbitraries';

const value = fc.double({ noNaN: true, noDefaultInfinity: true });

export const figure: fc.Arbitrary<PageFigure> = object<PageFigure, 'upTo' | 'when' | 'day'>(
  {
    label,
    value,
    upTo: value,
    text: label,
    exact: label,
    when: object<{ edtf: string; text: string }>({ edtf: label, text: label }),
    day: fc.integer({ min: -5_000_000, max: 5_000_000 }),
    fact: fc.nat(9),
  },
  ['upTo', 'when', 'day'],
);

const series: fc.Arbitrary<PageSeries> = object<PageSeries, 'label'>(
  { label, figures: fc.array(figure, { minLength: 1, maxLength: 3 }) },
  ['label'],
);

const chart: fc.Arbitrary<PageChart> = object<PageChart>({
  kind: fc.constantFrom('bars', 'shares', 'line', 'count'),
  title: label,
  unit: label,
  series: fc.array(series, { minLength: 1, maxLength: 3 }),
});

export const figuresPage: fc.Arbitrary<FiguresPage> = object<FiguresPage>({
  kind: fc.constant('figures' as const),
  ...base,
  breadcrumb,
  charts: few(chart),
  rest: few(figure),
  facts: few(fact),
  names,
  sources,
  language: fc.constantFrom('en', 'ar', 'ko'),
  isCut: fc.boolean(),
});
