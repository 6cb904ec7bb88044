import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import {
  addParagraph,
  asksForAttribution,
  attributionLine,
  hasAttribution,
} from '../../../src/core/citing/attribution';
import { readBib } from '../../../src/core/citing/bibFile';
import { citesByKey } from '../../../src/core/citing/citationForm';
import { CITATION_FORMS } from '../../../src/core/citing/citationForms';
import type { CslStyle } from '../../../src/core/citing/citationRequest';
import { cslItem } from '../../../src/core/citing/cslItem';
import { readCslJson } from '../../../src/core/citing/cslJsonFile';
import { findNotes, noteOf } from '../../../src/core/citing/notes';
import { planInsertion } from '../../../src/core/citing/planInsertion';
import { isSameSource, tellsOf } from '../../../src/core/citing/sameSource';
import { citedKeys, citesSource, planSourceList } from '../../../src/core/citing/sourceList';
import { applyEdits, citationOf, citeAll, DOCUMENTS, sentenceOf } from './documents';
import { SOURCES } from './sources';

const shipped = (file: string): CslStyle => ({ xml: readFileSync(`media/csl/${file}.csl`, 'utf8') });
const STYLES: Readonly<Record<string, CslStyle>> = {
  apa: { id: 'apa' },
  'chicago-author-date': shipped('chicago-author-date'),
  'chicago-notes': shipped('chicago-fullnote-bibliography'),
  mla: shipped('modern-language-association'),
};

const kinds = Object.keys(SOURCES);
const sources = Object.values(SOURCES);

/** What citation-js reads. */
const parse = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  new Cite(text, { generateGraph: false }).data;

describe('A style that ships', () => {
  const rows: readonly (readonly [style: string, kind: string, note: string, entry?: string])[] = [
    [
      'apa',
      'an article of Wikipedia',
      'France–North Korea relations. (n.d.). Wikipedia. Retrieved November 2, 2026, from https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations',
    ],
    ['apa', 'a work with a DOI', 'Sanctions and trade. (n.d.). https://doi.org/10.1000/xyz_(1)'],
    ['apa', 'a work without an address', 'The Pyongyang Papers. (n.d.).'],
    ['apa', 'a fact without a source', 'A dossier of its own. (n.d.).'],
    [
      'chicago-author-date',
      'an article of Wikipedia',
      '“France–North Korea Relations.” n.d. Wikipedia. Accessed November 2, 2026. https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations.',
    ],
    [
      'chicago-author-date',
      'a page in French',
      '“Rapport d’étape sur la Corée.” n.d. Accessed May 2024. https://exemple.fr/rapport.',
    ],
    ['chicago-author-date', 'a work without an address', '“The Pyongyang Papers.” n.d.'],
    [
      'chicago-notes',
      'an article of Wikipedia',
      '“France–North Korea Relations,” Wikipedia, accessed November 2, 2026, https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations.',
      'Wikipedia. “France–North Korea Relations.” Accessed November 2, 2026. https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations.',
    ],
    ['chicago-notes', 'a work without an address', '“The Pyongyang Papers,” n.d.'],
    [
      'mla',
      'an article of Wikipedia',
      '“France–North Korea Relations.” Wikipedia, https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations. Accessed 2 Nov. 2026.',
    ],
    ['mla', 'a work with a DOI', 'Sanctions and Trade. https://doi.org/10.1000/xyz_(1).'],
    ['mla', 'a page in Korean', '북한과 프랑스의 관계. https://example.kr/%EA%B8%80/1.'],
  ];
  for (const [style, kind, note, entry = note] of rows) {
    it(`${style} cites ${kind}`, () => {
      const made = citationOf(SOURCES[kind]!, STYLES[style]!);
      assert.equal(made.note.text, note);
      assert.equal(made.entry.text, entry);
    });
  }

  it('keeps the full stop of an abbreviation in parentheses, and no other', () => {
    const { text } = citeAll('plain', sources, STYLES['chicago-notes']!);
    assert.match(text, / \(“The Pyongyang Papers,” n\.d\.\)\.\n/u);
    assert.match(text, /_relations\)\.\n/u);
  });
});

describe('The line that a licence asks for', () => {
  it('is asked for by Creative Commons with BY alone', () => {
    const asking = ['CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-NC-ND-4.0'];
    const others = [undefined, '', 'CC0-1.0', 'MIT', 'CC-PDDC', 'ODC-By-1.0'];
    assert.deepEqual([...asking, ...others].filter(asksForAttribution), asking);
  });

  const licensed = sources.filter(({ source }) => asksForAttribution(source.license));
  for (const form of CITATION_FORMS) {
    it(`is one paragraph at the end of a document that cites as ${form}, and is found there`, () => {
      for (const { source } of licensed) {
        const text = DOCUMENTS[form].replace('‸', 'So.');
        assert.ok(!hasAttribution(text, source));
        // A citation alone does not name the licence.
        assert.ok(!hasAttribution(`${text}${source.url}`, source));
        const line = attributionLine(source, 'en', form, text);
        const changed = applyEdits(text, [addParagraph(text, line, form)]);
        assert.ok(hasAttribution(changed, source), changed);
        const words = (whole: string): string => whole.replace(/\s+/gu, ' ').trim();
        assert.equal(words(changed.replace(line, '')), words(text));
        if (form.startsWith('latex')) assert.match(changed, /\n\n\\end\{document\}\n$/u);
        else assert.ok(changed.endsWith(`\n\n${line}\n`), changed);
      }
    });
  }

  it('is in the language of the document where that is one of ours, else in English', () => {
    const { source } = SOURCES['an article of Wikipedia']!;
    for (const [language, begin] of [
      ['en', 'Contains facts from “France'],
      ['fr', 'Contient des faits tirés de « France'],
      ['ko', '이 글에는 “France'],
      ['nl', 'Contains facts from “France'],
    ] as const) {
      const line = attributionLine(source, language, 'plain', '');
      assert.ok(line.startsWith(begin), line);
      assert.match(line, /CC BY-SA 4\.0 \(https:\/\/creativecommons\.org\/licenses\/by-sa\/4\.0\/\)/u);
    }
  });
});

