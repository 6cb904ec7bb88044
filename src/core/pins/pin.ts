import type { Key } from '../model';

/** What can be pinned. */
export const PIN_KINDS = ['fact', 'name', 'section', 'topic'] as const;
export type PinKind = (typeof PIN_KINDS)[number];

/** What a pin stands for. There is one pin for each at most. */
export interface PinTarget {
  readonly kind: PinKind;
  readonly key: Key;
}

/** A folder of pins. Its key is made up and stays when it is renamed. */
export interface PinFolder {
  readonly kind: 'folder';
  readonly key: string;
  readonly title: string;
  /** Key of the folder around it. */
  readonly folder?: string;
}

/** Something that was pinned, with enough of it to be found again, and to be read where it is gone. */
export interface Pin extends PinTarget {
  /** The sentence of a fact, the label of a name, the title of a section or topic, as it was when it was pinned. */
  readonly text: string;
  /** Key of the section that a fact stood in. */
  readonly section?: Key;
  /** The titles of what it stood in: `France–North Korea relations › Trade`. */
  readonly place?: string;
  /** When it was pinned, as an ISO 8601 time in UTC. */
  readonly pinned: string;
  /** Key of the folder it is in. */
  readonly folder?: string;
  /** The user's own words, as Markdown. */
  readonly note?: string;
}

export type PinEntry = Pin | PinFolder;

/** All pins and folders, in the user's order; what is in a folder need not stand beside it. */
export type Pins = readonly PinEntry[];

/** Bounds of what is kept. Characters are UTF-16 code units. */
export const PIN_BOUNDS = {
  entries: 10_000,
  key: 2_000,
  /** Characters of a text or title. */
  text: 20_000,
  /** Characters of a note. */
  note: 100_000,
  /** Bytes of the file. */
  file: 8_000_000,
  /** Folders in folders. */
  depth: 16,
} as const;

/** What tells an entry from all others. */
export function entryId({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind} ${key}`;
}

export function isFolder(entry: PinEntry): entry is PinFolder {
  return entry.kind === 'folder';
}

export function isPin(entry: PinEntry): entry is Pin {
  return entry.kind !== 'folder';
}

export function isPinKind(kind: unknown): kind is PinKind {
  return (PIN_KINDS as readonly unknown[]).includes(kind);
}
