import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directivesIn } from '../../../src/core/authoring/directives';
import { placeInTopic } from '../../../src/core/authoring/topicPlace';
import { frontMatterSource, referencesOf, usesIn } from '../../../src/core/authoring/uses';
import { entryAt, namePlaces, placeOf, sourcePlaces } from '../../../src/core/authoring/yamlPlaces';
import { readDossier } from '../../../src/core/format/readDossier';
import { factsOf, GOOD, goodBut } from '../format/dossierFiles';

/** The place at `|` as “kind: value [range]”. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = placeInTopic(text, offset);
  if (!place) return undefined;
  assert.ok(place.start <= offset && offset <= place.end, JSON.stringify(place));
  if (place.kind !== 'directiveText') assert.equal(place.value, text.slice(place.start, place.end));
  return `${place.kind}: ${place.value}`;
}

describe('a place in a topic', () => {
  it('is a name’s id in a directive, also while it is being written', () => {
    assert.equal(at('Then :name[he]{#ada|-reef} came.'), 'name: ada-reef');
    assert.equal(at(':name[he]{#|}'), 'name: ');
    assert.equal(at(':name[he]{#ad|'), 'name: ad');
    assert.equal(at(':name[he]{|}'), 'attribute: ');
    assert.equal(at('a\n:fact[x :name[he]{#a|} y]{#f}'), 'name: a');
    assert.equal(at(':fact[x\r\ny]{#f names="ada-reef nor|th"}'), 'name: north');
    assert.equal(at(":fact[x]{names='ada-reef |'}"), 'name: ');
    assert.equal(at(':fact[x]{names="|'), 'name: ');
  });

  it('is a source, a time or an id of a fact, or where another attribute may stand', () => {
    assert.equal(at(':fact[x]{#f when=2009 source=|}'), 'source: ');
    assert.equal(at(':fact[x]{#f when=2009 source="l|og"}'), 'source: log');
    assert.equal(at(':fact[x]{#f when=20|09}'), 'when: 2009');
    assert.equal(at(':fact[x]{#|f}'), 'factId: f');
    assert.equal(at(':fact[x]{#f wh|}'), 'attribute: wh');
    assert.equal(at(':fact[x]{#f | when=2009}'), 'attribute: ');
    assert.equal(at(':fa|ct[x]{#f}'), 'directiveText: ');
    assert.equal(at(':fact[x]{#f}|'), undefined);
  });

  it('is a directive that begins', () => {
    for (const text of ['A :|', ':|', ':na|', '(:fa|', '은:|']) {
      assert.match(at(text) ?? '', /^directive: :[a-z]*$/u, text);
    }
    for (const text of ['10:|30', 'Note:|', '\\:|', '::|', 'a|', '|']) {
      assert.equal(at(text), undefined, text);
    }
  });

  it('is a source or a key in front matter', () => {
    assert.equal(at('---\ntitle: A\nsource: |\n---\n'), 'source: ');
    assert.equal(at('---\r\nsource: lo|g # here\r\n---\r\n'), 'source: log');
    assert.equal(at('---\nsource: "lo|g"\n---\n'), 'source: log');
    assert.equal(at('---\ntitle: A\nso|\n---\n'), 'frontMatterKey: so');
    assert.equal(at('---\ntitle: :|\n---\n'), undefined);
    assert.equal(at('---\ntitle: A\n---\n:name[x]{#y|}'), 'name: y');
  });

  it('reads no further than the paragraph', () => {
    assert.equal(at(':fact[x\n\ny]{#|}'), undefined);
    const long = `${':name['.repeat(200_000)}\n\n`.repeat(3);
    const start = performance.now();
    for (let each = 0; each < 50; each++) placeInTopic(`${long}:name[x]{#y}`, long.length + 11);
    assert.ok(performance.now() - start < 5000, 'an endless loop');
  }).timeout(60_000);

  it('never fails, in any text at any offset', () => {
    const token = fc.constantFrom(
      ...[
        ':fact[',
        ':name[',
        ']',
        '{',
        '}',
        '#a',
        ' when=',
        'names="',
        '"',
        "'",
        ' ',
        '\n',
        '\r',
        '\r\n\r\n',
        '\n\n',
        '`',
        '```\n',
        '<!--',
        '-->',
        '\\',
        '---\n',
        'source: ',
        ':',
        '[',
        '한',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(token, fc.string({ maxLength: 3 })), { maxLength: 30 }),
        fc.nat({ max: 99 }),
        (tokens, at) => {
          const text = tokens.join('');
          const offset = Math.min(at, text.length);
          const place = placeInTopic(text, offset);
          if (place) {
            assert.ok(
              place.start >= 0 && place.start <= offset && offset <= place.end && place.end <= text.length,
            );
          }
          for (const { start, end, attributes } of directivesIn(text)) {
            assert.ok(start < end && end <= text.length);
            for (const each of attributes) assert.equal(text.slice(each.start, each.end), each.value);
          }
          frontMatterSource(text);
        },
      ),
      { numRuns: 3000 },
    );
  }).timeout(60_000);
});

describe('directives of a topic', () => {
  it('are those that the reader of the format finds, with the same names', () => {
    const piece = fc.constantFrom(
      ...[
        'Ada Reef came. ',
        ':name[he]{#ada-reef}',
        ':fact[It fell.]{#f1 names="north-rock ada-reef"}',
        ':name[x `]` y]{#north-rock}',
        '`:name[a]{#ada-reef}`',
      ],
      ...[
        '\n\n',
        '\n',
        ' and ',
        '\\:name[b]{#ada-reef}',
        '<!-- :name[c]{#ada-reef} -->',
        '\n\n```\n:name[d]{#ada-reef}\n```\n\n',
        '[a [b] c]',
        ':fact[:name[e]{#north-rock} stood.]{source=map}',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `---\ntitle: T\n---\n\n${pieces.join('')}`;
        const references = directivesIn(text)
          .flatMap(referencesOf)
          .filter(({ kind }) => kind === 'name');
        const empty = {
          'topics/south.md': undefined,
          'dossier.yaml': GOOD['dossier.yaml']!.replace('  - south\n', ''),
        };
        // Without labels and aliases only directives name names.
        const names = ['ada-reef', 'north-rock'].map(
          (id, index) => `- id: ${id}\n  label: zz${index}zz\n  kind: work\n`,
        );
        const { dossier } = readDossier(
          goodBut({ ...empty, 'names.yaml': names.join(''), 'topics/north.md': text }),
        );
        const expected = new Set(
          factsOf(dossier!).flatMap((fact) => fact.names.map((key) => key.split('/')[1]!)),
        );
        assert.deepEqual([...new Set(references.map(({ id }) => id))].sort(), [...expected].sort());
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('are not hidden or shown by a backtick before a comment that begins a line', () => {
    const text = 'x ` y\n<!-- :name[c]{#c} -->`:name[a]{#a}`\n\n:name[b]{#b}';
    assert.deepEqual(
      directivesIn(text)
        .flatMap(referencesOf)
        .map(({ id }) => id),
      ['b'],
    );
  });

  it('are found in time that grows with the text', () => {
    for (const hostile of [
      ':name[',
      '`'.repeat(3) + '\n',
      '<!-- ',
      '` ``',
      '[',
      ':fact[x]{',
      '{#',
      '\n\n`',
    ]) {
      const start = performance.now();
      directivesIn(hostile.repeat(1_000_000 / hostile.length));
      assert.ok(performance.now() - start < 5000, hostile);
    }
  }).timeout(60_000);

  it('tell where an id is used', () => {
    const text = '---\nsource: log\n---\n:name[a]{#x} :fact[b]{names="y x" source=log} :fact[c]{#x}';
    assert.deepEqual(
      usesIn(text, 'name', 'x').map(({ start }) => start),
      [text.indexOf('#x') + 1, text.indexOf('x" source')],
    );
    assert.deepEqual(
      usesIn(text, 'source', 'log').map(({ start }) => start),
      [12, text.lastIndexOf('log')],
    );
    assert.deepEqual(usesIn(text, 'name', ''), []);
  });
});

describe('places in names.yaml and dossier.yaml', () => {
  const names = GOOD['names.yaml']!;
  it('tell where a name stands, and which name stands at a place', () => {
    const places = namePlaces(names);
    const place = placeOf(places, 'north-rock')!;
    assert.equal(names.slice(place.idRange.start, place.idRange.end), 'north-rock');
    assert.deepEqual([place.label, place.kind, place.detail], ['North Rock', 'place', 'A rock.']);
    assert.equal(placeOf(places, 'none'), undefined);
    assert.deepEqual(entryAt(places, names.indexOf('north-rock') + 3)?.entry.id, 'north-rock');
    assert.deepEqual(entryAt(places, names.indexOf('Ada Reef') + 3)?.part, 'label');
    assert.equal(entryAt(places, names.indexOf('kind')), undefined);
  });

  it('tell where a source stands', () => {
    const manifest = GOOD['dossier.yaml']!;
    const [log, map] = sourcePlaces(manifest);
    assert.equal(manifest.slice(log!.idRange.start, log!.idRange.end), 'log');
    assert.deepEqual(
      [log!.label, log!.detail, map!.id],
      ['The keepers’ log', 'https://example.org/log', 'map'],
    );
  });

  it('never fail', () => {
    for (const text of ['', 'a', '- x', '- id: [a]', '{', 'sources: x', '- id:\n', '"']) {
      assert.ok(Array.isArray(namePlaces(text)) && Array.isArray(sourcePlaces(text)));
    }
  });
});
