import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutLoops } from '../../../src/core/pins/arrangePins';
import { mergePins } from '../../../src/core/pins/mergePins';
import { entryId, isPin } from '../../../src/core/pins/pin';
import { anyPins, folder, keys, pin } from './pins';

const [a, b, c, d] = [pin('a'), pin('b'), pin('c'), pin('d')] as const;

describe('Merging pins', () => {
  it('keeps what either has added, where it stands', () => {
    assert.equal(keys(mergePins([a, b], [a, c, b], [d, a, b])), 'd/d d/a d/c d/b');
    assert.equal(keys(mergePins([c], [c, a], [c, b])), 'd/c d/b d/a');
  });

  it('removes what either has removed, unless the other has changed it', () => {
    assert.equal(keys(mergePins([a, b, c], [a, b], [b, c])), 'd/b');
    assert.equal(keys(mergePins([a, b], [a], [a, pin('b', { note: 'x' })])), 'd/a d/b');
    assert.equal(keys(mergePins([a, b], [a, pin('b', { note: 'x' })], [a])), 'd/a d/b');
  });

  it('joins changes of one pin, and keeps both notes', () => {
    const [mine, theirs] = [pin('a', { note: 'mine' }), pin('a', { folder: 'f' })];
    assert.deepEqual(mergePins([a], [mine], [theirs]), [pin('a', { folder: 'f', note: 'mine' })]);
    const notes = mergePins([a], [mine], [pin('a', { note: 'theirs' })]);
    assert.deepEqual(notes, [pin('a', { note: 'theirs\n\nmine' })]);
    const longer = pin('a', { note: 'mine and more' });
    assert.deepEqual(
      mergePins([a], [mine], [longer]),
      [longer],
      'what the other has already is not said twice',
    );
    assert.deepEqual(mergePins([mine], [a], [longer]), [longer], 'a note that is removed and written');
  });

  it('takes the order of the one who has changed it', () => {
    assert.equal(keys(mergePins([a, b, c], [c, a, b], [a, b, c, d])), 'd/c d/a d/b d/d');
    assert.equal(keys(mergePins([a, b, c], [a, b, c, d], [c, a, b])), 'd/c d/a d/b d/d');
  });

  it('leaves no folder in itself', () => {
    const [f, g] = [folder('f'), folder('g')];
    const merged = mergePins([f, g], [folder('f', { folder: 'g' }), g], [f, folder('g', { folder: 'f' })]);
    assert.equal(merged.filter(({ folder: around }) => around === undefined).length, 1);
  });

  it('changes nothing where only one has changed something, and loses no pin and no note', () => {
    fc.assert(
      fc.property(anyPins, anyPins, anyPins, (base, mine, theirs) => {
        assert.deepEqual(mergePins(base, base, theirs), withoutLoops(theirs));
        assert.deepEqual(mergePins(base, mine, base), withoutLoops(mine));
        const merged = new Map(mergePins(base, mine, theirs).map((entry) => [entryId(entry), entry]));
        const old = new Map(base.map((entry) => [entryId(entry), entry]));
        for (const entry of [...mine, ...theirs]) {
          const before = old.get(entryId(entry));
          const now = merged.get(entryId(entry));
          if (!before) assert.ok(now, 'what was added is there');
          if (!isPin(entry) || entry.note === undefined) continue;
          const noteBefore = before && isPin(before) ? before.note : undefined;
          if (entry.note !== noteBefore) assert.ok(now && isPin(now) && now.note?.includes(entry.note));
        }
      }),
    );
  });
});
