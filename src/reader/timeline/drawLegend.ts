import type { ReaderStrings } from '../../protocol/hostMessages';
import { element } from '../dom';
import { svg } from '../svg';

/** Says what the shapes on an axis mean. */
export function drawLegend(strings: ReaderStrings): HTMLElement {
  const bar = (className: string, x: number, width: number): SVGElement =>
    svg('rect', { class: className, x, y: 3, width, height: 10, rx: className === 'core' ? 0 : 1 });
  const sample = (className: string, ...shapes: readonly SVGElement[]): SVGElement =>
    svg(
      'svg',
      { width: 32, height: 16, viewBox: '0 0 32 16', 'aria-hidden': 'true' },
      svg('g', { class: `dated ${className}` }, ...shapes),
    );
  const round = svg('rect', { class: 'reach', x: 2, y: 3, width: 28, height: 10, rx: 5 });
  const entries: readonly (readonly [SVGElement, string])[] = [
    [sample('day', svg('circle', { cx: 16, cy: 8, r: 5 })), strings.shapeDay],
    [sample('within', round), strings.shapeWithin],
    [sample('span', bar('reach', 1, 30), bar('core', 9, 14)), strings.shapeSpan],
    [sample('vague', bar('reach', 1, 30)), strings.shapeVague],
  ];
  return element(
    'ul',
    { class: 'legend' },
    ...entries.map(([shape, text]) => element('li', {}, shape, ' ', text)),
  );
}
