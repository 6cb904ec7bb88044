import type { PageDate } from '../protocol/pageParts';
import { offerCard } from './cardOffers';
import type { FactContext } from './context';
import { actionLink, element } from './dom';
import { segment, type Annotations, type Segment, type Wrapping } from './segments';

/** Draws a text with its names and addresses as links, its dates as `<time>`, its marks set off. */
export function drawText(
  text: string,
  annotations: Annotations,
  context: FactContext,
): readonly (Node | string)[] {
  return segment(text, annotations).map((each) => drawSegment(each, context));
}

function drawSegment(each: Segment, context: FactContext): Node | string {
  if (typeof each === 'string') return each;
  const inner = each.inner.map((piece) => drawSegment(piece, context));
  return drawWrapping(each.wrapping, inner, context);
}

function drawWrapping(wrapping: Wrapping, inner: readonly (Node | string)[], context: FactContext): Node {
  switch (wrapping.kind) {
    case 'name':
      return drawName(wrapping.names, inner, context);
    case 'link': {
      const { url } = wrapping;
      const open = (): void => context.send({ type: 'openSource', url });
      return actionLink(open, { class: 'link', attributes: { title: url } }, ...inner);
    }
    case 'date':
      return drawDate(wrapping.date, 'date', ...inner);
    case 'emphasis':
      return element('em', {}, ...inner);
    case 'strong':
      return element('strong', {}, ...inner);
    case 'code':
      return element('code', {}, ...inner);
  }
}

function drawName(names: readonly number[], inner: readonly (Node | string)[], context: FactContext): Node {
  const known = names.flatMap((index) => context.names[index] ?? []);
  const [best] = known;
  if (!best) return element('span', {}, ...inner);
  const open = (): void => context.send({ type: 'open', target: { kind: 'name', key: best.key } });
  const drawn = actionLink(open, { class: `name name-${best.kind}` }, ...inner);
  const { fact } = context;
  offerCard(drawn, { names: known.map(({ key }) => key), ...(fact !== undefined && { fact }) });
  return drawn;
}

/** A date as `<time>`: machines read it where HTML can say it, people read it written out. */
export function drawDate(
  date: PageDate,
  className: string,
  ...inner: readonly (Node | string)[]
): HTMLElement {
  const isHtmlDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date.edtf);
  // An element without the attribute must hold a date that HTML knows, which `late 2009` is not.
  const options = { class: className, attributes: { title: date.text, 'data-edtf': date.edtf } };
  if (!isHtmlDate) return element('span', options, ...inner);
  return element(
    'time',
    { ...options, attributes: { ...options.attributes, datetime: date.edtf } },
    ...inner,
  );
}
