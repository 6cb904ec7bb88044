import fc from 'fast-check';
import assert from 'node:assert/strict';
import { DocumentText } from '../../../src/core/names/documentText';

describe('The text of a document in pieces', () => {
  it('is after any edits what a string would be', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(9000),
      text: fc.string({ maxLength: 6000 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.array(edit, { maxLength: 15 }),
        fc.nat(),
        (size, edits, from) => {
          let plain = Array.from({ length: size }, (_, at) => String.fromCharCode(97 + ((at * 7) % 26))).join(
            '',
          );
          const text = new DocumentText(plain);
          for (const each of edits) {
            const start = Math.floor(each.at * plain.length);
            const end = Math.min(plain.length, start + each.length);
            plain = plain.slice(0, start) + each.text + plain.slice(end);
            text.replace(start, end, each.text);
            assert.equal(text.length, plain.length);
            const begin = plain.length === 0 ? 0 : from % plain.length;
            assert.equal(text.slice(begin, begin + 5000), plain.slice(begin, begin + 5000));
            const piece = text.pieceAt(begin);
            assert.equal(piece.text, plain.slice(piece.start, piece.start + piece.text.length));
          }
          assert.equal(text.toString(), plain);
        },
      ),
      { numRuns: 200 },
    );
  });
});
