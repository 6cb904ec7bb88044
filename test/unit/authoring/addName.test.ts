import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addName, type NewName } from '../../../src/core/authoring/addName';
import { insert, oneLine } from '../../../src/core/authoring/insertion';
import { readNames } from '../../../src/core/format/namesFile';
import { ProblemCollector, TextFile } from '../../../src/core/format/problems';
import { NAME_KINDS, type Name, type Problem } from '../../../src/core/model';
import { GOOD } from '../format/dossierFiles';

const ANN: NewName = {
  label: 'Ann Bee',
  kind: 'person',
  description: 'Who: she',
  aliases: ['A. Bee', 'null'],
};

function read(text: string): { names: readonly Name[]; problems: readonly Problem[] } {
  const collector = new ProblemCollector();
  const names = readNames(new TextFile('names.yaml', text), collector, 'd');
  return { names, problems: collector.problems };
}

/** The file with the name, which must hold the old names and the new one. */
function withName(text: string, name: NewName = ANN): string {
  const added = addName(text, name);
  assert.ok('edit' in added, JSON.stringify(added));
  const changed = insert(text, added.edit);
  const before = read(text);
  const after = read(changed);
  assert.deepEqual(after.names.slice(0, -1), before.names);
  const { id, label, kind, description, aliases } = after.names.at(-1)!;
  assert.deepEqual(
    [id, label, kind, description],
    [added.id, oneLine(name.label), name.kind, oneLine(name.description ?? '')],
  );
  assert.ok(!before.names.some((each) => each.id === id));
  const wanted = new Set(
    (name.aliases ?? []).map(oneLine).filter((alias) => alias !== '' && alias !== label),
  );
  assert.deepEqual(new Set(aliases.map(({ text: alias }) => alias)), wanted);
  assert.ok(after.problems.length <= before.problems.length);
  return changed;
}

const ENTRY = [
  'id: ann-bee',
  'label: Ann Bee',
  'kind: person',
  'description: "Who: she"',
  'aliases:',
  '  - A. Bee',
  '  - "null"',
];
const entry = (indent: string, hyphen: string, lineBreak = '\n'): string =>
  ENTRY.map((line, at) => indent + (at === 0 ? hyphen : ' '.repeat(hyphen.length)) + line).join(lineBreak);

describe('adding a name to names.yaml', () => {
  it('begins an empty file, and one of comments only', () => {
    assert.equal(withName(''), `${entry('', '- ')}\n`);
    assert.equal(withName('# Names\n'), `# Names\n${entry('', '- ')}\n`);
    assert.equal(withName('---\n'), `---\n${entry('', '- ')}\n`);
  });

  it('appends in the style of the last entry, behind comments', () => {
    const file = '- id: a\n  label: A\n  kind: place # here\n\n# more to come\n';
    assert.equal(withName(file), `${file}${entry('', '- ')}\n`);
    assert.equal(
      withName('  -   id: a\n      kind: place\n      label: A\n').split('\n')[3],
      '  -   id: ann-bee',
    );
    assert.equal(withName('- id: a\r\n  label: A\r\n  kind: work\r\n').split('\r\n')[4], '  label: Ann Bee');
    assert.equal(withName('-\n  id: a\n  label: A\n  kind: work\n').split('\n')[4], '- id: ann-bee');
  });

  it('goes on after a missing line break, and leaves it missing', () => {
    assert.equal(
      withName('- id: a\n  label: A\n  kind: work'),
      `- id: a\n  label: A\n  kind: work\n${entry('', '- ')}`,
    );
  });

  it('goes into a list in brackets', () => {
    const flow =
      '{ id: ann-bee, label: Ann Bee, kind: person, description: "Who: she", aliases: [A. Bee, "null"] }';
    assert.equal(withName('[]\n'), `[${flow}]\n`);
    assert.equal(withName('[{id: a, label: A, kind: work}]'), `[{id: a, label: A, kind: work}, ${flow}]`);
    assert.equal(
      withName('[\n  {id: a, label: A, kind: work},\n]\n'),
      `[\n  {id: a, label: A, kind: work}, ${flow}\n]\n`,
    );
    assert.match(withName('[\n  {id: a, label: A, kind: work} # last\n]\n'), /# last\n\n, \{ id: ann-bee/);
  });

  it('goes before the end of a document', () => {
    const file = '---\n- id: a\n  label: A\n  kind: work\n...\n';
    assert.equal(withName(file), `---\n- id: a\n  label: A\n  kind: work\n${entry('', '- ')}\n...\n`);
  });

  it('makes an id that is new', () => {
    for (const [label, expected] of [
      ['Ada Reef', 'ada-reef-2'],
      ['Corée du Nord', 'coree-du-nord'],
      ['ミッテラン・リーダー', 'ミッテラン-リ-タ'],
      ['!!!', 'place'],
    ] as const) {
      const added = addName(GOOD['names.yaml']!, { label, kind: 'place' });
      assert.ok('id' in added);
      if (label !== 'ミッテラン・リーダー') assert.equal(added.id, expected);
      withName(GOOD['names.yaml']!, { label, kind: 'place' });
    }
  });

  it('keeps working beside errors, and refuses where the new name would not be read', () => {
    withName('- id: A B\n  label: x\n- id: b\n  kind: nonsense\n');
    assert.deepEqual(addName('names: none\n', ANN), { refused: 'no-list' });
    assert.deepEqual(addName('', { label: ' \n', kind: 'work' }), { refused: 'no-label' });
    const broken = addName('- id: a\n  label: "A\n  kind: work\n', ANN);
    assert.ok('refused' in broken && broken.refused === 'broken' && broken.problem?.line !== undefined);
  });

  it('gives the old names and the new one, for any file that is taken', () => {
    const token = fc.constantFrom(
      ...[
        '- id: a\n',
        '  label: A\n',
        '  kind: work\n',
        '- id: b\n  label: B # x\n  kind: place\n',
        '# c\n',
        '\n',
        '  ',
      ],
      ...[
        '- { id: c, label: C, kind: event }\n',
        '  description: |\n    two\n    lines\n',
        '  aliases:\n  - x\n',
        '...\n',
      ],
      ...[
        '---\n',
        '[]',
        '[',
        ']',
        '"',
        '\t',
        '\r\n',
        '- ',
        ': ',
        '{',
        '}',
        '~\n',
        '  aliases: [a, b]\n',
        '- &x\n',
        '- *x\n',
      ],
    );
    const label = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'no',
        '~',
        '1e3',
        '2011-10',
        'a #b',
        'a: b',
        'x:',
        '- x',
        '{a}',
        "d'Or",
        '“Q”',
        '\\',
        '"',
        "'",
        '*a',
        '&a',
        '%',
        '@',
        '`',
        '!',
        '|',
        '>',
        '?',
        'a, b',
        '[a]',
        '=',
        '0x1F',
      ),
    );
    const name = fc.record({
      label,
      kind: fc.constantFrom(...NAME_KINDS),
      description: label,
      aliases: fc.array(label, { maxLength: 3 }),
    });
    let taken = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constant(GOOD['names.yaml']!),
          fc.array(token, { maxLength: 12 }).map((each) => each.join('')),
        ),
        name,
        (text, wanted) => {
          const added = addName(text, wanted);
          if (!('edit' in added)) return;
          taken++;
          withName(text, wanted);
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(taken > 600, `${taken} of 1500 files were taken`);
  }).timeout(60_000);
});
