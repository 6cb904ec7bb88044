import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PIN_BOUNDS, type Pins } from '../../../src/core/pins/pin';
import { withoutLoops } from '../../../src/core/pins/arrangePins';
import { readPins, writePins, type ReadPins } from '../../../src/core/pins/pinsText';
import { anyPins, folder, pin } from './pins';

const read = (text: string): ReadPins => readPins(new TextEncoder().encode(text));
const damage = (text: string): string => {
  const result = read(text);
  return result.ok ? 'none' : result.damage;
};

describe('The text of pins', () => {
  const pins: Pins = [
    folder('f', { title: 'Talks' }),
    pin('office', {
      place: 'France › Office',
      section: 'd/t/s',
      folder: 'f',
      note: 'First line\n\n- "second"',
    }),
  ];

  it('has a block for each entry, properties in one order and a line for each line of a note', () => {
    assert.equal(
      writePins(pins),
      `{
  "format": "dossier-pins",
  "version": 1,
  "pins": [
    {
      "kind": "folder",
      "key": "f",
      "title": "Talks"
    },
    {
      "kind": "fact",
      "key": "d/office",
      "text": "Text of office.",
      "place": "France › Office",
      "section": "d/t/s",
      "pinned": "2026-11-28T06:00:00.000Z",
      "folder": "f",
      "note": [
        "First line",
        "",
        "- \\"second\\""
      ]
    }
  ]
}
`,
    );
  });

  it('is read as it was written, whatever is pinned', () => {
    fc.assert(
      fc.property(anyPins, (any) => {
        assert.deepEqual(read(writePins(any)), { ok: true, pins: withoutLoops(any) });
      }),
    );
  });

  it('changes only in the lines of what has changed', () => {
    const before = writePins([...pins, pin('other')]).split('\n');
    const after = writePins([pins[0]!, { ...pins[1]!, note: 'First line\n\nthird' } as never, pin('other')]);
    const changed = after.split('\n').filter((line) => !before.includes(line));
    assert.deepEqual(changed, ['        "third"']);
  });

  it('may be written by hand: any white space, a note in one string, properties of others', () => {
    const text = JSON.stringify({
      version: 1,
      format: 'dossier-pins',
      pins: [{ ...pin('a'), note: 'one\ntwo', colour: 'red' }],
    });
    assert.deepEqual(read(text), { ok: true, pins: [pin('a', { note: 'one\ntwo' })] });
  });

  it('counts an entry that stands there twice once', () => {
    const result = read(writePins([pin('a', { text: 'first' }), pin('a', { text: 'second' })]));
    assert.deepEqual(result, { ok: true, pins: [pin('a', { text: 'first' })] });
  });

  it('says what is wrong with a damaged file', () => {
    const whole = writePins(pins);
    assert.equal(damage(''), 'empty');
    assert.equal(damage(' \n'), 'empty');
    assert.equal(damage('[]'), 'shape');
    assert.equal(damage('null'), 'shape');
    assert.equal(damage('{"format":"dossier-pins","version":1}'), 'shape');
    assert.equal(damage(whole.replace('"fact"', '"fiction"')), 'shape');
    assert.equal(damage(whole.replace('"version": 1', '"version": 2')), 'version');
    assert.equal(damage(whole.replace('"d/office"', '""')), 'shape');
    assert.equal(damage(`<<<<<<< HEAD\n${whole}`), 'json');
    assert.equal(damage(' '.repeat(PIN_BOUNDS.file + 1)), 'size');
    const many = Array.from({ length: PIN_BOUNDS.entries + 1 }, (_, at) => pin(String(at)));
    assert.equal(damage(writePins(many)), 'size');
    for (let end = 1; end < whole.length - 2; end += 7) assert.equal(damage(whole.slice(0, end)), 'json');
    assert.equal(readPins(new Uint8Array([0x22, 0xff, 0xfe, 0x22])).ok, false);
  });

  it('never brings the reader down, whatever the bytes', () => {
    const jsonLike = fc.json({ maxDepth: 5 });
    const wrapped = fc
      .array(fc.anything(), { maxLength: 4 })
      .map((list) => JSON.stringify({ format: 'dossier-pins', version: 1, pins: list }));
    const spoilt = fc.tuple(anyPins, fc.nat(), fc.string({ maxLength: 3 })).map(([any, at, noise]) => {
      const text = writePins(any);
      const place = at % text.length;
      return text.slice(0, place) + noise + text.slice(place + noise.length);
    });
    fc.assert(
      fc.property(fc.oneof(jsonLike, wrapped, spoilt), (text) => {
        const result = read(text);
        // What is taken is what would be written again.
        if (result.ok) assert.deepEqual(read(writePins(result.pins)), result);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readPins(bytes)));
  });
});
