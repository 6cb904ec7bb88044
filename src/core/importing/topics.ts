import type { Heading, RootContent } from 'mdast';
import { fold } from '../text/fold';
import { textOf } from './tree';

/** What becomes one topic: its title, and blocks whose headings begin at depth 2. */
export interface TopicDraft {
  readonly title: string;
  readonly blocks: readonly RootContent[];
}

function isTop(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 1;
}

/** The title of an article: the one given, else its only heading of level 1, else what stands in for it. */
export function titleOf(
  given: string | undefined,
  blocks: readonly RootContent[],
  otherwise: string,
): string {
  if (given !== undefined && given !== '') return given;
  const [first] = blocks;
  if (first && isTop(first)) return textOf(first);
  if (otherwise !== '') return otherwise;
  const beginning = blocks.find((node) => node.type === 'heading' || node.type === 'paragraph');
  const text = beginning ? textOf(beginning) : '';
  if (text.length <= 60) return text === '' ? 'Imported article' : text;
  return `${text.slice(0, 60).replace(/\s+\S*$/, '')}…`;
}

/**
 * Divides an article into topics: one, or where it has several headings of level 1, one for each of them. A heading
 * that repeats the title goes.
 */
export function divideIntoTopics(title: string, blocks: readonly RootContent[]): TopicDraft[] {
  const rest = [...blocks];
  const at = rest.findIndex((node) => node.type === 'heading');
  const heading = rest[at];
  const repeats = heading !== undefined && isTop(heading) && fold(textOf(heading)) === fold(title);
  if (repeats) rest.splice(at, 1);
  const tops = rest.filter(isTop);
  // One heading of level 1 beside that of the title begins another topic; one alone is a section like any other.
  if (tops.length < (repeats ? 1 : 2)) return [{ title, blocks: levelled(rest) }];
  const topics: TopicDraft[] = [];
  let open: { title: string; blocks: RootContent[] } = { title, blocks: [] };
  const close = (): void => {
    if (open.blocks.length > 0) topics.push({ title: open.title, blocks: levelled(open.blocks) });
  };
  for (const node of rest) {
    if (isTop(node)) {
      // Two headings with nothing between them: the first is kept as words of the second topic.
      if (open.blocks.length === 0 && open.title !== title) open.blocks.push(paragraphOf(open.title));
      close();
      open = { title: textOf(node), blocks: [] };
    } else {
      open.blocks.push(node);
    }
  }
  if (open.blocks.length === 0) open.blocks.push(paragraphOf(open.title));
  close();
  return topics;
}

function paragraphOf(text: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}

/** Blocks whose highest heading has level 2; the title of the topic is level 1. */
function levelled(blocks: readonly RootContent[]): RootContent[] {
  const highest = blocks.reduce(
    (least, node) => (node.type === 'heading' ? Math.min(least, node.depth) : least),
    7,
  );
  const shift = highest - 2;
  return blocks.map((node) =>
    node.type === 'heading'
      ? { ...node, depth: Math.max(2, Math.min(6, node.depth - shift)) as Heading['depth'] }
      : node,
  );
}
