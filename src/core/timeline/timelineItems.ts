import type { Edtf, Fact } from '../model';
import { placeDate, type DatePlace } from './placeDate';

/** A dated fact on the axis; a fact with several dates gives several items. */
export interface TimelineItem {
  readonly fact: Fact;
  readonly edtf: Edtf;
  readonly place: DatePlace;
}

/** What a timeline is made of. */
export interface Timeline {
  /** From the earliest to the latest; what begins on the same day with the shortest first, then as it is read. */
  readonly items: readonly TimelineItem[];
  /** Dates that have no place on an axis, such as a day without its year, in reading order. */
  readonly unplaced: readonly Omit<TimelineItem, 'place'>[];
}

/**
 * Puts the dates of facts on an axis. A date that a fact has twice counts once, and one that only begins or ends a span
 * of the same fact does not count beside it.
 */
export function timelineOf(facts: Iterable<Fact>): Timeline {
  const items: TimelineItem[] = [];
  const unplaced: Omit<TimelineItem, 'place'>[] = [];
  const places = new Map<Edtf, DatePlace | undefined>();
  for (const fact of facts) {
    for (const edtf of datesOf(fact)) {
      if (!places.has(edtf)) places.set(edtf, placeDate(edtf));
      const place = places.get(edtf);
      if (place) items.push({ fact, edtf, place });
      else unplaced.push({ fact, edtf });
    }
  }
  // Sorting is stable: what lies at the same place keeps its order.
  items.sort((one, other) => comparePlaces(one.place, other.place));
  return { items, unplaced };
}

function datesOf({ dates }: Fact): readonly Edtf[] {
  if (dates.length === 1) return [dates[0]!.edtf];
  const all = [...new Set(dates.map(({ edtf }) => edtf))];
  const ends = new Set(all.flatMap((edtf) => (edtf.includes('/') ? edtf.split('/') : [])));
  return all.filter((edtf) => !ends.has(edtf));
}

/** Orders places by their beginning, an open one by its end; then by their end, an open one last. */
export function comparePlaces(one: DatePlace, other: DatePlace): number {
  return startOf(one) - startOf(other) || compareEnds(one.to, other.to);
}

/** The day at which a place is ordered: its first one, or the last one of a span that is open before. */
export function startOf({ from, to }: DatePlace): number {
  return from ?? (to ?? 1) - 1;
}

function compareEnds(one = Infinity, other = Infinity): number {
  return one === other ? 0 : one - other;
}
