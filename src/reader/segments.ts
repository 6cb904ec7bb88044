import type { Mark } from '../core/model';
import type { PageDate, PageNameSpan } from '../protocol/pageParts';

/** What a run of a text is: set off, a link, a name or a date. */
export type Wrapping =
  | { readonly kind: 'name'; readonly names: readonly number[] }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'date'; readonly date: PageDate }
  | { readonly kind: 'emphasis' | 'strong' | 'code' };

/** A piece of a text: plain, or wrapped around further pieces. */
export type Segment = string | { readonly wrapping: Wrapping; readonly inner: readonly Segment[] };

/** What stands beside a text. */
export interface Annotations {
  readonly marks: readonly Mark[];
  readonly nameSpans?: readonly PageNameSpan[];
  readonly dates?: readonly PageDate[];
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Outer wrappings have lower ranks: a name stays one link though half of it is emphasised. */
  readonly rank: number;
  readonly wrapping: Wrapping;
}

/**
 * Cuts a text at its names, dates and marks into a tree that holds each character once, in order. Spans that cross
 * are cut where they do; of two links that overlap, the first stays. Offsets outside of the text are ignored.
 */
export function segment(text: string, annotations: Annotations): readonly Segment[] {
  const spans = spansOf(annotations)
    .map((span) => ({ ...span, end: Math.min(span.end, text.length) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end);
  return cut(text, 0, text.length, withoutLinksInLinks(spans));
}

function spansOf({ marks, nameSpans = [], dates = [] }: Annotations): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end, kind, url } of marks) {
    if (kind !== 'link') spans.push({ start, end, rank: 2, wrapping: { kind } });
    else if (url !== undefined && /^https?:/iu.test(url)) {
      spans.push({ start, end, rank: 0, wrapping: { kind, url } });
    }
  }
  for (const { start, end, names } of nameSpans) {
    spans.push({ start, end, rank: 0, wrapping: { kind: 'name', names } });
  }
  for (const date of dates) {
    if (date.start === undefined || date.end === undefined) continue;
    spans.push({ start: date.start, end: date.end, rank: 1, wrapping: { kind: 'date', date } });
  }
  return spans;
}

/** Spans are sorted: links and names come first, by their start. */
function withoutLinksInLinks(spans: readonly Span[]): readonly Span[] {
  let linkedUntil = 0;
  return spans.filter((span) => {
    if (span.rank > 0) return true;
    if (span.start < linkedUntil) return false;
    linkedUntil = span.end;
    return true;
  });
}

/** The segments of `text` from `start` to `end`; `spans` are sorted by rank, then start, longest first. */
function cut(text: string, start: number, end: number, spans: readonly Span[]): readonly Segment[] {
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const [outer, ...others] = inside;
  if (!outer) return start < end ? [text.slice(start, end)] : [];
  const from = Math.max(outer.start, start);
  const to = Math.min(outer.end, end);
  return [
    ...cut(text, start, from, others),
    { wrapping: outer.wrapping, inner: cut(text, from, to, others) },
    ...cut(text, to, end, others),
  ];
}
