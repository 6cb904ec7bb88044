import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';

const SYNTAX = [
  // Only text directives: the format has no others, and nested containers take the reader cubic time.
  { text: directive().text ?? {} },
  gfmTable(),
];
const TREE = [directiveFromMarkdown(), gfmTableFromMarkdown()];

/**
 * Parses Markdown (CommonMark with GFM tables and text directives) into mdast with positions. Front matter must be
 * taken off before, and the text bounded by `boundMarkdown`.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: TREE });
}
