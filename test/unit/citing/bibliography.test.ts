import assert from 'node:assert/strict';
import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { insert } from '../../../src/core/authoring/insertion';
import { addToBib, BibliographyError, readBib } from '../../../src/core/citing/bibFile';
import { bibliographiesOf, latexRootOf, usesBibtex } from '../../../src/core/citing/bibliographyFiles';
import { freeKey, slugOf, wantedKey } from '../../../src/core/citing/citeKeys';
import { addToCslJson, readCslJson } from '../../../src/core/citing/cslJsonFile';
import { cslItem, type CslItem } from '../../../src/core/citing/cslItem';
import { formatBibEntry } from '../../../src/core/citing/formatBibEntry';
import { isSameSource } from '../../../src/core/citing/sameSource';
import { SOURCES, WIKIPEDIA } from './sources';

/** What citation-js reads. */
const parse = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  new Cite(text, { generateGraph: false }).data;

describe('An entry of a .bib file', () => {
  for (const [what, source] of Object.entries(SOURCES)) {
    for (const dialect of ['biblatex', 'bibtex'] as const) {
      it(`${dialect} of ${what} reads as the same entry again`, () => {
        const item = cslItem(source, wantedKey(source));
        const entry = formatBibEntry(item, dialect);
        const read = parse(addToBib('', entry).text)[0]!;
        assert.equal(read.id, item.id);
        assert.equal(String(read.title), item.title);
        assert.equal(read.URL, item.URL);
        assert.equal(read.DOI, item.DOI);
        // BibTeX itself knows no day of access but in a note.
        if (dialect === 'biblatex') {
          assert.deepEqual(read.accessed, item.accessed);
          assert.equal(read['container-title'], item['container-title']);
        }
        const [own] = readBib(entry);
        assert.equal(own?.key, item.id);
        assert.ok(isSameSource(own, source.source), entry);
      });
    }
  }

  it('is found by its address or DOI in any spelling, and by its title where there is none', () => {
    const [entry] = readBib(
      '@online{frnk, title = {{France}--{North Korea} Relations}, url = {https://en.wikipedia.org/wiki/France–North_Korea_relations/}}',
    );
    assert.ok(isSameSource(entry!, WIKIPEDIA.source));
    const [howpublished] = readBib(
      '@misc{a, title = "Other", howpublished = {\\url{https://en.wikipedia.org/wiki/France\\%E2\\%80\\%93North\\_Korea\\_relations}}}',
    );
    assert.ok(isSameSource(howpublished!, WIKIPEDIA.source));
    const [other] = readBib(
      '@online{a, title = {France–North Korea relations}, url = {https://example.org}}',
    );
    assert.ok(!isSameSource(other!, WIKIPEDIA.source));
    const [printed] = readBib('@book(p, title = "The {P}yongyang Papers")');
    assert.ok(isSameSource(printed!, SOURCES['a work without an address']!.source));
    const [doi] = readBib('@article{d, doi = {10.1000/XYZ_(1)}, title = {x}}');
    assert.ok(isSameSource(doi!, SOURCES['a work with a DOI']!.source));
  });
});

