import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseFully, parseMarkdown } from '../../../src/core/format/markdown';
import { topicFiles } from '../data/dossierFiles';

interface Plain {
  readonly type: string;
  readonly start: number | undefined;
  end: number | undefined;
  value?: unknown;
  readonly children: Plain[];
  readonly more: Readonly<Record<string, unknown>>;
}

/** A tree with what the reader of dossiers uses: a directive without a label is the text that it was written as. */
function plain(node: Nodes, text: string): Plain {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const source = text.slice(start, end);
  if (node.type === 'textDirective' && source[1 + node.name.length] !== '[') {
    return { type: 'text', start, end, value: source, children: [], more: {} };
  }
  // What the reader of dossiers does not look at may differ.
  const passedOver = ['type', 'children', 'position', 'value', 'data', 'spread', 'checked'];
  const more = Object.fromEntries(Object.entries(node).filter(([key]) => !passedOver.includes(key)));
  const children = 'children' in node ? node.children : [];
  const isOpenEnded = node.type === 'code' || node.type === 'html';
  const value = isOpenEnded ? node.value.trimEnd() : 'value' in node ? node.value : undefined;
  const inner: Plain[] = [];
  for (const child of children.map((each) => plain(each, text))) {
    const before = inner.at(-1);
    if (child.type === 'text' && before?.type === 'text') {
      before.value = `${String(before.value)}${String(child.value)}`;
      before.end = child.end;
    } else inner.push(child);
  }
  // The library ends what an open fence or comment is in after the empty lines that follow, and nobody asks where
  // that is.
  const isContainer = ['code', 'html', 'list', 'listItem', 'blockquote'].includes(node.type);
  return {
    type: node.type,
    start,
    end: isContainer ? undefined : end,
    ...(value === undefined ? {} : { value }),
    children: inner,
    more,
  };
}

function check(text: string): void {
  const ours = parseMarkdown(text, 0).map((node) => plain(node, text));
  const library = parseFully(text, 0).map((node) => plain(node, text));
  assert.deepEqual(ours, library, JSON.stringify(text));
}

/** Pieces of which lines are made: prose, what begins blocks, and what is markup inside of them. */
const pieces = [
  'word',
  'Two words.',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n\n',
  '# ',
  '## ',
  '- ',
  '* ',
  '1. ',
  '7) ',
  '> ',
  '    ',
  '```',
  '~~~',
  '<!-- ',
  '-->',
  '<div>',
  '<b>',
  '</b>',
  '|',
  '\n--- | ---\n',
  '---',
  '===',
  '\\',
  '\\*',
  '\\_',
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '(x)',
  ':fact[',
  ':name[',
  ':note',
  ':note[',
  '{',
  '}',
  '{#id}',
  '{#a when=1909 names="a b"}',
  ':',
  '&amp;',
  '&lt;',
  '&',
  '&x',
  '<',
  '< 3',
  '!',
  '\t',
  '#',
  '1912',
  '12:30',
  '+',
  '~',
  '"',
  '\ufeff',
  '\u00a0',
  '한국',
  ':한',
];

describe('plain blocks', () => {
  it('reads what the Markdown library reads', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => check(parts.join(''))),
      { numRuns: 4000 },
    );
  });

  it('reads paragraphs, headings and items in any order', () => {
    const block = fc.constantFrom(
      'Some prose, with a colon: and more.',
      'Two\nlines.',
      '## A heading',
      '## A heading\nand prose',
      '- one\n- two',
      '- one',
      '* star',
      '1. first\n2. second',
      '3) third',
      '> A quote',
      '  - deeper',
      '    code',
      '```\n\nopen',
      '```',
      '<!-- a comment\n\nthat goes on -->',
      '*Emphasis* here',
      ':fact[A fact.]{#id} And prose.',
      'a | b\n--- | ---\n1 | 2',
      ':fact[Of :name[him]{#ada} it says.]{when=1909 names="ada-reef"}',
      '---',
      'Set\n===',
      '\tcode',
      '- [ ] box',
      '- - twice',
      '5. five\n- mixed',
      '-',
      '- one\n\n  two',
      'R&amp;D \\[x\\]',
      '1912. That year.',
      ':fact[]{#id}',
      ':fact[A {b} c]',
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 12 }),
        fc.constantFrom('\n\n', '\n', '\n \n'),
        (parts, between) => check(parts.join(between)),
      ),
      { numRuns: 2000 },
    );
  });

  it('reads the bundled topics alike', () => {
    for (const file of topicFiles) check(readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, ''));
  });
});
