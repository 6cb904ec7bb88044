import type { Stretch } from './lanes';
import type { DatePlace } from './placeDate';

/** Days of the narrowest view. */
const NARROWEST = 4;

/**
 * The days that an axis must show for all places, with some room at both ends; open ends do not count.
 * @returns a year around 1970 where there is no place
 */
export function wholeOf(places: Iterable<DatePlace>): Stretch {
  let first = Infinity;
  let last = -Infinity;
  for (const { from, to } of places) {
    first = Math.min(first, from ?? to ?? Infinity);
    last = Math.max(last, to ?? from ?? -Infinity);
  }
  if (first > last) return { from: 0, to: 365 };
  const room = Math.max((last - first) * 0.04, 10);
  return { from: first - room, to: last + room };
}

/** The view that shows these days, as far as there is anything to show. */
export function viewOf(days: Stretch, whole: Stretch): Stretch {
  return zoomView(days, 1, days.from, whole);
}

/** A view with `factor` times as many days, so that `around` stays where it is; within `whole`. */
export function zoomView(view: Stretch, factor: number, around: number, whole: Stretch): Stretch {
  const most = whole.to - whole.from;
  const least = Math.min(NARROWEST, most);
  const length = view.to - view.from;
  const wanted = Math.min(Math.max(length * factor, least), most);
  const share = length === 0 ? 0.5 : (around - view.from) / length;
  return within(around - share * wanted, wanted, whole);
}

/**
 * The day around which a view zooms so that a place in it stays in it: all of the place as long as there is room, and what
 * is seen of one that goes on beyond the view. The middle of the view without a place, or with one out of view.
 */
export function anchorOf(view: Stretch, place?: Pick<DatePlace, 'from' | 'to'>): number {
  const middle = (view.from + view.to) / 2;
  if (!place) return middle;
  const from = Math.max(place.from ?? -Infinity, view.from);
  const to = Math.min(place.to ?? Infinity, view.to);
  if (from > to) return middle;
  const room = view.to - view.from - (to - from);
  const isWhole = place.from === from && place.to === to;
  // What is before and behind the place keep their proportion.
  const share = isWhole && room > 0 ? (from - view.from) / room : 0.5;
  return from + share * (to - from);
}

/** A view moved by a number of days; within `whole`. */
export function moveView(view: Stretch, days: number, whole: Stretch): Stretch {
  return within(view.from + days, view.to - view.from, whole);
}

/** The view moved as little as shows the day `at`, with a tenth of the view's length at its side. */
export function viewWith(view: Stretch, at: number, whole: Stretch): Stretch {
  const room = (view.to - view.from) / 10;
  if (at < view.from + room) return moveView(view, at - room - view.from, whole);
  if (at > view.to - room) return moveView(view, at + room - view.to, whole);
  return view;
}

function within(from: number, length: number, whole: Stretch): Stretch {
  if (length >= whole.to - whole.from) return { from: whole.from, to: whole.to };
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}
