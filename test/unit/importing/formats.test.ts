import assert from 'node:assert/strict';
import { detectFormat } from '../../../src/core/importing/detectFormat';
import { importArticle } from '../../../src/core/importing/importArticle';
import { readSource } from '../../../src/core/importing/readSource';
import { imported, roundTrip, textOfDossier } from './importing';
import { inEnglish } from '../../../src/core/saying';

/** Titles of topics with those of their sections. */
async function outline(text: string, format?: 'plain' | 'markdown' | 'html'): Promise<unknown> {
  const { dossier, problems } = roundTrip(await imported({ text, ...(format && { format }) }));
  assert.deepEqual(problems, []);
  return dossier.topics.map((topic) => [topic.title, topic.sections.map((section) => section.title)]);
}

describe('telling the format of an article', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a.md', 'Plain words.', 'markdown'],
    ['a.txt', 'Title\n\n# Title\n\n*A Diary* is a film.', 'plain'],
    ['a.wiki', 'words', 'wikitext'],
    ['', "'''A''' is [[b]] in [[c]].", 'wikitext'],
    ['', '#REDIRECT [[A]]', 'wikitext'],
    ['', '<!DOCTYPE html><html><p>a</p></html>', 'html'],
    ['', '<p>a</p><p>b</p><p>c <a href="x">d</a></p>', 'html'],
    ['', 'See [a](https://x.y).\n\n## B', 'markdown'],
    ['', 'Only words, 5 < 6 and [1].', 'plain'],
    ['constructor.constructor', 'words', 'plain'],
  ];
  for (const [name, text, format] of cases) {
    it(`${JSON.stringify(text).slice(0, 40)} in “${name}” is ${format}`, () =>
      assert.equal(detectFormat(text, name), format));
  }
});

describe('importing plain text', () => {
  it('takes a first line that stands alone as the title, and drops a heading that repeats it', async () => {
    assert.deepEqual(
      await outline('A–B relations\n\n\n# A–B relations\n\n\n\nOne.\n\n## C\n\nTwo.\n', 'plain'),
      [['A–B relations', ['A–B relations', 'C']]],
    );
  });

  it('makes a topic of each heading of level 1 where there are several', async () => {
    assert.deepEqual(await outline('# One\n\na.\n\n## X\n\nb.\n\n# Two\n\nc.', 'plain'), [
      ['One', ['One', 'X']],
      ['Two', ['Two']],
    ]);
  });

  it('keeps what would be markup in Markdown', async () => {
    const text =
      'It costs 5 * 3 * 2 _not_ `code` [x](y) <b> &amp; #1.\n\n1. one\n2. two\n\n> said\n\n- dash\n\n    indented';
    const { dossier } = roundTrip(await imported({ text, format: 'plain' }));
    for (const piece of [
      '5 * 3 * 2 _not_ `code` [x](y) <b> &amp; #1',
      '1. one 2. two',
      '> said',
      '- dash',
      'indented',
    ]) {
      assert.ok(textOfDossier(dossier).includes(piece), piece);
    }
    assert.deepEqual(
      dossier.topics[0]?.sections[0]?.blocks.map((block) => block.kind),
      ['paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
    );
  });
});

describe('importing Markdown', () => {
  it('keeps lists, tables, quotes, code and links; reads HTML; resolves references', async () => {
    const text = [
      '---\ntitle: "The Rock"\nlang: fr\n---\n\nA **rock** with a [link][1] and ![a picture](x.png).\n\n[1]: https://example.org',
      '- a\n  1. b\n\n> q\n\n| h | i |\n|---|---|\n| c \\| d | e |\n\n```js\nlet x;\n```\n\n<div>In <em>HTML</em></div>\n\nSet<sup>2</sup> <!-- note -->end.',
    ].join('\n\n');
    const { dossier, problems } = roundTrip(await imported({ text, format: 'markdown' }));
    assert.deepEqual(problems, []);
    assert.deepEqual([dossier.title, dossier.language], ['The Rock', 'fr']);
    const blocks = dossier.topics[0]?.sections[0]?.blocks ?? [];
    assert.deepEqual(
      blocks.map((block) => block.kind),
      ['paragraph', 'list', 'quote', 'table', 'code', 'paragraph', 'paragraph'],
    );
    const all = textOfDossier(dossier);
    for (const piece of ['A rock with a link and a picture.', 'c | d', 'let x;', 'In HTML', 'Set² end.']) {
      assert.ok(all.includes(piece), piece);
    }
    const [first] = dossier.topics[0]!.sections[0]!.facts;
    assert.deepEqual(
      first?.marks.map((mark) => mark.url ?? mark.kind),
      ['strong', 'https://example.org'],
    );
  });
});

describe('importing HTML', () => {
  const page = `<!doctype html><html lang="en"><head><title>Rock - Site</title><style>p{}</style></head><body>
    <nav>Menu</nav><header>Banner</header><main><h1>The Rock</h1><p>The <b>Rock</b> is <i>old</i>.<sup class="reference">[1]</sup></p>
    <h2>Keepers <span class="mw-editsection">[edit]</span></h2><ul><li>One<ul><li>Two</li></ul></li></ul>
    <table><caption>Years</caption><tr><th>a<th>b<tr><td colspan=2>c<tr><td>d<td><table><tr><td>in</table></table>
    <p hidden>secret</p><p>See <a href="/wiki/North_Sea">the sea</a> and <a href="https://example.org/x">that</a>, <a href="javascript:alert(1)">run</a>.</p>
    <script>alert(1)</script></main><footer>Foot</footer></body></html>`;

  it('keeps the main part as a reader sees it', async () => {
    const { dossier, problems } = roundTrip(await imported({ text: page }));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      dossier.topics.map((topic) => [topic.title, topic.sections.map(({ title }) => title)]),
      [['The Rock', ['The Rock', 'Keepers']]],
    );
    const text = textOfDossier(dossier);
    for (const shown of ['The Rock is old.', 'One', 'Two', 'Years', 'in', 'See the sea and that, run.']) {
      assert.ok(text.includes(shown), shown);
    }
    for (const hidden of ['Menu', 'Banner', 'Foot', 'secret', 'alert', 'edit', '[1]', 'Site']) {
      assert.ok(!text.includes(hidden), hidden);
    }
    const urls = dossier.topics[0]!.sections.flatMap((section) => section.facts).flatMap((fact) =>
      fact.marks.flatMap((mark) => mark.url ?? []),
    );
    assert.deepEqual(urls, ['https://example.org/x']);
  });
});

describe('a source that cannot be imported', () => {
  it('gets an error that says what is wrong and what to do', async () => {
    for (const bytes of [
      new Uint8Array([0xff, 0xfe, 65, 0]),
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]),
    ]) {
      const read = readSource('a.docx', bytes);
      assert.ok(
        'error' in read && inEnglish(read.error.message) !== '' && inEnglish(read.error.remedy) !== '',
      );
    }
    const result = await importArticle({ text: '' });
    assert.ok('error' in result && inEnglish(result.error.message).includes('no text'));
  });
});
