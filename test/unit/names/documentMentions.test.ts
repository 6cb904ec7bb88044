import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { DocumentMentions, TextChange } from '../../../src/core/names/documentMentions';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { makeName, theFinder } from './names';

const PARTS = [
  'Jack Lang', 'Lang', 'Fritz Lang', 'North Korea', 'North', 'Korea', 'France', 'EU', 'Sarkozy', 'Nicolas Sarkozy', 'Mitterrand', 'said', 'and', 'the', '북한은',
  ' ', ' ', ' ', '. ', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '```\n', '~~~\n', '`', '> ', '---\n', '<!-- ', ' -->', '$$\n', '    ', '- ', '\\emph{', '}', '"""', '/* ', ' */',
  '# ', '// ', '\\begin{verbatim}\n', '\\end{verbatim}\n', `${'word '.repeat(300)}\n`, `${'word '.repeat(900)}.\n`,
]; // prettier-ignore

const content = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''));
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(3), fc.nat(60), fc.constant(3000)),
    text: fc.oneof(fc.constantFrom('', ...PARTS), content),
  }),
  { minLength: 1, maxLength: 12 },
);

function changeOf(
  text: string,
  edit: { readonly at: number; readonly length: number; readonly text: string },
): TextChange {
  const start = Math.floor(edit.at * text.length);
  return { start, end: Math.min(text.length, start + edit.length), text: edit.text };
}

describe('The mentions of a document', () => {
  for (const languageId of [
    'plaintext',
    'markdown',
    'latex',
    'python',
    'typescript',
    'restructuredtext',
    'html',
  ]) {
    it(`are after any edits those of a scan from nothing (${languageId})`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(content, edits, fc.boolean(), (before, changes, isComplete) => {
          const mentions = theFinder().document(before, { languageId });
          if (isComplete) mentions.finish();
          else mentions.scanRange(before.length >> 1, before.length >> 1);
          let text = before;
          for (const edit of changes) {
            const change = changeOf(text, edit);
            text = text.slice(0, change.start) + change.text + text.slice(change.end);
            mentions.update([change]);
            assert.equal(mentions.text, text);
            if (isComplete) assert.deepEqual(mentions.all(), theFinder().find(text, { languageId }));
          }
          assert.deepEqual(mentions.all(), theFinder().find(text, { languageId }));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('rank the names of a shared form by what the document holds after the edits, not before', function () {
    this.timeout(60_000);
    const georgias = new NameFinder([
      makeName('state', 'State of Georgia', 'place', ['Georgia']),
      makeName('country', 'Republic of Georgia', 'place', ['Georgia']),
      makeName('lang', 'Jack Lang', 'person', [{ text: 'Lang', requiresFullName: true }]),
    ]);
    const first = (mentions: DocumentMentions) => mentions.all().at(-1)?.names[0];
    const two = georgias.document(
      'The Republic of Georgia.\n\nThe State of Georgia. The State of Georgia.\n\nIn Georgia.',
    );
    assert.equal(first(two), 'd/state');
    two.update([{ start: 26, end: 70, text: '' }]);
    assert.equal(first(two), 'd/country');
    const pieces = fc.array(
      fc.constantFrom(
        'State of Georgia',
        'Republic of Georgia',
        'Georgia',
        'Jack Lang',
        'Lang',
        ' and ',
        '. ',
        '\n\n',
        '\n\n',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, edits, (before, changes) => {
        let text = before.join('');
        const mentions = georgias.document(text);
        mentions.all();
        for (const edit of changes) {
          const change = changeOf(text, edit);
          text = text.slice(0, change.start) + change.text + text.slice(change.end);
          mentions.update([change]);
          assert.deepEqual(mentions.all(), georgias.find(text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are scanned in steps, what is visible first', () => {
    const text = `${'Words about nothing at all.\n\n'.repeat(2000)}France.\n\n${'More words.\n\n'.repeat(2000)}`;
    const mentions = theFinder().document(text);
    const at = text.indexOf('France');
    assert.deepEqual(
      mentions.between(at, at).map((mention) => mention.text),
      ['France'],
    );
    assert.equal(mentions.isComplete, false);
    let steps = 0;
    while (mentions.step(10_000)) steps++;
    assert.ok(steps > 5);
    assert.ok(mentions.isComplete);
    assert.deepEqual(
      mentions.all().map((mention) => mention.text),
      ['France'],
    );
  });

  it('change far away when the full name goes or comes', () => {
    const text = 'Jack Lang went.\n\nWords.\n\nThen Lang left.';
    const mentions = theFinder().document(text);
    const texts = (all: DocumentMentions) => all.all().map((mention) => mention.text);
    assert.deepEqual(texts(mentions), ['Jack Lang', 'Lang']);
    mentions.update([{ start: 0, end: 4, text: 'Fritz' }]);
    assert.deepEqual(texts(mentions), []);
    mentions.update([{ start: 0, end: 5, text: 'Jack' }]);
    assert.deepEqual(texts(mentions), ['Jack Lang', 'Lang']);
  });

  it('are found by offset, also at their end', () => {
    const mentions = theFinder().document('In France now');
    assert.equal(mentions.at(3)?.text, 'France');
    assert.equal(mentions.at(8)?.text, 'France');
    assert.equal(mentions.at(9)?.text, 'France');
    assert.equal(mentions.at(10), undefined);
    assert.equal(mentions.at(1), undefined);
  });
});
