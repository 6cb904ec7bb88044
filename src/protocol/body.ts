import type { Key, LanguageTag } from '../core/model';
import { checkKey, checkTarget, type Target } from './address';
import { list, maybe, record, text, variant, where, whole, type Check } from './check';
import {
  checkBlock,
  checkDirection,
  checkFact,
  checkNames,
  checkSources,
  items,
  label,
  type PageBlock,
  type PageFact,
  type PageName,
  type PageSource,
} from './pageParts';

/** A heading, or what stands under the last one. */
export type Piece =
  | {
      readonly kind: 'heading';
      /** What the heading is of. */
      readonly key: Key;
      readonly title: string;
      /** 2 for what stands right under the page's title. */
      readonly level: number;
      /** What the heading opens, where that is not on this page. */
      readonly to?: Target;
    }
  | { readonly kind: 'block'; readonly block: PageBlock }
  /** Facts of one topic that stand by themselves, each with the title of its section. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly fact: PageFact; readonly where: string }[];
      readonly language: LanguageTag;
      readonly direction: 'ltr' | 'rtl';
    };

/** Part of a page's text. A long text comes in many, so that no message and no drawing takes long. */
export interface Chunk {
  readonly index: number;
  readonly pieces: readonly Piece[];
  /** What the facts of this chunk refer to by index. */
  readonly names: readonly PageName[];
  readonly sources: readonly PageSource[];
  readonly language: LanguageTag;
  readonly direction: 'ltr' | 'rtl';
}

/** The text of a page. */
export interface PageBody {
  /** How many facts each chunk holds, in reading order: tells how high it will be before it is there. */
  readonly sizes: readonly number[];
  /** The chunks that come with the page: those around what was asked for. The reader asks for the others. */
  readonly chunks: readonly Chunk[];
}

/** Chunks that the reader may ask for at once. */
export const MAX_CHUNKS = 8;

export const checkChunkIndex = whole(0, 200_000);

export const checkChunk: Check<Chunk> = record({
  index: checkChunkIndex,
  pieces: items(
    variant('kind', {
      heading: record({ key: checkKey, title: label, level: whole(2, 1000), to: maybe(checkTarget) }),
      block: record({ block: checkBlock }),
      facts: record({
        facts: items(record({ fact: checkFact, where: label })),
        language: text(100),
        direction: checkDirection,
      }),
    }),
  ),
  names: checkNames,
  sources: checkSources,
  language: text(100),
  direction: checkDirection,
});

export const checkChunks: Check<readonly Chunk[]> = list(checkChunk, MAX_CHUNKS);

export const checkBody: Check<PageBody> = where(
  record({ sizes: items(whole(0, 1_000_000)), chunks: checkChunks }),
  ({ sizes, chunks }) => chunks.every(({ index }) => index < sizes.length),
  'has a chunk too many',
);
