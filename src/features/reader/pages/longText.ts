import type { Key } from '../../../core/model';
import { MAX_CHUNKS, type Chunk } from '../../../protocol/body';

/** About so many facts stand in one chunk: drawn in a few milliseconds, and more than a screen shows. */
export const CHUNK_FACTS = 60;

/** A text of so few chunks is sent whole with its page. */
const FEW_CHUNKS = MAX_CHUNKS / 2;

/** The text of a page, made chunk by chunk when it is asked for. */
export interface LongText {
  /** How many facts stand in each chunk. */
  readonly sizes: readonly number[];
  /** Makes a chunk; `undefined` where there is none. */
  chunk(index: number): Chunk | undefined;
  /** The chunk in which a fact or section stands. */
  chunkOf(key: Key): number | undefined;
}

/** Whether a text is sent whole with its page. */
export function isShort({ sizes }: LongText): boolean {
  return sizes.length <= FEW_CHUNKS;
}

/** The chunks that come with a page: all of a short text, else those around the first key that stands in it. */
export function chunksAround(text: LongText, keys: readonly (Key | undefined)[]): readonly Chunk[] {
  if (isShort(text)) return chunksOf(text, [...text.sizes.keys()]);
  const index = placeOf(text, keys);
  return chunksOf(text, [index - 1, index, index + 1]);
}

/** Chunks by their indices; those that are not there are passed over. */
export function chunksOf(text: LongText, indices: readonly number[]): readonly Chunk[] {
  return indices.flatMap((index) => text.chunk(index) ?? []);
}

function placeOf(text: LongText, keys: readonly (Key | undefined)[]): number {
  for (const key of keys) {
    const found = key === undefined ? undefined : text.chunkOf(key);
    if (found !== undefined) return found;
  }
  return 0;
}
