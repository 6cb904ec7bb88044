import { insert } from '../../../src/core/authoring/insertion';
import { addToBib } from '../../../src/core/citing/bibFile';
import { citesByKey } from '../../../src/core/citing/citationForm';
import type { CitationForm } from '../../../src/core/citing/citationForms';
import type { BibDialect, CslStyle } from '../../../src/core/citing/citationRequest';
import { freeKey, wantedKey } from '../../../src/core/citing/citeKeys';
import { cslItem, type CitedSource } from '../../../src/core/citing/cslItem';
import { addToCslJson } from '../../../src/core/citing/cslJsonFile';
import { formatBibEntry } from '../../../src/core/citing/formatBibEntry';
import { formatCitation } from '../../../src/core/citing/formatCitation';
import { planInsertion, type TextEdit } from '../../../src/core/citing/planInsertion';
import { richCitation } from '../../../src/core/citing/richCitation';
import type { RichText } from '../../../src/core/model';

/** A document before the first fact goes into it; `‸` is where they go, one below the other. */
export const DOCUMENTS: Readonly<Record<CitationForm, string>> = {
  markdownFootnote: '# A text\n\n‸\n',
  pandoc: '---\nbibliography: refs.bib\n---\n\n# A text\n\n‸\n',
  latexFootnote:
    '\\documentclass{article}\n\\usepackage{hyperref}\n\\begin{document}\n\n‸\n\n\\end{document}\n',
  latexCite:
    '\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n\n‸\n\n\\printbibliography\n\\end{document}\n',
  asciidoc: '= A text\n\n‸\n',
  restructuredtext: 'A text\n======\n\n‸\n',
  wikitext: "'''A text'''\n\n‸\n\n<references />\n",
  plain: 'A text\n\n‸\n',
};

/** Edits applied to a text; they stand in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

/** What stands for the facts of a source in a document: a sentence that nothing else holds. */
export const sentenceOf = (index: number): string =>
  `Sentence ${'abcdefghijklmnopqrstuvwxyz'[index]!} is so.`;

const made = new Map<string, { readonly note: RichText; readonly entry: RichText }>();

/** A source as a style says it in English. Made once for all tests of a run. */
export function citationOf(
  source: CitedSource,
  style: CslStyle,
): { readonly note: RichText; readonly entry: RichText } {
  const known = JSON.stringify([source, style]);
  let citation = made.get(known);
  if (!citation) {
    const { note, entry } = formatCitation({ item: cslItem(source, 'source'), style, locale: 'en-US' });
    citation = { note: richCitation(note), entry: richCitation(entry) };
    made.set(known, citation);
  }
  return citation;
}

/** A document in which a fact of each source was inserted, in order, and the bibliography that this made. */
export interface CitingDocument {
  readonly text: string;
  readonly keys: readonly string[];
  readonly bib: string;
  readonly json: string;
}

/** Inserts a fact of each source into the document of a form, one after the other, as a person would. */
export function citeAll(
  form: CitationForm,
  sources: readonly CitedSource[],
  style: CslStyle,
  { dialect = 'biblatex', document = DOCUMENTS[form] }: { dialect?: BibDialect; document?: string } = {},
): CitingDocument {
  let text = document.replace('‸', '');
  let cursor = document.indexOf('‸');
  const keys: string[] = [];
  let bib = '';
  let json = '';
  for (const [index, cited] of sources.entries()) {
    const key = citesByKey(form) ? freeKey(wantedKey(cited), keys) : wantedKey(cited);
    keys.push(key);
    bib = insert(bib, addToBib(bib, formatBibEntry(cslItem(cited, key), dialect)));
    json = insert(json, addToCslJson(json, cslItem(cited, key)));
    const lead = index === 0 ? '' : '\n\n';
    text = text.slice(0, cursor) + lead + text.slice(cursor);
    cursor += lead.length;
    const plan = planInsertion({
      text,
      form,
      selections: [{ start: cursor, end: cursor }],
      fact: { text: sentenceOf(index), marks: [] },
      source: cited.source,
      citation: citationOf(cited, style).note,
      key,
    });
    text = applyEdits(text, plan.edits);
    cursor = plan.cursors[0]!;
  }
  return { text, keys, bib, json };
}
