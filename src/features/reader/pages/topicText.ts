import type { Library } from '../../../core/library';
import type { Block, Key, Section, Topic } from '../../../core/model';
import { directionOf } from '../../../core/text/direction';
import type { Chunk, Piece } from '../../../protocol/body';
import { cutBlocks, factsInBlock, holdsFact } from './blockPieces';
import { CHUNK_FACTS, type LongText } from './longText';
import { PageFacts } from './pageFacts';
import type { PageWords } from './pageWords';

/** What one section has in a chunk. */
interface Share {
  readonly section: Section;
  /** Its blocks, where the section is divided; all of them otherwise. */
  readonly blocks?: readonly Block[];
  readonly hasHeading: boolean;
}

/**
 * The text of a topic: short sections share a chunk, long ones are divided. Which section stands in which chunk is known
 * without making a fact, so that a topic of any length is opened at once.
 */
export class TopicText implements LongText {
  readonly sizes: number[] = [];
  private readonly chunks: Share[][] = [];
  private readonly firstChunks = new Map<Key, number>();

  constructor(
    private readonly library: Library,
    private readonly topic: Topic,
    private readonly words: PageWords,
  ) {
    for (const section of library.sectionsOf(topic.key)) this.add(section);
  }

  chunkOf(key: Key): number | undefined {
    const own = this.firstChunks.get(key);
    if (own !== undefined) return own;
    const fact = this.library.fact(key);
    const first = fact?.topic === this.topic.key ? this.firstChunks.get(fact.section) : undefined;
    if (first === undefined) return undefined;
    const holds = ({ section, blocks }: Share): boolean =>
      section.key === fact?.section && (blocks === undefined || holdsFact(blocks, key));
    const after = this.chunks.slice(first).findIndex((shares) => shares.some(holds));
    return first + Math.max(0, after);
  }

  chunk(index: number): Chunk | undefined {
    const shares = this.chunks[index];
    if (!shares) return undefined;
    const { language } = this.topic;
    const facts = new PageFacts(this.library, language, this.words);
    const pieces = shares.flatMap(({ section, blocks = section.blocks, hasHeading }): readonly Piece[] => [
      ...(hasHeading ? [heading(section)] : []),
      ...blocks.map((block): Piece => ({ kind: 'block', block: facts.block(block) })),
    ]);
    const { names, sources } = facts;
    return { index, pieces, names, sources, language, direction: directionOf(language) };
  }

  private add(section: Section): void {
    const inner = section.sections.reduce((sum, { key }) => sum + this.library.factCountIn(key), 0);
    const own = this.library.factCountIn(section.key) - inner;
    // What stands before the first heading has no heading of its own.
    const hasHeading = section.title !== '';
    const last = this.chunks.length - 1;
    if (own > 2 * CHUNK_FACTS) {
      this.firstChunks.set(section.key, this.chunks.length);
      cutBlocks(section.blocks, CHUNK_FACTS).forEach((blocks, index) => {
        this.chunks.push([{ section, blocks, hasHeading: hasHeading && index === 0 }]);
        this.sizes.push(blocks.reduce((sum, block) => sum + factsInBlock(block), 0));
      });
    } else if (
      last >= 0 &&
      this.sizes[last]! + own <= CHUNK_FACTS &&
      this.chunks[last]!.length < CHUNK_FACTS
    ) {
      this.firstChunks.set(section.key, last);
      this.chunks[last]!.push({ section, hasHeading });
      this.sizes[last]! += own;
    } else {
      this.firstChunks.set(section.key, this.chunks.length);
      this.chunks.push([{ section, hasHeading }]);
      this.sizes.push(own);
    }
  }
}

function heading({ key, title, depth }: Section): Piece {
  return { kind: 'heading', key, title, level: depth + 1 };
}
