import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe finds wrong in a frame: each rule with the elements that break it. */
export function violations(frame: Frame): Promise<string[]> {
  // As a string, it is evaluated by the debugger, which the reader's CSP does not bind.
  return frame.evaluate<string[]>(`${axe.source};
    axe.run(document, { resultTypes: ['violations'] }).then((result) =>
      result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`);
}
