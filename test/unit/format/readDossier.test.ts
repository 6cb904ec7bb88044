import assert from 'node:assert/strict';
import { readDossier } from '../../../src/core/format/readDossier';
import type { Block, Dossier, Fact } from '../../../src/core/model';
import { dossierFiles, factsOf, GOOD, goodBut, sectionsOf } from './dossierFiles';

const NORTH = 'topics/north.md';

/** The dossier with a topic that has the given Markdown, which must read without a problem. */
function read(markdown: string, codes: readonly string[] = []): Dossier {
  const { dossier, problems } = readDossier(goodBut({ [NORTH]: `---\ntitle: North\n---\n${markdown}` }));
  assert.deepEqual(
    problems.map((problem) => problem.code),
    codes,
  );
  return dossier!;
}

function factsOfNorth(markdown: string, codes: readonly string[] = []): Fact[] {
  return factsOf(read(markdown, codes)).filter((fact) => fact.topic === 'lighthouses/north');
}

describe('reading a dossier', () => {
  it('knows where a fact stands behind a U+FEFF in the middle of a file', () => {
    const [fact] = factsOfNorth('\ufeff\nSomebody *kept* it.');
    assert.deepEqual(fact?.position, { file: NORTH, line: 4, column: 0 });
  });

  it('takes the manifest, the names and the topics in the author’s order', () => {
    const { dossier, problems } = readDossier(dossierFiles(GOOD));
    assert.deepEqual(problems, []);
    assert.ok(dossier);
    assert.deepEqual([dossier.id, dossier.title, dossier.language], ['lighthouses', 'Lighthouses', 'en']);
    assert.deepEqual(dossier.sources[0], {
      id: 'log',
      title: 'The keepers’ log',
      url: 'https://example.org/log',
      retrieved: '2024-05-01',
    });
    assert.deepEqual(
      dossier.topics.map(({ id, title, summary }) => [id, title, summary]),
      [
        ['north', 'North', 'The rock in the north.'],
        ['south', 'South', ''],
      ],
    );
    assert.deepEqual(
      dossier.names.map((name) => name.key),
      ['lighthouses/ada-reef', 'lighthouses/north-rock'],
    );
  });

  it('takes short acronyms among the aliases in exact case only', () => {
    const { dossier } = readDossier(dossierFiles(GOOD));
    assert.deepEqual(dossier!.names[1]!.aliases, [
      { text: 'NRL', exactCase: true, requiresFullName: false, demonym: false },
    ]);
    assert.deepEqual(dossier!.names[0]!.aliases, [
      { text: 'A. Reef', exactCase: false, requiresFullName: false, demonym: false },
      { text: 'Reef', exactCase: false, requiresFullName: true, demonym: false },
    ]);
  });

  it('makes each sentence of the prose a fact, with its dates, quantities and names', () => {
    const facts = factsOf(readDossier(dossierFiles(GOOD)).dossier!);
    assert.deepEqual(
      facts.map((fact) => fact.text),
      [
        'Ada Reef kept the light.',
        'She came in 1912.',
        'The tower was built in 1909.',
        'It cost €2 million.',
        'Nothing is known.',
      ],
    );
    assert.deepEqual(facts[1]!.dates, [{ edtf: '1912', start: 12, end: 16 }]);
    assert.deepEqual(facts[0]!.names, ['lighthouses/ada-reef']);
    assert.deepEqual(facts[0]!.nameSpans, [{ start: 0, end: 8, names: ['lighthouses/ada-reef'] }]);
    assert.deepEqual(facts[3]!.quantities, [
      { value: 2_000_000, kind: 'currency', unit: 'EUR', start: 8, end: 18 },
    ]);
    assert.deepEqual(facts[1]!.position, { file: NORTH, line: 6, column: 25 });
  });

  it('takes what a fact directive says', () => {
    const fact = factsOf(readDossier(dossierFiles(GOOD)).dossier!)[2]!;
    assert.equal(fact.key, 'lighthouses/tower');
    assert.deepEqual(fact.dates, [{ edtf: '1909' }]);
    assert.deepEqual(fact.names, ['lighthouses/north-rock']);
    assert.equal(fact.source, 'map');
    assert.equal(fact.section, 'lighthouses/north/building');
    assert.deepEqual(fact.position, { file: NORTH, line: 10, column: 0 });
  });

  it('gives a quantity the time that the directive names', () => {
    const [fact] = factsOfNorth(':fact[It cost €2 million.]{when=1909}');
    assert.equal(fact!.quantities[0]!.when, '1909');
  });

  it('keeps a full stop behind a directive with its fact', () => {
    assert.deepEqual(
      factsOfNorth('Before. :fact[The tower stands]{#stands}. After.').map((fact) => fact.text),
      ['Before.', 'The tower stands.', 'After.'],
    );
  });

  it('lets an author say which name it is', () => {
    const [fact] = factsOfNorth('The :name[keeper]{#ada-reef} of *North Rock* slept.');
    assert.deepEqual(fact!.nameSpans, [
      { start: 4, end: 10, names: ['lighthouses/ada-reef'] },
      { start: 14, end: 24, names: ['lighthouses/north-rock'] },
    ]);
    assert.deepEqual(fact!.names, ['lighthouses/ada-reef', 'lighthouses/north-rock']);
    assert.deepEqual(fact!.marks, [{ start: 14, end: 24, kind: 'emphasis' }]);
  });

  it('counts a surname after the full name over the facts of a topic', () => {
    const facts = factsOfNorth('Ada Reef kept the light.\n\n## Later\n\nReef left.');
    assert.deepEqual(facts[1]!.names, ['lighthouses/ada-reef']);
  });

  it('keeps derived ids when other sentences come and go, and tells equal sentences apart', () => {
    const idsOf = (markdown: string): Map<string, string> =>
      new Map(factsOfNorth(markdown).map((fact) => [fact.text, fact.id]));
    const before = idsOf('One is here. Two is here.');
    const after = idsOf('New is here. Two is here.\n\nOne is here.');
    assert.equal(before.get('One is here.'), after.get('One is here.'));
    assert.equal(before.get('Two is here.'), after.get('Two is here.'));
    const [first, second] = factsOfNorth('Same. Same.');
    assert.equal(second!.id, `${first!.id}-2`);
  });

  it('nests sections by their headings, with ids that are unique in the topic', () => {
    const sections = sectionsOf(
      read('Lead.\n\n## History & politics\n\n### Early\n\nA.\n\n## Été\n\n### Early\n\n#### Early\n\nB.'),
    );
    assert.deepEqual(
      sections
        .filter((section) => section.topic === 'lighthouses/north')
        .map(({ id, title, depth, parent }) => [id, title, depth, parent?.split('/').at(-1)]),
      [
        ['lead', 'North', 1, undefined],
        ['history-politics', 'History & politics', 1, undefined],
        ['early', 'Early', 2, 'history-politics'],
        ['ete', 'Été', 1, undefined],
        ['ete-early', 'Early', 2, 'ete'],
        ['ete-early-early', 'Early', 3, 'ete-early'],
      ],
    );
  });

  it('reads lists, quotes, tables and code as blocks', () => {
    const [section] = sectionsOf(
      read(
        '3. One is.\n4. Two is.\n\n> Quoted it is.\n\n```js\nlet a;\n```\n\n| a | *b* |\n|---|---|\n| 1 | 2 |\n',
      ),
    );
    assert.deepEqual(
      section!.blocks.map((block) => block.kind),
      ['list', 'quote', 'code', 'table'],
    );
    const [list, , code, table] = section!.blocks as [
      Extract<Block, { kind: 'list' }>,
      Block,
      Block,
      Extract<Block, { kind: 'table' }>,
    ];
    assert.deepEqual([list.ordered, list.start, list.items.length], [true, 3, 2]);
    assert.deepEqual(code, { kind: 'code', text: 'let a;', language: 'js' });
    assert.deepEqual(table.header[1], { text: 'b', marks: [{ start: 0, end: 1, kind: 'emphasis' }] });
    assert.deepEqual(
      section!.facts.map((fact) => fact.text),
      ['One is.', 'Two is.', 'Quoted it is.'],
    );
  });

  it('keeps marks and links within their sentences', () => {
    const facts = factsOfNorth(
      'It *is. It* was `so` [here](https://example.org "t") and [there][x].\n\n[x]: mailto:a@b.org\n',
    );
    assert.deepEqual(
      facts.map((fact) => fact.marks),
      [
        [{ start: 3, end: 6, kind: 'emphasis' }],
        [
          { start: 0, end: 2, kind: 'emphasis' },
          { start: 7, end: 9, kind: 'code' },
          { start: 10, end: 14, kind: 'link', url: 'https://example.org' },
          { start: 19, end: 24, kind: 'link', url: 'mailto:a@b.org' },
        ],
      ],
    );
  });

  it('finds the place of a sentence behind escapes, entities and line breaks', () => {
    const facts = factsOfNorth('> A \\* B &amp; C\n> and D is. Then\n> E is.');
    assert.deepEqual(facts[1]!.position, { file: NORTH, line: 4, column: 12 });
    assert.equal(facts[1]!.text, 'Then E is.');
  });

  it('reads a long topic in chunks as it reads a short one', () => {
    const part =
      'Ada Reef [came][r] in 1912.\n\n- One is.\n- Two is.\n\n```\n# no heading\n\ntext\n```\n\n## Heading\n\n';
    const count = 600;
    const facts = factsOfNorth(`${part.repeat(count)}\n[r]: https://example.org\n`);
    assert.equal(facts.length, 3 * count);
    const last = facts.at(-3)!;
    assert.equal(last.marks[0]!.url, 'https://example.org');
    assert.equal(last.position.line, 3 + 13 * (count - 1));
  });

  it('reads a list of several thousand items', () => {
    assert.equal(factsOfNorth('- One is.\n  - Two is.\n'.repeat(2500)).length, 5000);
  }).timeout(60_000);

  it('takes names out of another finder where it is given one', () => {
    const { dossier } = readDossier(dossierFiles(GOOD), () => (text) => [
      {
        start: 0,
        end: 3,
        text: text.slice(0, 3),
        names: ['lighthouses/x'],
        why: { form: 'x', rules: ['label'] },
      },
    ]);
    assert.deepEqual(factsOf(dossier!)[0]!.names, ['lighthouses/x']);
  });

  it('reads fifty thousand names in time that grows with their number, not with its square', () => {
    const names = Array.from(
      { length: 50_000 },
      (_, index) => `- id: n-${index}\n  label: N ${index}\n  kind: place\n`,
    );
    const { dossier, problems } = readDossier(
      goodBut({ 'names.yaml': names.join(''), [NORTH]: '# North\n' }),
      () => () => [],
    );
    assert.deepEqual(problems, []);
    assert.equal(dossier!.names.length, 50_000);
  }).timeout(60_000);
});
