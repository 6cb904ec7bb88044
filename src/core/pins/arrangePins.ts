import {
  entryId,
  isFolder,
  PIN_BOUNDS,
  type Pin,
  type PinEntry,
  type PinFolder,
  type Pins,
  type PinTarget,
} from './pin';

/** Identifies an entry: a pin by what it stands for, a folder by its key. */
export type EntryRef = Pick<PinEntry, 'kind' | 'key'>;

/** What is in a folder, in the user's order; without one, what is in none. */
export function entriesIn(pins: Pins, folder?: string): Pins {
  const isThere = folder === undefined && folderKeys(pins);
  return pins.filter((entry) =>
    // What is in a folder that somebody removed meanwhile is in none.
    isThere ? entry.folder === undefined || !isThere.has(entry.folder) : entry.folder === folder,
  );
}

export function findEntry(pins: Pins, ref: EntryRef): PinEntry | undefined {
  return pins.find((entry) => isSame(entry, ref));
}

/** Adds a pin at the end; one for the same is replaced where it stands, but keeps its note. */
export function withPin(pins: Pins, pin: Pin): Pins {
  const old = pins.find((entry): entry is Pin => isSame(entry, pin));
  if (!old) return [...pins, pin];
  return pins.map((entry) =>
    entry === old ? { ...pin, pinned: old.pinned, ...(old.note !== undefined && { note: old.note }) } : entry,
  );
}

export function withFolder(pins: Pins, folder: PinFolder): Pins {
  return [...pins, folder];
}

export function withTitle(pins: Pins, key: string, title: string): Pins {
  return pins.map((entry) => (isFolder(entry) && entry.key === key ? { ...entry, title } : entry));
}

/** An empty note is none. */
export function withNote(pins: Pins, target: PinTarget, note: string): Pins {
  return pins.map((entry) => {
    if (isFolder(entry) || !isSame(entry, target)) return entry;
    const { note: old, ...rest } = entry;
    if (note.trim() === '') return old === undefined ? entry : rest;
    return old === note ? entry : { ...rest, note };
  });
}

/** Takes entries away. What is in a folder that goes moves up to where the folder was. */
export function withoutEntries(pins: Pins, refs: readonly EntryRef[]): Pins {
  const gone = new Set(refs.map(entryId));
  const folders = new Map(pins.filter(isFolder).map((folder) => [folder.key, folder]));
  const isGone = (key: string): boolean => gone.has(entryId({ kind: 'folder', key }));
  return pins
    .filter((entry) => !gone.has(entryId(entry)))
    .map((entry) => {
      let { folder } = entry;
      while (folder !== undefined && isGone(folder)) folder = folders.get(folder)?.folder;
      return folder === entry.folder ? entry : inFolder(entry, folder);
    });
}

/**
 * Moves entries into a folder (or none), before an entry that is there or to its end. They keep their order. A folder does not
 * move into itself.
 */
export function withMoved(
  pins: Pins,
  refs: readonly EntryRef[],
  folder: string | undefined,
  before?: EntryRef,
): Pins {
  const ids = new Set(refs.map(entryId));
  for (const around of foldersAround(pins, folder)) ids.delete(entryId({ kind: 'folder', key: around }));
  const moved = pins.filter((entry) => ids.has(entryId(entry))).map((entry) => inFolder(entry, folder));
  const rest = pins.filter((entry) => !ids.has(entryId(entry)));
  const at = before ? nextStaying(pins, before, ids, rest) : rest.length;
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

/** Where in `rest` the first entry stands that follows `before` in its folder and does not move. */
function nextStaying(pins: Pins, before: EntryRef, moving: ReadonlySet<string>, rest: Pins): number {
  const anchor = findEntry(pins, before);
  const beside = entriesIn(pins, anchor?.folder);
  const from = beside.findIndex((entry) => isSame(entry, before));
  const next = from < 0 ? undefined : beside.slice(from).find((entry) => !moving.has(entryId(entry)));
  return next ? rest.indexOf(next) : rest.length;
}

/** Moves entries one place up or down among what stands beside them. Those that move keep their order, also at the ends. */
export function withStep(pins: Pins, refs: readonly EntryRef[], by: -1 | 1): Pins {
  const ids = new Set(refs.map(entryId));
  const moving = pins.filter((entry) => ids.has(entryId(entry)));
  return (by < 0 ? moving : moving.toReversed()).reduce((now, entry) => {
    const beside = siblingsOf(now, entry);
    const other = beside[beside.indexOf(entry) + by];
    if (!other || ids.has(entryId(other))) return now;
    return now.map((each) => (each === entry ? other : each === other ? entry : each));
  }, pins);
}

/** The entries beside one, itself included. */
function siblingsOf(pins: Pins, entry: PinEntry): Pins {
  const isInside = entry.folder !== undefined && folderKeys(pins).has(entry.folder);
  return entriesIn(pins, isInside ? entry.folder : undefined);
}

/** The folders with how deep they are, each after the one around it. */
export function foldersInOrder(
  pins: Pins,
): readonly { readonly folder: PinFolder; readonly depth: number }[] {
  const below = (key: string | undefined, depth: number): ReturnType<typeof foldersInOrder> =>
    entriesIn(pins, key)
      .filter(isFolder)
      .flatMap((folder) => [{ folder, depth }, ...below(folder.key, depth + 1)]);
  return below(undefined, 0);
}

/** Takes folders that are in themselves, or too deep, out of what they are in: two who move at once can bring that about. */
export function withoutLoops(pins: Pins): Pins {
  const folders = new Map(pins.filter(isFolder).map((folder) => [folder.key, folder]));
  return pins.map((entry) => {
    if (!isFolder(entry) || entry.folder === undefined) return entry;
    const seen = new Set([entry.key]);
    for (let around: string | undefined = entry.folder; around !== undefined;) {
      if (seen.has(around) || seen.size > PIN_BOUNDS.depth) {
        const free = inFolder(entry, undefined) as PinFolder;
        folders.set(entry.key, free);
        return free;
      }
      seen.add(around);
      around = folders.get(around)?.folder;
    }
    return entry;
  });
}

/** A folder and those around it, from inside out. */
function foldersAround(pins: Pins, folder: string | undefined): readonly string[] {
  const folders = new Map(pins.filter(isFolder).map((each) => [each.key, each]));
  const around: string[] = [];
  for (let key = folder; key !== undefined && !around.includes(key); key = folders.get(key)?.folder) {
    around.push(key);
  }
  return around;
}

function inFolder(entry: PinEntry, folder: string | undefined): PinEntry {
  const { folder: old, ...rest } = entry;
  if (old === folder) return entry;
  return folder === undefined ? rest : { ...rest, folder };
}

function folderKeys(pins: Pins): ReadonlySet<string> {
  return new Set(pins.filter(isFolder).map(({ key }) => key));
}

function isSame(one: EntryRef, other: EntryRef): boolean {
  return one.kind === other.kind && one.key === other.key;
}
