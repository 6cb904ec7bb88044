import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { EXPORT_FORMATS, type ExportFormat } from '../../../src/core/export/exportFormats';
import type { ListedEntry, ListedFact, ListHead, ListWords } from '../../../src/core/export/factList';
import { FactLister } from '../../../src/core/export/listFacts';
import { bundled } from '../pack/dossiers';
import { fact, libraryOf, name } from '../support/smallLibrary';
import { Library } from '../../../src/core/library';

const words: ListWords = {
  language: 'fr',
  sources: 'Sources',
  dossiers: 'Dossiers',
  note: 'Note',
  gone: 'plus disponible',
  retrieved: (date) => `consulté le ${date}`,
  exported: (date) => `Exporté le ${date}.`,
};
const head: ListHead = {
  title: 'A list',
  language: 'en',
  summary: 'What it is',
  exported: { edtf: '2020-02-03', text: '3 February 2020' },
};

function write(format: ExportFormat, entries: Iterable<ListedEntry>, top = head): string {
  return [...EXPORT_FORMATS[format].write(top, entries, words)].join('');
}

const small = libraryOf(
  [name('ada', 'Ada Bright')],
  [fact('one', 'Ada Bright came in 2005.', ['ada'], [{ edtf: '2005' }]), fact('two', 'She left.', ['ada'])],
);
const listed = (): ListedEntry[] => [
  ...new FactLister(small, 'en').list({ kind: 'topic', key: 'd/t' })!.entries,
];

