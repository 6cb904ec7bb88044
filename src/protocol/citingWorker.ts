import type { BibDialect, CitationRequest, FormattedCitation } from '../core/citing/citationRequest';
import type { CslItem } from '../core/citing/cslItem';
import type { Saying } from '../core/saying';

/** Why a style cannot be used, and the line of its file, from 0, where one can be told. */
export interface WrongStyle {
  readonly wrongStyle: Saying;
  readonly line?: number;
}

/** What the worker for citations does. All of it can be cloned between threads. */
export interface CitingWorkerTable {
  /** Formats a source by a style; what is wrong with the style where it cannot be used. */
  readonly formatCitation: {
    readonly request: CitationRequest;
    readonly answer: FormattedCitation | WrongStyle;
  };
  /** A source as an entry of a `.bib` file. */
  readonly formatBibEntry: {
    readonly request: { readonly item: CslItem; readonly dialect: BibDialect };
    readonly answer: string;
  };
}
