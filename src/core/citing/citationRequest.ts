import type { CslItem } from './cslItem';

/** A CSL style: one that citation-js brings, by its id, or the text of a `.csl` file. */
export type CslStyle = { readonly id: string } | { readonly xml: string };

export interface CitationRequest {
  readonly item: CslItem;
  readonly style: CslStyle;
  /** The language of the citation's own words, such as "Retrieved", as a locale of CSL: `en-US`. */
  readonly locale: string;
  /** The text of a locale that citation-js does not bring. */
  readonly localeXml?: string;
}

/** A citation as HTML, as citeproc writes it. */
export interface FormattedCitation {
  /** As a note says it. */
  readonly note: string;
  /** As a list of sources says it. */
  readonly entry: string;
}

/** A dialect of BibTeX files: `bibtex` for `\bibliography`, `biblatex` for `\addbibresource` and Pandoc. */
export type BibDialect = 'bibtex' | 'biblatex';
