import assert from 'node:assert/strict';
import {
  HEADINGS,
  NESTING,
  PARAGRAPH_MARKUP,
  PROBLEMS,
  TOPIC_BYTES,
  YAML_ALIASES,
} from '../../../src/core/format/bounds';
import { readDossier } from '../../../src/core/format/readDossier';
import { factsOf, GOOD, goodBut } from './dossierFiles';

const NORTH = 'topics/north.md';

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function utf16(text: string, isLittleEndian: boolean, mark = true): Uint8Array {
  const bytes: number[] = mark ? (isLittleEndian ? [0xff, 0xfe] : [0xfe, 0xff]) : [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes.push(...(isLittleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return Uint8Array.from(bytes);
}

/** A topic whose prose begins at line 3 (0-based). */
function topic(body: string, front = 'title: North'): string {
  return `---\n${front}\n---\n${body}\n`;
}

function manifest(from: string, to: string): string {
  assert.ok(GOOD['dossier.yaml']!.includes(from));
  return GOOD['dossier.yaml']!.replace(from, to);
}

function names(from: string, to: string): string {
  assert.ok(GOOD['names.yaml']!.includes(from));
  return GOOD['names.yaml']!.replace(from, to);
}

interface Row {
  readonly what: string;
  readonly file: string;
  readonly content: string | Uint8Array | undefined;
  /** `code line:column`, 0-based; a second one where one slip has two effects. */
  readonly expected: readonly string[];
  /** Where no dossier is left. */
  readonly isFatal?: boolean;
  readonly message?: RegExp;
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = String.fromCharCode(97 + index);
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

const ROWS: readonly Row[] = [
  // dossier.yaml
  {
    what: 'a missing dossier.yaml',
    file: 'dossier.yaml',
    content: undefined,
    expected: ['missing-manifest 0:0'],
    isFatal: true,
  },
  {
    what: 'an empty dossier.yaml',
    file: 'dossier.yaml',
    content: '',
    expected: ['bad-manifest 0:0'],
    isFatal: true,
  },
  {
    what: 'a dossier.yaml that is a list',
    file: 'dossier.yaml',
    content: '- a\n',
    expected: ['bad-manifest 0:0'],
    isFatal: true,
  },
  {
    what: 'a missing id',
    file: 'dossier.yaml',
    content: manifest('id: lighthouses\n', ''),
    expected: ['missing-id 0:0'],
    isFatal: true,
  },
  {
    what: 'an id that is none',
    file: 'dossier.yaml',
    content: manifest('id: lighthouses', 'id: Light Houses'),
    expected: ['bad-id 1:4'],
    isFatal: true,
  },
  {
    what: 'a missing title',
    file: 'dossier.yaml',
    content: manifest('title: Lighthouses\n', ''),
    expected: ['missing-title 0:0'],
    isFatal: true,
  },
  {
    what: 'a missing format',
    file: 'dossier.yaml',
    content: manifest('format: 1\n', ''),
    expected: ['missing-format 0:0'],
  },
  {
    what: 'a format of the future',
    file: 'dossier.yaml',
    content: manifest('format: 1', 'format: 2'),
    expected: ['unknown-format 0:8'],
  },
  {
    what: 'a missing language',
    file: 'dossier.yaml',
    content: manifest('language: en\n', ''),
    expected: ['missing-language 0:0'],
  },
  {
    what: 'a language that is none',
    file: 'dossier.yaml',
    content: manifest('language: en', 'language: "!"'),
    expected: ['bad-language 3:10'],
  },
  {
    what: 'an unknown key',
    file: 'dossier.yaml',
    content: manifest('language: en', 'language: en\nlicence: MIT'),
    expected: ['unknown-key 4:0'],
    message: /“license”/,
  },
  {
    what: 'a key given twice',
    file: 'dossier.yaml',
    content: manifest('language: en', 'language: en\nlanguage: fr'),
    expected: ['duplicate-key 4:0'],
  },
  {
    what: 'a source given twice',
    file: 'dossier.yaml',
    content: manifest('id: map', 'id: log'),
    expected: ['duplicate-id 9:8', 'unknown-source 10:60'],
  },
  {
    what: 'a source with an address that must not be opened',
    file: 'dossier.yaml',
    content: manifest('https://example.org/log', 'javascript:alert(1)'),
    expected: ['bad-url 7:9'],
  },
  {
    what: 'a date of retrieval that is no date',
    file: 'dossier.yaml',
    content: manifest('2024-05-01', '1 May 2024'),
    expected: ['bad-date 8:15'],
  },
  {
    what: 'a text where a list must be',
    file: 'dossier.yaml',
    content: manifest('topics:\n  - topics/north.md\n  - south\n', 'topics: all\n'),
    expected: ['bad-value 11:8'],
  },
  {
    what: 'a listed topic that is not there',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - west'),
    expected: ['missing-topic 14:4'],
  },
  {
    what: 'a topic that is not listed',
    file: 'dossier.yaml',
    content: manifest('  - south\n', ''),
    expected: ['unlisted-topic 11:0'],
  },
  {
    what: 'a topic listed twice',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - topics/south.md'),
    expected: ['duplicate-topic 14:4'],
  },
  {
    what: 'a path that climbs out',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - ../secret.md'),
    expected: ['path-outside 14:4'],
  },
  {
    what: 'a path that climbs out from within',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - topics/../../x.md'),
    expected: ['path-outside 14:4'],
  },
  {
    what: 'an absolute path',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - /etc/passwd'),
    expected: ['path-outside 14:4'],
  },
  {
    what: 'a path with a backslash',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - topics\\x.md'),
    expected: ['path-outside 14:4'],
  },
  {
    what: 'a path with a scheme',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - file:///x.md'),
    expected: ['path-outside 14:4'],
  },
  {
    what: 'a topic in a folder of its own',
    file: 'dossier.yaml',
    content: manifest('- south', '- south\n  - deep/x.md'),
    expected: ['bad-topic-path 14:4'],
  },
  // YAML in general
  {
    what: 'a bracket that never closes',
    file: 'names.yaml',
    content: '- id: a\n  label: A\n  kind: place\n  aliases: [x, y\n',
    expected: ['bad-yaml 4:0'],
  },
  {
    what: 'a quotation mark that never closes',
    file: 'names.yaml',
    content: '- id: a\n  label: "A\n',
    expected: ['bad-yaml 2:0', 'missing-kind 0:2'],
  },
  {
    what: 'a tab as indent',
    file: 'names.yaml',
    content: '- id: a\n\tlabel: A\n  kind: place\n',
    expected: ['yaml-tab 1:0'],
  },
  {
    what: 'a bomb of aliases',
    file: 'names.yaml',
    content: `${bomb}\n`,
    expected: ['too-many-aliases', 'bad-names 0:0'],
    message: new RegExp(`${YAML_ALIASES}`),
  },
  {
    what: 'an alias inside of what it names',
    file: 'names.yaml',
    content: '- &a\n  - *a\n',
    expected: ['too-many-aliases 1:4', 'bad-name 1:2'],
  },
  {
    what: 'an alias of nothing',
    file: 'names.yaml',
    content: '- id: a\n  label: *b\n  kind: place\n',
    expected: ['bad-yaml 1:9', 'missing-label 0:2'],
  },
  {
    what: 'deep nesting',
    file: 'names.yaml',
    content: '['.repeat(20_000),
    expected: [`too-deep 0:${NESTING + 1}`],
    message: new RegExp(`${NESTING}`),
  },
  {
    what: 'a second YAML document',
    file: 'names.yaml',
    content: `${GOOD['names.yaml']!}---\n- id: b\n`,
    expected: ['yaml-documents 13:0'],
  },
  // names.yaml
  {
    what: 'names that are no list',
    file: 'names.yaml',
    content: 'ada: Ada Reef\n',
    expected: ['bad-names 0:0'],
  },
  {
    what: 'a name that is a text',
    file: 'names.yaml',
    content: `- Ada\n${GOOD['names.yaml']!}`,
    expected: ['bad-name 0:2'],
  },
  {
    what: 'a name without an id',
    file: 'names.yaml',
    content: `- label: B\n  kind: place\n${GOOD['names.yaml']!}`,
    expected: ['missing-id 0:2'],
  },
  {
    what: 'a name without a label',
    file: 'names.yaml',
    content: names('  label: Ada Reef\n', ''),
    expected: ['missing-label 0:2'],
  },
  {
    what: 'a name with an id that is none',
    file: 'names.yaml',
    content: `- id: Ada Reef\n${GOOD['names.yaml']!}`,
    expected: ['bad-id 0:6'],
  },
  {
    what: 'two names with one id',
    file: 'names.yaml',
    content: `${GOOD['names.yaml']!}- id: ada-reef\n  label: B\n  kind: place\n`,
    expected: ['duplicate-id 13:6'],
    message: /line 1 /,
  },
  {
    what: 'a kind that is none',
    file: 'names.yaml',
    content: names('kind: place', 'kind: plase'),
    expected: ['bad-kind 9:8'],
    message: /“place”/,
  },
  {
    what: 'a misspelt key',
    file: 'names.yaml',
    content: names('  description: A rock.', '  descripton: A rock.'),
    expected: ['unknown-key 10:2'],
    message: /“description”/,
  },
  {
    what: 'an alias that is a list',
    file: 'names.yaml',
    content: names('- NRL', '- [NRL]'),
    expected: ['bad-alias 12:6'],
  },
  {
    what: 'an alias without a text',
    file: 'names.yaml',
    content: names('- NRL', '- { language: en }'),
    expected: ['missing-text 12:6'],
  },
  {
    what: 'an alias with an unknown case',
    file: 'names.yaml',
    content: names('- NRL', '- { text: NRL, case: upper }'),
    expected: ['bad-value 12:25'],
  },
  {
    what: 'a label in no language',
    file: 'names.yaml',
    content: names('  description: A rock.', '  labels:\n    "?": Rock'),
    expected: ['bad-language 11:4'],
  },
  {
    what: 'a Wikidata item that is none',
    file: 'names.yaml',
    content: names('  description: A rock.', '  wikidata: 423'),
    expected: ['bad-wikidata 10:12'],
  },
  // Front matter
  {
    what: 'front matter that never closes',
    file: NORTH,
    content: '---\ntitle: North\n\nIt is there.\n',
    expected: ['unclosed-front-matter 0:0'],
  },
  {
    what: 'front matter that is no map',
    file: NORTH,
    content: '---\njust words\n---\nIt is there.\n',
    expected: ['bad-front-matter 1:0', 'missing-title 3:0'],
  },
  {
    what: 'a tab in front matter',
    file: NORTH,
    content: '---\ntitle: North\nsummary:\n\t- a\n---\nIt is.\n',
    expected: ['yaml-tab 3:0', 'bad-value 3:1'],
  },
  {
    what: 'a topic without a title',
    file: NORTH,
    content: 'It is there.\n',
    expected: ['missing-title 0:0'],
  },
  {
    what: 'an unknown source in front matter',
    file: NORTH,
    content: topic('It is.', 'title: North\nsource: lok'),
    expected: ['unknown-source 2:8'],
    message: /“log”/,
  },
  {
    what: 'a misspelt key in front matter',
    file: NORTH,
    content: topic('It is.', 'title: North\nsumary: X'),
    expected: ['unknown-key 2:0'],
    message: /“summary”/,
  },
  // Directives
  {
    what: 'an unknown directive',
    file: NORTH,
    content: topic('It :fakt[is]{#a}.'),
    expected: ['unknown-directive 3:3'],
    message: /“fact”/,
  },
  {
    what: 'a leaf directive',
    file: NORTH,
    content: topic('::fact[It is]{#a}'),
    expected: ['unknown-directive 3:0'],
  },
  {
    what: 'a container directive',
    file: NORTH,
    content: topic(':::note\nIt is.\n:::'),
    expected: ['unknown-directive 3:0'],
  },
  {
    what: 'a fact that never closes',
    file: NORTH,
    content: topic('It :fact[is so.'),
    expected: ['unclosed-directive 3:3'],
  },
  {
    what: 'a fact without a text',
    file: NORTH,
    content: topic('It is. :fact[]{#a}'),
    expected: ['empty-directive 3:7'],
  },
  {
    what: 'a fact in a fact',
    file: NORTH,
    content: topic(':fact[It :fact[is]{#b} so.]{#a}'),
    expected: ['nested-fact 3:9'],
  },
  {
    what: 'attributes that cannot be read',
    file: NORTH,
    content: topic(':fact[It is.]{#a when=}'),
    expected: ['bad-attributes 3:13'],
  },
  {
    what: 'an unknown attribute',
    file: NORTH,
    content: topic(':fact[It is.]{#a wen=2009}'),
    expected: ['unknown-attribute 3:21'],
    message: /“when”/,
  },
  {
    what: 'a date that is not EDTF',
    file: NORTH,
    content: topic(':fact[It is.]{#a when="late 2009"}'),
    expected: ['bad-date 3:23'],
  },
  {
    what: 'a day that is not in the calendar',
    file: NORTH,
    content: topic(':fact[It is.]{when=2009-02-30}'),
    expected: ['bad-date 3:19'],
  },
  {
    what: 'an unknown source of a fact',
    file: NORTH,
    content: topic(':fact[It is.]{#a source=book}'),
    expected: ['unknown-source 3:24'],
  },
  {
    what: 'an unknown name of a fact',
    file: NORTH,
    content: topic(':fact[It is.]{#a names="ada-reef bob"}'),
    expected: ['unknown-name 3:33'],
  },
  {
    what: 'an unknown name in the text',
    file: NORTH,
    content: topic('It is :name[Ada]{#ada-rief}.'),
    expected: ['unknown-name 3:18'],
    message: /“ada-reef”/,
  },
  {
    what: 'a name directive without an id',
    file: NORTH,
    content: topic('It is :name[Ada].'),
    expected: ['missing-id 3:6'],
  },
  {
    what: 'an id that is none',
    file: NORTH,
    content: topic(':fact[It is.]{#A_b}'),
    expected: ['bad-id 3:15'],
  },
  {
    what: 'an id given twice in a file',
    file: NORTH,
    content: topic(':fact[One.]{#a} :fact[Two.]{#a}'),
    expected: ['duplicate-id 3:29'],
  },
  {
    what: 'an id given twice in two files',
    file: 'topics/south.md',
    content: topic(':fact[Two.]{#tower}', 'title: South'),
    expected: ['duplicate-id 3:13'],
    message: /topics\/north\.md, line 11/,
  },
  // Markdown
  {
    what: 'HTML',
    file: NORTH,
    content: topic('It <b>is</b> so.'),
    expected: ['html-dropped 3:3', 'html-dropped 3:8'],
  },
  {
    what: 'a block of HTML',
    file: NORTH,
    content: topic('<script>\nalert(1)\n</script>\n\nIt is.'),
    expected: ['html-dropped 3:0'],
  },
  {
    what: 'a command link',
    file: NORTH,
    content: topic('It [is](command:evil) so.'),
    expected: ['bad-link 3:3'],
  },
  {
    what: 'an image',
    file: NORTH,
    content: topic('It ![is](https://example.org/x.png) so.'),
    expected: ['image-dropped 3:3'],
  },
  { what: 'an empty heading', file: NORTH, content: topic('##\n\nIt is.'), expected: ['empty-heading 3:0'] },
  // Encodings and sizes
  {
    what: 'UTF-16 LE',
    file: NORTH,
    content: utf16(GOOD[NORTH]!, true),
    expected: ['bad-encoding 0:0'],
    message: /UTF-16 LE/,
  },
  {
    what: 'UTF-16 BE',
    file: NORTH,
    content: utf16(GOOD[NORTH]!, false),
    expected: ['bad-encoding 0:0'],
    message: /UTF-16 BE/,
  },
  {
    what: 'UTF-16 without a mark',
    file: NORTH,
    content: utf16(GOOD[NORTH]!, true, false),
    expected: ['bad-encoding 0:0'],
    message: /UTF-16 LE/,
  },
  {
    what: 'Latin-1',
    file: NORTH,
    content: latin1(topic('Un caf\u00e9 l\u00e0.')),
    expected: ['bad-encoding 3:6'],
    message: /Latin-1/,
  },
  { what: 'a NUL byte', file: NORTH, content: topic('It is\0 so.'), expected: ['nul-byte 3:5'] },
  {
    what: 'Latin-1 in dossier.yaml',
    file: 'dossier.yaml',
    content: latin1('title: Caf\u00e9\n'),
    expected: ['bad-encoding 0:10'],
    isFatal: true,
  },
  {
    what: 'a topic of more bytes than the bound',
    file: NORTH,
    content: new Uint8Array(TOPIC_BYTES + 1).fill(97),
    expected: ['file-too-large 0:0'],
    message: /8 MB/,
  },
  {
    what: 'a topic of 200 MB',
    file: NORTH,
    content: new Uint8Array(200 * 1024 * 1024),
    expected: ['file-too-large 0:0'],
    message: /200 MB/,
  },
  {
    what: 'lists 10,000 deep on one line',
    file: NORTH,
    content: topic(`${'- '.repeat(10_000)}a\n\nIt is.`),
    expected: ['too-deep 3:0'],
    message: new RegExp(`${NESTING}`),
  },
  {
    what: 'lists 1,000 deep on as many lines',
    file: NORTH,
    content: topic(
      `${Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}\n\nIt is.`,
    ),
    expected: ['too-deep 103:0'],
  },
  {
    what: 'quotes 10,000 deep',
    file: NORTH,
    content: topic(`${'>'.repeat(10_000)}a\n\nIt is.`),
    expected: ['too-deep 3:0'],
  },
  {
    what: 'brackets that never close, without end',
    file: NORTH,
    content: topic(`${'['.repeat(50_000)}\n\nIt is.`),
    expected: ['too-much-markup 3:0'],
    message: new RegExp(`${PARAGRAPH_MARKUP}`),
  },
  {
    what: 'a paragraph without end',
    file: NORTH,
    content: topic('word '.repeat(30_000)),
    expected: ['paragraph-too-long 3:0'],
  },
  {
    what: 'too many problems',
    file: NORTH,
    content: topic('<b> '.repeat(300)),
    expected: [
      ...Array.from({ length: PROBLEMS }, (_, index) => `html-dropped 3:${index * 4}`),
      `too-many-problems 3:${PROBLEMS * 4}`,
    ],
  },
];

describe('bad input', () => {
  for (const { what, file, content, expected, isFatal, message } of ROWS) {
    it(`${what} gets a problem at its place, and what is good stays`, () => {
      const { dossier, problems } = readDossier(goodBut({ [file]: content }));
      const found = problems.map((problem, index) => {
        const place = `${problem.code} ${problem.line}:${problem.column}`;
        // Where the place is not exact by nature, only the code is compared.
        return expected[index] === problem.code ? problem.code : place;
      });
      assert.deepEqual(found, expected);
      assert.ok(problems.every((problem) => problem.message.length > 0 && problem.remedy.length > 0));
      if (message) assert.match(`${problems[0]!.message} ${problems[0]!.remedy}`, message);
      assert.equal(dossier === undefined, isFatal === true);
      if (dossier) {
        assert.ok(
          factsOf(dossier).some((fact) => fact.text === 'Nothing is known.') || file === 'topics/south.md',
        );
      }
    });
  }

  it('100,000 headings are read up to the bound', function () {
    this.timeout(60_000);
    const { dossier, problems } = readDossier(goodBut({ [NORTH]: topic('# a\n\n'.repeat(100_000)) }));
    assert.deepEqual(
      problems.map((problem) => `${problem.code} ${problem.line}:${problem.column}`),
      [`too-many-headings ${3 + HEADINGS * 2}:0`],
    );
    assert.ok(dossier!.topics[0]!.sections.length > 0);
  });

  it('prose that only looks like directives is left as it is', () => {
    const prose = 'At 10:30 he said :smile: or Note:this, a::b and C:\\x and foo:bar[1] is 5:[6].';
    const { dossier, problems } = readDossier(
      goodBut({ [NORTH]: topic(prose.replace('foo:bar[1]', 'foo')) }),
    );
    assert.deepEqual(problems, []);
    assert.equal(factsOf(dossier!)[0]!.text, prose.replace('foo:bar[1]', 'foo'));
  });
});
