import type * as charts from './lazy/charts';

/** Loads the part of the reader that draws charts: a file beside the reader's own, which is loaded once. */
export function loadCharts(): Promise<typeof charts> {
  // A script with the page's nonce gives it on to what it imports.
  return import('./lazy/charts');
}
