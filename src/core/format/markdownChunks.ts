import { BLOCK_LINES } from './bounds';

/** A part of a topic's Markdown that can be parsed by itself. */
export interface MarkdownChunk {
  readonly text: string;
  /** Offset of the chunk in the text that was divided. */
  readonly start: number;
  /** Whether the chunk ends inside of a block, which is divided there. */
  readonly isForced: boolean;
}

/**
 * The Markdown reader's time grows faster than its text, with lists by the square. So a long text is divided where a
 * new block begins in any case: at this many characters or lines a chunk ends at the next such place.
 */
const CHUNK_LENGTH = 32_768;
const CHUNK_LINES = 500;
/** A list or quote with more lines is divided between two of its outer items, which a reader does not see. */
const LIST_LINES = 1_000;
const LIST_ITEM = /^ ?(?:[-+*]|\d{1,9}[.)])[ \t]|^>/;
const DEEPER_LIST_ITEM = /^ {2,3}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** HTML blocks that go on over empty lines, and what ends them (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const LONG_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
const DEFINITION = /^ {0,3}\[[^\]\r\n]{1,999}\]:[ \t]*\S.*$/gm;
/** Characters of reference definitions that are given to each chunk. */
const DEFINITIONS_LENGTH = 16_384;

/** Follows fences and HTML blocks from line to line. */
export class OpenBlock {
  private fence: string | undefined;
  private htmlEnd: RegExp | undefined;
  private isShortHtml = false;

  get isOpen(): boolean {
    return this.fence !== undefined || this.htmlEnd !== undefined;
  }

  next(line: string, isBlank: boolean): void {
    if (this.fence !== undefined) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(this.fence)) this.fence = undefined;
    } else if (this.htmlEnd) {
      if (this.htmlEnd.test(line)) this.htmlEnd = undefined;
    } else if (isBlank) {
      this.isShortHtml = false;
    } else if (!this.isShortHtml) {
      this.open(line);
    }
  }

  private open(line: string): void {
    this.fence = FENCE.exec(line)?.[1];
    if (this.fence !== undefined || !/^ {0,3}</.test(line)) return;
    const html = LONG_HTML.find(([begin]) => begin.test(line));
    // An HTML block of another kind ends at the next empty line; no fence begins inside of it.
    if (!html) this.isShortHtml = true;
    else if (!html[1].test(line)) this.htmlEnd = html[1];
  }
}

/** Divides Markdown into chunks that can be parsed one after the other. Short texts stay whole. */
export function divideMarkdown(text: string): MarkdownChunk[] {
  if (text.length <= CHUNK_LENGTH && (text.match(/\r\n|\n|\r/g)?.length ?? 0) <= CHUNK_LINES) {
    return [{ text, start: 0, isForced: false }];
  }
  // A reference link needs its definition in the text that is parsed.
  const definitions = (text.match(DEFINITION) ?? []).join('\n').slice(0, DEFINITIONS_LENGTH);
  const chunks: MarkdownChunk[] = [];
  const block = new OpenBlock();
  let chunkStart = 0;
  let lines = 0;
  let isAfterBlank = true;
  let lineStart = 0;
  const divide = (isForced: boolean): void => {
    const part = text.slice(chunkStart, lineStart);
    chunks.push({
      text: definitions === '' ? part : `${part}\n\n${definitions}`,
      start: chunkStart,
      isForced,
    });
    chunkStart = lineStart;
    lines = 0;
  };
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const line = match[1] ?? '';
    const isBlank = line.trim() === '';
    lineStart = match.index;
    const isLong = lines > CHUNK_LINES || lineStart - chunkStart > CHUNK_LENGTH;
    if (isLong && !isBlank && !block.isOpen) {
      const isListItem = LIST_ITEM.test(line);
      if (isAfterBlank && /^\S/.test(line) && !isListItem) divide(false);
      else if (lines > LIST_LINES && isListItem) divide(false);
      else if (lines > LIST_LINES * 2 && DEEPER_LIST_ITEM.test(line)) divide(false);
      else if (lines > BLOCK_LINES) divide(true);
    }
    block.next(line, isBlank);
    isAfterBlank = isBlank;
    lines++;
  }
  lineStart = text.length;
  divide(false);
  return chunks;
}
