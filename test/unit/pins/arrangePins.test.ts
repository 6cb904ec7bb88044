import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  entriesIn,
  foldersInOrder,
  withMoved,
  withNote,
  withoutEntries,
  withoutLoops,
  withPin,
  withStep,
} from '../../../src/core/pins/arrangePins';
import { entryId, isFolder, type Pins } from '../../../src/core/pins/pin';
import { anyPins, folder, keys, pin } from './pins';

const [a, b, c] = [pin('a'), pin('b'), pin('c')] as const;
const f = folder('f');
const inF = { folder: 'f' };

describe('Arranging pins', () => {
  it('pins each thing once and keeps its note, its place and its day', () => {
    const noted = pin('a', { note: 'mine', folder: 'f', pinned: '2020-01-01T00:00:00.000Z' });
    assert.equal(keys(withPin([a], b)), 'd/a d/b');
    const again = withPin([f, noted, b], pin('a', { text: 'New text.' }));
    assert.equal(keys(again), 'f d/a d/b');
    assert.deepEqual(again[1], { ...pin('a', { text: 'New text.', note: 'mine' }), pinned: noted.pinned });
  });

  it('moves entries before another, to the end, and into folders, in their order', () => {
    assert.equal(keys(withMoved([a, b, c], [c], undefined, a)), 'd/c d/a d/b');
    assert.equal(keys(withMoved([a, b, c], [a], undefined)), 'd/b d/c d/a');
    assert.equal(keys(withMoved([a, b, c, f], [c, a], 'f')), 'd/b f f:d/a f:d/c');
    assert.equal(
      keys(withMoved([a, b, c], [a, b], undefined, b)),
      'd/a d/b d/c',
      'before one that moves too',
    );
    assert.equal(keys(withMoved([f, pin('a', inF), b], [pin('a')], undefined, b)), 'f d/a d/b');
  });

  it('never moves a folder into itself', () => {
    const g = folder('g', inF);
    assert.equal(keys(withMoved([f, g], [f], 'g')), 'f f:g');
    assert.equal(keys(withMoved([f, g], [f], 'f')), 'f f:g');
    assert.equal(keys(withMoved([f, g], [g], undefined)), 'f g');
  });

  it('steps up and down among what stands beside, and stops at the ends', () => {
    const pins: Pins = [a, f, pin('b', inF), c];
    assert.equal(keys(withStep(pins, [c], -1)), 'd/a d/c f:d/b f');
    assert.equal(keys(entriesIn(withStep(pins, [c], -1))), 'd/a d/c f');
    assert.equal(
      keys(withStep([a, b, c], [c, b], -1)),
      'd/b d/c d/a',
      'whatever the order they are given in',
    );
    assert.equal(keys(withStep([a, b, c], [b, a], -1)), 'd/a d/b d/c', 'none passes another that moves');
    assert.equal(withStep(pins, [a], -1), pins);
    assert.equal(withStep(pins, [c], 1), pins);
    assert.equal(withStep(pins, [pin('b')], 1), pins, 'alone in its folder');
  });

  it('moves up what was in a folder that goes', () => {
    const g = folder('g', inF);
    assert.equal(keys(withoutEntries([f, g, pin('a', { folder: 'g' })], [g])), 'f f:d/a');
    assert.equal(keys(withoutEntries([f, g, pin('a', { folder: 'g' })], [f, g])), 'd/a');
  });

  it('shows at the top what is in a folder that is not there', () => {
    assert.equal(keys(entriesIn([pin('a', { folder: 'lost' }), b])), 'lost:d/a d/b');
  });

  it('takes an empty note away', () => {
    assert.deepEqual(withNote([a], a, 'x'), [pin('a', { note: 'x' })]);
    assert.deepEqual(withNote([pin('a', { note: 'x' })], a, ' \n'), [a]);
  });

  it('shows every entry exactly once, whatever was moved where', () => {
    const everything = (pins: Pins, around?: string): string[] =>
      entriesIn(pins, around).flatMap((entry) => [
        entryId(entry),
        ...(isFolder(entry) ? everything(pins, entry.key) : []),
      ]);
    const move = fc.tuple(
      fc.nat(),
      fc.option(fc.nat(), { nil: undefined }),
      fc.option(fc.nat(), { nil: undefined }),
    );
    fc.assert(
      fc.property(anyPins, fc.array(move, { maxLength: 6 }), (any, moves) => {
        let pins = withoutLoops(any);
        const ids = pins.map(entryId).sort();
        for (const [what, into, before] of moves) {
          const folders = pins.filter(isFolder);
          const entry = pins[what % pins.length];
          const target = into === undefined ? undefined : folders[into % folders.length]?.key;
          const anchor = before === undefined ? undefined : entriesIn(pins, target)[before % pins.length];
          if (entry) pins = withMoved(pins, [entry], target, anchor);
        }
        assert.deepEqual(everything(pins).sort(), ids);
        assert.equal(foldersInOrder(pins).length, pins.filter(isFolder).length);
      }),
    );
  });
});
