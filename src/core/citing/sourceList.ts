import { lineBreakOf } from '../authoring/insertion';
import type { LanguageTag, RichText, Source } from '../model';
import { LATEX_CITATION } from './citationForm';
import type { CitationForm } from './citationForms';
import { asLineStart, writeRich, writerFor } from './formWriters';
import { maskCode, maskLatexComments } from './masks';
import { findNotes } from './notes';
import type { TextEdit } from './planInsertion';
import { tellsOf } from './sameSource';

/** The heading of a list of sources by language; documents in other languages get the English one. */
const HEADINGS: Readonly<Record<string, string>> = { en: 'Sources', fr: 'Sources', ko: '출처' };

/** The keys that a document cites by. */
export function citedKeys(text: string, form: CitationForm): ReadonlySet<string> {
  const keys = new Set<string>();
  if (form === 'pandoc') {
    for (const [, key, braced] of maskCode(text).matchAll(
      /(?<![\p{L}\p{N}\\])-?@(?:([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)|\{([^}\s]+)\})/gu,
    )) {
      keys.add(key ?? braced!);
    }
    return keys;
  }
  const code = maskLatexComments(text);
  for (const { index, 0: command } of code.matchAll(LATEX_CITATION)) {
    const start = index + command.length;
    const end = code.indexOf('}', start);
    for (const key of code.slice(start, end < 0 ? start : end).split(',')) {
      if (key.trim() !== '') keys.add(key.trim());
    }
  }
  return keys;
}

/** Whether the notes of a document, or its sentences where it has none, tell of a source. */
export function citesSource(text: string, form: CitationForm, source: Source): boolean {
  const notes = findNotes(text, form);
  return notes.some(({ body }) => tellsOf(body, source)) || (form === 'plain' && tellsOf(text, source));
}

export interface SourceListRequest {
  readonly text: string;
  readonly form: CitationForm;
  /** Where a new list goes; a list that is there is added to. */
  readonly offset: number;
  readonly language: LanguageTag;
  /** What was cited, each as a list says it. */
  readonly sources: readonly { readonly source: Source; readonly entry: RichText }[];
}

/** The edit that makes or completes the list; `undefined` where nothing is missing. */
export function planSourceList(request: SourceListRequest): TextEdit | undefined {
  const { text, form } = request;
  switch (form) {
    case 'pandoc':
      // Pandoc makes the list itself, and puts it into this division.
      if (/\{[^}\n]*#refs\b|\bid=["']refs["']/u.test(text)) return undefined;
      return newBlock(request, [heading(request), '', '::: {#refs}', ':::']);
    case 'latexCite': {
      const code = maskLatexComments(text);
      // BibTeX prints where the bibliography is named; a chapter leaves that to its main document.
      if (/\\printbibliography\b/u.test(code) || !/\\addbibresource\b/u.test(code)) return undefined;
      return newBlock(request, ['\\printbibliography']);
    }
    default:
      return listEdit(request);
  }
}

function listEdit(request: SourceListRequest): TextEdit | undefined {
  const { text, form, sources } = request;
  const lineBreak = lineBreakOf(text);
  const known = findList(text, form);
  const missing = sources.filter(
    ({ source }) => !known || !tellsOf(text.slice(known.start, known.end), source),
  );
  if (missing.length === 0) return undefined;
  const writer = writerFor(form, text);
  const bullet = { latexFootnote: '\\item ', asciidoc: '* ', wikitext: '* ' }[form as string] ?? '- ';
  const items = missing
    .toSorted((one, other) => one.entry.text.localeCompare(other.entry.text))
    .map(({ entry }) => bullet + asLineStart(writeRich(entry, writer), form));
  if (known) {
    return { start: known.end, end: known.end, text: items.map((item) => lineBreak + item).join('') };
  }
  const list = form === 'latexFootnote' ? ['\\begin{itemize}', ...items, '\\end{itemize}'] : items;
  return newBlock(request, [heading(request), '', ...list]);
}

function heading({ text, form, language }: SourceListRequest): string {
  const title = HEADINGS[language] ?? HEADINGS['en']!;
  switch (form) {
    case 'latexFootnote':
    case 'latexCite':
      return `\\section*{${title}}`;
    case 'asciidoc':
    case 'wikitext':
      return form === 'asciidoc' ? `== ${title}` : `== ${title} ==`;
    case 'restructuredtext': {
      // The underline that the document's last section has; wide letters take two columns.
      const sign = [...text.matchAll(/^\S[^\n]*\n([-=~^"'`*+#])\1{2,}[ \t]*$/gmu)].at(-1)?.[1] ?? '-';
      return `${title}${lineBreakOf(text)}${sign.repeat(title.length * 2)}`;
    }
    case 'plain':
      return title;
    default:
      return `## ${title}`;
  }
}

/** A paragraph of its own at a place. */
function newBlock({ text, form, offset: wanted }: SourceListRequest, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakOf(text);
  // What stands behind the end of a LaTeX document is not typeset.
  const end = form.startsWith('latex') ? text.lastIndexOf('\\end{document}') : -1;
  const offset = end >= 0 ? Math.min(wanted, end) : wanted;
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const breaks = /[\r\n \t]*$/u.exec(before)![0].match(/\r\n|\n|\r/gu)?.length ?? 0;
  const lead = before.trim() === '' ? '' : lineBreak.repeat(Math.max(0, 2 - breaks));
  const following = /^[\r\n \t]*/u.exec(after)![0].match(/\r\n|\n|\r/gu)?.length ?? 0;
  const tail =
    after.trim() === ''
      ? lineBreak.repeat(after === '' ? 1 : 0)
      : lineBreak.repeat(Math.max(0, 2 - following));
  return { start: offset, end: offset, text: lead + lines.join(lineBreak) + tail };
}

/** The items below the heading of a list that is there, up to the end of the last one. */
function findList(
  text: string,
  form: CitationForm,
): { readonly start: number; readonly end: number } | undefined {
  const titles = [...new Set(Object.values(HEADINGS))].join('|');
  const pattern =
    {
      latexFootnote: `\\\\section\\*\\{(?:${titles})\\}\\s*\\\\begin\\{itemize\\}((?:(?!\\\\end\\{itemize\\})[^])*?)(?=\\s*\\\\end\\{itemize\\})`,
      asciidoc: `^== (?:${titles})[ \\t]*\\r?\\n\\s*((?:\\*[ \\t][^\\n]*(?:\\n(?=\\*[ \\t]))?)+)`,
      wikitext: `^== ?(?:${titles}) ?==[ \\t]*\\r?\\n\\s*((?:\\*[ \\t][^\\n]*(?:\\n(?=\\*[ \\t]))?)+)`,
      restructuredtext: `^(?:${titles})[ \\t]*\\r?\\n([-=~^"'\`*+#])\\1{2,}\\s*\\n((?:-[ \\t][^\\n]*(?:\\n(?=-[ \\t]))?)+)`,
      plain: `^(?:${titles})[ \\t]*\\r?\\n\\s*((?:-[ \\t][^\\n]*(?:\\n(?=-[ \\t]))?)+)`,
    }[form as string] ?? `^## (?:${titles})[ \\t]*\\r?\\n\\s*((?:-[ \\t][^\\n]*(?:\\n(?=-[ \\t]))?)+)`;
  const found = new RegExp(pattern, 'mu').exec(text);
  if (!found) return undefined;
  const items = (found[2] ?? found[1] ?? '').trimEnd();
  const start = found.index + found[0].lastIndexOf(items);
  return { start, end: start + items.length };
}
