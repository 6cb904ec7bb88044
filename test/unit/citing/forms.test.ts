import assert from 'node:assert/strict';
import { detectForm } from '../../../src/core/citing/citationForm';
import type { CitationForm } from '../../../src/core/citing/citationForms';

describe('The form of a document', () => {
  const rows: readonly (readonly [
    what: string,
    languageId: string,
    path: string,
    text: string,
    CitationForm,
  ])[] = [
    ['Markdown', 'markdown', '/a.md', 'Text', 'markdownFootnote'],
    ['Markdown by its ending alone', 'plaintext', '/a.md', 'Text', 'markdownFootnote'],
    ['Markdown with a bibliography', 'markdown', '/a.md', '---\nbibliography: a.bib\n---\nText', 'pandoc'],
    [
      'the word bibliography in the text',
      'markdown',
      '/a.md',
      'Text\n\n---\nbibliography: a.bib\n---\n',
      'markdownFootnote',
    ],
    ['Markdown that cites by key', 'markdown', '/a.md', 'So [see @lang2009, p. 3].', 'pandoc'],
    ['a key without its author', 'quarto', '/a.qmd', 'Lang says so [-@lang2009].', 'pandoc'],
    ['a key in code', 'markdown', '/a.md', 'Write `[@key]` or\n\n```\n[@key]\n```\n', 'markdownFootnote'],
    [
      'a link that holds an address',
      'markdown',
      '/a.md',
      '[@lang](https://example.org) and a@b.org',
      'markdownFootnote',
    ],
    ['LaTeX', 'latex', '/a.tex', '\\section{A}', 'latexFootnote'],
    ['LaTeX with BibTeX', 'latex', '/a.tex', '\\bibliography{refs}', 'latexCite'],
    ['LaTeX with biblatex', 'plaintext', '/a.tex', '\\addbibresource{refs.bib}', 'latexCite'],
    ['a chapter that cites', 'latex', '/a.tex', 'So~\\parencite[3]{lang}.', 'latexCite'],
    [
      'a bibliography in a comment',
      'latex',
      '/a.tex',
      '% \\bibliography{refs}\n100\\% \\emph{so}',
      'latexFootnote',
    ],
    ['AsciiDoc', 'asciidoc', '/a.adoc', '', 'asciidoc'],
    ['AsciiDoc without an extension', 'plaintext', '/a.adoc', '', 'asciidoc'],
    ['reStructuredText', 'restructuredtext', '/a.rst', '', 'restructuredtext'],
    ['wikitext', 'plaintext', '/a.wiki', '', 'wikitext'],
    ['a text', 'plaintext', '/a.txt', '[@key] \\cite{key}', 'plain'],
    ['a program', 'typescript', '/a.ts', '', 'plain'],
    ['a new text', 'plaintext', 'Untitled-1', '', 'plain'],
  ];
  for (const [what, languageId, path, text, form] of rows) {
    it(`${what}: ${form}`, () => assert.equal(detectForm({ languageId, path, text }), form));
  }
});
