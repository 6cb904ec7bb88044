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
  // Day before month is the house style.
  const locale = /^en$/iu.test(language) ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(!areYears && { month: 'short' as const }),
    ...(!areMonths && { day: 'numeric' as const }),
    ...(isBeforeChrist && { era: 'short' as const }),
  });
}
