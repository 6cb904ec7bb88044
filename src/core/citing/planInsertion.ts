import { lineBreakOf } from '../authoring/insertion';
import type { RichText, Source } from '../model';
import { LATEX_CITATION, citesByKey } from './citationForm';
import type { CitationForm } from './citationForms';
import { asLineStart, writeRich, writerFor } from './formWriters';
import { maskLatexComments } from './masks';
import { findNotes, freeLabel, noteOf, type Note } from './notes';

/** Text put in the place of a stretch of a document. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is to be inserted and where. */
export interface InsertionRequest {
  readonly text: string;
  readonly form: CitationForm;
  /** What is selected at each cursor. A fact takes its place; a citation goes behind it. */
  readonly selections: readonly { readonly start: number; readonly end: number }[];
  /** The sentence; without it only the citation is inserted. */
  readonly fact?: RichText;
  readonly source: Source;
  /** What the note says, or what stands in parentheses; not used by forms that cite by key. */
  readonly citation: RichText;
  /** The label or id that a new note gets if it is free; for forms that cite by key, the key. */
  readonly key: string;
}

export interface PlannedInsertion {
  /** They do not overlap, and stand in order. */
  readonly edits: readonly TextEdit[];
  /** What the first cursor gets, without a space that sets it off. */
  readonly inserted: string;
  /** Where the cursors stand afterwards, as offsets in the changed text: behind what they got. */
  readonly cursors: readonly number[];
}

/** What stands behind a text, and what is to be added elsewhere in the document for it. */
export interface CitationMark {
  readonly first: string;
  /** At each further cursor. */
  readonly again: string;
  readonly definition?: TextEdit;
}

/**
 * Plans the edits that put a fact with its citation, or a citation alone, at each cursor: one note for all of them, and
 * none where the document already has one for the same source.
 */
export function planInsertion(request: InsertionRequest, mark = citationMark(request)): PlannedInsertion {
  const { text, form, fact } = request;
  const writer = writerFor(form, text);
  const selections = inOrder(request.selections);
  const sentence = fact && writeRich(fact, writer);
  const edits: TextEdit[] = [];
  let inserted = '';
  const bodyEnds: number[] = [];
  for (const [index, selection] of selections.entries()) {
    const start = sentence === undefined ? selection.end : selection.start;
    const reference = index === 0 ? mark.first : mark.again;
    const isLineStart = start === 0 || /[\n\r]/u.test(text[start - 1]!);
    const body =
      sentence === undefined
        ? joined(text.slice(0, start), reference, form)
        : withCitation(isLineStart ? asLineStart(sentence, form) : sentence, reference, form);
    const before = sentence !== undefined && needsSpaceBefore(text.slice(0, start)) ? ' ' : '';
    const after = needsSpaceAfter(text.slice(selection.end), form, sentence !== undefined) ? ' ' : '';
    if (index === 0) inserted = body;
    edits.push({ start, end: selection.end, text: before + body + after });
    bodyEnds.push(before.length + body.length);
  }
  // A definition that goes to a cursor's place stands behind what the cursor gets.
  const { definition } = mark;
  const growth = (offset: number): number =>
    definition && definition.start < offset ? definition.text.length : 0;
  let moved = 0;
  const cursors = edits.map(({ start, end, text: added }, index) => {
    const cursor = start + moved + growth(start) + bodyEnds[index]!;
    moved += added.length - (end - start);
    return cursor;
  });
  return { edits: merged(edits, definition), inserted, cursors };
}

/** Puts what goes to the same place into one edit, since editors take overlapping edits in no certain order. */
function merged(edits: readonly TextEdit[], definition: TextEdit | undefined): readonly TextEdit[] {
  const result: TextEdit[] = [];
  const rank = (edit: TextEdit): number => (edit === definition ? 1 : 0);
  const all = definition ? [...edits, definition] : [...edits];
  all.sort((one, other) => one.start - other.start || rank(one) - rank(other) || one.end - other.end);
  for (const edit of all) {
    const last = result.at(-1);
    if (last && edit.start <= last.end && edit.start === edit.end) {
      result[result.length - 1] = { ...last, text: last.text + edit.text };
    } else if (last?.start === edit.start && last.start === last.end) {
      result[result.length - 1] = { ...edit, text: last.text + edit.text };
    } else {
      result.push(edit);
    }
  }
  return result;
}

