import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addFact, outlineOf, type NewFact } from '../../../src/core/authoring/addFact';
import { insert, oneLine } from '../../../src/core/authoring/insertion';
import { readDossier } from '../../../src/core/format/readDossier';
import { factsOf, GOOD, goodBut } from '../format/dossierFiles';

const NORTH = GOOD['topics/north.md']!;

function read(topic: string): readonly string[] {
  const { dossier } = readDossier(goodBut({ 'topics/north.md': topic }));
  return factsOf(dossier!)
    .filter((fact) => fact.topic.endsWith('/north'))
    .map(({ section, text, source }) => `${section.split('/').at(-1)!}|${source ?? ''}|${text}`);
}

/** The topic with the fact, which must hold the old facts and the new one. */
function withFact(text: string, fact: NewFact): string {
  const added = addFact(text, fact);
  assert.ok('edit' in added, JSON.stringify(added));
  const changed = insert(text, added.edit);
  const before = read(text);
  const after = [...read(changed)];
  const at = after.findIndex((each, index) => each !== before[index]);
  const [fresh] = after.splice(at, 1);
  assert.deepEqual(after, before);
  const [section, source, ...words] = fresh!.split('|');
  assert.deepEqual([section, words.join('|')], [added.section, oneLine(fact.sentence)]);
  if (fact.source !== undefined) assert.equal(source, fact.source);
  return changed;
}

describe('adding a fact to a topic', () => {
  it('puts a paragraph at the end of the topic, or of a section', () => {
    assert.equal(
      withFact(NORTH, { sentence: ' The lamp\n went out. ' }),
      `${NORTH}\nThe lamp went out.\n`.replace(/\n\n\nThe/, '\n\nThe'),
    );
    const lead = withFact(NORTH, { sentence: 'It rained.', section: 'lead' });
    assert.ok(lead.includes('She came in 1912.\n\nIt rained.\n\n## Building'), lead);
  });

  it('keeps line breaks, a missing one at the end, and headings that follow directly', () => {
    assert.equal(
      withFact('---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n', { sentence: 'Two.' }),
      '---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n',
    );
    assert.equal(withFact('# A\n\nOne.', { sentence: 'Two.' }), '# A\n\nOne.\n\nTwo.');
    assert.equal(
      withFact('# A\n\nOne.\n## B\n', { sentence: 'Two.', section: 'lead' }),
      '# A\n\nOne.\n\nTwo.\n\n## B\n',
    );
    assert.equal(withFact('## B\nC\n===\n', { sentence: 'Two.', section: 'b' }), '## B\n\nTwo.\n\nC\n===\n');
    assert.equal(withFact('---\ntitle: A\n---\n', { sentence: 'Two.' }), '---\ntitle: A\n---\n\nTwo.\n');
    assert.equal(withFact('---\ntitle: A\n---', { sentence: 'Two.' }), '---\ntitle: A\n---\n\nTwo.');
    assert.equal(
      withFact('---\ntitle: A\n---\n\n## B\n', { sentence: 'Two.', section: 'lead' }),
      '---\ntitle: A\n---\n\nTwo.\n\n## B\n',
    );
    assert.equal(withFact('', { sentence: 'Two.' }), 'Two.\n');
    assert.equal(
      withFact('# A\n\n- one\n- two\n', { sentence: '- three' }),
      '# A\n\n- one\n- two\n\n\\- three\n',
    );
  });

  it('makes one fact of several sentences, and says its source and time', () => {
    assert.ok(withFact(NORTH, { sentence: 'It burnt. It fell.' }).endsWith('\n:fact[It burnt. It fell.]\n'));
    const changed = withFact(NORTH, { sentence: 'It fell.', source: 'map', when: '1920-03/..' });
    assert.ok(changed.endsWith('\n:fact[It fell.]{when=1920-03/.. source=map}\n'), changed);
  });

  it('refuses what cannot be a fact there, with the reason', () => {
    assert.deepEqual(addFact(NORTH, { sentence: '…!' }), { refused: 'no-words' });
    assert.deepEqual(addFact(NORTH, { sentence: 'A.', section: 'none' }), { refused: 'no-section' });
    assert.deepEqual(addFact(NORTH, { sentence: 'A.', when: 'then' }), { refused: 'bad-date' });
    assert.deepEqual(addFact(NORTH, { sentence: 'A.', source: '} x' }), { refused: 'bad-source' });
    assert.deepEqual(addFact('# A\n\n```\ncode\n', { sentence: 'A.' }), { refused: 'swallowed' });
    assert.deepEqual(addFact('# A\n\n<!-- note\n', { sentence: 'A.' }), { refused: 'swallowed' });
  });

  it('tells a topic’s sections', () => {
    assert.deepEqual(outlineOf(NORTH), [
      { id: 'lead', title: 'North', depth: 1 },
      { id: 'building', title: 'Building', depth: 1 },
    ]);
  });

  it('gives the old facts and one with the text of the selection, for any selection and topic', () => {
    const markup = fc.constantFrom(
      ...[
        '*a*',
        '_b_',
        '`c`',
        '[x](http://y)',
        ':fact[z]{#q}',
        ':name[n]',
        '::b',
        ':a{',
        '<b>',
        '<!--',
        '&amp;',
        '&#35;',
        '\\',
        '\\*',
        '![',
      ],
      ...[
        '# ',
        '> ',
        '- ',
        '1. ',
        '12) ',
        '***',
        '---',
        '===',
        '~~~',
        '```',
        '|a|',
        ']',
        '[',
        '{#a}',
        '}',
        '"',
        "'",
        '10:30',
        ' ',
        '. ',
        'Word',
        '한국',
        'é',
        '?',
      ],
    );
    const sentence = fc.oneof(
      fc.array(markup, { maxLength: 8 }).map((each) => each.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const block = fc.constantFrom(
      ...[
        '# T\n',
        '## A\n',
        '### B\n',
        'Text.\n',
        'Text. More.\n',
        '\n',
        '\n\n',
        '- item\n',
        '> quote\n',
        '    code\n',
        'H\n---\n',
        'X  \n',
      ],
      ...[
        '```\ncode\n```\n',
        '<!-- n -->\n',
        ':fact[F.]{#f}\n',
        '| a |\n|---|\n',
        '[a]: http://b\n',
        '\r\n',
        '\r',
        'no break',
      ],
    );
    const topic = fc.oneof(
      fc.constant(NORTH),
      fc.array(block, { maxLength: 10 }).map((each) => `---\ntitle: T\n---\n${each.join('')}`),
    );
    let taken = 0;
    fc.assert(
      fc.property(topic, sentence, fc.nat(), fc.boolean(), (text, words, pick, hasSource) => {
        const sections = outlineOf(text);
        const section =
          sections.length > 0 && pick % 3 > 0 ? sections[pick % sections.length]!.id : undefined;
        const fact = {
          sentence: words,
          ...(section !== undefined && { section }),
          ...(hasSource && { source: 'map' }),
        };
        const added = addFact(text, fact);
        if (!('edit' in added)) {
          // Any words find a place, unless something left open in the topic swallows them.
          assert.ok(added.refused !== 'swallowed' || text !== NORTH, JSON.stringify(words));
          return;
        }
        taken++;
        withFact(text, fact);
      }),
      { numRuns: 600 },
    );
    assert.ok(taken > 300, `${taken} of 600 were taken`);
  }).timeout(120_000);
});
