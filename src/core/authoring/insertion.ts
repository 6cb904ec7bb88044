/** Text that is put into a file; everything that stood there stays, byte for byte. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** A file's text with an insertion made. */
export function insert(text: string, { offset, text: added }: Insertion): string {
  return text.slice(0, offset) + added + text.slice(offset);
}

/** How a file ends its lines, by the first that ends; `\n` where none does. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/**
 * What was selected, as it goes on one line of a file: without control characters and half characters, each run of
 * white space as one space.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
