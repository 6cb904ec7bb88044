import { formatBibEntry } from '../core/citing/formatBibEntry';
import { StyleError } from '../core/citing/checkStyle';
import { formatCitation } from '../core/citing/formatCitation';
import type { CitingWorkerTable } from '../protocol/citingWorker';
import { serve } from './serve';

// A worker of its own for citations: loading citeproc and reading a style would hold up the extension host, and nothing
// else needs its code. It starts when something is first cited.
serve<CitingWorkerTable>({
  formatCitation: (request) => {
    try {
      return formatCitation(request);
    } catch (error) {
      if (error instanceof StyleError) {
        return { wrongStyle: error.why, ...(error.line !== undefined && { line: error.line }) };
      }
      throw error;
    }
  },
  formatBibEntry: ({ item, dialect }) => formatBibEntry(item, dialect),
});
