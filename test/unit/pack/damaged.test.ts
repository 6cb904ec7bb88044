import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checking } from '../../../src/core/pack/container';
import { encodeNames, PackedNames } from '../../../src/core/pack/namesPart';
import { PackedTopic } from '../../../src/core/pack/packedTopic';
import { encodeTopic } from '../../../src/core/pack/topicPart';
import { bundled } from './dossiers';

const [topic] = bundled.topics;

/** What each kind of part is made of, and how it is opened. */
const parts: readonly (readonly [string, ArrayBuffer, (buffer: ArrayBuffer) => unknown])[] = [
  ['a topic', encodeTopic(topic!), (buffer) => PackedTopic.open(buffer)],
  ['names', encodeNames(bundled.id, bundled.names), (buffer) => PackedNames.open(buffer)],
];

/** What a look at all bytes, in steps, comes to. */
function isWhole(bytes: ArrayBuffer): boolean {
  const steps = checking(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('damaged parts', () => {
  it('a topic opens among others in a buffer, at a place for words', () => {
    const whole = new Uint8Array(encodeTopic(topic!));
    const around = new Uint8Array(whole.length + 64).fill(7);
    const at = (start: number): PackedTopic | undefined => {
      around.set(whole, start);
      return PackedTopic.open(around.subarray(start, start + whole.length));
    };
    const opened = at(32)!;
    assert.deepEqual([...opened.facts()], [...PackedTopic.open(whole)!.facts()]);
    assert.deepEqual(opened.bytes, whole);
    assert.equal(PackedTopic.open(around.subarray(32, 48 + whole.length)), undefined);
    assert.equal(at(20), undefined);
  });

  it('what is opened on trust is known to be damaged, and can be asked all the same', () => {
    const [name] = bundled.names;
    const asked: Readonly<
      Record<string, (bytes: ArrayBuffer) => { isWhole: boolean; asks: (() => unknown)[] } | undefined>
    > = {
      'a topic': (bytes) => {
        const open = PackedTopic.open(bytes, true);
        if (!open) return undefined;
        const { key } = open;
        const asks = [
          () => open.allSections.map((section) => [section.facts.length, section.blocks]),
          () => [...open.facts()],
          () => open.nameKeysOfAll,
          () => open.factById('office-opened'),
          () => open.ordinalsAbout(name!.key),
          () => open.section(`${key}/overview`),
          () => open.sectionKey(0),
        ];
        return { isWhole: open.isWhole, asks };
      },
      names: (bytes) => {
        const open = PackedNames.open(bytes, true);
        if (!open) return undefined;
        const asks = [
          () => [...open.all()],
          () => open.byId(name!.id),
          () => open.nameGroups(),
          () => open.namesIn('person', 'J', 0, 20),
        ];
        return { isWhole: isWhole(bytes), asks };
      },
    };
    for (const [what, whole] of parts) {
      const bytes = new Uint8Array(whole);
      assert.equal(asked[what]!(whole.slice(0))!.isWhole, true);
      const changes = fc.array(fc.tuple(fc.integer({ min: 64, max: bytes.length - 1 }), fc.nat(255)), {
        minLength: 1,
        maxLength: 40,
      });
      fc.assert(
        fc.property(changes, (each) => {
          const damaged = bytes.slice();
          for (const [at, byte] of each) damaged[at] = byte;
          const open = asked[what]!(damaged.buffer);
          if (!open) return;
          assert.equal(
            open.isWhole,
            damaged.every((byte, at) => byte === bytes[at]),
          );
          for (const ask of open.asks) {
            try {
              ask();
            } catch (error) {
              // Text that is none: who asked logs it.
              assert.ok(error instanceof SyntaxError || error instanceof TypeError, String(error));
            }
          }
        }),
        { numRuns: 150 },
      );
    }
  });

  for (const [what, whole, open] of parts) {
    it(`${what} opens as it was made`, () => assert.ok(open(whole.slice(0))));

    it(`${what} does not open where it is cut short or goes on`, () => {
      fc.assert(
        fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 64 }), (length, more) => {
          assert.equal(open(whole.slice(0, length)), undefined);
          const longer = new Uint8Array(whole.byteLength + more);
          longer.set(new Uint8Array(whole));
          assert.equal(open(longer.buffer), undefined);
        }),
      );
    });

    it(`${what} does not open where a byte is another`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 })), {
            minLength: 1,
            maxLength: 4,
          }),
          (changes) => {
            const bytes = new Uint8Array(whole.slice(0));
            for (const [at, by] of changes) bytes[at] = bytes[at]! ^ by;
            const isSame = bytes.every((byte, at) => byte === new Uint8Array(whole)[at]);
            if (!isSame) assert.equal(open(bytes.buffer), undefined);
          },
        ),
        { numRuns: 30 },
      );
    });

    it(`${what} is not read out of any bytes, nor out of another part`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
          assert.equal(open(bytes.slice().buffer), undefined);
        }),
      );
      for (const [other, buffer] of parts) if (other !== what) assert.equal(open(buffer), undefined);
    });
  }
});
