import { checkAddress, checkPlace, type PageAddress, type Place } from './address';
import { list, maybe, record, where, whole, type Check } from './check';
import { checkTimelineLook, type TimelineLook } from './timelineLook';

/** A page that was read, and where it was left. */
export interface Visit {
  readonly address: PageAddress;
  readonly place?: Place;
  /** How it was looked at, where it is a timeline. */
  readonly look?: TimelineLook;
}

/** The pages of a reader in the order in which they were opened, and which of them is shown. */
export interface History {
  readonly visits: readonly Visit[];
  /** Index of the visit that is shown. */
  readonly at: number;
}

/** Visits that are kept at most; the oldest go first. */
export const MAX_VISITS = 100;

export const checkHistory: Check<History> = where(
  record({
    visits: list(
      record({ address: checkAddress, place: maybe(checkPlace), look: maybe(checkTimelineLook) }),
      MAX_VISITS,
    ),
    at: whole(0, MAX_VISITS - 1),
  }),
  ({ visits, at }) => at < visits.length,
  'stands on no visit',
);

/** The visit that is shown. */
export function visitOf({ visits, at }: History): Visit {
  return visits[at]!;
}

/** The history after another page was opened: what lay ahead is forgotten. */
export function withVisit({ visits, at }: History, visit: Visit): History {
  const kept = [...visits.slice(0, at + 1), visit].slice(-MAX_VISITS);
  return { visits: kept, at: kept.length - 1 };
}

/** The history with the visit that is shown exchanged for another: the same page at another place. */
export function withCurrent({ visits, at }: History, visit: Visit): History {
  return { visits: visits.map((each, index) => (index === at ? visit : each)), at };
}