for (const form of CITATION_FORMS) {
  for (const [name, style] of Object.entries(STYLES)) {
    describe(`A document that cites as ${form} in the style ${name}`, () => {
      const { text, keys, bib, json } = citeAll(form, sources, style);

      for (const [index, kind] of kinds.entries()) {
        const cited = sources[index]!;
        const key = keys[index]!;

        it(`cites ${kind} behind its fact, and only there`, () => {
          const from = text.indexOf(sentenceOf(index).slice(0, -1));
          assert.ok(from > 0, text);
          const line = text.slice(from, /[\n\r]|$/u.exec(text.slice(from))!.index + from);
          if (citesByKey(form)) {
            assert.deepEqual([...citedKeys(line, form)], [key]);
            assert.ok(citedKeys(text, form).has(key));
            return;
          }
          assert.ok(citesSource(text, form, cited.source), text);
          if (form === 'plain') {
            assert.ok(tellsOf(line, cited.source), line);
            return;
          }
          const telling = findNotes(text, form).filter(({ body }) => tellsOf(body, cited.source));
          assert.equal(telling.length, 1, text);
          assert.ok(line.includes(telling[0]!.label!.replace(/^#/u, '')), line);
        });

        it(`refers a second time to ${kind}, and makes no other note`, () => {
          const end = text.indexOf(sentenceOf(sources.length - 1).slice(0, -1));
          const from = /[\n\r]|$/u.exec(text.slice(end))!.index + end;
          const plan = planInsertion({
            text,
            form,
            selections: [{ start: from, end: from }],
            source: cited.source,
            citation: citationOf(cited, style).note,
            key,
          });
          const again = applyEdits(text, plan.edits);
          assert.equal(findNotes(again, form).length, findNotes(text, form).length, again);
          if (citesByKey(form)) assert.deepEqual([...citedKeys(plan.inserted, form)], [key]);
          else if (form !== 'plain') {
            assert.ok(noteOf(findNotes(again, form), cited.source), again);
            assert.equal(plan.edits.length, 1);
          }
        });
      }

      it('gets a list of all its sources, once', () => {
        const request = {
          form,
          language: 'en',
          offset: text.length,
          sources: sources.map((cited) => ({
            source: cited.source,
            entry: citationOf(cited, style).entry,
          })),
        };
        const edit = planSourceList({ ...request, text });
        if (form === 'latexCite') {
          // The document says \printbibliography already.
          assert.equal(edit, undefined);
          return;
        }
        const listed = applyEdits(text, [edit!]);
        if (form === 'latexFootnote') assert.match(listed, /\\end\{itemize\}\n\n\\end\{document\}\n$/u);
        assert.equal(planSourceList({ ...request, text: listed }), undefined, listed);
        if (citesByKey(form)) return;
        for (const { source } of sources) assert.ok(tellsOf(edit!.text, source), edit!.text);
        // One is taken out: it alone comes back.
        const lines = edit!.text.split('\n');
        const at = lines.findIndex((line) => tellsOf(line, sources[0]!.source));
        const shorter = applyEdits(text, [{ ...edit!, text: lines.toSpliced(at, 1).join('\n') }]);
        const completing = planSourceList({ ...request, text: shorter });
        assert.ok(completing && tellsOf(completing.text, sources[0]!.source), shorter);
        assert.ok(!tellsOf(completing.text, sources[1]!.source), completing.text);
      });

      if (!citesByKey(form)) return;
      it('has a bibliography that reads as the same entries again', () => {
        const items = sources.map((cited, index) => cslItem(cited, keys[index]!));
        const fromBib = parse(bib);
        const fromJson = parse(json);
        assert.deepEqual(
          fromBib.map(({ id }) => id),
          keys,
        );
        assert.deepEqual(
          fromJson.map(({ id }) => id),
          keys,
        );
        for (const [index, item] of items.entries()) {
          for (const field of ['title', 'URL', 'DOI', 'accessed', 'container-title'] as const) {
            assert.deepEqual(fromJson[index]![field], item[field], `${item.id} ${field}`);
            assert.deepEqual(fromBib[index]![field], item[field], `${item.id} ${field} in\n${bib}`);
          }
          assert.equal(fromJson[index]!.type, item.type);
          for (const own of [readBib(bib)[index], readCslJson(json)[index]]) {
            assert.ok(own && isSameSource(own, sources[index]!.source), item.id);
          }
        }
      });
    });
  }
}
