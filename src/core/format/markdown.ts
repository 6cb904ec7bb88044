import type { Nodes, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import { readPlainBlocks } from './plainBlocks';

const SYNTAX = [
  // Only text directives: the format has no others, and nested containers take the reader cubic time.
  { text: directive().text ?? {} },
  gfmTable(),
];
const TREE = [directiveFromMarkdown(), gfmTableFromMarkdown()];

/** Adds to the offsets of a node and all below it. The bounds on nesting and markup bound the depth. */
function shift(node: Nodes, by: number): void {
  if (node.position?.start.offset !== undefined) node.position.start.offset += by;
  if (node.position?.end.offset !== undefined) node.position.end.offset += by;
  if ('children' in node) for (const child of node.children) shift(child, by);
}

/**
 * Parses Markdown (CommonMark with GFM tables and text directives) into mdast. Offsets in the tree have `base` added;
 * lines and columns mean nothing. Front matter must be taken off before, and the text bounded and divided.
 *
 * The library makes objects for each character; so blocks of plain prose, which are most of a dossier, are read by
 * `readPlainBlocks`, and only the others by the library.
 */
export function parseMarkdown(text: string, base: number): RootContent[] {
  return readPlainBlocks(text, base, parseFully);
}

/** As {@link parseMarkdown}, with all of the text read by the library. */
export function parseFully(text: string, base: number): RootContent[] {
  // At the beginning the library takes U+FEFF for a byte order mark and does not count it; this is the middle of a file.
  const counted = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const { children } = fromMarkdown(counted, { extensions: SYNTAX, mdastExtensions: TREE });
  if (base > 0) for (const node of children) shift(node, base);
  return children;
}
