import { FRONT_MATTER_LENGTH } from './bounds';

/** What the front matter of a topic may hold. */
export const FRONT_MATTER_KEYS = ['title', 'summary', 'source', 'language'] as const;

/** Where the front matter of a topic stands. */
export interface Fence {
  /** Offsets of the YAML between the two lines of three hyphens. */
  readonly start: number;
  readonly end: number;
  /** Offset at which the Markdown begins. */
  readonly bodyStart: number;
  readonly isClosed: boolean;
}

/** Where the YAML between two lines of three hyphens stands; `undefined` where the file does not begin with one. */
export function findFence(text: string): Fence | undefined {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const start = opening.length;
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(
    text.slice(start, start + FRONT_MATTER_LENGTH),
  );
  if (closing) {
    return {
      start,
      end: start + closing.index,
      bodyStart: start + closing.index + closing[0].length,
      isClosed: true,
    };
  }
  // Never closed: the lines that look like keys are taken for front matter, so that the prose below is kept.
  const lines = /^(?:(?:[\w-]+:(?:[ \t].*)?|[ \t]+.*|#.*)(?:\r\n|\n|\r|$))*/.exec(
    text.slice(start, start + FRONT_MATTER_LENGTH),
  );
  const end = start + (lines?.[0].length ?? 0);
  return { start, end, bodyStart: end, isClosed: false };
}
