import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CITATION_FORMS, type CitationForm } from '../../../src/core/citing/citationForms';
import { wantedKey } from '../../../src/core/citing/citeKeys';
import { planInsertion, type InsertionRequest, type TextEdit } from '../../../src/core/citing/planInsertion';
import type { RichText } from '../../../src/core/model';
import { WIKIPEDIA } from './sources';

const NOTE: RichText = {
  text: `France–North Korea relations. (n.d.). Wikipedia. ${WIKIPEDIA.source.url!}`,
  marks: [{ start: 0, end: 28, kind: 'emphasis' }],
};
const FACT: RichText = { text: 'Lang met 5 % of them.', marks: [{ start: 0, end: 4, kind: 'emphasis' }] };
const URL = WIKIPEDIA.source.url!;

/** A text with `|` for a cursor and `<<…>>` for a selection. */
function marked(source: string): Pick<InsertionRequest, 'text' | 'selections'> {
  const selections: { start: number; end: number }[] = [];
  let text = '';
  let start = -1;
  for (const piece of source.split(/(<<|>>|‸)/u)) {
    if (piece === '<<') start = text.length;
    else if (piece === '>>') selections.push({ start, end: text.length });
    else if (piece === '‸') selections.push({ start: text.length, end: text.length });
    else text += piece;
  }
  return { text, selections };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

function inserted(
  form: CitationForm,
  source: string,
  what: 'fact' | 'citation' = 'fact',
  citation = NOTE,
): string {
  const place = marked(source);
  const plan = planInsertion({
    ...place,
    form,
    ...(what === 'fact' && { fact: FACT }),
    source: WIKIPEDIA.source,
    citation,
    key: wantedKey(WIKIPEDIA),
  });
  const text = apply(place.text, plan.edits);
  return plan.cursors
    .toSorted((one, other) => other - one)
    .reduce((all, cursor) => `${all.slice(0, cursor)}‸${all.slice(cursor)}`, text);
}

const MD_NOTE = `*France–North Korea relations*. (n.d.). Wikipedia. <${URL}>`;
const TEX_URL = `\\url{${URL.replaceAll('%', '\\%')}}`;
const KEY = 'france-north-korea-relations';

describe('A fact with its citation', () => {
  const rows: readonly (readonly [what: string, CitationForm, before: string, after: string])[] = [
    [
      'a footnote of Markdown, defined at the end',
      'markdownFootnote',
      'He came. ‸\n\nMore.\n',
      `He came. *Lang* met 5 % of them.[^1]‸\n\nMore.\n\n[^1]: ${MD_NOTE}\n`,
    ],
    ['in an empty document', 'markdownFootnote', '‸', `*Lang* met 5 % of them.[^1]‸\n\n[^1]: ${MD_NOTE}\n`],
    [
      'at the end of the text',
      'markdownFootnote',
      'A.\n\n‸',
      `A.\n\n*Lang* met 5 % of them.[^1]‸\n\n[^1]: ${MD_NOTE}\n`,
    ],
    [
      'with a number that is free',
      'markdownFootnote',
      '‸ and[^1] so[^3].\n\n[^1]: One.\n    More of it.\n[^3]: Three.\n\nThe end.',
      `*Lang* met 5 % of them.[^4]‸ and[^1] so[^3].\n\n[^1]: One.\n    More of it.\n[^3]: Three.\n[^4]: ${MD_NOTE}\n\nThe end.`,
    ],
    [
      'with a word where the document’s labels are words',
      'markdownFootnote',
      `‸ so[^${KEY}].\n\n[^${KEY}]: Another.\n`,
      `*Lang* met 5 % of them.[^${KEY}-2]‸ so[^${KEY}].\n\n[^${KEY}]: Another.\n[^${KEY}-2]: ${MD_NOTE}\n`,
    ],
    [
      'with the note that is there',
      'markdownFootnote',
      `‸\n\n[^w]: See [it](${URL}).\n`,
      `*Lang* met 5 % of them.[^w]‸\n\n[^w]: See [it](${URL}).\n`,
    ],
    [
      'not with the note of a longer address',
      'markdownFootnote',
      `‸\n\n[^1]: See ${URL}_today.\n`,
      `*Lang* met 5 % of them.[^2]‸\n\n[^1]: See ${URL}_today.\n[^2]: ${MD_NOTE}\n`,
    ],
    [
      'not with a note in code',
      'markdownFootnote',
      `‸\n\n\`\`\`\n[^1]: ${URL}\n\`\`\`\n`,
      `*Lang* met 5 % of them.[^1]‸\n\n\`\`\`\n[^1]: ${URL}\n\`\`\`\n\n[^1]: ${MD_NOTE}\n`,
    ],
    [
      'at each cursor, with one note',
      'markdownFootnote',
      '- ‸\r\n- <<x>>\r\n',
      `- *Lang* met 5 % of them.[^1]‸\r\n- *Lang* met 5 % of them.[^1]‸\r\n\r\n[^1]: ${MD_NOTE}\r\n`,
    ],
    ['set off from the words around it', 'pandoc', 'So‸then', `So *Lang* met 5 % of them [@${KEY}].‸ then`],
    ['in quotation marks', 'pandoc', '“‸”', `“*Lang* met 5 % of them [@${KEY}].‸”`],
    [
      'a footnote of LaTeX with a label',
      'latexFootnote',
      'So. ‸ End.',
      `So. \\emph{Lang} met 5 \\% of them.\\footnote{\\label{fn:${KEY}}\\emph{France–North Korea relations}. (n.d.). Wikipedia. ${TEX_URL}}‸ End.`,
    ],
    [
      'a footnote of LaTeX that is there',
      'latexFootnote',
      `A\\footnote{\\label{fn:w}See ${TEX_URL}.} ‸`,
      `A\\footnote{\\label{fn:w}See ${TEX_URL}.} \\emph{Lang} met 5 \\% of them.\\textsuperscript{\\ref{fn:w}}‸`,
    ],
    [
      'without links where the document has none',
      'latexFootnote',
      '\\documentclass{article} ‸',
      `\\documentclass{article} \\emph{Lang} met 5 \\% of them.\\footnote{\\label{fn:${KEY}}\\emph{France–North Korea relations}. (n.d.). Wikipedia. ${URL.replaceAll('%', '\\%').replaceAll('_', '\\_')}}‸`,
    ],
    ['a key of LaTeX', 'latexCite', 'So. ‸', `So. \\emph{Lang} met 5 \\% of them~\\cite{${KEY}}.‸`],
    [
      'with the command that the document cites with',
      'latexCite',
      '\\parencite{a} \\parencite[3]{b} \\cite{c} ‸',
      `\\parencite{a} \\parencite[3]{b} \\cite{c} \\emph{Lang} met 5 \\% of them~\\parencite{${KEY}}.‸`,
    ],
    [
      'a footnote of AsciiDoc',
      'asciidoc',
      'So. ‸',
      `So. __Lang__ met 5 % of them.footnote:${KEY}[__France–North Korea relations__. (n.d.). Wikipedia. ${URL}]‸`,
    ],
    [
      'at each cursor of AsciiDoc, defined at the first',
      'asciidoc',
      '‸\n\n‸',
      `__Lang__ met 5 % of them.footnote:${KEY}[__France–North Korea relations__. (n.d.). Wikipedia. ${URL}]‸\n\n__Lang__ met 5 % of them.footnote:${KEY}[]‸`,
    ],
    [
      'a footnote of reStructuredText',
      'restructuredtext',
      'So. ‸\n',
      `So. *Lang* met 5 % of them. [#${KEY}]_‸\n\n.. [#${KEY}] *France–North Korea relations*. (n.d.). Wikipedia. ${URL}\n`,
    ],
    [
      'a footnote of reStructuredText behind the others',
      'restructuredtext',
      `‸ [1]_\n\n.. [1] One\n   more.\n\nEnd\n`,
      `*Lang* met 5 % of them. [#${KEY}]_‸ [1]_\n\n.. [1] One\n   more.\n.. [#${KEY}] *France–North Korea relations*. (n.d.). Wikipedia. ${URL}\n\nEnd\n`,
    ],
    [
      'a reference of wikitext',
      'wikitext',
      'So. ‸',
      `So. ''Lang'' met 5 % of them.<ref name="${KEY}">''France–North Korea relations''. (n.d.). Wikipedia. ${URL}</ref>‸`,
    ],
    [
      'a reference of wikitext that is there',
      'wikitext',
      `A<ref name="w">[${URL} It]</ref> ‸`,
      `A<ref name="w">[${URL} It]</ref> ''Lang'' met 5 % of them.<ref name="w" />‸`,
    ],
    [
      'in parentheses',
      'plain',
      'So. ‸',
      `So. Lang met 5 % of them (France–North Korea relations. (n.d.). Wikipedia. ${URL}).‸`,
    ],
    ['in the place of what is selected', 'pandoc', 'A <<b>> c', `A *Lang* met 5 % of them [@${KEY}].‸ c`],
  ];
  for (const [what, form, before, after] of rows) {
    it(`${form}: ${what}`, () => assert.equal(inserted(form, before), after));
  }
});

describe('What a note says', () => {
  const rows: readonly (readonly [text: string, CitationForm, written: string])[] = [
    ['See https://a.org/b_(c).', 'markdownFootnote', 'See <https://a.org/b_(c)>.'],
    ['(See https://a.org/b_(c).)', 'markdownFootnote', '(See <https://a.org/b_(c)>.)'],
    ['[https://a.org/b]', 'markdownFootnote', '\\[<https://a.org/b>\\]'],
    ['See https://a.org/b_(c)', 'latexFootnote', 'See \\url{https://a.org/b_(c)}'],
    ['A | B `c`', 'latexFootnote', 'A $|$ B \\`{}c\\`{}}'],
    ['Papers. n.d.', 'plain', '(Papers. n.d.)'],
    ['Papers. Vol. B.', 'plain', '(Papers. Vol. B.)'],
    ['Papers.', 'plain', '(Papers)'],
  ];
  for (const [text, form, written] of rows) {
    it(`${form}: ${text}`, () => {
      const document = inserted(form, '‸', 'citation', { text, marks: [] });
      assert.ok(document.includes(written), document);
    });
  }
});

describe('A note of AsciiDoc', () => {
  for (const body of [
    `See https://a.org[a page] and ${URL}`,
    `See https://a.org[a \\] page], ${URL}[here]`,
    `See link:++${URL}++[${URL}].`,
  ]) {
    it(`is used again where it has links: ${body}`, () => {
      const before = `So footnote:n[${body}].\n\n`;
      assert.equal(inserted('asciidoc', `${before}He came‸.`, 'citation'), `${before}He camefootnote:n[]‸.`);
    });
  }
});

describe('A citation alone', () => {
  const rows: readonly (readonly [CitationForm, before: string, after: string])[] = [
    ['markdownFootnote', 'He came.‸ More.\n', `He came.[^1]‸ More.\n\n[^1]: ${MD_NOTE}\n`],
    ['pandoc', 'He came‸.', `He came [@${KEY}]‸.`],
    ['latexCite', 'He came‸.', `He came~\\cite{${KEY}}‸.`],
    [
      'restructuredtext',
      'He came‸.',
      `He came [#${KEY}]_‸.\n\n.. [#${KEY}] *France–North Korea relations*. (n.d.). Wikipedia. ${URL}\n`,
    ],
    ['plain', 'He <<came>>.', `He came (France–North Korea relations. (n.d.). Wikipedia. ${URL})‸.`],
  ];
  for (const [form, before, after] of rows) {
    it(`${form}: behind ${before}`, () => assert.equal(inserted(form, before, 'citation'), after));
  }
});

describe('The edits of an insertion', () => {
  const form = fc.constantFrom(...CITATION_FORMS);
  const text = fc
    .array(
      fc.constantFrom(
        '[^1]',
        '[^1]: a',
        '\n',
        '\r\n',
        ' ',
        'Lang',
        '.',
        '\\footnote{',
        '}',
        '.. [#a] b',
        '<ref name=a>',
        '</ref>',
        '```',
      ),
    )
    .map((pieces) => pieces.join(''));

  it('put a definition behind the fact that takes the place of the line break before it', () => {
    const all = 'Hi.\n\n.. [#a] b\n';
    const plan = planInsertion({
      text: all,
      form: 'restructuredtext',
      selections: [{ start: all.length - 1, end: all.length }],
      fact: FACT,
      source: WIKIPEDIA.source,
      citation: NOTE,
      key: KEY,
    });
    assert.match(apply(all, plan.edits), /^\.\. \[#a\] b \*Lang\* met .*\]_\n\.\. \[#/mu);
  });

  it('do not overlap, take away only what was selected, and know where the cursors stand', () => {
    fc.assert(
      fc.property(form, text, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (chosen, all, places) => {
        const offsets = [...new Set(places.map((place) => place % (all.length + 1)))].sort(
          (one, other) => one - other,
        );
        const selections = offsets
          .map((start, index) => (index % 2 === 0 ? { start, end: offsets[index + 1] ?? start } : undefined))
          .filter((selection) => selection !== undefined);
        const plan = planInsertion({
          text: all,
          form: chosen,
          selections,
          fact: FACT,
          source: WIKIPEDIA.source,
          citation: NOTE,
          key: KEY,
        });
        let last = -1;
        for (const { start, end } of plan.edits) {
          assert.ok(start > last || (start === last && start !== end), JSON.stringify(plan.edits));
          assert.ok(
            start === end ||
              selections.some((selection) => selection.start === start && selection.end === end),
            JSON.stringify(plan.edits),
          );
          last = end;
        }
        const changed = apply(all, plan.edits);
        for (const cursor of plan.cursors) {
          assert.match(changed.slice(0, cursor), /[\]}>_.]$/u, `${changed} at ${cursor}`);
        }
      }),
    );
  });
});
