import type { SourceRange } from '../format/problems';

/** One attribute of a directive, where it stands: `#id` has the key `id`. The range is that of the value. */
export interface Attribute extends SourceRange {
  readonly key: string;
  readonly value: string;
}

/** The attributes in braces behind a directive's text. */
export interface AttributeList {
  readonly attributes: readonly Attribute[];
  /** Offset behind the closing brace, or where the list breaks off. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** `#id`, a key with or without a value, or a class, which the format does not have. */
const ATTRIBUTE =
  /#([^\s"#'<=>.`}]*)|([^\s"#'<=>.`{}]+)(?:[ \t]*=[ \t]*("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"'<=>`}]*))?|\.[^\s#.}]*/y;
/** A list that nobody closes ends with its line, and after this many characters. */
const LONGEST = 4000;

/**
 * Reads the attributes that begin with the brace at an offset, also while they are being written: without the closing
 * brace or quotation mark they end with the line.
 */
export function attributesAt(text: string, brace: number): AttributeList {
  const attributes: Attribute[] = [];
  const limit = Math.min(text.length, brace + LONGEST);
  let at = brace + 1;
  while (at < limit) {
    const char = text[at]!;
    if (char === '}') return { attributes, end: at + 1, isClosed: true };
    if (char === '\n' || char === '\r') break;
    ATTRIBUTE.lastIndex = at;
    const match = /[\s]/.test(char) ? null : ATTRIBUTE.exec(text);
    if (!match || match[0] === '') {
      at++;
      continue;
    }
    const [all, id, key, raw] = match;
    const end = at + all.length;
    if (id !== undefined) {
      attributes.push({ key: 'id', value: id, start: at + 1, end });
    } else if (key !== undefined && raw !== undefined) {
      const quote = /^["']/.exec(raw)?.[0];
      const isClosed = quote !== undefined && raw.length > 1 && raw.endsWith(quote);
      const value = quote === undefined ? raw : raw.slice(1, isClosed ? -1 : undefined);
      const start = end - raw.length + (quote === undefined ? 0 : 1);
      attributes.push({ key, value, start, end: start + value.length });
    }
    at = end;
  }
  return { attributes, end: at, isClosed: false };
}
