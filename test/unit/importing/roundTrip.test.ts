import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IMPORT_FORMATS } from '../../../src/core/importing/article';
import { cleanText } from '../../../src/core/importing/cleanText';
import { importArticle } from '../../../src/core/importing/importArticle';
import { imported, roundTrip, textOfDossier, words } from './importing';
import { inEnglish } from '../../../src/core/saying';

/** What means something in one of the formats, or in what is written. */
const token = fc.constantFrom(
  ...[
    ':fact[',
    ':name[x]{#y}',
    '::name',
    ':::a',
    ':a',
    ']',
    '[',
    '{#a}',
    '---\n',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '# ',
    '## ',
  ],
  ...[
    '- ',
    '> ',
    '1. ',
    '10) ',
    '+ ',
    '```\n',
    '~~~',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '[a](b)',
    '[a]: c\n',
    '![',
    '*',
    '**',
  ],
  ...[
    '_',
    '__',
    '`',
    '``',
    '|',
    '|-|\n',
    '| a | b |\n|--|--|\n',
    '\\',
    '&amp;',
    '&#0;',
    '&nbsp;',
    '===',
    '\n---\n',
    '    ',
    '  \n',
  ],
  ...[
    '{{',
    '}}',
    '[[',
    ']]',
    "''",
    "'''",
    '{|',
    '\n|}',
    '|-\n',
    '== a ==\n',
    '<ref>',
    '</ref>',
    '<nowiki>',
    '</nowiki>',
  ],
  ...[
    '<table>',
    '<td>',
    '<p>',
    '<ul><li>',
    '<div hidden>',
    '<script>',
    '</script>',
    '<h1>',
    '<a href="http://x.y">',
    '<pre>',
  ],
  ...[
    'é',
    '한',
    'العربية',
    '😀',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '\u200b',
    '\u00a0',
    '\ue0001\ue001',
    '\uf2d1',
  ],
  ...[
    'Ada Reef',
    'North Rock',
    'in 2005',
    '€2 million',
    '. ',
    'http://x.org/a_b',
    'a:b',
    '10:30',
    'word',
    ' ',
    '  ',
  ],
);
const text = fc
  .array(fc.oneof(token, token, fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 50 })
  .map((parts) => parts.join(''));

describe('importing any text', () => {
  for (const format of IMPORT_FORMATS) {
    it(`never fails for ${format}, and gives a dossier without problems`, async () => {
      await fc.assert(
        fc.asyncProperty(text, async (source) => {
          const result = await importArticle({ text: source, format, fileName: 'a.txt' });
          if ('error' in result) {
            const message = inEnglish(result.error.message);
            assert.ok(!message.includes('could not be read'), message);
            assert.notEqual(inEnglish(result.error.remedy), '');
            return;
          }
          const { problems, files } = roundTrip(structuredClone(result));
          assert.deepEqual(problems, [], JSON.stringify([...files]));
        }),
        { numRuns: 500, examples: [['!::name{#a}']] },
      );
    }).timeout(120_000);
  }

  it('keeps all words of plain text, in order', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const result = await importArticle({ text: source, format: 'plain', fileName: 'zz.txt' });
        if ('error' in result) {
          assert.deepEqual(words(cleanText(source)).length, 0, inEnglish(result.error.message));
          return;
        }
        const { dossier, files } = roundTrip(result);
        const got = words(textOfDossier(dossier));
        let at = 0;
        for (const word of words(cleanText(source))) {
          const found = got.indexOf(word, at);
          assert.ok(found >= 0, `“${word}” is lost: ${JSON.stringify([...files])}`);
          at = found + 1;
        }
      }),
      { numRuns: 1000 },
    );
  }).timeout(120_000);

  it('makes no directives of what looks like some', async () => {
    const source =
      'Title\n\nSee :name[Ada]{#ada} and :fact[this]{#x}.\n\n::name[b]\n\n:::fact\n\n:::fact c ::d :e';
    for (const format of ['plain', 'markdown', 'wikitext', 'html'] as const) {
      const { problems, dossier } = roundTrip(await imported({ text: source, format }));
      assert.deepEqual(problems, []);
      assert.ok(textOfDossier(dossier).includes('See :name[Ada]{#ada} and :fact[this]{#x}.'), format);
    }
  });
});
