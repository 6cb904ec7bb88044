import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** The text of a node and all below it; a line break counts as a space. The depth is bounded by the readers. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}

/** Text nodes and the like from a plain text. */
export function plain(text: string): PhrasingContent[] {
  return text === '' ? [] : [{ type: 'text', value: text }];
}

/** A heading or paragraph of one plain text. */
export function heading(depth: number, text: string): RootContent {
  return {
    type: 'heading',
    depth: Math.max(1, Math.min(6, depth)) as 1 | 2 | 3 | 4 | 5 | 6,
    children: plain(text),
  };
}

export function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}
