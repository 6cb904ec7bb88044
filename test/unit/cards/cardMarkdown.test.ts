import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { buildCards } from '../../../src/core/cards/card';
import { cardMarkdown, escapeMarkdown, richTextMarkdown } from '../../../src/core/cards/cardMarkdown';
import { fact, libraryOf, name } from '../support/smallLibrary';

const strings = {
  kind: (kind: string) => kind,
  more: (count: number) => `${count} more`,
  noFacts: 'none',
  otherwise: (dossierTitle: string) => `otherwise in ${dossierTitle}:`,
  source: 'Source:',
};
const links = {
  fact: (key: string) => `command:x?${key}`,
  actions: () => [{ label: 'Open', href: 'command:x' }],
};

/** The plain text of Markdown, and the kinds of its nodes. */
function read(markdown: string): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  let text = '';
  const visit = (node: { type: string; value?: string; children?: readonly unknown[] }): void => {
    kinds.add(node.type);
    if (node.value !== undefined) text += node.value;
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown));
  return { text, kinds };
}

describe('Escaping text for Markdown', () => {
  it('shows any text as it is, as one paragraph of plain text', () => {
    const character = fc.constantFrom(
      ...Array.from('\\`*_{}[]()#+-.!|~<>&"\'=:/ 1aé\n\t'),
      'http://x.y',
      '<b>',
      '](command:x)',
      '&amp;',
      '1. ',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (parts) => {
        const plain = `x${parts.join('')}x`;
        const { text, kinds } = read(escapeMarkdown(plain));
        assert.equal(text, plain.replace(/\s+/gu, ' '));
        assert.deepEqual([...kinds].sort(), ['paragraph', 'root', 'text']);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what would begin a heading, list, quote or rule from beginning one', () => {
    for (const start of ['# a', '- a', '+ a', '> a', '1. a', '12) a', '---', '* a', '=== a', '```a']) {
      assert.deepEqual([...read(escapeMarkdown(start)).kinds].sort(), ['paragraph', 'root', 'text'], start);
    }
  });

  it('keeps the emphasis of a fact, and nothing else of its marks', () => {
    const markdown = richTextMarkdown({
      text: 'The film A*B is here',
      marks: [
        { start: 9, end: 13, kind: 'emphasis' },
        { start: 16, end: 20, kind: 'link', url: 'https://example.org' },
      ],
    });
    assert.equal(markdown, 'The film _A\\*B_ is here');
  });
});

describe('A card', () => {
  const lang = name('lang', 'Jack Lang');
  const facts = [
    fact('f1', 'Lang did one thing in 2005.', ['lang'], [{ edtf: '2005' }]),
    fact('f2', 'Lang did another.', ['lang']),
    fact('f3', 'Lang [did](command:evil) <b>a</b> third.', ['lang']),
    fact('f4', 'Lang did a fourth.', ['lang']),
  ];
  const library = libraryOf([lang], facts);
  const [card] = buildCards(library, ['d/lang', 'd/gone'], { facts: 3, language: 'en' });

  it('shows as many facts as asked for and says how many more there are', () => {
    assert.equal(card?.facts.length, 3);
    assert.equal(card.more, 1);
  });

  it('shows label, kind, description, facts with dates, the dossier, and its source with the licence', () => {
    const markdown = cardMarkdown(card!, strings, links);
    for (const part of [
      '**Jack Lang** · person',
      'What Jack Lang is',
      'Lang did one thing in 2005.',
      '[2005](command:x?d/f1)',
      '1 more',
      'A dossier',
      '(CC0-1.0)',
    ]) {
      assert.ok(markdown.includes(part), part);
    }
    assert.ok(markdown.includes('https://example.org/a_%28b%29'));
  });

  it('makes no link and no HTML from the text of a dossier', () => {
    const { text, kinds } = read(cardMarkdown(card!, strings, { ...links, actions: () => [] }));
    assert.ok(text.includes('[did](command:evil) <b>a</b>'));
    assert.ok(!kinds.has('html'));
  });

  it('says so when there are no facts', () => {
    const [empty] = buildCards(libraryOf([lang], []), ['d/lang'], { facts: 3, language: 'en' });
    assert.ok(cardMarkdown(empty!, strings, links).includes('none'));
  });
});
