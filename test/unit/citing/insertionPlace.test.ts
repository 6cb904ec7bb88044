import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CITATION_FORMS, type CitationForm } from '../../../src/core/citing/citationForms';
import { insertionPlace } from '../../../src/core/citing/insertionPlace';

/** `‸` is the cursor, `⟨…⟩` the name; gives the text with `‸` where something goes. */
function placed(what: 'fact' | 'citation', form: CitationForm, source: string): string {
  const text = source.replace(/[‸⟨⟩]/gu, '');
  const offset = source.replace(/[⟨⟩]/gu, '').indexOf('‸');
  const plain = source.replace('‸', '');
  const start = plain.indexOf('⟨');
  const name = start < 0 ? undefined : { start, end: plain.indexOf('⟩') - 1 };
  const place = insertionPlace(what, { text, offset, form, language: 'en', name });
  return `${text.slice(0, place)}‸${text.slice(place)}`;
}

describe('The place of what is inserted at a cursor', () => {
  const facts: readonly (readonly [what: string, CitationForm, before: string, after: string])[] = [
    ['the cursor', 'plain', 'Here: ‸', 'Here: ‸'],
    ['the cursor, also behind a word', 'plain', 'He came‸ home.', 'He came‸ home.'],
    ['the cursor, also before a name', 'plain', 'Then ‸⟨Jack Lang⟩ came.', 'Then ‸Jack Lang came.'],
    ['behind the full stop that it stands before', 'plain', 'He came‸. Off.', 'He came.‸ Off.'],
    ['behind its notes as well', 'markdownFootnote', 'He came‸.[^1] Off.', 'He came.[^1]‸ Off.'],
    ['the cursor in a number and an address', 'plain', 'At x‸.org.', 'At x‸.org.'],
    ['the cursor where nothing stands before the point', 'plain', 'Yes ‸. No.', 'Yes ‸. No.'],
    ['behind the sentence, in a word', 'plain', 'He ca‸me. She went.', 'He came.‸ She went.'],
    ['behind the sentence, in a name', 'plain', 'So ⟨Jack‸ Lang⟩ came. Off.', 'So Jack Lang came.‸ Off.'],
    [
      'behind the abbreviation’s sentence',
      'plain',
      'Mr. La‸ng met Dr. No. Off.',
      'Mr. Lang met Dr. No.‸ Off.',
    ],
    ['behind a sentence that has no end', 'plain', 'So La‸ng came', 'So Lang came‸'],
    ['before the next paragraph', 'plain', 'A.\n\nSo La‸ng\ncame\n\nOff.', 'A.\n\nSo Lang\ncame‸\n\nOff.'],
    ['in its item of a list', 'markdownFootnote', '- So La‸ng came\n- Off', '- So Lang came‸\n- Off'],
    [
      'in its item of a list',
      'latexFootnote',
      '\\item La‸ng came\n\\item Off',
      '\\item Lang came‸\n\\item Off',
    ],
    ['behind the notes', 'markdownFootnote', 'La‸ng came.[^1][^b] Off.', 'Lang came.[^1][^b]‸ Off.'],
    [
      'behind the notes',
      'latexFootnote',
      'La‸ng came.\\footnote{By C. D.} Off.',
      'Lang came.\\footnote{By C. D.}‸ Off.',
    ],
    [
      'behind the notes',
      'wikitext',
      'La‸ng came.<ref name="a" /><ref>B. C.</ref> Off.',
      'Lang came.<ref name="a" /><ref>B. C.</ref>‸ Off.',
    ],
    ['behind the notes', 'restructuredtext', 'La‸ng came. [#a]_ Off.', 'Lang came. [#a]_‸ Off.'],
    [
      'behind the notes',
      'asciidoc',
      'La‸ng came.footnote:a[By C. D.] Off.',
      'Lang came.footnote:a[By C. D.]‸ Off.',
    ],
    ['the cursor in a note', 'markdownFootnote', 'A.[^1]\n\n[^1]: Se‸e B. C.', 'A.[^1]\n\n[^1]: Se‸e B. C.'],
    ['the cursor in Japanese', 'plain', '彼は来‸た。次。', '彼は来‸た。次。'],
    ['behind the sentence, in a Japanese name', 'plain', '⟨北‸朝鮮⟩は来た。次。', '北朝鮮は来た。‸次。'],
  ];
  for (const [what, form, before, after] of facts) {
    it(`of a fact is ${what}: ${before}`, () => assert.equal(placed('fact', form, before), after));
  }

  const citations: readonly (readonly [before: string, after: string])[] = [
    ['He came‸.', 'He came‸.'],
    ['He ca‸me.', 'He came‸.'],
    ['So ⟨Jack‸ Lang⟩ came.', 'So Jack Lang‸ came.'],
    ['⟨북‸한⟩은 멀다.', '북한은‸ 멀다.'],
  ];
  for (const [before, after] of citations) {
    it(`of a citation: ${before}`, () => assert.equal(placed('citation', 'plain', before), after));
  }

  it('is never before the cursor nor in another paragraph', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'Lang',
          ' ',
          '. ',
          '\n',
          '\n\n',
          '[^1]',
          '<ref>',
          '</ref>',
          '[',
          '\\footnote{',
          '}',
          '한',
          '🙂',
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...CITATION_FORMS), (all, at, form) => {
        const offset = at % (all.length + 1);
        const place = insertionPlace('fact', { text: all, offset, form, language: 'en' });
        assert.ok(place >= offset);
        const passed = all.slice(offset, place);
        assert.ok(!passed.includes('\n\n') || /ref|footnote/u.test(passed), passed);
      }),
    );
  });
});
