import type { RootContent } from 'mdast';
import { textOf } from '../tree';

/** The running texts of an article: paragraphs and list items. Headings and tables have capitals of their own. */
export function proseOf(blocks: readonly RootContent[]): string[] {
  return blocks.flatMap((node): string[] => {
    if (node.type === 'paragraph') return [textOf(node)];
    if (node.type === 'list') return node.children.flatMap((item) => proseOf(item.children));
    return node.type === 'blockquote' ? proseOf(node.children) : [];
  });
}

/** The beginning of the sentence around an offset, for the user to see a name in its place. */
export function exampleAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('. ', at) + 1, at - 120, 0);
  const stop = text.indexOf('. ', at);
  const end = Math.min(stop < 0 ? text.length : stop + 1, start + 220);
  return `${start > 0 && text[start - 1] !== '.' ? '…' : ''}${text.slice(start, end).trim()}${end < text.length && text[end - 1] !== '.' ? '…' : ''}`;
}

/** How often a form stands in texts. */
export function countIn(texts: readonly string[], form: string): number {
  let count = 0;
  for (const text of texts) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) count++;
  }
  return count;
}
