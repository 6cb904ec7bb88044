/** What may stand before a colon. */
export const FILTER_FIELDS = ['kind', 'name', 'topic', 'dossier', 'year', 'before', 'after', 'has'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

interface Place {
  /** Where the part stands in the query, with its sign and quotes. */
  readonly start: number;
  readonly end: number;
  /** With a minus before it: what has it is not wanted. */
  readonly negated: boolean;
}

/** `kind:person`; the value may be empty while it is being typed. */
export interface FilterPart extends Place {
  readonly part: 'filter';
  readonly field: FilterField;
  readonly value: string;
}

/** `"exact phrase"`; the closing quote may be missing while it is being typed. */
export interface PhrasePart extends Place {
  readonly part: 'phrase';
  readonly text: string;
  readonly isClosed: boolean;
}

/** Anything else between spaces. */
export interface TextPart extends Place {
  readonly part: 'text';
  readonly text: string;
}

export type QueryPart = FilterPart | PhrasePart | TextPart;

/** What is longer than this is not typed but pasted. */
const LONGEST_QUERY = 500;
/** Filters, phrases and what is not wanted, that count in a query: each is looked up in the whole library. */
const MOST_NARROWING = 6;
/** How often the same word counts. */
const MOST_REPEATED = 2;

/**
 * A query of which only so much is left as a search has time for, whatever was pasted: its first 500 code units, the first
 * six filters, phrases and minuses in it, and each word at most twice. How many different words count is bounded where
 * they become slots.
 */
export function boundedQuery(query: string): {
  readonly query: string;
  readonly parts: readonly QueryPart[];
} {
  const short = query.slice(0, LONGEST_QUERY);
  const seen = new Map<string, number>();
  let narrowing = 0;
  const parts = parseQuery(short).filter((part) => {
    if (part.part !== 'text' || part.negated) return ++narrowing <= MOST_NARROWING;
    const times = (seen.get(part.text) ?? 0) + 1;
    seen.set(part.text, times);
    return times <= MOST_REPEATED;
  });
  return { query: short, parts };
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“' };
const NEXT_FILTER = /^ [a-z]+:/i;
const FIELD = /^([a-z]+):/i;

/**
 * Takes a query apart: `"exact phrase"`, `-not`, `kind:person` (also with a
 * space behind the colon), `name:"jack lang"`, and words. Every string is a query:
 * what is no filter's name before a colon, a minus alone and a quote that is not closed are taken as they are meant.
 */
export function parseQuery(query: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query[at]!)) {
      at++;
      continue;
    }
    const start = at;
    const negated = query[at] === '-' && /[^\s-]/.test(query[at + 1] ?? ' ');
    if (negated) at++;
    const field = FIELD.exec(query.slice(at, at + 12))?.[1]?.toLowerCase();
    if (isField(field)) {
      at += field.length + 1;
      // `kind: person`: the value is what comes next.
      if (
        query[at] === ' ' &&
        /^ [^\s:-]/.test(query.slice(at, at + 2)) &&
        !NEXT_FILTER.test(query.slice(at, at + 14))
      ) {
        at++;
      }
      const value = readValue(query, at);
      at = value.end;
      parts.push({ part: 'filter', field, value: value.text, negated, start, end: at });
    } else if (Object.hasOwn(CLOSING, query[at] ?? '')) {
      const value = readValue(query, at);
      at = value.end;
      parts.push({ part: 'phrase', text: value.text, isClosed: value.isClosed, negated, start, end: at });
    } else {
      const value = readValue(query, at);
      at = value.end;
      parts.push({ part: 'text', text: value.text, negated, start, end: at });
    }
  }
  return parts;
}

/** Whether a query asks for something yet; a quotation mark or a minus alone does not, nor what is only not wanted. */
export function asksForSomething(query: string): boolean {
  return parseQuery(query).some(
    (part) => !part.negated && (part.part === 'filter' || /[\p{L}\p{N}]/u.test(part.text)),
  );
}

function isField(field: string | undefined): field is FilterField {
  return (FILTER_FIELDS as readonly (string | undefined)[]).includes(field);
}

/** What stands in quotes at a place, or from there to the next space. */
function readValue(query: string, at: number): { text: string; end: number; isClosed: boolean } {
  const closing = Object.hasOwn(CLOSING, query[at] ?? '') ? CLOSING[query[at]!]! : undefined;
  if (closing !== undefined) {
    const end = query.indexOf(closing, at + 1);
    return end < 0
      ? { text: query.slice(at + 1), end: query.length, isClosed: false }
      : { text: query.slice(at + 1, end), end: end + 1, isClosed: true };
  }
  let end = at;
  while (end < query.length && !/\s/.test(query[end]!)) end++;
  return { text: query.slice(at, end), end, isClosed: true };
}

/** The words of a query as they stand, with spaces in the place of all else: offsets stay. */
export function plainText(query: string, parts: readonly QueryPart[]): string {
  let plain = '';
  for (const part of parts) {
    if (part.part === 'text' && !part.negated) plain = plain.padEnd(part.start) + part.text;
  }
  return plain + (/\s$/.test(query) ? ' ' : '');
}
