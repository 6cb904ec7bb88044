/** How a document says where something comes from. */
export const CITATION_FORMS = [
  'markdownFootnote',
  'pandoc',
  'latexFootnote',
  'latexCite',
  'asciidoc',
  'restructuredtext',
  'wikitext',
  'plain',
] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];
