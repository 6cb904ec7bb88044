import type { CitationForm } from './citationForms';
import { frontMatterOf, maskCode, maskLatexComments } from './masks';

/** What tells the form of a document. */
export interface FormEvidence {
  /** VS Code's id of the language. */
  readonly languageId: string;
  /** The path or name of the file; only its ending counts. */
  readonly path: string;
  readonly text: string;
}

type Family = 'markdown' | 'latex' | 'asciidoc' | 'restructuredtext' | 'wikitext';

const FAMILIES: Readonly<Record<string, Family>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  latex: 'latex',
  tex: 'latex',
  'latex-expl3': 'latex',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  rst: 'restructuredtext',
  wikitext: 'wikitext',
  mediawiki: 'wikitext',
};

/** Endings of files whose language VS Code may not know without another extension. */
const ENDINGS: Readonly<Record<string, Family>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  tex: 'latex',
  ltx: 'latex',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'restructuredtext',
  wiki: 'wikitext',
  wikitext: 'wikitext',
  mediawiki: 'wikitext',
};

/** `[@key]`, `[see @key, p. 3]`, `[-@key]`: the citations of Pandoc's Markdown. */
const PANDOC_CITATION = /(?:^|[^\\!\w\]])\[(?:[^\][\n@]*[\s;])?-?@[\p{L}\p{N}_{][^\][\n]*\](?!\()/u;
const PANDOC_FIELD = /^(?:bibliography|references):/mu;
const LATEX_BIBLIOGRAPHY = /\\(?:bibliography|addbibresource)\s*[[{]/u;
/** The commands that cite by key, of LaTeX itself, natbib and biblatex. */
export const LATEX_CITATION =
  /\\((?:foot|paren|text|auto|smart|full|footfull|super)?cite[tpas]?|[Cc]ite(?:author|year))\*?\s*(?:\[[^\]]*\]\s*){0,2}\{/gu;

/**
 * The form in which a document cites: by its language or the ending of its name, and by how it cites already. Markdown
 * with a bibliography or a citation by key takes keys, other Markdown footnotes; LaTeX with a bibliography takes keys.
 */
export function detectForm({ languageId, path, text }: FormEvidence): CitationForm {
  const ending = /\.([a-z]+)$/u.exec(path.toLowerCase())?.[1] ?? '';
  const family = FAMILIES[languageId] ?? ENDINGS[ending];
  switch (family) {
    case undefined:
      return 'plain';
    case 'markdown':
      return PANDOC_FIELD.test(frontMatterOf(text)) || PANDOC_CITATION.test(maskCode(text))
        ? 'pandoc'
        : 'markdownFootnote';
    case 'latex': {
      const code = maskLatexComments(text);
      // A chapter has no bibliography of its own but cites by key.
      const hasKeys = LATEX_BIBLIOGRAPHY.test(code) || code.search(LATEX_CITATION) >= 0;
      return hasKeys ? 'latexCite' : 'latexFootnote';
    }
    default:
      return family;
  }
}

/** Whether a form cites by the key of an entry in a bibliography. */
export function citesByKey(form: CitationForm): boolean {
  return form === 'pandoc' || form === 'latexCite';
}
