/** What of a date is written. */
export interface DateParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  /** Whether it is before or after Christ. */
  readonly era: boolean;
}

/**
 * How the dates below an axis are written, in a language: only as exactly as those on the axis differ. `ticks` are all
 * of them; times are UTC.
 */
export function tickFormat(language: string): (date: Date, index: number, ticks: readonly Date[]) => string {
  let of: readonly Date[] | undefined;
  let format: Intl.DateTimeFormat | undefined;
  return (date, _, ticks) => {
    if (of !== ticks || !format) {
      of = ticks;
      format = formatFor(ticks, language);
    }
    return format.format(date);
  };
}

function formatFor(ticks: readonly Date[], language: string): Intl.DateTimeFormat {
  const areYears = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
  const areMonths = ticks.every((tick) => tick.getUTCDate() === 1);
  const isBeforeChrist = ticks.some((tick) => tick.getUTCFullYear() < 1);
  return dateFormat(language, { year: true, month: !areYears, day: !areMonths, era: isBeforeChrist });
}

/** How these parts of dates are written below an axis; times are UTC. */
export function dateFormat(language: string, { year, month, day, era }: DateParts): Intl.DateTimeFormat {
  // Day before month is the house style.
  const locale = /^en$/iu.test(language) ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    ...(year && { year: 'numeric' as const }),
    ...(month && { month: 'short' as const }),
    ...(day && { day: 'numeric' as const }),
    ...(era && { era: 'short' as const }),
  });
}
