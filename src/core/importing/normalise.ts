import type { BlockContent, Heading, List, PhrasingContent, RootContent, Table } from 'mdast';
import { isSafeUrl } from '../format/fields';
import { BLOCK_NESTING, INLINE_NESTING } from './bounds';
import { oneLine } from './cleanText';
import { plain, textOf } from './tree';

/** Characters of a heading; a longer one is a paragraph that was set as a heading. */
const HEADING_LENGTH = 300;

/**
 * Blocks as a topic can hold them, whatever a reader gave: nothing empty, white space as one space, nesting bounded,
 * links only to addresses that may be opened. No words are lost.
 */
export function normaliseBlocks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => block(node, 0));
}

function block(node: RootContent, depth: number): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = inline(node.children);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'heading':
      return headingOf(node, depth);
    case 'blockquote': {
      const children = node.children.flatMap((child) => block(child, depth + 1));
      if (children.length === 0 || depth >= BLOCK_NESTING) return children;
      return [{ type: 'blockquote', children: children as BlockContent[] }];
    }
    case 'list':
      return list(node, depth);
    case 'table':
      return table(node, depth);
    case 'code': {
      const value = node.value.replace(/\t/g, '  ').replace(/^\n+|\s+$/g, '');
      return value === '' ? [] : [{ type: 'code', value, ...(node.lang && { lang: oneLine(node.lang) }) }];
    }
    default:
      return [];
  }
}

function headingOf(node: Heading, depth: number): RootContent[] {
  const text = oneLine(node.children.map(textOf).join(''));
  if (text === '') return [];
  // Markdown knows headings inside of lists, but a section cannot begin there.
  if (depth > 0 || text.length > HEADING_LENGTH) return [{ type: 'paragraph', children: plain(text) }];
  return [{ type: 'heading', depth: node.depth, children: plain(text) }];
}

function list(node: List, depth: number): RootContent[] {
  const items = node.children
    .map((item) => item.children.flatMap((child) => block(child, depth + 1)))
    .filter((item) => item.length > 0);
  if (items.length === 0) return [];
  if (depth >= BLOCK_NESTING) return items.flat();
  return [
    {
      type: 'list',
      ordered: node.ordered === true,
      start: node.ordered === true ? Math.max(0, Math.min(node.start ?? 1, 999_999_999)) : null,
      spread: false,
      children: items.map((children) => ({
        type: 'listItem',
        spread: false,
        children: children as BlockContent[],
      })),
    },
  ];
}

function table(node: Table, depth: number): RootContent[] {
  const rows = node.children
    .map((row) => row.children.map((cell) => inline(cell.children)))
    .filter((row) => row.some((cell) => cell.length > 0));
  if (rows.length === 0) return [];
  // A table inside of a list would lose its form; its cells are paragraphs there.
  if (depth > 0) {
    return rows
      .flat()
      .flatMap((children) => (children.length === 0 ? [] : [{ type: 'paragraph', children }]));
  }
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return [
    {
      type: 'table',
      children: rows.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: columns }, (_, at) => ({
          type: 'tableCell',
          children: row[at] ?? [],
        })),
      })),
    },
  ];
}

/** What an inline node stands in. */
interface Around {
  readonly depth: number;
  readonly kinds: ReadonlySet<string>;
}

/** Inline nodes with texts joined and without space at their ends. */
function inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimmed(inlineNodes(nodes, { depth: 0, kinds: new Set() }));
}

function inlineNodes(nodes: readonly PhrasingContent[], around: Around): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let texts: string[] = [];
  const endText = (): void => {
    const value = texts.join('').replace(/\s+/g, ' ');
    texts = [];
    if (value !== '') result.push({ type: 'text', value });
  };
  const add = (node: PhrasingContent): void => {
    if (node.type === 'text') {
      texts.push(node.value);
      return;
    }
    endText();
    result.push(node);
  };
  for (const node of nodes) for (const each of inlineNode(node, around)) add(each);
  endText();
  return result;
}

function inlineNode(node: PhrasingContent, around: Around): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return [node];
    case 'inlineCode': {
      const value = oneLine(node.value);
      return value === '' ? plain(' ') : [{ type: 'inlineCode', value }];
    }
    case 'strong':
    case 'emphasis':
    case 'link': {
      const inner = inlineNodes(node.children, {
        depth: around.depth + 1,
        kinds: new Set([...around.kinds, node.type]),
      });
      const isKept =
        around.depth < INLINE_NESTING &&
        !around.kinds.has(node.type) &&
        inner.some((child) => textOf(child).trim() !== '') &&
        (node.type !== 'link' || isSafeUrl(node.url));
      return isKept ? withSpaceOutside(node, inner) : inner;
    }
    default:
      return plain(textOf(node));
  }
}

/** Emphasis neither begins nor ends with a space; the space stands beside it. */
function withSpaceOutside(
  node: Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'link' }>,
  inner: PhrasingContent[],
): PhrasingContent[] {
  const text = inner.map(textOf).join('');
  const before = /^\s/.test(text) ? plain(' ') : [];
  const after = /\s$/.test(text) ? plain(' ') : [];
  const children = trimmed(inner);
  const kept: PhrasingContent =
    node.type === 'link' ? { type: 'link', url: node.url, children } : { type: node.type, children };
  return [...before, kept, ...after];
}

/** Nodes without white space at the beginning and the end. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes];
  const first = result[0];
  if (first?.type === 'text') result.splice(0, 1, ...plain(first.value.trimStart()));
  const last = result.at(-1);
  if (last?.type === 'text') result.splice(-1, 1, ...plain(last.value.trimEnd()));
  return result;
}