function needsSpaceBefore(before: string): boolean {
  return /[^\s([{“‘«"'—–¿¡/]$/u.test(before.slice(-2));
}

function needsSpaceAfter(after: string, form: CitationForm, isFact: boolean): boolean {
  // A reference of reStructuredText ends only before a space or punctuation.
  return (isFact || form === 'restructuredtext') && /^[\p{L}\p{N}]/u.test(after);
}

/** Forms whose citation belongs to the sentence: it goes before its full stop, with a space. */
function isInSentence(form: CitationForm): boolean {
  return citesByKey(form) || form === 'plain';
}

function withCitation(sentence: string, reference: string, form: CitationForm): string {
  if (!isInSentence(form)) return joined(sentence, reference, form, sentence);
  const [, words = sentence, stop = ''] = /^([^]*?)([.!?。！？]?)$/u.exec(sentence) ?? [];
  return words + joined(words, reference, form) + stop;
}

/** A reference as it follows what stands before it; with `lead`, that too. */
function joined(before: string, reference: string, form: CitationForm, lead = ''): string {
  const isFree = before === '' || /[\s([{“‘«]$/u.test(before.slice(-2));
  if (isFree) return lead + reference;
  switch (form) {
    case 'latexCite':
      return `${lead}~${reference}`;
    case 'pandoc':
    case 'plain':
    case 'restructuredtext':
      return `${lead} ${reference}`;
    default:
      return lead + reference;
  }
}

const inOrder = (selections: InsertionRequest['selections']): InsertionRequest['selections'] =>
  [...selections].sort((one, other) => one.start - other.start);

/** How a source is cited in a document; the same for all facts of the source that may be inserted at a place. */
export function citationMark(request: InsertionRequest): CitationMark {
  const { text, form, key } = request;
  switch (form) {
    case 'pandoc': {
      const reference = `[@${key}]`;
      return { first: reference, again: reference };
    }
    case 'latexCite': {
      const reference = `\\${citeCommandOf(text)}{${key}}`;
      return { first: reference, again: reference };
    }
    case 'plain': {
      // The full stop of an abbreviation such as "n.d." stays.
      const reference = `(${request.citation.text.replace(/(?<!(?:^|[\s.])\p{L})\.$/u, '')})`;
      return { first: reference, again: reference };
    }
    default:
      return noteMark(request);
  }
}

/** The command that the document cites with most; a chapter that does not cite yet gets `\cite`. */
function citeCommandOf(text: string): string {
  const counts = new Map<string, number>();
  for (const [, command] of maskLatexComments(text).matchAll(LATEX_CITATION)) {
    // Commands for a name or year alone do not cite.
    if (command !== undefined && /^(?:cite[tp]?|(?:paren|auto|foot|smart|super)cite)$/u.test(command)) {
      counts.set(command, (counts.get(command) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'cite';
}

function noteMark({ text, form, selections, fact, source, citation, key }: InsertionRequest): CitationMark {
  const [first] = inOrder(selections);
  const notes = findNotes(text, form).filter(
    (note) =>
      // A fact takes the place of what is selected, and of the notes in it.
      !(fact && selections.some(({ start, end }) => note.start < end && start < note.end)) &&
      // AsciiDoc knows a note only below the place where it is defined.
      !(form === 'asciidoc' && first && note.end > first.end),
  );
  const known = noteOf(notes, source);
  if (known) return { first: referenceTo(known.label, form), again: referenceTo(known.label, form) };
  const label = freeLabel(text, form, key);
  const writer = writerFor(form, text);
  const body = writeRich(citation, writer);
  const again = referenceTo(form === 'restructuredtext' ? `#${label}` : label, form);
  switch (form) {
    case 'latexFootnote':
      return { first: `\\footnote{\\label{${label}}${body}}`, again };
    case 'asciidoc':
      return { first: `footnote:${label}[${body}]`, again };
    case 'wikitext':
      return { first: `<ref name="${label}">${body}</ref>`, again };
    case 'restructuredtext':
      return {
        first: again,
        again,
        definition: definitionAt(text, selections, notes, `.. [#${label}] ${body}`),
      };
    default:
      return {
        first: again,
        again,
        definition: definitionAt(text, selections, notes, `[^${label}]: ${asLineStart(body, form)}`),
      };
  }
}

function referenceTo(label: string, form: CitationForm): string {
  switch (form) {
    case 'latexFootnote':
      return `\\textsuperscript{\\ref{${label}}}`;
    case 'asciidoc':
      return `footnote:${label}[]`;
    case 'wikitext':
      return `<ref name="${label}" />`;
    case 'restructuredtext':
      return `[${label}]_`;
    default:
      return `[^${label}]`;
  }
}

/** A definition behind the last one, or at the end of the document. */
function definitionAt(
  text: string,
  selections: InsertionRequest['selections'],
  notes: readonly Note[],
  definition: string,
): TextEdit {
  const lineBreak = lineBreakOf(text);
  const last = notes.at(-1);
  if (last) return { start: last.end, end: last.end, text: lineBreak + definition };
  const written = text.trimEnd();
  // What is inserted at the end stands before it.
  const from = Math.max(written.length, ...selections.map(({ end }) => end));
  const breaks = text.slice(from).match(/\r\n|\n|\r/gu)?.length ?? 0;
  const lead = lineBreak.repeat(Math.max(0, 2 - breaks));
  return { start: text.length, end: text.length, text: `${lead}${definition}${lineBreak}` };
}
