import type { Key } from '../core/model';
import { maybe, oneOf, record, someText, whole, type Check } from './check';

/**
 * The kinds of page that have an address. A new kind stands here and in the four tables that are typed by this list:
 * `checkPage` (protocol/page.ts), `PAGE_BUILDERS` and `TARGETS` (features/reader) and `PAGE_DRAWERS` (reader/pages).
 */
export const PAGE_KINDS = [
  'topic',
  'name',
  'dossier',
  'dossierTimeline',
  'topicTimeline',
  'nameTimeline',
  'figures',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** Where a page is found: its kind, and what of the library it is about. */
export interface PageAddress {
  readonly kind: PageKind;
  readonly key: Key;
  /** The section on it that was asked for. */
  readonly section?: Key;
  /** The fact on it that was asked for. */
  readonly fact?: Key;
}

/** How far a page is scrolled, so that it can be found again after heights have changed. */
export interface Place {
  /** The fact or section that stands at the top of what is seen; without it, the page's beginning. */
  readonly key?: Key;
  /** CSS pixels from the top of the view down to it (less than 0 where its beginning is out of view). */
  readonly offset: number;
}

/** The kinds of thing that can be opened. Some have a page of their own, others stand on the page of something else. */
export const TARGET_KINDS = [
  'dossier',
  'topic',
  'section',
  'fact',
  'name',
  'dossierTimeline',
  'topicTimeline',
  'nameTimeline',
  'figures',
] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** Something that can be opened: what links of pages, elements of views and commands name. */
export interface Target {
  readonly kind: TargetKind;
  readonly key: Key;
}

/** Characters of a key at most. */
export const MAX_KEY = 2_000;

/** A key of anything in the library. */
export const checkKey: Check<Key> = someText(MAX_KEY);

export const targetShape = { kind: oneOf(...TARGET_KINDS), key: checkKey };

export const checkTarget: Check<Target> = record(targetShape);

export const checkAddress: Check<PageAddress> = record({
  kind: oneOf(...PAGE_KINDS),
  key: checkKey,
  section: maybe(checkKey),
  fact: maybe(checkKey),
});

/** Farther than any page reaches, in CSS pixels. */
const FARTHEST = 1_000_000_000;

export const checkPlace: Check<Place> = record({ key: maybe(checkKey), offset: whole(-FARTHEST, FARTHEST) });

/** Whether two addresses are of one page, whichever of its sections and facts they ask for. */
export function isSamePage(one: PageAddress, other: PageAddress): boolean {
  return one.kind === other.kind && one.key === other.key;
}
