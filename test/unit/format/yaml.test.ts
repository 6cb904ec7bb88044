import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inEnglish } from '../../../src/core/saying';
import { readFullYaml } from '../../../src/core/format/yamlFile';
import type { YamlNode } from '../../../src/core/format/yamlNode';
import { readSimpleYaml } from '../../../src/core/format/yamlSimple';
import { GOOD } from './dossierFiles';

/** A node without the ends of collections, which the two readers put before and after the last line break. */
function comparable(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      // Nothing has no place of its own; the library takes one of several.
      return node.isNull && node.value === '' && node.start === node.end ? 'nothing' : node;
    case 'list':
      return { start: node.start, items: node.items.map(comparable) };
    case 'map':
      return {
        start: node.start,
        entries: node.entries.map(({ key, keyRange, value }) => ({
          key,
          keyRange,
          value: comparable(value),
        })),
      };
  }
}

describe('YAML', () => {
  it('of the usual kind is read by the fast reader', () => {
    assert.ok(readSimpleYaml(GOOD['names.yaml']!, 0));
    assert.ok(readSimpleYaml(GOOD['dossier.yaml']!, 0));
    assert.equal(readSimpleYaml('a: |\n  text\n', 0), undefined);
    assert.equal(readSimpleYaml('a: b\n  c\n', 0), undefined);
    assert.equal(readSimpleYaml('a: *b\n', 0), undefined);
  });

  it('is read by the fast reader as by the library, or not at all', () => {
    const piece = fc.constantFrom(
      ...[
        '- ',
        '-',
        '  ',
        '    ',
        ' ',
        'id: ',
        'key:',
        'a b',
        'x',
        ':',
        ': ',
        '#',
        ' # c',
        "'q'",
        '"q"',
        "'it''s'",
        '"',
        "'",
        '{',
        '}',
      ],
      ...[
        '[',
        ']',
        ', ',
        ',',
        '{ text: A, language: en }',
        '[a, b]',
        '[]',
        '{}',
        '~',
        'null',
        '2009',
        'é한',
        '&a',
        '*a',
        '|',
        '>',
        '!',
        '%',
      ],
      ...['@', '\\', '\u00a0', '?', '? ', '---', '\ufeff', 'a: b: c', '- - a'],
    );
    const line = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    const wild = fc.array(line, { maxLength: 6 });
    const tame = fc.array(
      fc
        .tuple(
          fc.constantFrom('', '  ', '    ', '- ', '  - ', '    - '),
          fc.constantFrom(
            'id: a',
            'label: A B',
            'kind:',
            'aliases:',
            'x',
            '{ a: b }',
            "'q': r",
            'labels: # c',
            'a: "b: c"',
            '# c',
            '',
            'b: [x, y]',
            'k: é, f',
          ),
        )
        .map((parts) => parts.join('')),
      { maxLength: 8 },
    );
    const text = fc
      .tuple(fc.oneof(wild, tame), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, isClosed]) => lines.join(end) + (isClosed ? end : ''));
    let fast = 0;
    fc.assert(
      fc.property(text, (yaml) => {
        const simple = readSimpleYaml(yaml, 0);
        if (!simple) return;
        fast++;
        const errors: string[] = [];
        const full = readFullYaml(yaml, 0, (_range, code, message) =>
          errors.push(`${code} ${inEnglish(message)}`),
        );
        assert.deepEqual(errors, []);
        assert.deepEqual(comparable(simple), comparable(full));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(fast > 1000, `${fast}`);
  }).timeout(60_000);
});
