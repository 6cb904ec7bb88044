import { BARRIER_UNIT, IGNORED_UNIT } from '../../text/fold';
import type { Units } from '../tokens';

/**
 * What a lexer has to say about a passage: stretches that are not to be read as they stand. Offsets are UTF-16 code
 * units in the passage.
 */
export class Cover {
  private readonly spans: number[] = [];

  get isEmpty(): boolean {
    return this.spans.length === 0;
  }

  clear(): void {
    this.spans.length = 0;
  }

  /** Nothing is read here, and no name goes across. */
  skip(from: number, to: number): void {
    if (to > from) this.spans.push(from, to, BARRIER_UNIT);
  }

  /** Reads as white space: a quotation mark or comment sign at the beginning of a line. */
  space(from: number, to: number): void {
    if (to > from) this.spans.push(from, to, 0x20);
  }

  /** Is not there for a reader: emphasis marks, a formatting command. */
  ignore(from: number, to: number): void {
    if (to > from) this.spans.push(from, to, IGNORED_UNIT);
  }

  /** Reads as one other unit: an entity. */
  replace(from: number, to: number, unit: number): void {
    this.spans.push(from, from + 1, unit);
    this.ignore(from + 1, to);
  }

  /** Writes the stretches over the units of the passage. */
  apply(units: Units): void {
    const { spans } = this;
    for (let at = 0; at < spans.length; at += 3) units.data.fill(spans[at + 2]!, spans[at], spans[at + 1]);
  }
}

/** Where a lexer stands between two lines, such as inside a fence; the empty string at the beginning of a document. */
export type LexState = string;

/**
 * Reads a document line by line. `line` is the line without its line break, which begins at `at` in the passage. The
 * result depends on the line and the state alone, so that after an edit reading can stop where states agree again.
 */
export interface Lexer {
  /** Program code: only exact case counts. */
  readonly isCode?: boolean;
  read(line: string, at: number, state: LexState, cover: Cover): LexState;
}
