import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { OpenBlock } from './markdownChunks';
import { readPlainInline } from './plainInline';

type Parse = (text: string, base: number) => RootContent[];

interface Line {
  readonly start: number;
  readonly end: number;
}

/** An item of a list that is one line of plain prose. */
interface PlainItem {
  /** What tells lists apart: `-`, `*`, `+`, `.` or `)`. */
  readonly marker: string;
  /** The number of an ordered item. */
  readonly number: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly content: PhrasingContent[];
}

const HEADING = /(#{1,6}) +(?=[^\s#])/y;
const ITEM = /(?:([-+*])|(\d{1,9})([.)])) {1,4}(?=\S)/y;
/** How no line of a plain paragraph and no plain item begins: markup, indents, or the second line of a table. */
const MARKUP_FIRST = /[\s#>\-+*_=|:`~<[]/y;
const DIRECTIVE_FIRST = /:(?:fact|name)\[/y;
const NUMBER_FIRST = /\d{1,9}[.)](?:[ \n]|$)/y;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,999}\]:/m;
const BLANK = /^[ \t]*$/;

/** Reads blocks of plain prose; what is none is gathered and left to the library. */
class PlainBlocks {
  private readonly nodes: RootContent[] = [];
  /** Lines that were not read yet, from `groupStart` on; where all are plain items, those. */
  private groupStart = -1;
  private items: PlainItem[] | undefined;
  private open = new OpenBlock();

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly parse: Parse,
  ) {}

  read(): RootContent[] {
    const { text } = this;
    let lines: Line[] = [];
    for (let start = 0; start <= text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const isBlank = start === end || BLANK.test(text.slice(start, end));
      if (!isBlank) lines.push({ start, end });
      else if (lines.length > 0) {
        this.run(lines);
        lines = [];
      }
      if (isBlank && this.groupStart >= 0) this.open.next('', true);
      start = end + 1;
    }
    if (lines.length > 0) this.run(lines);
    this.endGroup(text.length);
    return this.nodes;
  }

  /** Lines between blank ones. */
  private run(lines: readonly Line[]): void {
    let first = 0;
    if (!this.open.isOpen) {
      while (first < lines.length && this.heading(lines[first]!)) first++;
      if (first === lines.length) return;
    }
    const rest = first === 0 ? lines : lines.slice(first);
    if (!this.open.isOpen && this.paragraph(rest)) return;
    const items = this.groupStart < 0 || this.items ? this.plainItems(rest) : undefined;
    if (this.groupStart < 0) {
      this.groupStart = rest[0]!.start;
      this.items = items;
    } else if (items) this.items?.push(...items);
    if (!items) this.items = undefined;
    for (const { start, end } of rest) this.open.next(this.text.slice(start, end), false);
  }

  private heading({ start, end }: Line): boolean {
    HEADING.lastIndex = start;
    const lead = HEADING.exec(this.text);
    if (!lead || this.text[end - 1] === '#' || this.text[end - 1] === '\\') return false;
    const children = readPlainInline(this.text, start + lead[0].length, end, this.base);
    if (!children) return false;
    this.endGroup(start);
    const depth = lead[1]!.length as Heading['depth'];
    this.nodes.push({ type: 'heading', depth, children, position: this.place(start, end) });
    return true;
  }

  private paragraph(lines: readonly Line[]): boolean {
    if (!lines.every(({ start }) => this.beginsPlainly(start))) return false;
    const start = lines[0]!.start;
    const end = lines.at(-1)!.end;
    const children = readPlainInline(this.text, start, end, this.base);
    if (!children) return false;
    this.endGroup(start);
    this.nodes.push({ type: 'paragraph', children, position: this.place(start, end) });
    return true;
  }

  private beginsPlainly(start: number): boolean {
    if (tests(NUMBER_FIRST, this.text, start)) return false;
    return !tests(MARKUP_FIRST, this.text, start) || tests(DIRECTIVE_FIRST, this.text, start);
  }

  private plainItems(lines: readonly Line[]): PlainItem[] | undefined {
    const items: PlainItem[] = [];
    for (const { start, end } of lines) {
      ITEM.lastIndex = start;
      const lead = ITEM.exec(this.text);
      if (!lead) return undefined;
      const contentStart = start + lead[0].length;
      if (contentStart >= end || !this.beginsPlainly(contentStart)) return undefined;
      const content = readPlainInline(this.text, contentStart, end, this.base);
      if (!content) return undefined;
      const [, bullet, number, delimiter] = lead;
      items.push({
        marker: bullet ?? delimiter!,
        number: number === undefined ? undefined : Number(number),
        start,
        end,
        contentStart,
        content,
      });
    }
    return items;
  }

  private endGroup(end: number): void {
    if (this.groupStart < 0) return;
    if (this.items) this.lists(this.items);
    else {
      const text = this.text.slice(this.groupStart, end);
      for (const node of this.parse(text, this.base + this.groupStart)) this.nodes.push(node);
    }
    this.groupStart = -1;
    this.items = undefined;
    this.open = new OpenBlock();
  }

  private lists(items: readonly PlainItem[]): void {
    let list: List | undefined;
    let marker: string | undefined;
    for (const item of items) {
      const paragraph: Paragraph = {
        type: 'paragraph',
        children: item.content,
        position: this.place(item.contentStart, item.end),
      };
      const node: ListItem = {
        type: 'listItem',
        children: [paragraph],
        position: this.place(item.start, item.end),
      };
      if (list && item.marker === marker) {
        list.children.push(node);
        list.position!.end = node.position!.end;
        continue;
      }
      marker = item.marker;
      list = {
        type: 'list',
        ordered: item.number !== undefined,
        start: item.number ?? null,
        children: [node],
        position: this.place(item.start, item.end),
      };
      this.nodes.push(list);
    }
  }

  private place(start: number, end: number): NonNullable<RootContent['position']> {
    return {
      start: { line: 1, column: 1, offset: this.base + start },
      end: { line: 1, column: 1, offset: this.base + end },
    };
  }
}

function tests(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * Reads Markdown as `parse` would, but reads headings, paragraphs and items of plain prose itself, and gives `parse`
 * only what stands between them. A heading or paragraph at the beginning of a line and behind an empty one ends every
 * list and quote, so what is before it can be read by itself. Text whose blocks depend on each other otherwise (by
 * reference definitions), or that has no plain line breaks, is left to `parse` as a whole.
 */
export function readPlainBlocks(text: string, base: number, parse: Parse): RootContent[] {
  // The library drops a byte order mark at the beginning of what it is given.
  if (text.includes('\r') || text.includes('\ufeff') || DEFINITION.test(text)) return parse(text, base);
  return new PlainBlocks(text, base, parse).read();
}
