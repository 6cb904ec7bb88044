import type { Edtf, Fact } from '../../../core/model';
import { compareDays, EARLIEST_DAY, edtfBounds, LATEST_DAY } from '../../../core/values/edtf';

/** From when to when facts hold, and how old their figures are. Days are `YYYY-MM-DD`. */
export interface FactDates {
  /** The date that begins first, and the one that ends last, with the day. */
  readonly oldest?: DatedDay;
  readonly newest?: DatedDay;
  /** The dates of the figures, by their last day: how many figures have it. */
  readonly figures: ReadonlyMap<string, number>;
  /** The date of the figure that is the newest. */
  readonly newestFigure?: DatedDay;
}

export interface DatedDay {
  readonly edtf: Edtf;
  readonly day: string;
}

/** Gathers dates over facts, one by one. */
export class DateGatherer {
  private oldest: DatedDay | undefined;
  private newest: DatedDay | undefined;
  private newestFigure: DatedDay | undefined;
  private readonly figures = new Map<string, number>();

  add(fact: Fact): void {
    let last: DatedDay | undefined;
    for (const { edtf } of fact.dates) {
      const bounds = edtfBounds(edtf);
      if (!bounds) continue;
      const { from, to } = bounds;
      if (from !== EARLIEST_DAY) this.oldest = earlier(this.oldest, { edtf, day: from });
      if (to === LATEST_DAY) continue;
      last = later(last, { edtf, day: to });
    }
    if (last) this.newest = later(this.newest, last);
    for (const { when } of fact.quantities) {
      const to = when === undefined ? undefined : edtfBounds(when)?.to;
      const at = when === undefined || to === undefined ? last : { edtf: when, day: to };
      // A figure that holds until now is not old.
      if (!at || at.day === LATEST_DAY) continue;
      this.figures.set(at.day, (this.figures.get(at.day) ?? 0) + 1);
      this.newestFigure = later(this.newestFigure, at);
    }
  }

  get dates(): FactDates {
    const { oldest, newest, newestFigure, figures } = this;
    return {
      figures,
      ...(oldest && { oldest }),
      ...(newest && { newest }),
      ...(newestFigure && { newestFigure }),
    };
  }
}

/** How many of the figures are from before a day. */
export function figuresBefore({ figures }: FactDates, day: string): { old: number; all: number } {
  let old = 0;
  let all = 0;
  for (const [at, count] of figures) {
    all += count;
    if (compareDays(at, day) < 0) old += count;
  }
  return { old, all };
}

/** The dates of several topics together. */
export function joinDates(all: readonly FactDates[]): FactDates {
  const figures = new Map<string, number>();
  let oldest: DatedDay | undefined;
  let newest: DatedDay | undefined;
  for (const each of all) {
    for (const [day, count] of each.figures) figures.set(day, (figures.get(day) ?? 0) + count);
    if (each.oldest) oldest = earlier(oldest, each.oldest);
    if (each.newest) newest = later(newest, each.newest);
  }
  return { figures, ...(oldest && { oldest }), ...(newest && { newest }) };
}

function earlier(one: DatedDay | undefined, other: DatedDay): DatedDay {
  return one && compareDays(one.day, other.day) <= 0 ? one : other;
}

function later(one: DatedDay | undefined, other: DatedDay): DatedDay {
  return one && compareDays(one.day, other.day) >= 0 ? one : other;
}
