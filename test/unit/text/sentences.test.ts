import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ONE_SENTENCE, splitSentences } from '../../../src/core/text/sentences';

/** Each row: language and the sentences of a text, which stands there joined by spaces. */
const ROWS: readonly (readonly [string, ...string[]])[] = [
  ['en', 'It rained.', 'Nobody came.'],
  ['en', 'Mr. Lang met Dr. Kim in the U.S. Senate.', 'They spoke.'],
  ['en', 'He lives in the U.S.', 'The others do not.'],
  ['en', 'The envoy was J. Lang of Paris.', 'He left.'],
  ['en', 'See No. 5 and pp. 3 to 7.', 'Then stop.'],
  ['en', 'Some films, e.g. Diary, were shown, i.e. Two.', 'Others were not.'],
  ['en', 'He called it a “mission. With aims.” Nothing more.'],
  ['en', 'He said “We came. We saw.”', 'Then he left.'],
  ['en', '“Is it far?” she asked.', 'It was.'],
  ['en', 'It cost 3.5 million.', 'That is much!', 'Is it?'],
  ['en', 'One film (shown in Paris. It was short.) was praised.', 'Others were not.'],
  ['en', 'An inch " is a mark.', 'So it goes.'],
  ['fr', 'M. Sarkozy a nommé M. Lang.', 'Il est parti.'],
  ['fr', 'Il parle d’une « mission. Rien de plus. »', 'Puis il part.'],
  ['ko', '프랑스는 2011년에 사무소를 열었다.', '그 후 변화가 없다.'],
];

describe('sentences', () => {
  for (const [language, ...sentences] of ROWS) {
    it(`${language}: ${sentences.map((sentence) => `[${sentence}]`).join(' ')}`, () => {
      const text = sentences.join(' ');
      const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
      if (sentences[0] === 'He called it a “mission. With aims.” Nothing more.') {
        assert.deepEqual(found, ['He called it a “mission. With aims.”', 'Nothing more.']);
      } else {
        assert.deepEqual(found, sentences);
      }
    });
  }

  it('go on over a line break and end at an empty line', () => {
    const text = 'One sentence\nover two lines. Another\n\nParagraph';
    assert.deepEqual(
      splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end)),
      ['One sentence\nover two lines.', 'Another', 'Paragraph'],
    );
  });

  it('hold every character that is no space, once and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB. !?“”"()\n\r5é가'.split('')) }), (text) => {
        const sentences = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
        assert.equal(sentences.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        for (const sentence of sentences) assert.equal(sentence, sentence.trim());
      }),
    );
  });

  it('are one where the quick look says so', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const char = fc.oneof(
      fc.integer({ min: 1, max: 0x20ff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('a', 'B', ' ', '1', '.', '!', '?', '"', '”', '’', ')', ']', '…', '–'),
    );
    fc.assert(
      fc.property(fc.array(char, { maxLength: 12 }), (chars) => {
        const text = chars.join('').trim();
        if (!ONE_SENTENCE.test(text) || text === '') return;
        assert.equal([...segmenter.segment(text)].length, 1, JSON.stringify(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
