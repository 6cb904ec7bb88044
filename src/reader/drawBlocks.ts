import type { PageBlock, PageText } from '../protocol/pageParts';
import type { FactContext } from './context';
import { element } from './dom';
import { drawFact } from './drawFact';
import { drawText } from './drawText';

/** Draws what stands under a heading. */
export function drawBlocks(blocks: readonly PageBlock[], context: FactContext): readonly HTMLElement[] {
  return blocks.map((block) => drawBlock(block, context));
}

/** Draws one block. */
export function drawBlock(block: PageBlock, context: FactContext): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element(
        'p',
        {},
        ...block.facts.flatMap((fact, index) =>
          index === 0 ? [drawFact(fact, context)] : [' ', drawFact(fact, context)],
        ),
      );
    case 'list': {
      const items = block.items.map((item) => element('li', {}, ...drawBlocks(item, context)));
      if (!block.ordered) return element('ul', {}, ...items);
      const start = block.start === 1 ? undefined : String(block.start);
      return element('ol', { attributes: { start } }, ...items);
    }
    case 'quote':
      return element('blockquote', {}, ...drawBlocks(block.blocks, context));
    case 'code':
      return element('pre', {}, element('code', {}, block.text));
    case 'table':
      return drawTable(block.header, block.rows, context);
  }
}

function drawTable(
  header: readonly PageText[],
  rows: readonly (readonly PageText[])[],
  context: FactContext,
): HTMLElement {
  const cell = (tag: 'td' | 'th', { text, marks }: PageText): HTMLElement =>
    element(
      tag,
      { attributes: { scope: tag === 'th' ? 'col' : undefined } },
      ...drawText(text, { marks }, context),
    );
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...header.map((each) => cell('th', each)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((each) => cell('td', each))))),
  );
  // A wide table scrolls by itself, and by keyboard too; the page never scrolls sideways.
  const attributes = { role: 'region', tabindex: '0', 'aria-label': context.strings.table };
  return element('div', { class: 'wide', attributes }, table);
}
