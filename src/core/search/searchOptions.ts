import type { Key } from '../model';

export type HitKind = 'name' | 'fact' | 'section' | 'topic';

export interface SearchRequest {
  /** How many hits at most; 50 unless told. */
  readonly limit?: number;
  /** Only hits of these kinds. */
  readonly kinds?: readonly HitKind[];
  /** Names of the current document: they and the facts about them count a little more. */
  readonly boost?: readonly Key[];
}
