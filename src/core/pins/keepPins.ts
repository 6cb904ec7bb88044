import { arePinsEqual, mergePins } from './mergePins';
import { PIN_BOUNDS, type Pins } from './pin';
import { readPins, writePins, type PinsDamage } from './pinsText';

/** The file that pins are kept in. */
export interface PinsFile {
  /** The bytes; `undefined` where there is no file. */
  read(): Promise<Uint8Array | undefined>;
  /** Writes all of it, or fails and leaves what was there. */
  write(bytes: Uint8Array): Promise<void>;
  /** Gives the file another name, which it returns; `undefined` where it is gone already. */
  setAside(): Promise<string | undefined>;
  /**
   * Gives the file what a window wrote that ended before it could put it in its place; false where there is nothing like it.
   * What `isWhole` refuses stays as it is.
   */
  restore(isWhole: (bytes: Uint8Array) => boolean): Promise<boolean>;
  /** Whether somebody has it open in an editor of this window. */
  isOpen(): boolean;
  /** Waits until what somebody else is writing should be there. */
  pause(): Promise<void>;
  /** The time in ms, from any beginning. */
  nowMs(): number;
}

/** What the keeper tells. */
export interface PinsListener {
  onChange(): void;
  /** The file could not be read and has another name now. */
  onSetAside(name: string, damage: PinsDamage): void;
}

/** There is no room for what was to be kept; nothing was changed. */
export class PinsFull extends Error {
  override readonly name = 'PinsFull';
}

/** How often a file is read again before it counts as damaged or gone: somebody may just be writing it. */
const READINGS = 4;
/** How often a write that somebody comes between is tried. */
const WRITINGS = 20;
/**
 * For so long after a write, what another window writes counts as made without having seen it. Files have no locks, so two
 * windows can both find nothing new and then write, the second over the first.
 */
const UNSEEN_MS = 3000;

/**
 * Keeps pins in a file that others write as well. A change counts in memory at once; for the file, what is found there is
 * joined with what was changed here since it was last read. What cannot be written stays in memory and goes with the next
 * write.
 */
export class PinsKeeper {
  private mine: Pins = [];
  /** What the file held when mine was last joined with it. */
  private base: Pins = [];
  private work: Promise<void> = Promise.resolve();
  private isFirstReading = true;
  /** What was written last, and what it was made from. */
  private written: { readonly base: Pins; readonly pins: Pins; readonly atMs: number } | undefined;

  constructor(
    private readonly file: PinsFile,
    private readonly listener: PinsListener,
  ) {}

  /** The pins with all that was changed here, whether it is in the file yet or not. */
  get pins(): Pins {
    return this.mine;
  }

  /**
   * Changes the pins. Resolves when the file has them.
   * @throws {PinsFull} where there would be too many; else what writing failed with
   */
  change(edit: (pins: Pins) => Pins): Promise<void> {
    const edited = edit(this.mine);
    if (edited === this.mine) return this.work;
    encoded(edited);
    this.take(edited);
    return this.sync();
  }

  /** Joins what the file holds with what was changed here, and writes what is new to it. */
  sync(): Promise<void> {
    const turn = this.work.then(() => this.join());
    // Who asks next does not fail for it.
    this.work = turn.catch(() => undefined);
    return turn;
  }

  private async join(): Promise<void> {
    for (let writing = 0; writing < WRITINGS; writing++) {
      const found = await this.read();
      const theirs = this.withUnseen(found.pins);
      const merged = mergePins(this.base, this.mine, theirs);
      this.base = found.pins;
      this.take(merged);
      if (arePinsEqual(merged, found.isLost ? [] : found.pins)) return;
      const bytes = encoded(merged);
      // Somebody came between: what they wrote is joined first.
      if (!isSame(await this.file.read(), found.bytes)) continue;
      await this.file.write(bytes);
      // What was put back is not put back a second time: two windows that cannot agree would never end.
      this.written =
        theirs === found.pins
          ? { base: this.unseen?.base ?? found.pins, pins: merged, atMs: this.file.nowMs() }
          : undefined;
      if (!isSame(await this.file.read(), bytes)) continue;
      this.base = merged;
      if (this.mine === merged) return;
    }
    throw new Error('Another window keeps writing the file.');
  }

  /** What was written here a moment ago, while it may not have been seen by others. */
  private get unseen(): PinsKeeper['written'] {
    return this.written && this.file.nowMs() - this.written.atMs < UNSEEN_MS ? this.written : undefined;
  }

  /** What others wrote, with what was written here a moment ago and is not in it. */
  private withUnseen(theirs: Pins): Pins {
    if (!this.unseen) return theirs;
    const joined = mergePins(this.unseen.base, this.unseen.pins, theirs);
    return arePinsEqual(joined, theirs) ? theirs : joined;
  }

  private take(pins: Pins): void {
    const isUnchanged = arePinsEqual(pins, this.mine);
    this.mine = pins;
    if (!isUnchanged) this.listener.onChange();
  }

  /**
   * What the file holds. One that is damaged gets another name, and what was last read stays in use (`isLost`: the file is to be
   * written again).
   */
  private async read(): Promise<{ bytes: Uint8Array | undefined; pins: Pins; isLost?: boolean }> {
    for (let reading = 1; ; reading++) {
      const bytes = await this.file.read();
      const isLast = reading === READINGS;
      const isFirst = this.isFirstReading;
      this.isFirstReading = false;
      if (!bytes) {
        if (isFirst && (await this.file.restore((left) => readPins(left).ok))) continue;
        if (isLast || this.base.length === 0) return { bytes, pins: [] };
      } else {
        const read = readPins(bytes);
        if (read.ok) return { bytes, pins: read.pins };
        if (isLast) {
          const isNew = !arePinsEqual(this.mine, this.base);
          // Somebody is at work on it: it stays where it is until there is something to write.
          if (!isNew && (this.file.isOpen() || hasConflict(bytes))) return { bytes, pins: this.base };
          const name = await this.file.setAside();
          if (name !== undefined) this.listener.onSetAside(name, read.damage);
          return { bytes: undefined, pins: this.base, isLost: true };
        }
      }
      await this.file.pause();
    }
  }
}

/** Whether version control left both sides of a merge in a file. */
function hasConflict(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).includes('\n<<<<<<< ');
}

/** @throws {PinsFull} where they are too many to be read again */
function encoded(pins: Pins): Uint8Array {
  const bytes = new TextEncoder().encode(writePins(pins));
  if (pins.length > PIN_BOUNDS.entries || bytes.length > PIN_BOUNDS.file) throw new PinsFull();
  return bytes;
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
