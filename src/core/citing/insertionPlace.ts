import type { LanguageTag } from '../model';
import { splitSentences, type TextRange } from '../text/sentences';
import type { CitationForm } from './citationForms';
import { findNotes } from './notes';

/** How far around the cursor its sentence is looked for, in UTF-16 code units. */
const REACH = 4000;
/** Where words have no spaces between them, two letters side by side tell nothing. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** The end of a sentence behind the cursor, and not a point in a number or an address. */
const FULL_STOP = /^[.!?…。！？]+(?![\p{L}\p{N}])/u;
/** What can stand before it. */
const LAST_SIGN = /[\p{L}\p{M}\p{N}%)\]"”’»」]$/u;
/** What ends a line of a list, a table or a quotation: the next one. */
const NEXT_ITEM = /\r?\n(?=[ \t]*(?:[-*+#|>]|\d+[.)][ \t]|\\item\b|\r?\n|$))/gu;
/** A reference to a note. */
const REFERENCE = /\[\^[^\]\s]{1,200}\]|<ref\s[^>]{1,200}\/>|[ ]?\[#?[^\]\s]{1,200}\]_/gu;

/** Where the cursor is, and what is known about its document. */
export interface CursorPlace {
  readonly text: string;
  readonly offset: number;
  readonly form: CitationForm;
  readonly language: LanguageTag;
  /** The name at the cursor, where there is one. */
  readonly name?: TextRange | undefined;
}

/**
 * Where something goes that is inserted at a cursor: there, unless that is inside of a name or a word, as when a card was
 * opened by the keyboard. Then a fact goes behind the sentence and its notes, and a citation behind the name or word. A fact
 * right before a full stop goes behind it, too.
 */
export function insertionPlace(what: 'fact' | 'citation', cursor: CursorPlace): number {
  const { text, offset, form, name } = cursor;
  const isInName = name !== undefined && name.start < offset && offset < name.end;
  const isAtEnd = what === 'fact' && isBeforeFullStop(text, offset);
  if (!isInName && !isAtEnd && !isInWord(text, offset)) return offset;
  const notes = findNotes(text, form);
  // Inside of a note the note is what one writes.
  if (notes.some(({ start, end }) => start < offset && offset < end)) return offset;
  if (what === 'citation') return endOfWord(text, isInName ? name.end : offset);
  const references = [...text.matchAll(REFERENCE)].map(({ index: start, 0: { length } }) => ({
    start,
    end: start + length,
  }));
  return endOfSentence(cursor, [...notes, ...references]);
}

function isInWord(text: string, offset: number): boolean {
  const before = /.$/u.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
  const after = /^./u.exec(text.slice(offset, offset + 2))?.[0] ?? '';
  return [before, after].every((character) => LETTER.test(character) && !SPACELESS.test(character));
}

function isBeforeFullStop(text: string, offset: number): boolean {
  return (
    FULL_STOP.test(text.slice(offset, offset + 8)) &&
    LAST_SIGN.test(text.slice(Math.max(0, offset - 2), offset))
  );
}

function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isInWord(text, end)) end++;
  return end;
}

/** The end of the sentence at the cursor, with what is noted behind its full stop. */
function endOfSentence({ text, offset, language }: CursorPlace, noted: readonly TextRange[]): number {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  const items = [...before.matchAll(NEXT_ITEM)].map(({ index, 0: { length } }) => index + length);
  const start = from + Math.max(0, ...items);
  const after = text.slice(offset, offset + REACH);
  const length = after.search(NEXT_ITEM);
  const paragraph = text.slice(start, length < 0 ? offset + REACH : offset + length);
  // What stands in notes ends no sentence of the text, and brackets would hide its end.
  const words = noted.reduce((all, note) => {
    const [first, last] = [Math.max(0, note.start - start), Math.min(all.length, note.end - start)];
    return first < last ? all.slice(0, first) + ' '.repeat(last - first) + all.slice(last) : all;
  }, paragraph);
  const sentence = splitSentences(words, language).find(({ end }) => end > offset - start);
  let end = start + (sentence?.end ?? offset - start);
  for (;;) {
    const next = noted.find((note) => note.start === end && note.end > end);
    if (!next) return end;
    end = next.end;
  }
}
