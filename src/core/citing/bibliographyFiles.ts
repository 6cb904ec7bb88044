import type { CitationForm } from './citationForms';
import { frontMatterOf, maskLatexComments } from './masks';

/**
 * The bibliographies that a document names, as it names them: in its front matter (`bibliography:`), by
 * `\addbibresource{}` or by `\bibliography{}`, which leaves out `.bib`.
 */
export function bibliographiesOf(text: string, form: CitationForm): readonly string[] {
  return form === 'latexCite' ? latexBibliographies(text) : frontMatterBibliographies(frontMatterOf(text));
}

function latexBibliographies(text: string): readonly string[] {
  const code = maskLatexComments(text);
  const found: string[] = [];
  for (const [, path] of code.matchAll(/\\addbibresource\s*(?:\[[^\]]*\]\s*)?\{([^}]+)\}/gu)) {
    found.push(path!.trim());
  }
  for (const [, paths] of code.matchAll(/\\bibliography\s*\{([^}]+)\}/gu)) {
    for (const path of paths!.split(',')) found.push(path.trim().replace(/(?<!\.bib)$/iu, '.bib'));
  }
  return unique(found);
}

function frontMatterBibliographies(yaml: string): readonly string[] {
  const [, inline = '', rest = ''] =
    /^bibliography:[ \t]*([^\n\r]*)((?:\r?\n[ \t]*-[ \t][^\n\r]*|\r?\n[ \t]*)*)/mu.exec(yaml) ?? [];
  const value = inline.replace(/(?:^|\s)#.*$/u, '').trim();
  if (value === '') {
    return unique([...rest.matchAll(/^[ \t]*-[ \t]+(.*)$/gmu)].map(([, item]) => unquoted(item!)));
  }
  if (value.startsWith('[')) {
    return unique(
      value
        .replace(/^\[|\]$/gu, '')
        .split(',')
        .map(unquoted),
    );
  }
  return unique([unquoted(value)]);
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/u, '$2');
const unique = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

/** The main document that a chapter names in a magic comment: `% !TEX root = main.tex`. */
export function latexRootOf(text: string): string | undefined {
  return /^%\s*!T[eE]X\s+root\s*=\s*(\S.*?)\s*$/mu.exec(text.slice(0, 2000))?.[1];
}

/** Which kind of bibliography a file is, by its name; `undefined` for kinds that are not written to. */
export function bibliographyKind(path: string): 'bib' | 'json' | undefined {
  const ending = /\.(bib|bibtex|json)$/iu.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : ending === 'json' ? 'json' : 'bib';
}

/** Whether LaTeX reads the bibliography with BibTeX rather than biblatex. */
export function usesBibtex(text: string, form: CitationForm): boolean {
  return (
    form === 'latexCite' &&
    /\\bibliography\s*\{/u.test(maskLatexComments(text)) &&
    !/\\addbibresource\b/u.test(text)
  );
}
