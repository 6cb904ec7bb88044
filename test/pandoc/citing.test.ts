import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attributionLine, addParagraph } from '../../src/core/citing/attribution';
import type { CitationForm } from '../../src/core/citing/citationForms';
import type { BibDialect } from '../../src/core/citing/citationRequest';
import { tellsOf, titleLetters } from '../../src/core/citing/sameSource';
import { planSourceList } from '../../src/core/citing/sourceList';
import { applyEdits, citationOf, citeAll, DOCUMENTS, sentenceOf } from '../unit/citing/documents';
import { SOURCES, WIKIPEDIA } from '../unit/citing/sources';

const APA = { id: 'apa' };
const sources = Object.values(SOURCES);

/** What a reader sees of documents that Dossier cited in, as Pandoc typesets them without marks. */
describe('Pandoc', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-pandoc-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const pandoc = (
    reader: string,
    text: string,
    files: Readonly<Record<string, string>>,
    more: string[] = [],
  ) => {
    const place = mkdtempSync(join(folder, 'run-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
    return execFileSync(
      process.env.DOSSIER_PANDOC ?? 'pandoc',
      ['--from', reader, '--to', 'plain', '--wrap', 'none', '--fail-if-warnings', ...more],
      { cwd: place, input: text, encoding: 'utf8' },
    );
  };

  const inNotes: readonly (readonly [CitationForm, reader: string])[] = [
    ['markdownFootnote', 'markdown'],
    ['markdownFootnote', 'gfm+footnotes'],
    ['latexFootnote', 'latex'],
    ['restructuredtext', 'rst'],
    ['wikitext', 'mediawiki'],
  ];
  for (const [form, reader] of inNotes) {
    it(`shows the note of each source of ${form}, read as ${reader}, at its fact`, () => {
      const { text } = citeAll(form, sources, APA);
      const list = planSourceList({
        form,
        text,
        offset: text.length,
        language: 'en',
        sources: sources.map((cited) => ({ source: cited.source, entry: citationOf(cited, APA).entry })),
      });
      let whole = applyEdits(text, [list!]);
      const line = attributionLine(WIKIPEDIA.source, 'en', form, whole);
      whole = applyEdits(whole, [addParagraph(whole, line, form)]);
      const shown = pandoc(reader, whole, {});
      const at = shown.search(/^Sources$/mu);
      const items = shown
        .slice(at)
        .split('\n')
        .filter((each) => /^\s*[-*•]/u.test(each));
      assert.equal(items.length, sources.length, shown);
      for (const [index, cited] of sources.entries()) {
        const { note, entry } = citationOf(cited, APA);
        const number = new RegExp(`${sentenceOf(index).slice(0, -1)}\\. ?\\[(\\d+)\\]`, 'u').exec(shown)?.[1];
        assert.ok(number !== undefined, `${sentenceOf(index)} in\n${shown}`);
        const body = new RegExp(`^\\[${number}\\] (.*)$`, 'mu').exec(shown)?.[1] ?? '';
        assert.equal(plain(body), plain(note.text));
        assert.ok(
          items.some((item) => plain(item).endsWith(plain(entry.text))),
          `${entry.text}\nin\n${items.join('\n')}`,
        );
      }
      assert.match(shown, /Contains facts from “France–North Korea relations”/u);
    });
  }

  const byKey: readonly (readonly [
    what: string,
    CitationForm,
    reader: string,
    BibDialect,
    document: string,
    file: 'refs.bib' | 'refs.json',
  ])[] = [
    ['[@key] and a .bib file', 'pandoc', 'markdown', 'biblatex', DOCUMENTS.pandoc, 'refs.bib'],
    [
      '[@key] and a CSL-JSON file',
      'pandoc',
      'markdown',
      'biblatex',
      DOCUMENTS.pandoc.replace('refs.bib', 'refs.json'),
      'refs.json',
    ],
    ['\\cite with biblatex', 'latexCite', 'latex', 'biblatex', DOCUMENTS.latexCite, 'refs.bib'],
    [
      '\\cite with BibTeX',
      'latexCite',
      'latex',
      'bibtex',
      '\\documentclass{article}\n\\begin{document}\n\n‸\n\n\\bibliography{refs}\n\\end{document}\n',
      'refs.bib',
    ],
  ];
  for (const [what, form, reader, dialect, document, file] of byKey) {
    it(`finds the entry of each source by ${what}`, () => {
      const { text, bib, json } = citeAll(form, sources, APA, { dialect, document });
      const shown = pandoc(reader, text, { [file]: file === 'refs.bib' ? bib : json }, ['--citeproc']);
      const last = shown.indexOf(sentenceOf(sources.length - 1).slice(0, -1));
      const references = shown.slice(shown.indexOf('\n', last)).split('\n').filter(Boolean);
      assert.equal(references.length, sources.length, shown);
      for (const [index, { source }] of sources.entries()) {
        const cited = new RegExp(`^${sentenceOf(index).slice(0, -1)}.*$`, 'mu').exec(shown)?.[0] ?? '';
        const letters = titleLetters(source.title);
        assert.ok(titleLetters(cited).includes(letters), `${source.title} in\n${cited}`);
        const reference = references.find((each) => titleLetters(each).includes(letters));
        assert.ok(reference !== undefined, `${source.title} in\n${references.join('\n')}`);
        if (source.url !== undefined) assert.ok(tellsOf(reference, source), reference);
      }
    });
  }
});

/** A line without what Pandoc sets emphasis and links off with in plain text, and the sign it does that with. */
function plain(line: string): string {
  return line
    .replace(/[_*<>]|%5F/gu, '')
    .replace(/\u00a0/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
