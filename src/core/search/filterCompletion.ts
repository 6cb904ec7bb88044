import { FILTER_FIELDS, parseQuery, type FilterField } from './query';

/** What the end of a query may become: the name of a filter, or the value behind one. */
export type Unfinished =
  | { readonly of: 'field'; readonly fields: readonly FilterField[]; readonly start: number }
  | { readonly of: 'value'; readonly field: FilterField; readonly value: string; readonly start: number };

/**
 * What is being typed at the end of a query, where it is a filter: `:` stands for any, `ki:` and `:ki` for those that
 * begin so, `kind:per` is behind one. `undefined` where it is something else, and behind a space.
 */
export function unfinishedFilter(query: string): Unfinished | undefined {
  const part = parseQuery(query).at(-1);
  if (part?.end !== query.length) return undefined;
  const start = part.start + (part.negated ? 1 : 0);
  if (part.part === 'filter') return { of: 'value', field: part.field, value: part.value, start };
  if (part.part !== 'text') return undefined;
  const typed = /^(?::[a-z]*|[a-z]+:)$/i.exec(part.text)?.[0].replace(':', '').toLowerCase();
  if (typed === undefined) return undefined;
  const fields = FILTER_FIELDS.filter((field) => field.startsWith(typed));
  return fields.length > 0 ? { of: 'field', fields, start } : undefined;
}

/** A query with a filter in the place of what stands from `start` on; a space behind a value ends it. */
export function withFilter(query: string, start: number, field: FilterField, value?: string): string {
  return `${query.slice(0, start)}${filterText(field, value ?? '')}${value === undefined ? '' : ' '}`;
}

/** A filter as one types it: what has spaces or quotes stands in quotes, without its own. */
export function filterText(field: FilterField, value: string): string {
  return `${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
}

/** Puts a filter before a query, or takes it out where it is there already. */
export function toggleFilter(query: string, field: FilterField, value: string): string {
  const isThis = (part: ReturnType<typeof parseQuery>[number]): boolean =>
    part.part === 'filter' && !part.negated && part.field === field;
  const parts = parseQuery(query);
  const had = parts.some((part) => isThis(part) && 'value' in part && part.value === value);
  // Another value of the same filter would leave nothing that has both.
  const rest = parts
    .filter((part) => !isThis(part))
    .map(({ start, end }) => query.slice(start, end))
    .join(' ');
  const end = /\s$/.test(query) || rest === '' ? '' : query.slice(query.trimEnd().length);
  return had ? `${rest}${end}` : `${filterText(field, value)} ${rest}${end}`;
}
