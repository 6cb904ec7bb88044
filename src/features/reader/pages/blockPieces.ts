import type { Block, Fact, Key } from '../../../core/model';

/** How many facts stand in a block. */
export function factsInBlock(block: Block): number {
  return factsOf(block).length;
}

/** The facts of a block, in reading order. */
export function factsOf(block: Block): readonly Fact[] {
  switch (block.kind) {
    case 'paragraph':
      return block.facts;
    case 'list':
      return block.items.flat().flatMap(factsOf);
    case 'quote':
      return block.blocks.flatMap(factsOf);
    case 'code':
    case 'table':
      return [];
  }
}

/** Whether a fact stands in one of these blocks. */
export function holdsFact(blocks: readonly Block[], key: Key): boolean {
  return blocks.some((block) => factsOf(block).some((fact) => fact.key === key));
}

/** Cuts blocks into runs of about `size` facts; lists, paragraphs and tables are divided where they are very long. */
export function cutBlocks(blocks: readonly Block[], size: number): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  let facts = 0;
  for (const block of blocks.flatMap((each) => cutBlock(each, size))) {
    const count = Math.max(1, factsInBlock(block));
    if (run.length > 0 && facts + count > size) {
      runs.push(run);
      run = [];
      facts = 0;
    }
    run.push(block);
    facts += count;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function cutBlock(block: Block, size: number): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return slices(block.facts, 2 * size).map((facts) => ({ ...block, facts }));
    case 'list':
      return slices(block.items, size).map((items, index) => ({
        ...block,
        items,
        start: block.start + index * size,
      }));
    case 'table':
      return slices(block.rows, 6 * size).map((rows) => ({ ...block, rows }));
    case 'quote':
    case 'code':
      return [block];
  }
}

/** At least one slice, so that what is empty stays. */
function slices<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}
