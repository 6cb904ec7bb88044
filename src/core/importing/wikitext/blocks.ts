import type { BlockContent, List, ListItem, RootContent } from 'mdast';
import { BLOCK_NESTING } from '../bounds';
import { heading, paragraph, textOf } from '../tree';
import { inlineText, readInline } from './inline';
import { QUOTE_END, QUOTE_START, STAND_IN_LINE } from './page';
import type { WikiPage } from './page';
import { isTableStart, readInfobox, readTable, tableEnd } from './tables';

const HEADING = /^(={1,6})(.{1,500}?)\1\s*$/;
const LIST = /^([*#:;]+)[ \t]*/;
/** Tags that begin or end a block; what stands on either side is a block of its own. */
const BLOCK_TAG =
  /<\/?(?:div|p|center|table|tr|ul|ol|dl|section|noinclude|onlyinclude|references|gallery)\b[^<>]{0,500}>/gi;
const QUOTE_TAG = /<(\/?)blockquote\b[^<>]{0,500}>/gi;
const ITEM_TAG = /<(?:li|dd|dt)\b[^<>]{0,200}>/gi;

/** Reads the blocks of wikitext from which templates, comments and notes have been taken. */
export function readBlocks(text: string, page: WikiPage): RootContent[] {
  const prepared = text
    .replace(BLOCK_TAG, '\n\n')
    .replace(QUOTE_TAG, (_, slash) => `\n\n${slash === '' ? QUOTE_START : QUOTE_END}\n\n`)
    .replace(ITEM_TAG, '\n* ');
  return new BlockReader(prepared.split('\n'), page).read();
}

class BlockReader {
  private readonly blocks: RootContent[] = [];
  private lines: string[] = [];
  /** Where the quotation that is open begins among the blocks. */
  private quoteStart: number | undefined;

  constructor(
    private readonly all: readonly string[],
    private readonly page: WikiPage,
  ) {}

  read(): RootContent[] {
    for (let at = 0; at < this.all.length;) at = this.line(at);
    this.endParagraph();
    this.endQuote();
    return this.blocks;
  }

  /** Reads the line at `at`, or the block that begins there, and gives where the next one begins. */
  private line(at: number): number {
    const line = this.all[at]!;
    const trimmed = line.trim();
    if (trimmed === '' || /^-{4,}$/.test(trimmed)) {
      this.endParagraph();
      return at + 1;
    }
    if (trimmed === QUOTE_START || trimmed === QUOTE_END) {
      this.endParagraph();
      this.endQuote();
      if (trimmed === QUOTE_START) this.quoteStart = this.blocks.length;
      return at + 1;
    }
    const found = trimmed.length <= 520 ? HEADING.exec(trimmed) : null;
    if (found && line.startsWith('=')) {
      this.endParagraph();
      this.endQuote();
      this.add(heading(found[1]!.length, inlineText(found[2]!, this.page)));
      return at + 1;
    }
    const standIn = STAND_IN_LINE.exec(trimmed);
    if (standIn) {
      this.standIn(Number(standIn[1]), trimmed);
      return at + 1;
    }
    if (isTableStart(line)) {
      this.endParagraph();
      const end = tableEnd(this.all, at);
      this.add(...readTable(this.all.slice(at, end), this.page));
      return end;
    }
    if (LIST.test(line)) {
      this.endParagraph();
      let end = at + 1;
      while (end < this.all.length && LIST.test(this.all[end]!)) end++;
      this.add(...readList(this.all.slice(at, end), this.page));
      return end;
    }
    // What is left of a table that was never begun.
    if (!/^\|[}+-]?\s*$/.test(trimmed)) this.lines.push(trimmed.replace(/^\|(?=[^|])/, ''));
    return at + 1;
  }

  private standIn(number: number, line: string): void {
    const piece = this.page.raw[number];
    if (piece?.kind === 'code') {
      this.endParagraph();
      this.add({ type: 'code', value: piece.text });
    } else if (piece?.kind === 'infobox') {
      this.endParagraph();
      this.add(...readInfobox(piece.type, piece.rows, this.page));
    } else {
      this.lines.push(line);
    }
  }

  private endQuote(): void {
    if (this.quoteStart === undefined) return;
    const children = this.blocks.splice(this.quoteStart) as BlockContent[];
    this.quoteStart = undefined;
    if (children.length > 0) this.blocks.push({ type: 'blockquote', children });
  }

  private endParagraph(): void {
    const text = this.lines.join(' ');
    this.lines = [];
    if (text === '') return;
    const children = readInline(text, this.page);
    if (children.some((node) => textOf(node).trim() !== '')) this.blocks.push(paragraph(children));
    this.takeCaptions();
  }

  private add(...nodes: RootContent[]): void {
    for (const node of nodes) this.blocks.push(node);
    this.takeCaptions();
  }

  private takeCaptions(): void {
    this.blocks.push(...this.page.captions.splice(0));
  }
}

/** A list that is open while its lines are read. */
interface OpenList {
  readonly sign: string;
  readonly list: List;
}

/** Reads lines that begin with `*`, `#`, `:` or `;`. */
function readList(lines: readonly string[], page: WikiPage): RootContent[] {
  const result: RootContent[] = [];
  let open: OpenList[] = [];
  for (const line of lines) {
    const [marker = '', signs = ''] = LIST.exec(line) ?? [];
    const content = line.slice(marker.length);
    const levels = signs
      .replace(/[:;]/g, (sign, at: number) => (at === signs.length - 1 ? sign : ':'))
      .slice(-BLOCK_NESTING);
    if (/^[:;]+$/.test(levels)) {
      // An indent, or a term and what it means.
      open = [];
      result.push(...indented(levels.endsWith(';'), content, page));
      continue;
    }
    const wanted = levels.replace(/[:;]/g, '');
    let same = 0;
    while (same < open.length && same < wanted.length && open[same]!.sign === wanted[same]) same++;
    open = open.slice(0, same);
    for (const sign of wanted.slice(same)) {
      const list: List = { type: 'list', ordered: sign === '#', children: [] };
      const parent = open.at(-1)?.list;
      if (parent) itemFor(parent).children.push(list);
      else result.push(list);
      open.push({ sign, list });
    }
    const list = open.at(-1)!.list;
    const children = readInline(content, page);
    const isIndented = /[:;]$/.test(levels) && list.children.length > 0;
    if (children.some((node) => textOf(node).trim() !== '')) {
      const block = { type: 'paragraph' as const, children };
      if (isIndented) itemFor(list).children.push(block);
      else list.children.push({ type: 'listItem', children: [block] });
    }
  }
  return result.filter((node) => node.type !== 'list' || textOf(node).trim() !== '');
}

/** The last item of a list; a new one where it has none. */
function itemFor(list: List): ListItem {
  const last = list.children.at(-1);
  if (last) return last;
  const item: ListItem = { type: 'listItem', children: [] };
  list.children.push(item);
  return item;
}

function indented(isTerm: boolean, content: string, page: WikiPage): RootContent[] {
  // `; term : what it means`, on one line.
  const colon = isTerm ? content.indexOf(' : ') : -1;
  const term = colon < 0 ? content : content.slice(0, colon);
  const parts = [
    { isTerm, text: term },
    ...(colon < 0 ? [] : [{ isTerm: false, text: content.slice(colon + 3) }]),
  ];
  return parts.flatMap((part) => {
    const children = readInline(part.text, page);
    if (!children.some((node) => textOf(node).trim() !== '')) return [];
    return [paragraph(part.isTerm ? [{ type: 'strong', children }] : children)];
  });
}
