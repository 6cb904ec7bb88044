import type { Source } from '../model';
import type { CitationForm } from './citationForms';
import { maskCode, maskLatexComments } from './masks';
import { tellsOf } from './sameSource';

/** A note that a document holds: what refers to it, and what it says. Offsets are UTF-16 code units. */
export interface Note {
  /** What refers to it; absent where nothing can. */
  readonly label?: string;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

/** The notes of a document that cites in notes, in order. */
export function findNotes(text: string, form: CitationForm): readonly Note[] {
  switch (form) {
    case 'markdownFootnote':
      return all(
        maskCode(text),
        /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*([^\n]*(?:\n(?:[ \t\r]*\n)*(?: {4}|\t)[^\n]*|\n(?![ \t]*(?:\[\^|$))[^\n]+)*)/gmu,
      );
    case 'restructuredtext':
      return all(text, /^\.\. \[(#?[^\]\s]+)\][ \t]*([^\n]*(?:\n(?:[ \t\r]*\n)*[ \t]+\S[^\n]*)*)/gmu);
    case 'asciidoc':
      // The brackets of a link in the note do not end it.
      return all(text, /footnote:([\p{L}\p{N}_-]*)\[((?:\\[^]|\[(?:\\[^]|[^[\]\\])*\]|[^\]\\])+)\]/gu);
    case 'wikitext':
      return all(text, /<ref(?:\s+name\s*=\s*["']?([^"'>/]+?)["']?\s*)?>([^]*?)<\/ref>/giu);
    case 'latexFootnote':
      return latexNotes(maskLatexComments(text));
    default:
      return [];
  }
}

function all(text: string, pattern: RegExp): readonly Note[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: label, 2: body = '', index }) => ({
    ...(label !== undefined && label !== '' && { label }),
    body,
    start: index,
    end: index + whole.trimEnd().length,
  }));
}

/** `\footnote{…}` with its `\label`, braces balanced. */
function latexNotes(text: string): readonly Note[] {
  const notes: Note[] = [];
  for (const { index, 0: command } of text.matchAll(/\\footnote\s*(?:\[[^\]]*\])?\{/gu)) {
    const start = index + command.length;
    let depth = 1;
    let at = start;
    for (; at < text.length && depth > 0; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '{') depth++;
      else if (text[at] === '}') depth--;
    }
    const body = text.slice(start, at - 1);
    const label = /\\label\{([^}]+)\}/u.exec(body)?.[1];
    notes.push({ ...(label !== undefined && { label }), body, start: index, end: at });
  }
  return notes;
}

/** The note that already tells of a source and can be referred to. */
export function noteOf(notes: readonly Note[], source: Source): (Note & { label: string }) | undefined {
  return notes.find(
    (note): note is Note & { label: string } => note.label !== undefined && tellsOf(note.body, source),
  );
}

/** A label that no note and no reference of the document has yet. */
export function freeLabel(text: string, form: CitationForm, slug: string): string {
  const used = usedLabels(text, form);
  if (form === 'markdownFootnote' && [...used].every((label) => /^\d+$/u.test(label))) {
    // The document numbers its footnotes, or has none.
    return String(Math.max(0, ...[...used].map(Number).filter(Number.isSafeInteger)) + 1);
  }
  const base = form === 'latexFootnote' ? `fn:${slug}` : slug;
  for (let count = 1; ; count++) {
    const label = count === 1 ? base : `${base}-${count}`;
    if (!used.has(label.toLowerCase())) return label;
  }
}

/** The labels in use, in lower case: forms differ in whether case tells them apart. */
function usedLabels(text: string, form: CitationForm): ReadonlySet<string> {
  const patterns: Partial<Record<CitationForm, RegExp>> = {
    markdownFootnote: /\[\^([^\]\s]+)\]/gu,
    restructuredtext: /(?:\[#?([^\]\s]+)\](?=_|\s)|^\.\. _([^:\n]+):)/gmu,
    asciidoc: /(?:footnote:([\p{L}\p{N}_-]+)\[|footnoteref:\[([\p{L}\p{N}_-]+))/gu,
    wikitext: /<ref\s+name\s*=\s*["']?([^"'>/]+)/giu,
    latexFootnote: /\\label\{([^}]+)\}/gu,
  };
  const pattern = patterns[form];
  if (!pattern) return new Set();
  const searched = form === 'markdownFootnote' ? maskCode(text) : text;
  return new Set(
    [...searched.matchAll(pattern)].map((found) => (found[1] ?? found[2] ?? '').trim().toLowerCase()),
  );
}
