import { codeLexerOf } from './code';
import type { Lexer } from './cover';
import { bibtexLexer, latexLexer } from './latex';
import { markdownLexer } from './markdown';
import { asciidocLexer, restLexer } from './plainMarkup';
import { tagLexer } from './tags';

const LEXERS = new Map<string, Lexer>([
  ...[
    'markdown',
    'mdx',
    'quarto',
    'rmd',
    'juliamarkdown',
    'chatagent',
    'prompt',
    'instructions',
    'markdown-math',
  ].map((id) => [id, markdownLexer] as const),
  ...['latex', 'tex', 'latex-expl3', 'context', 'doctex', 'rsweave', 'pweave'].map(
    (id) => [id, latexLexer] as const,
  ),
  ...['bibtex', 'biblatex'].map((id) => [id, bibtexLexer] as const),
  ...[
    'html',
    'xml',
    'xsl',
    'svg',
    'vue',
    'svelte',
    'astro',
    'handlebars',
    'razor',
    'blade',
    'erb',
    'xhtml',
    'tei',
  ].map((id) => [id, tagLexer] as const),
  ...['restructuredtext', 'rst'].map((id) => [id, restLexer] as const),
  ...['asciidoc', 'adoc'].map((id) => [id, asciidocLexer] as const),
]);

/** The lexer for a document language by VS Code's id; `undefined` for plain text and for what no table knows. */
export function lexerOf(languageId: string): Lexer | undefined {
  return LEXERS.get(languageId) ?? codeLexerOf(languageId);
}
