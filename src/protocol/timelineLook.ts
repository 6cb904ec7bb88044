import type { NameKind } from '../core/model';
import { finite, maybe, record, text, where, type Check } from './check';
import { checkKind } from './pageParts';

/** How somebody looks at a timeline: what it is narrowed to, and how close. Kept with the page while one reads on. */
export interface TimelineLook {
  /** Part of a name's label; empty where all names count. */
  readonly name: string;
  /** The kind of name; absent where all kinds count. */
  readonly kind?: NameKind;
  /** The days in view, counted from 1970; absent where all of the time is in view. */
  readonly days?: { readonly from: number; readonly to: number };
}

/** Characters that the filter takes at most. */
export const MAX_FILTER = 200;

export const checkTimelineLook: Check<TimelineLook> = record({
  name: text(MAX_FILTER),
  kind: maybe(checkKind),
  days: maybe(
    where(record({ from: finite, to: finite }), ({ from, to }) => from < to, 'ends before it starts'),
  ),
});