/** The rows of a CSV text (RFC 4180), by a reader of its own. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, raw = '', end] = match;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
    if (field.lastIndex === text.length) break;
  }
  assert.deepEqual(rows.pop(), [], 'ends with a line break');
  return rows;
}

type Node = DefaultTreeAdapterMap['node'];
function elementsOf(node: Node): DefaultTreeAdapterMap['element'][] {
  const own = 'tagName' in node ? [node] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
}
function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Texts that are markup, formulas or separators somewhere. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'< > & " \' ` * _ [ ] ( ) { } # | ~ \\ = + - @ , ; : ! /'.split(' '),
        '\t',
        ' ',
        '\r\n',
        '\n',
        '<script>',
        '--!>',
        '</style>',
        '=1+1',
        '＝1',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `x${parts.join('')}`)
  .chain((text) => fc.boolean().map((isCut) => (isCut ? text.slice(1) || 'x' : text)));

const anyFact = fc
  .record({ text: nasty, title: nasty, note: fc.option(nasty, { nil: undefined }) })
  .map(({ text, title, note }): ListedFact => ({
    kind: 'fact',
    key: 'd/f',
    text: { text, marks: [] },
    language: 'en',
    dates: [],
    quantities: [],
    names: [{ key: 'd/n', label: title }],
    source: { key: 'd/s', title, url: 'https://example.org/?a=1&b="2"', license: title },
    ...(note !== undefined && { note }),
  }));
const anyEntries = fc.array(
  fc.oneof(
    anyFact,
    fc.tuple(nasty, fc.integer({ min: 1, max: 4 })).map(([text, depth]): ListedEntry => {
      return { kind: 'heading', depth, text, language: 'en' };
    }),
  ),
  { maxLength: 6 },
);

describe('Lists of facts', () => {
  it('hold every fact of a topic, section, dossier and name with its headings and sources', () => {
    const library = new Library([bundled]);
    const lister = new FactLister(library, 'en');
    const all = [...lister.list({ kind: 'dossier', key: bundled.id })!.entries];
    const facts = all.filter((entry) => entry.kind === 'fact');
    assert.equal(facts.length, library.factCount);
    assert.ok(facts.every(({ source, dossier }) => source?.license && dossier?.license));
    for (const topic of bundled.topics) {
      assert.ok(all.some((entry) => entry.kind === 'heading' && entry.key === topic.key));
      const list = [...lister.list({ kind: 'topic', key: topic.key })!.entries];
      const count = list.filter((entry) => entry.kind === 'fact').length;
      assert.equal(count, library.factCountIn(topic.key));
      // The lead is called as its topic is; that is not said twice.
      assert.ok(!list.some((entry) => entry.kind === 'heading' && entry.text === topic.title));
    }
    for (const { key } of bundled.names) {
      const list = [...lister.list({ kind: 'name', key })!.entries];
      const keys = list.flatMap((entry) => (entry.kind === 'fact' ? [entry.key] : []));
      assert.deepEqual(
        keys,
        library.factsAbout(key).map((each) => each.key),
      );
    }
  });

  it('give all facts about a name, also where they are made in several goes', () => {
    const facts = Array.from({ length: 450 }, (_, at) => fact(`f${at}`, `Fact ${at}.`, ['ada']));
    const library = libraryOf([name('ada', 'Ada')], facts);
    const list = [...new FactLister(library, 'en').list({ kind: 'name', key: 'd/ada' })!.entries];
    assert.deepEqual(
      list.flatMap((entry) => (entry.kind === 'fact' ? [entry.key] : [])),
      facts.map(({ key }) => key),
    );
  });

  it('are nothing for what the library does not hold', () => {
    for (const kind of ['dossier', 'topic', 'section', 'name'] as const) {
      assert.equal(new FactLister(small, 'en').list({ kind, key: 'd/nothing' }), undefined);
    }
  });
});

describe('Exports', () => {
  it('as Markdown: a bullet for each fact with date and source, and the sources with licences at the foot', () => {
    assert.equal(
      write('markdown', listed()),
      [
        '# A list',
        '',
        'What it is',
        '',
        '## A section',
        '',
        '- Ada Bright came in 2005. — _2005_ ([A source](<https://example.org/a_(b)>), CC0-1.0)',
        '- She left. ([A source](<https://example.org/a_(b)>), CC0-1.0)',
        '',
        '## Sources',
        '',
        '- [A source](<https://example.org/a_(b)>), [CC0-1.0](<https://creativecommons.org/publicdomain/zero/1.0/>)',
        '',
        '## Dossiers',
        '',
        '- A dossier',
        '',
        'Exporté le 3 February 2020.',
        '',
      ].join('\n'),
    );
  });

  it('as CSV by RFC 4180, with a header, EDTF dates and the headings of each fact', () => {
    const rows = readCsv(write('csv', listed()));
    assert.equal(rows.length, 3);
    const first = (column: string): string | undefined => rows[1]![rows[0]!.indexOf(column)];
    assert.deepEqual(
      { heading: first('heading'), text: first('text'), dates: first('dates'), license: first('license') },
      { heading: 'A section', text: 'Ada Bright came in 2005.', dates: '2005', license: 'CC0-1.0' },
    );
  });

  it('as JSON in the documented shape', () => {
    const json = JSON.parse(write('json', listed())) as {
      format: string;
      version: number;
      entries: { kind: string; key: string; source?: string }[];
      sources: { key: string }[];
    };
    assert.equal(json.format, 'dossier-export');
    assert.equal(json.version, 1);
    assert.deepEqual(
      json.entries.map(({ kind }) => kind),
      ['heading', 'fact', 'fact'],
    );
    assert.equal(json.sources[0]?.key, json.entries[1]?.source);
  });

  it('as one HTML page with language and direction, which loads and runs nothing', () => {
    const page = write('html', listed(), { ...head, language: 'ar' });
    const elements = elementsOf(parse(page));
    const root = elements.find(({ tagName }) => tagName === 'html')!;
    assert.deepEqual(Object.fromEntries(root.attrs.map(({ name: key, value }) => [key, value])), {
      lang: 'ar',
      dir: 'rtl',
    });
    const item = elements.find(({ tagName }) => tagName === 'li')!;
    assert.equal(item.attrs.find(({ name: key }) => key === 'lang')?.value, 'en');
    assert.ok(elements.some(({ tagName, attrs }) => tagName === 'time' && attrs[0]?.value === '2005'));
    assert.ok(elements.every(({ tagName }) => !['script', 'img', 'link', 'iframe'].includes(tagName)));
    const policy = elements.find(({ attrs }) =>
      attrs.some(({ value }) => value === 'Content-Security-Policy'),
    );
    assert.match(policy!.attrs[1]!.value, /^default-src 'none'/u);
  });

  it('as HTML show any text as it is, and nothing of it becomes an element', () => {
    const allowed = new Set(
      (
        'html head meta title style body main h1 h2 h3 h4 h5 h6 p ul ol li small a blockquote footer section cite bdi ' +
        'time'
      ).split(' '),
    );
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const elements = elementsOf(parse(write('html', entries)));
        assert.deepEqual(
          elements.map(({ tagName }) => tagName).filter((tag) => !allowed.has(tag)),
          [],
        );
        const shown = elements
          .filter(({ tagName }) => tagName === 'main')
          .map(textOf)
          .join();
        // HTML itself reads a carriage return as a line feed.
        const plain = (text: string): string => text.replace(/\r\n?/gu, '\n');
        for (const entry of entries) {
          const text = entry.kind === 'fact' ? entry.text.text : entry.text;
          assert.ok(plain(shown).includes(plain(text)), JSON.stringify(text));
        }
      }),
    );
  });

  it('as CSV give back any text, and no cell is a formula', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const rows = readCsv(write('csv', entries));
        const facts = entries.filter((entry) => entry.kind === 'fact');
        assert.equal(rows.length, facts.length + 1);
        const column = rows[0]!.indexOf('text');
        for (const [at, each] of facts.entries()) {
          assert.equal(rows[at + 1]!.length, rows[0]!.length);
          const cell = rows[at + 1]![column]!;
          assert.equal(cell.replace(/^'/u, ''), each.text.text.replace(/^'/u, ''));
        }
        for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
  });

  it('as JSON give back any text', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const json = JSON.parse(write('json', entries)) as { entries: { text: string; note?: string }[] };
        assert.deepEqual(
          json.entries.map(({ text, note }) => [text, note]),
          entries.map((entry) => [entry.kind === 'fact' ? entry.text.text : entry.text, entry.note]),
        );
      }),
    );
  });

  it('as Markdown keep any text of a dossier text: no HTML, no images, no links but the sources', () => {
    fc.assert(
      fc.property(
        anyEntries.map((entries) => entries.filter(({ note }) => note === undefined)),
        (entries) => {
          const kinds: string[] = [];
          const walk = (node: { type: string; children?: unknown[]; url?: string }): void => {
            kinds.push(node.type);
            if (node.type === 'link') assert.match(node.url!, /^https:\/\/example\.org\//u);
            for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
          };
          walk(fromMarkdown(write('markdown', entries)));
          assert.ok(
            !kinds.some((kind) => ['html', 'image', 'code', 'definition'].includes(kind)),
            kinds.join(),
          );
          const items = kinds.filter((kind) => kind === 'listItem').length;
          const facts = entries.filter((entry) => entry.kind === 'fact').length;
          assert.equal(items, facts + (facts > 0 ? 1 : 0));
        },
      ),
    );
  });

  it('keep notes and say what is gone, in every format', () => {
    const gone: ListedEntry = {
      kind: 'fact',
      key: 'd/gone',
      text: { text: 'It stood here.', marks: [] },
      language: 'en',
      dates: [],
      quantities: [],
      names: [],
      note: 'Ask *Ada*.\n\nTwice.',
      isGone: true,
    };
    const noted: ListedEntry = { kind: 'heading', depth: 1, text: 'Ada', language: 'en', note: 'Who?' };
    for (const format of ['markdown', 'html', 'csv'] as const) {
      const text = write(format, [noted, gone]);
      for (const part of ['It stood here.', 'plus disponible', 'Ask *Ada*.', 'Twice.', 'Who?']) {
        assert.ok(text.includes(part), `${format}: ${part}`);
      }
    }
    assert.match(write('json', [gone]), /"note":"Ask \*Ada\*\.\\n\\nTwice\.","gone":true/u);
  });
});
