import fc from 'fast-check';
import type { PinsFile } from '../../../src/core/pins/keepPins';
import {
  entryId,
  PIN_KINDS,
  type Pin,
  type PinEntry,
  type PinFolder,
  type Pins,
} from '../../../src/core/pins/pin';
import { readPins } from '../../../src/core/pins/pinsText';

/** A pin of a fact of the dossier `d`. */
export function pin(id: string, more: Partial<Pin> = {}): Pin {
  return {
    kind: 'fact',
    key: `d/${id}`,
    text: `Text of ${id}.`,
    pinned: '2026-11-28T06:00:00.000Z',
    ...more,
  };
}

export function folder(key: string, more: Partial<PinFolder> = {}): PinFolder {
  return { kind: 'folder', key, title: `Folder ${key}`, ...more };
}

/** What stands where, in a form that is easy to compare: `a b F:[c]`. */
export function keys(pins: Pins): string {
  return pins.map(({ key, folder: around }) => (around === undefined ? key : `${around}:${key}`)).join(' ');
}

const few = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const words = fc.string({ unit: 'grapheme', maxLength: 20 });

const anyEntry: fc.Arbitrary<PinEntry> = fc.oneof(
  fc
    .record(
      {
        kind: fc.constantFrom(...PIN_KINDS),
        key: few.map((id) => `d/${id}`),
        text: words,
        place: words,
        section: few.map((id) => `d/t/${id}`),
        pinned: fc.constant('2026-11-28T06:00:00.000Z'),
        folder: few,
        note: words.filter((note) => note !== '').map((note) => `${note}\nmore`),
      },
      { requiredKeys: ['kind', 'key', 'text', 'pinned'], noNullPrototype: true },
    )
    .map((each): PinEntry => each),
  fc
    .record(
      { kind: fc.constant('folder' as const), key: few, title: words, folder: few },
      { requiredKeys: ['kind', 'key', 'title'], noNullPrototype: true },
    )
    .map((each): PinEntry => each),
);

/** Any pins that a file can hold. */
export const anyPins: fc.Arbitrary<Pins> = fc
  .uniqueArray(anyEntry, { selector: entryId, maxLength: 12 })
  .map((pins) => pins.filter(({ key, folder: around }) => key !== around));

/** A file in memory, with what can happen to one. */
export class MemoryFile implements PinsFile {
  /** What was set aside, by its name. */
  readonly aside = new Map<string, Uint8Array>();
  /** What a window left that ended while it wrote. */
  left: Uint8Array | undefined;
  isFull = false;
  isEdited = false;
  /** Called after each reading, before its reader knows what was read. */
  onRead: () => void = () => undefined;
  ms = 0;
  pauses = 0;

  constructor(
    /** What both windows share. */
    private readonly disk: { bytes?: Uint8Array | undefined } = {},
    /** When a reading or writing comes to its end. */
    private readonly turn: () => Promise<unknown> = () => Promise.resolve(),
  ) {}

  async read(): Promise<Uint8Array | undefined> {
    await this.turn();
    const { bytes } = this.disk;
    this.onRead();
    return bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.turn();
    if (this.isFull) throw new Error('ENOSPC: no space left on device, write');
    this.disk.bytes = bytes;
    await this.turn();
  }

  async setAside(): Promise<string | undefined> {
    await this.turn();
    const { bytes } = this.disk;
    if (!bytes) return undefined;
    const name = `damaged-${this.aside.size + 1}`;
    this.aside.set(name, bytes);
    this.disk.bytes = undefined;
    return name;
  }

  async restore(isWhole: (bytes: Uint8Array) => boolean): Promise<boolean> {
    await this.turn();
    if (!this.left || this.disk.bytes || !isWhole(this.left)) return false;
    this.disk.bytes = this.left;
    this.left = undefined;
    return true;
  }

  isOpen(): boolean {
    return this.isEdited;
  }

  async pause(): Promise<void> {
    this.pauses++;
    await this.turn();
  }

  nowMs(): number {
    return this.ms;
  }

  /** The text that the file holds. */
  get text(): string | undefined {
    return this.disk.bytes && new TextDecoder().decode(this.disk.bytes);
  }

  set text(text: string | undefined) {
    this.disk.bytes = text === undefined ? undefined : new TextEncoder().encode(text);
  }

  /** The pins that the file holds. */
  get pins(): Pins {
    const read = readPins(this.disk.bytes ?? new Uint8Array());
    return read.ok ? read.pins : [];
  }
}
