import type { ListItem, Nodes, RootContent, TableRow, Text } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Info, type State } from 'mdast-util-to-markdown';
import { plain, textOf } from './tree';

const OPTIONS: Parameters<typeof toMarkdown>[1] = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), directiveToMarkdown()],
  // A colon before a letter could begin a directive of the format; what `://` begins is none.
  unsafe: [{ character: ':', after: '[^\\s\\d/]', inConstruct: 'phrasing' }],
  handlers: {
    // Of two colons side by side the library escapes one only, and `::name` is left a directive.
    text: (node: Text, _parent: unknown, state: State, info: Info) =>
      state
        .safe(node.value, info)
        .replace(/\\[^]|:(?=[^\s\d/])/g, (found) => (found === ':' ? '\\:' : found)),
  },
};

/** Below the bounds of the reader of topics (`format/bounds.ts`), with room to spare. */
const RUN_LENGTH = 20_000;
const RUN_MARKUP = 1_000;
const WORK = 40_000_000;
/** Runs up to this length are no work for the reader. */
const SHORT = 2_000;
/** What is left of a paragraph that is divided. */
const PIECE_LENGTH = 900;

function write(node: Nodes): string {
  return toMarkdown({ type: 'root', children: [node as RootContent] }, OPTIONS).trimEnd();
}

/** Whether a block is certainly too long, so that writing it to see that would be in vain. */
function isHuge(block: Nodes): boolean {
  let left = RUN_LENGTH;
  const open: Nodes[] = [block];
  for (let node = open.pop(); node; node = open.pop()) {
    left -= 4 + ('value' in node ? node.value.length : 0);
    if (left < 0) return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}

/**
 * Writes blocks as the Markdown of a topic, each as one or more texts that empty lines divide. What would be too long
 * for the reader of topics is divided. One writer for each topic: what the reader can do is counted over a topic.
 */
export class MarkdownWriter {
  private work = 0;

  write(block: RootContent): string[] {
    if (!isHuge(block)) {
      const text = write(block);
      if (this.accepts(text)) return [text];
    }
    return this.divide(block).flatMap((part) => this.write(part));
  }

  /** Whether the reader takes a text as it is; counts its work if so. */
  private accepts(text: string): boolean {
    let work = 0;
    for (const run of text.split(/\n[ \t>]*\n/)) {
      const markup = run.match(/[[*_`<:!]/g)?.length ?? 0;
      if (run.length > RUN_LENGTH || markup > RUN_MARKUP) return false;
      if (run.length > SHORT) work += run.length * markup;
    }
    if (work > 0 && this.work + work > WORK) return false;
    this.work += work;
    return true;
  }

  /** Blocks that hold the same words as one that is too long. Each is smaller, so that dividing ends. */
  private divide(block: RootContent): RootContent[] {
    switch (block.type) {
      case 'list':
        if (block.children.length > 1) {
          return halves(block.children).map((children, at) => ({
            ...block,
            children,
            start: block.ordered === true ? (block.start ?? 1) + (at === 0 ? 0 : half(block.children)) : null,
          }));
        }
        return block.children.flatMap((item: ListItem): RootContent[] => item.children);
      case 'blockquote':
        return block.children;
      case 'table':
        return divideTable(block.children);
      case 'code':
        return divideCode(block.value);
      default:
        return divideText(textOf(block)).map((text) => ({ type: 'paragraph', children: plain(text) }));
    }
  }
}

function half(items: readonly unknown[]): number {
  return items.length >> 1;
}

function halves<T>(items: readonly T[]): [T[], T[]] {
  return [items.slice(0, half(items)), items.slice(half(items))];
}

/** Two tables with the same header; a table of one row becomes paragraphs. */
function divideTable([header, ...rows]: readonly TableRow[]): RootContent[] {
  if (!header) return [];
  const isLongHeader = write({ type: 'table', children: [header] }).length > RUN_LENGTH / 4;
  if (rows.length < 2 || isLongHeader) {
    return [header, ...rows]
      .flatMap((row) => row.children)
      .filter((cell) => cell.children.length > 0)
      .map((cell) => ({ type: 'paragraph', children: cell.children }));
  }
  return halves(rows).map((part) => ({ type: 'table', children: [header, ...part] }));
}

function divideCode(value: string): RootContent[] {
  const lines = value.split('\n');
  if (lines.length === 1) {
    return divideText(value).map((text) => ({ type: 'paragraph', children: plain(text) }));
  }
  return halves(lines)
    .map((part) => part.join('\n'))
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'code', value: part }));
}

/** Pieces of a text, each ending with a sentence or at least a word where there is one. */
function divideText(text: string): string[] {
  const pieces: string[] = [];
  // A piece that was divided already and is still too long, for all its signs, is halved.
  const most = text.length > PIECE_LENGTH ? PIECE_LENGTH : Math.max(1, text.length >> 1);
  let start = 0;
  while (text.length - start > most) {
    const piece = text.slice(start, start + most);
    const sentence = Math.max(...['. ', '! ', '? ', '。', '！', '？'].map((mark) => piece.lastIndexOf(mark)));
    const space = piece.lastIndexOf(' ');
    let end = sentence > 0 ? sentence + 1 : space > 0 ? space : most;
    if (/[\ud800-\udbff]/.test(piece[end - 1] ?? '') && end < piece.length + 1) end = Math.max(1, end - 1);
    pieces.push(text.slice(start, start + end));
    start += end;
  }
  pieces.push(text.slice(start));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
