import type { Key } from '../model';

export type HitKind = 'name' | 'fact' | 'section' | 'topic';

export interface SearchRequest {
  /** How many hits at most; 50 unless told. */
  readonly limit?: number;
  /** Only hits of these kinds. */
  readonly kinds?: readonly HitKind[];
  /** Names of the current document: they and the facts about them count a little more. */
  readonly boost?: readonly Key[];
  /** `auto` unless told. */
  readonly reach?: Reach;
}

/**
 * How far a search goes: `exact` finds only what has all of the query as it was typed; `auto`, where that is nothing, also
 * takes words for typing errors, and at last shows what is nearest; `wide` looks for typing errors in any case.
 */
export type Reach = 'exact' | 'auto' | 'wide';
