import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesIn, withNote, withoutEntries, withPin } from '../../../src/core/pins/arrangePins';
import { PinsFull, PinsKeeper } from '../../../src/core/pins/keepPins';
import { PIN_BOUNDS } from '../../../src/core/pins/pin';
import { writePins } from '../../../src/core/pins/pinsText';
import { keys, MemoryFile, pin } from './pins';

interface Heard {
  changes: number;
  readonly aside: string[];
}

function keeperOf(file: MemoryFile): { readonly keeper: PinsKeeper; readonly heard: Heard } {
  const heard: Heard = { changes: 0, aside: [] };
  const keeper = new PinsKeeper(file, {
    onChange: () => heard.changes++,
    onSetAside: (name, damage) => heard.aside.push(`${name} ${damage}`),
  });
  return { keeper, heard };
}

const [a, b, c] = [pin('a'), pin('b'), pin('c')] as const;

describe('Keeping pins in a file', () => {
  it('counts a change at once and writes it', async () => {
    const file = new MemoryFile();
    const { keeper, heard } = keeperOf(file);
    const written = keeper.change((pins) => withPin(pins, a));
    assert.equal(keys(keeper.pins), 'd/a');
    await written;
    assert.equal(keys(file.pins), 'd/a');
    assert.equal(heard.changes, 1);
  });

  it('writes nothing where nothing is new, also in a file that somebody has laid out otherwise', async () => {
    const file = new MemoryFile();
    file.text = JSON.stringify(JSON.parse(writePins([a])));
    const before = file.text;
    const { keeper, heard } = keeperOf(file);
    await keeper.sync();
    await keeper.change((pins) => withPin(pins, a));
    assert.equal(file.text, before);
    assert.equal(heard.changes, 1);
  });

  it('follows what others write and remove', async () => {
    const file = new MemoryFile();
    const { keeper } = keeperOf(file);
    await keeper.change((pins) => withPin(withPin(pins, a), b));
    file.ms = 10_000;
    file.text = writePins([b, c]);
    await keeper.sync();
    assert.equal(keys(keeper.pins), 'd/b d/c');
    file.text = undefined;
    await keeper.sync();
    assert.equal(keys(keeper.pins), '');
    assert.ok(file.pauses > 0, 'a file that is gone is looked for again: somebody may just be writing it');
  });

  it('loses nothing when two windows write at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const disk: { bytes?: Uint8Array | undefined } = { bytes: new TextEncoder().encode(writePins([c])) };
        const turn = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
        const windows = [new MemoryFile(disk, turn), new MemoryFile(disk, turn)].map(
          (file) => keeperOf(file).keeper,
        );
        const [one, other] = windows as [PinsKeeper, PinsKeeper];
        const ended = Promise.all([
          one.sync(),
          other.sync(),
          one.change((pins) => withPin(pins, a)),
          other.change((pins) => withPin(pins, b)),
          one.change((pins) => withNote(pins, a, 'A note')),
          other.change((pins) => withPin(pins, pin('d'))),
        ]);
        await scheduler.waitIdle();
        await ended;
        // What watching the file brings about: both look again until there is nothing new.
        for (let round = 0; round < 3; round++) {
          const followed = Promise.all(windows.map((keeper) => keeper.sync()));
          await scheduler.waitIdle();
          await followed;
        }
        const { pins } = new MemoryFile(disk);
        assert.deepEqual(pins.map(({ key }) => key).sort(), ['d/a', 'd/b', 'd/c', 'd/d']);
        assert.ok(pins.some((entry) => 'note' in entry && entry.note === 'A note'));
        for (const { pins: shown } of windows) assert.equal(writePins(shown), writePins(pins));
      }),
      { numRuns: 300 },
    );
  });

  it('takes back what one removed, also while another writes', async () => {
    const disk: { bytes?: Uint8Array | undefined } = {};
    const [one, other] = [new MemoryFile(disk), new MemoryFile(disk)].map(
      (file) => keeperOf(file).keeper,
    ) as [PinsKeeper, PinsKeeper];
    await one.change((pins) => withPin(withPin(pins, a), b));
    await other.sync();
    await Promise.all([
      one.change((pins) => withoutEntries(pins, [a])),
      other.change((pins) => withPin(pins, c)),
    ]);
    await Promise.all([one.sync(), other.sync()]);
    assert.equal(keys(new MemoryFile(disk).pins), 'd/b d/c');
    assert.equal(keys(one.pins), keys(other.pins));
  });

  it('joins what somebody wrote between its reading and its writing, and is gone', async () => {
    const file = new MemoryFile();
    let readings = 0;
    file.onRead = () => {
      if (++readings === 1) file.text = writePins([b]);
    };
    const { keeper } = keeperOf(file);
    await keeper.change((pins) => withPin(pins, a));
    assert.equal(keys(file.pins), 'd/b d/a');
    assert.equal(keys(keeper.pins), 'd/b d/a');
  });

  it('takes what a window left that ended while it wrote, once, and nothing else', async () => {
    const file = new MemoryFile();
    file.left = new TextEncoder().encode(writePins([a, b]));
    const { keeper, heard } = keeperOf(file);
    await keeper.sync();
    assert.equal(keys(keeper.pins), 'd/a d/b');
    assert.equal(heard.changes, 1);
    // Somebody removes the file: that counts, whatever is left then.
    file.left = new TextEncoder().encode(writePins([c]));
    file.text = undefined;
    await keeper.sync();
    assert.equal(keys(keeper.pins), '');
    const half = new MemoryFile();
    half.left = new TextEncoder().encode(writePins([a]).slice(0, -9));
    const other = keeperOf(half).keeper;
    await other.change((pins) => withPin(pins, b));
    assert.equal(keys(half.pins), 'd/b');
    assert.ok(half.left, 'half a file is left alone');
  });

  it('waits for a file that somebody is writing', async () => {
    const file = new MemoryFile();
    file.text = writePins([a]).slice(0, 40);
    file.onRead = () => {
      if (file.pauses === 2) file.text = writePins([a]);
    };
    const { keeper, heard } = keeperOf(file);
    await keeper.sync();
    assert.equal(keys(keeper.pins), 'd/a');
    assert.deepEqual(heard.aside, []);
  });

  it('sets a damaged file aside, tells its name, and goes on with what it had', async () => {
    for (const [text, damage] of [
      [writePins([a, b]).slice(0, -20), 'json'],
      ['', 'empty'],
      ['not JSON', 'json'],
      ['{}', 'shape'],
      [writePins([a]).replace('"version": 1', '"version": 9'), 'version'],
    ] as const) {
      const file = new MemoryFile();
      const { keeper, heard } = keeperOf(file);
      await keeper.change((pins) => withPin(pins, a));
      file.ms += 10_000;
      file.text = text;
      await keeper.change((pins) => withPin(pins, c));
      assert.deepEqual(heard.aside, [`damaged-1 ${damage}`]);
      assert.equal(new TextDecoder().decode(file.aside.get('damaged-1')), text, 'nothing of it is lost');
      assert.equal(keys(file.pins), 'd/a d/c');
      assert.equal(keys(keeper.pins), 'd/a d/c');
    }
  });

  it('leaves a file where it is while somebody edits it or resolves a conflict, until there is something to write', async () => {
    const whole = writePins([a, b]);
    for (const [text, isEdited] of [
      [whole.slice(0, -20), true],
      [whole.replace('"pins": [', '"pins": [\n<<<<<<< ours\n=======\n>>>>>>> theirs'), false],
    ] as const) {
      const file = new MemoryFile();
      file.text = whole;
      const { keeper, heard } = keeperOf(file);
      await keeper.sync();
      file.isEdited = isEdited;
      file.text = text;
      await keeper.sync();
      assert.equal(file.text, text);
      assert.equal(keys(keeper.pins), 'd/a d/b', 'what was last read stays in use');
      assert.deepEqual(heard.aside, []);
      await keeper.change((pins) => withPin(pins, c));
      assert.deepEqual(heard.aside, ['damaged-1 json']);
      assert.equal(keys(file.pins), 'd/a d/b d/c');
    }
  });

  it('never writes over a damaged file that cannot be set aside', async () => {
    const file = new MemoryFile();
    file.text = '{"format"';
    file.setAside = () => Promise.reject(new Error('EROFS'));
    const { keeper } = keeperOf(file);
    await assert.rejects(
      keeper.change((pins) => withPin(pins, a)),
      /EROFS/u,
    );
    assert.equal(file.text, '{"format"');
    assert.equal(keys(keeper.pins), 'd/a', 'and keeps the pin in memory');
  });

  it('keeps in memory what a full disk does not take, and writes it with the next change', async () => {
    const file = new MemoryFile();
    const { keeper } = keeperOf(file);
    await keeper.change((pins) => withPin(pins, a));
    file.isFull = true;
    await assert.rejects(
      keeper.change((pins) => withPin(pins, b)),
      /ENOSPC/u,
    );
    await assert.rejects(keeper.sync(), /ENOSPC/u);
    assert.equal(keys(file.pins), 'd/a', 'what was there is there');
    assert.equal(keys(keeper.pins), 'd/a d/b');
    file.isFull = false;
    await keeper.sync();
    assert.equal(keys(file.pins), 'd/a d/b');
  });

  it('says when there are too many, and changes nothing', async () => {
    const file = new MemoryFile();
    const { keeper } = keeperOf(file);
    const many = Array.from({ length: PIN_BOUNDS.entries }, (_, at) => pin(String(at)));
    await keeper.change(() => many);
    assert.throws(() => void keeper.change((pins) => withPin(pins, a)), PinsFull);
    assert.equal(entriesIn(keeper.pins).length, PIN_BOUNDS.entries);
  });
});
