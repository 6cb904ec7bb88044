import fc from 'fast-check';
import assert from 'node:assert/strict';
import { compileIndex } from '../../../src/core/names/compileIndex';
import { NameIndex } from '../../../src/core/names/nameIndex';
import { Hits, scan, scanText } from '../../../src/core/names/scan';
import { Tokens, Units } from '../../../src/core/names/tokens';
import { findAll, type OracleHit } from './oracle';

const units = new Units();
const tokens = new Tokens();
const hits = new Hits();

function collect(): OracleHit[] {
  const found: OracleHit[] = [];
  for (let hit = 0; hit < hits.count; hit++) {
    found.push({
      start: tokens.start[hits.first[hit]!]!,
      end: tokens.end[hits.last[hit]!]!,
      form: hits.form[hit]!,
    });
  }
  return found.sort((one, other) => one.start - other.start || one.end - other.end || one.form - other.form);
}

function find(text: string, forms: readonly string[], seed?: number): OracleHit[] {
  const index = NameIndex.load(compileIndex(forms, seed === undefined ? {} : { seed }))!;
  scanText(index, text, units, tokens, hits);
  return collect();
}

/** Few letters, so that names meet texts often; every kind of sign that folding knows. */
const LETTERS = [
  'a',
  'b',
  'A',
  'B',
  'é',
  'É',
  'e',
  'e\u0301',
  'E',
  'ß',
  'ss',
  'œ',
  'oe',
  'ø',
  'o',
  'Ａ',
  '𝐚',
  'σ',
  'ς',
  '북',
  '한',
  '북',
  '中',
  '国',
  'フ',
  'ラ',
  'が',
  '1',
];
const SIGNS = [
  ' ',
  ' ',
  ' ',
  '\u00a0',
  '\u202f',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '-',
  '–',
  '—',
  "'",
  '’',
  '.',
  '. ',
  ',',
  '·',
  '・',
  '&',
  '/',
  '_',
  '\u00ad',
  '\u200b',
  '😀',
  '',
];

const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 3 })
  .map((letters) => letters.join(''));
const form = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom(' ', ' ', '-', "'", '. ', ''), word), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.map(([sign, more]) => sign + more).join(''));
const noise = fc
  .tuple(fc.constantFrom(...SIGNS), word, fc.constantFrom(...SIGNS))
  .map((parts) => parts.join(''));

/** Spells a form otherwise: the same to a reader, other units. */
function respell(text: string, choice: number): string {
  switch (choice % 8) {
    case 0:
      return text.toUpperCase();
    case 1:
      return text.normalize('NFD');
    case 2:
      return text.replaceAll(' ', '\u00a0\n');
    case 3:
      return text.replaceAll(' ', '\u202f ').replaceAll("'", '’');
    case 4:
      return text.replaceAll('-', '‑').replaceAll('e', 'é');
    case 5:
      return text.replace(/.(?!$)/gsu, '$&\u00ad');
    case 6:
      return text.replaceAll(' ', '-');
    default:
      return text;
  }
}

const cases = fc.array(form, { minLength: 1, maxLength: 6 }).chain((forms) =>
  fc.record({
    forms: fc.constant(forms),
    text: fc
      .array(
        fc.oneof(
          noise,
          fc.tuple(fc.constantFrom(...forms), fc.nat(7)).map(([each, choice]) => respell(each, choice)),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
    seed: fc.integer(),
  }),
);

describe('The raw scan', () => {
  it('finds exactly what the oracle finds, in 10,000 generated cases', function () {
    this.timeout(120_000);
    const seed = Number(process.env.FC_SEED ?? Date.now() & 0x7fffffff);
    console.log(`        fast-check seed ${seed} (FC_SEED repeats it)`);
    fc.assert(
      fc.property(cases, ({ forms, text, seed: hashSeed }) => {
        assert.deepEqual(find(text, forms, hashSeed), findAll(text, forms));
      }),
      { numRuns: 10_000, seed },
    );
  });

  it('finds the same through the loop for plain text and through the one for covered text', () => {
    fc.assert(
      fc.property(cases, ({ forms, text }) => {
        const index = NameIndex.load(compileIndex(forms))!;
        scanText(index, text, units, tokens, hits);
        const plain = collect();
        units.load(text);
        scan(index, units, tokens, hits);
        assert.deepEqual(collect(), plain);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds names across the ends of blocks', () => {
    const forms = ['north korea', 'élan vital', 'x'];
    const text = Array.from({ length: 9000 }, (_, at) =>
      at % 7 === 0 ? 'North Korea' : at % 11 === 0 ? 'Élan vital' : 'word',
    ).join(' ');
    assert.deepEqual(find(text, forms), findAll(text, forms));
  });

  it('keeps each of several equal forms, and forms that begin alike', () => {
    const forms = ['a b', 'a b', 'a', 'a b c', 'A B'];
    assert.deepEqual(
      find('a b c', forms).map(({ end, form: number }) => `${end}:${number}`),
      ['1:2', '3:0', '3:1', '3:4', '5:3'],
    );
  });

  it('tells forms apart whose hashes collide', () => {
    // Some 77,000 pairs of 32-bit hashes are enough for a collision; twice as many forms make it all but certain.
    const forms = Array.from({ length: 200_000 }, (_, at) => `n${at.toString(36)}`);
    const index = NameIndex.load(compileIndex(forms))!;
    for (let at = 0; at < forms.length; at += 97) {
      scanText(index, forms[at]!, units, tokens, hits);
      assert.deepEqual(collect(), [{ start: 0, end: forms[at]!.length, form: at }]);
    }
  }).timeout(20_000);

  it('ends at a lone surrogate, an emoji and the end of the text', () => {
    assert.deepEqual(
      find('a\ud800 a\udc00 😀a😀 a', ['a']).map((hit) => hit.start),
      [0, 3, 8, 12],
    );
    assert.deepEqual(find('', ['a']), []);
  });
});

describe('A compiled index', () => {
  it('loads from its buffer without rebuilding and is the same for the same forms and seed', () => {
    const one = compileIndex(['North Korea', 'Île-de-France', '북한'], { seed: 7 });
    const other = compileIndex(['North Korea', 'Île-de-France', '북한'], { seed: 7 });
    assert.deepEqual(new Uint8Array(one), new Uint8Array(other));
    assert.equal(NameIndex.load(one)!.bytes.buffer, one);
    assert.deepEqual(
      [0, 1, 2].map((at) => NameIndex.load(one)!.foldedForm(at)),
      ['north korea', 'ile-de-france', '북한'],
    );
  });

  it('refuses a buffer that is cut short, of another version or of something else', () => {
    const buffer = compileIndex(['a', 'b c']);
    assert.equal(NameIndex.load(buffer.slice(0, -1)), undefined);
    assert.equal(NameIndex.load(buffer.slice(0, 10)), undefined);
    assert.equal(NameIndex.load(new ArrayBuffer(200)), undefined);
    new Uint32Array(buffer)[1] = 99;
    assert.equal(NameIndex.load(buffer), undefined);
  });

  it('takes no forms, and forms without letters', () => {
    assert.deepEqual(find('a b', []), []);
    assert.deepEqual(find('!? a', ['!?', '', ' ']), []);
  });
});
