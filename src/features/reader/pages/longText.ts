import type { Key } from '../../../core/model';
import { MAX_CHUNKS, type Chunk } from '../../../protocol/body';

/**
 * About so many facts stand in one chunk. Its layout, when it is scrolled to, must fit into a frame beside all else, and a
 * message of `MAX_CHUNKS` must be read and checked in one too.
 */
export const CHUNK_FACTS = 30;

/** A text of so few chunks is sent whole with its page. */
const FEW_CHUNKS = MAX_CHUNKS;
/** Of a longer text, so many chunks on each side of what was asked for come with the page: more than a screen shows. */
const AROUND = 2;

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
  return chunksOf(
    text,
    Array.from({ length: 2 * AROUND + 1 }, (_, at) => index - AROUND + at),
  );
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
