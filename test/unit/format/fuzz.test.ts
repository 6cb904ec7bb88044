import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDossier } from '../../../src/core/format/readDossier';
import { dossierFiles, factsOf, GOOD, sectionsOf } from './dossierFiles';

/** Time enough for any small file on a slow machine; only an endless loop takes longer. */
const LONGEST_MS = 5000;

/** The lines of a file as the reader sees them: loosely decoded, without a byte order mark. */
function linesOf(bytes: Uint8Array | undefined): string[] {
  return new TextDecoder().decode(bytes ?? new Uint8Array()).split(/\r\n|\n|\r/);
}

/** Reads files and checks what must hold for any input. */
function check(files: Map<string, Uint8Array>): void {
  const start = performance.now();
  const { dossier, problems } = readDossier(files);
  assert.ok(performance.now() - start < LONGEST_MS, 'takes too long');
  for (const problem of problems) {
    const lines = linesOf(files.get(problem.file));
    const said = JSON.stringify(problem);
    assert.ok(problem.line >= 0 && problem.line < lines.length, `line outside of the file: ${said}`);
    assert.ok(
      problem.column >= 0 && problem.column <= lines[problem.line]!.length,
      `column outside: ${said}`,
    );
    assert.ok(problem.endLine >= problem.line && problem.endLine < lines.length, `end outside: ${said}`);
    assert.ok(
      problem.endColumn >= 0 && problem.endColumn <= lines[problem.endLine]!.length,
      `end outside: ${said}`,
    );
    assert.ok(
      problem.endLine > problem.line || problem.endColumn >= problem.column,
      `ends before it begins: ${said}`,
    );
    assert.ok(problem.code !== '' && problem.message !== '' && problem.remedy !== '', said);
    assert.ok(!/^(?:bad-markdown)$/.test(problem.code) && !problem.message.includes('gave up'), said);
  }
  if (!dossier) {
    assert.ok(problems.length > 0, 'nothing is read and nothing said');
    return;
  }
  const sectionKeys = sectionsOf(dossier).map((section) => section.key);
  assert.equal(new Set(sectionKeys).size, sectionKeys.length, 'section keys are not unique');
  const facts = factsOf(dossier);
  assert.equal(new Set(facts.map((fact) => fact.key)).size, facts.length, 'fact keys are not unique');
  for (const fact of facts) {
    assert.ok(fact.text === fact.text.trim() && fact.text !== '', 'a fact has no text');
    const runs = [...fact.marks, ...fact.nameSpans, ...fact.quantities, ...fact.dates];
    for (const { start: from = 0, end: to = fact.text.length } of runs) {
      assert.ok(
        from >= 0 && from <= to && to <= fact.text.length,
        `a run is outside of ${JSON.stringify(fact)}`,
      );
    }
    for (const mark of fact.marks) {
      if (mark.kind === 'link') assert.match(mark.url ?? '', /^(?:https?|mailto):/i);
    }
    const lines = linesOf(files.get(fact.position.file));
    assert.ok(fact.position.column <= (lines[fact.position.line] ?? '').length, 'a fact has no place');
  }
}

const path = fc.constantFrom(...Object.keys(GOOD));
const token = fc.constantFrom(
  ...[
    ':fact[',
    ':name[',
    ']',
    '{#a',
    '{#tower}',
    '}',
    ' when=2009',
    ' when=x',
    ' names="a b"',
    ' source=log',
    '---\n',
    '\n',
    '\n\n',
    '\r',
    '\t',
  ],
  ...[
    '# ',
    '## ',
    '- ',
    '> ',
    '1. ',
    '```\n',
    '<b>',
    '<!--',
    '-->',
    '[a](b)',
    '[a]: c\n',
    '![',
    '*',
    '**',
    '_',
    '`',
    '|',
    '|-|\n',
    '\\',
    '&amp;',
    '&#0;',
  ],
  ...[
    '::',
    ':::x',
    '{',
    '[',
    '"',
    "'",
    '&a ',
    '*a',
    '!!',
    '|\n',
    '>-\n',
    '? ',
    ': ',
    'id: ',
    'é',
    '한',
    '😀',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
  ],
  ...['2009', '€2 million', '54 people', 'in 2005', 'Ada Reef', 'http://x', '__proto__: a', '__proto__'],
);

describe('reading a dossier never fails, and reports within its files', () => {
  it('for a good dossier, without a problem', () => {
    check(dossierFiles(GOOD));
    assert.deepEqual(readDossier(dossierFiles(GOOD)).problems, []);
  });

  it('for arbitrary bytes in any file', () => {
    fc.assert(
      fc.property(path, fc.uint8Array({ maxLength: 300 }), (file, bytes) => {
        check(new Map([...dossierFiles(GOOD), [file, bytes]]));
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('for arbitrary words of the format in any file', () => {
    fc.assert(
      fc.property(
        path,
        fc.array(fc.oneof(token, fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 40 }),
        (file, tokens) => {
          const isTopic = file.startsWith('topics/');
          const content = tokens.join('');
          check(dossierFiles({ ...GOOD, [file]: isTopic ? `---\ntitle: A\n---\n${content}` : content }));
        },
      ),
      { numRuns: 700 },
    );
  }).timeout(60_000);

  it('for good files in which something was put, taken out or doubled', () => {
    const change = fc.record({
      file: path,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 20 }),
      what: fc.oneof(token, fc.constantFrom('', 'double')),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const contents: Record<string, string> = { ...GOOD };
        for (const { file, at, length, what } of changes) {
          const text = contents[file]!;
          const start = Math.floor(at * text.length);
          const piece = text.slice(start, start + length);
          contents[file] =
            text.slice(0, start) + (what === 'double' ? piece + piece : what) + text.slice(start + length);
        }
        check(dossierFiles(contents));
      }),
      { numRuns: 700 },
    );
  }).timeout(60_000);

  it('for arbitrary paths', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.string(),
            fc.constantFrom('topics/a.md', 'topics/../x.md', 'topics/.md', 'topics//b.md'),
          ),
          fc.string(),
        ),
        (others) => {
          check(dossierFiles({ ...GOOD, ...others }));
        },
      ),
      { numRuns: 100 },
    );
  }).timeout(60_000);
});
