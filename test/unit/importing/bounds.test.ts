import assert from 'node:assert/strict';
import { importArticle } from '../../../src/core/importing/importArticle';
import type { ImportFormat } from '../../../src/core/importing/article';
import { writeDossier } from '../../../src/core/importing/writeDossier';
import { inEnglish } from '../../../src/core/saying';

/** Time of the processor for an input on a slow machine; what is not bounded takes minutes. */
const LONGEST_MS = 30_000;

/** The time this process has had of the processor: what runs beside the tests must not fail them. */
function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const MEGA = 1_000_000;

/** Fills a million characters with a piece, which a reader whose time grows by the square would take minutes for. */
function much(piece: string, length = MEGA): string {
  return piece.repeat(Math.floor(length / piece.length));
}

/** Imports and writes within the time. Gives the message of an error, or `''`. */
async function run(text: string, format: ImportFormat): Promise<string> {
  const start = spentMs();
  const result = await importArticle({ text, format, fileName: 'a' });
  if ('error' in result) {
    assert.ok(spentMs() - start < LONGEST_MS, 'takes too long');
    assert.doesNotMatch(inEnglish(result.error.message), /could not be read/);
    assert.notEqual(inEnglish(result.error.remedy), '');
    return inEnglish(result.error.message);
  }
  writeDossier(result.article, result.names, { source: { title: 'A' } });
  assert.ok(spentMs() - start < LONGEST_MS, `takes ${spentMs() - start} ms`);
  return '';
}

const PROSE = 'Ada Reef kept the light of North Rock from 1912 to 1942. It was a hard time for all of them. ';
const DEEP = 100_000;

/** Hostile sources: none may hang or overflow the stack. */
const SOURCES: readonly (readonly [ImportFormat, string, () => string])[] = [
  ['plain', 'prose in paragraphs', () => much(`${PROSE.repeat(5)}\n\n`, 5 * MEGA)],
  ['plain', 'one paragraph', () => much(PROSE)],
  ['plain', 'one word', () => much('a')],
  ['plain', 'capitals', () => much('Ada ')],
  ['plain', 'signs', () => much('*_[`<:!&', MEGA)],
  ['plain', 'headings', () => much('# A\n', MEGA)],
  ['markdown', 'prose', () => much(`${PROSE.repeat(5)}\n\n`)],
  [
    'markdown',
    'nested lists',
    () => Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n'),
  ],
  ['markdown', 'nested quotes', () => `${'>'.repeat(DEEP)} a`],
  ['markdown', 'nested list markers', () => `${'- '.repeat(DEEP)}a`],
  ['markdown', 'brackets', () => '['.repeat(DEEP)],
  ['markdown', 'emphasis', () => '*a **b'.repeat(DEEP)],
  ['markdown', 'a long list', () => much('- a b\n', MEGA / 10)],
  ['markdown', 'a long table', () => `|a|b|\n|-|-|\n${much('|c|d|\n', MEGA / 4)}`],
  ['wikitext', 'prose', () => much(`${PROSE.repeat(5)}\n\n`)],
  ['wikitext', 'nested braces', () => `${'{{a|'.repeat(DEEP)}x${'}}'.repeat(DEEP)}`],
  ['wikitext', 'open braces', () => '{'.repeat(MEGA)],
  ['wikitext', 'open templates', () => much('{{a|b')],
  ['wikitext', 'nested links', () => `${'[['.repeat(DEEP)}a${']]'.repeat(DEEP)}`],
  ['wikitext', 'open links', () => much('[[a|')],
  ['wikitext', 'open addresses', () => much('[http://a ', MEGA / 2)],
  ['wikitext', 'apostrophes', () => much("'''''a''", MEGA)],
  ['wikitext', 'nested tables', () => `${'{|\n|\n'.repeat(DEEP)}x`],
  ['wikitext', 'open comments and notes', () => much('<ref><!-- <nowiki>')],
  ['wikitext', 'nested list signs', () => `${'*'.repeat(DEEP)} a\n`.repeat(20)],
  ['wikitext', 'templates the library knows', () => much('{{convert|1|km}} {{US$|5}} ', MEGA)],
  [
    'wikitext',
    'different templates',
    () => Array.from({ length: 50_000 }, (_, at) => `{{gbp|${at}}}`).join(' '),
  ],
  ['wikitext', 'open tags', () => much('<div <a ')],
  ['wikitext', 'table cells', () => `{|\n${much('|a||b\n', MEGA)}|}`],
  ['html', 'prose', () => much(`<p>${PROSE.repeat(5)}</p>`)],
  ['html', 'nested blocks', () => '<div>'.repeat(DEEP)],
  ['html', 'nested tables', () => '<table><tr><td>'.repeat(DEEP)],
  ['html', 'open emphasis', () => Array.from({ length: DEEP }, (_, at) => `<p><font a${at}>x`).join('')],
  ['html', 'spans', () => much('<span>a</span> ')],
  [
    'html',
    'a wide table',
    () => `<table><tr><td colspan=1000000000 rowspan=1000000000>a${'<td>b'.repeat(1000)}</table>`,
  ],
  ['html', 'attributes', () => `<p ${much('a=b ')}>x`],
  ['html', 'references', () => much('&amp;&lt')],
];

describe('importing is bounded', () => {
  for (const [format, what, source] of SOURCES) {
    it(`${format}: ${what}`, async () => {
      const message = await run(source(), format);
      // What is refused is refused for a bound that the message names.
      if (message !== '') assert.match(message, /\d{3,}|nothing to import/);
    }).timeout(LONGEST_MS * 2);
  }

  it('refuses what is too long, and names the bound', async () => {
    assert.match(await run('a '.repeat(3_100_000), 'plain'), /6200000 characters; articles of up to 6000000/);
  });

  it('refuses nothing, with a remedy', async () => {
    assert.match(await run(' \n ', 'plain'), /no text/);
    assert.match(await run('<script>1</script>', 'html'), /nothing to import/);
  });
});
