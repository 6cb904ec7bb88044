import type { Stretch } from '../../core/timeline/lanes';
import { dateFormat } from './tickFormat';

/** A line across the axis, and what is written below it; nothing where that would be cut at an end of the axis. */
export interface Tick {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly label: string;
}

/** How far ticks are apart. */
interface Step {
  readonly unit: 'day' | 'month' | 'year';
  readonly count: number;
}

/** From the finest; longer ones follow by tens. */
const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((count): Step => ({ unit: 'day', count })),
  ...[1, 3, 6].map((count): Step => ({ unit: 'month', count })),
  ...[1, 10, 100, 1000, 10_000, 100_000].flatMap((by) =>
    [1, 2, 5].map((count): Step => ({ unit: 'year', count: count * by })),
  ),
];
const DAYS = { day: 1, month: 30.4, year: 365.25 };
/** Pixels between ticks at least, however short their labels, and between labels. */
const CLOSEST = 48;
const BETWEEN = 14;
/** A Monday: weeks begin with it. */
const MONDAY = 4;
const DAY_MS = 86_400_000;

/**
 * The ticks of an axis, as many as have room for what is written below them: the year only where it is another than that
 * before. `measure` gives the width of a text in pixels.
 */
export function axisTicks(
  view: Stretch,
  width: number,
  language: string,
  measure: (text: string) => number,
): readonly Tick[] {
  const toPixels = (day: number): number => ((day - view.from) / (view.to - view.from)) * width;
  for (const step of STEPS) {
    if (toPixels(view.from + step.count * DAYS[step.unit]) < CLOSEST) continue;
    const ticks = labelled(daysOf(step, view), step, language, (day, label) => {
      const half = measure(label) / 2;
      const at = toPixels(day);
      return at >= half && at <= width - half;
    });
    const written = ticks.filter(({ label }) => label !== '');
    const isClear = written.every(({ day, label }, at) => {
      const next = written[at + 1];
      const room = next && toPixels(next.day) - toPixels(day);
      return room === undefined || (measure(label) + measure(next!.label)) / 2 + BETWEEN <= room;
    });
    if (isClear && written.length > 0) return ticks;
  }
  // So narrow an axis has no room for any date.
  return [];
}

/** The days of the view that begin a step. */
function daysOf({ unit, count }: Step, view: Stretch): readonly number[] {
  const days: number[] = [];
  if (unit === 'day') {
    const offset = count % 7 === 0 ? MONDAY : 0;
    const first = Math.ceil((view.from - offset) / count) * count + offset;
    for (let day = first; day <= view.to; day += count) days.push(day);
    return days;
  }
  const start = new Date(Math.ceil(view.from) * DAY_MS);
  const months = unit === 'month' ? count : 12 * count;
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.floor(first / months) * months; ; month += months) {
    const day = dayOfMonth(month);
    // Also where a date is further away than dates can be.
    if (!(day <= view.to)) return days;
    if (day >= view.from) days.push(day);
  }
}

/** The first day of a month, counted from the year 0. */
function dayOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return date.getTime() / DAY_MS;
}

function labelled(
  days: readonly number[],
  { unit }: Step,
  language: string,
  fits: (day: number, label: string) => boolean,
): readonly Tick[] {
  const parts = { month: unit !== 'year', day: unit === 'day' };
  const era = days.some((day) => yearOf(day) < 1);
  const withYear = dateFormat(language, { ...parts, year: true, era });
  const withoutYear =
    unit === 'year' ? withYear : dateFormat(language, { ...parts, year: false, era: false });
  let year: number | undefined;
  return days.map((day) => {
    const own = yearOf(day);
    const label = (own === year ? withoutYear : withYear).format(day * DAY_MS);
    if (!fits(day, label)) return { day, label: '' };
    year = own;
    return { day, label };
  });
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