describe('A .bib file', () => {
  it('is read as BibTeX reads it', () => {
    const entries = readBib(`Some words, and a@b.org.
@comment{anything {at} all}
@string{pub = "A house"}
@preamble{"\\newcommand{x}"}
@Book { one , title = "A {"} sign" , publisher = pub # { and sons}, year = 1990 }
@article(two,
  title = {Braces {in {braces}}},
  % a comment
  url = {https://example.org/%20},
)
@misc{three}`);
    assert.deepEqual(
      entries.map(({ key, title, url }) => [key, title, url]),
      [
        ['one', 'A {"} sign', undefined],
        ['two', 'Braces {in {braces}}', 'https://example.org/%20'],
        ['three', undefined, undefined],
      ],
    );
  });

  const damaged: readonly (readonly [what: string, text: string, line: number])[] = [
    ['an entry that another one begins in', '\n@misc{a,\n  title = {x,\n\n@misc{b,\n title = {y}\n}\n', 1],
    ['the end of the file in an entry', '@misc{a,\n title = {x}', 0],
    ['a quotation that is never closed', '@misc{a, title = "x}\n', 0],
    ['a missing comma', '@misc{a,\n title = {x}\n year = 1990}', 2],
    ['a field without a value', '@misc{a,\n title = ,}', 1],
    ['an entry without a key', '@misc{\n title = {x}}', 1],
  ];
  for (const [what, text, line] of damaged) {
    it(`with ${what} is not read, and the line is told`, () => {
      assert.throws(
        () => readBib(text),
        (error) => error instanceof BibliographyError && error.line === line,
      );
    });
  }

  const entryText = fc
    .record({
      key: fc.stringMatching(/^[a-z][a-z0-9:-]{0,8}$/u),
      title: fc.stringMatching(/^[^{}\\@"%]{0,20}$/u),
      note: fc.string({ unit: fc.constantFrom('a', '"', '%', '@', '#', ',', ' ', '=', 'é', '\n') }),
    })
    .map(({ key, title, note }) => `@misc{${key},\n  title = {${title}},\n  note = {${note}}\n}`)
    .filter((text) => !text.includes('\n@'));
  const bibText = fc
    .tuple(
      fc.array(fc.oneof(entryText, fc.constantFrom('', '% a note', 'words', '@string{a = "b"}'))),
      fc.constantFrom('\n', '\r\n'),
      fc.nat(3),
    )
    .map(([parts, lineBreak, end]) =>
      parts.join('\n\n').concat('\n'.repeat(end)).replaceAll('\n', lineBreak),
    );

  it('keeps every byte when an entry is added, and holds one more', () => {
    fc.assert(
      fc.property(bibText, fc.constantFrom(...Object.values(SOURCES)), (text, source) => {
        const before = readBib(text);
        const key = freeKey(
          wantedKey(source),
          before.map((entry) => entry.key),
        );
        const insertion = addToBib(text, formatBibEntry(cslItem(source, key), 'biblatex'));
        const after = insert(text, insertion);
        assert.equal(
          after.slice(0, insertion.offset) + after.slice(insertion.offset + insertion.text.length),
          text,
        );
        assert.deepEqual(readBib(after).slice(0, -1), before);
        assert.equal(readBib(after).at(-1)?.key, key);
        if (text.includes('\r\n')) assert.doesNotMatch(insertion.text, /[^\r]\n/u);
      }),
      { numRuns: 300 },
    );
  });

  it('of any text is read or refused, and never endlessly', () => {
    const pieces = fc.constantFrom(
      '@misc{',
      '@',
      '{',
      '}',
      '"',
      ',',
      '=',
      'a',
      ' ',
      '\n',
      '(',
      ')',
      '#',
      '%',
      '\\',
      '@string{',
      '@comment{',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        try {
          readBib(parts.join(''));
        } catch (error) {
          assert.ok(error instanceof BibliographyError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A CSL-JSON file', () => {
  const json = fc
    .tuple(
      fc.array(
        fc.record({ id: fc.oneof(fc.string(), fc.integer()), title: fc.string(), type: fc.constant('book') }),
      ),
      fc.constantFrom(undefined, 1, 2, 4, '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
    )
    .map(
      ([entries, indent, lineBreak, mark]) =>
        mark + JSON.stringify(entries, undefined, indent).replaceAll('\n', lineBreak) + lineBreak,
    );

  it('keeps every byte when an entry is added, and reads as the same entries again', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(...Object.values(SOURCES)), (text, source) => {
        const item = cslItem(
          source,
          freeKey(
            wantedKey(source),
            readCslJson(text).map((entry) => entry.key),
          ),
        );
        const insertion = addToCslJson(text, item);
        const after = insert(text, insertion);
        assert.equal(
          after.slice(0, insertion.offset) + after.slice(insertion.offset + insertion.text.length),
          text,
        );
        const entries = JSON.parse(after.replace('\ufeff', '')) as CslItem[];
        assert.deepEqual(entries.slice(0, -1), JSON.parse(text.replace('\ufeff', '')));
        assert.deepEqual(entries.at(-1), item);
      }),
    );
  });

  it('is read by citation-js as the same entry', () => {
    for (const source of Object.values(SOURCES)) {
      const item = cslItem(source, wantedKey(source));
      const read = parse(insert('', addToCslJson('', item)))[0]!;
      for (const [field, value] of Object.entries(item)) assert.deepEqual(read[field], value, field);
    }
  });

  it('gets an entry laid out as the others are', () => {
    const item: CslItem = { id: 'b', type: 'document', title: 'B' };
    assert.equal(
      insert(
        '[\n    {\n        "id": "a"\n    }\n]\n',
        addToCslJson('[\n    {\n        "id": "a"\n    }\n]\n', item),
      ),
      '[\n    {\n        "id": "a"\n    },\n    {\n        "id": "b",\n        "type": "document",\n        "title": "B"\n    }\n]\n',
    );
    assert.equal(
      insert('[{"id":"a"}]', addToCslJson('[{"id":"a"}]', item)),
      '[{"id":"a"}, {"id":"b","type":"document","title":"B"}]',
    );
  });

  const damaged: readonly (readonly [what: string, text: string, line: number])[] = [
    ['that breaks off', '[\n  {"id": "a"},\n  {"id":', 2],
    ['that is no list', '{"id": "a"}', 0],
    ['with an entry without an id', '[\n{"id": "a"},\n{"title": "b"}]', 2],
  ];
  for (const [what, text, line] of damaged) {
    it(`${what} is not read, and the line is told`, () => {
      assert.throws(
        () => readCslJson(text),
        (error) => error instanceof BibliographyError && error.line === line,
      );
    });
  }
});

describe('The bibliographies of a document', () => {
  it('stand in front matter in any of YAML’s ways', () => {
    const of = (yaml: string): readonly string[] => bibliographiesOf(`---\n${yaml}\n---\n`, 'pandoc');
    assert.deepEqual(of('title: x\nbibliography: refs.bib # mine'), ['refs.bib']);
    assert.deepEqual(of('bibliography: "a b.bib"'), ['a b.bib']);
    assert.deepEqual(of('bibliography: [a.bib, "b.json"]'), ['a.bib', 'b.json']);
    assert.deepEqual(of('bibliography:\n  - a.bib\n  - b.bib\ntitle: x'), ['a.bib', 'b.bib']);
    assert.deepEqual(of('title: x'), []);
  });

  it('are named by LaTeX for BibTeX or biblatex', () => {
    const tex = '% \\bibliography{no}\n\\bibliography{a, b.bib}\n\\addbibresource[location=local]{c.bib}';
    assert.deepEqual(bibliographiesOf(tex, 'latexCite'), ['c.bib', 'a.bib', 'b.bib']);
    assert.equal(latexRootOf('%!TEX root = ../main.tex\nText'), '../main.tex');
    assert.ok(usesBibtex('\\bibliography{a}', 'latexCite'));
    assert.ok(!usesBibtex(tex, 'latexCite'));
  });
});

describe('Keys', () => {
  it('come from the title, in letters that every tool takes', () => {
    assert.equal(wantedKey(WIKIPEDIA), 'france-north-korea-relations');
    assert.equal(wantedKey(SOURCES['a page in French']!), 'rapport-detape-sur-la-coree');
    assert.equal(wantedKey(SOURCES['a page in Korean']!), 'd-s');
    assert.equal(slugOf(`${'long '.repeat(30)}title`).length <= 48, true);
  });

  it('never collide, also where only case differs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'a-2', 'a-3', 'b')), (used) => {
        const key = freeKey('a', used);
        assert.ok(!used.some((each) => each.toLowerCase() === key.toLowerCase()));
        assert.equal(freeKey('a', used), key);
      }),
    );
  });
});
