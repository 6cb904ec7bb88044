import { entryId, isPinKind, PIN_BOUNDS, type PinEntry, type Pins } from './pin';
import { withoutLoops } from './arrangePins';

/** Why a file of pins cannot be read. */
export type PinsDamage = 'empty' | 'json' | 'shape' | 'version' | 'size';

export type ReadPins =
  { readonly ok: true; readonly pins: Pins } | { readonly ok: false; readonly damage: PinsDamage };

const FORMAT = 'dossier-pins';
const VERSION = 1;

/**
 * Writes pins as JSON: a block of lines for each entry, its properties always in the same order, and a line for each line
 * of a note, so that version control shows what has changed and merges what it can.
 */
export function writePins(pins: Pins): string {
  const entries = pins.map((entry) => {
    const lines = propertiesOf(entry).flatMap(([name, value]) =>
      value === undefined ? [] : [`      ${JSON.stringify(name)}: ${written(value)}`],
    );
    return `    {\n${lines.join(',\n')}\n    }`;
  });
  const list = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "pins": ${list}\n}\n`;
}

type Value = string | readonly string[] | undefined;

function propertiesOf(entry: PinEntry): readonly (readonly [name: string, value: Value])[] {
  const { kind, key, folder } = entry;
  if (kind === 'folder') {
    return Object.entries({ kind, key, title: entry.title, folder });
  }
  const { text, place, section, pinned, note } = entry;
  return Object.entries({ kind, key, text, place, section, pinned, folder, note: note?.split('\n') });
}

function written(value: string | readonly string[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return `[\n${value.map((line) => `        ${JSON.stringify(line)}`).join(',\n')}\n      ]`;
}

/**
 * Reads what {@link writePins} wrote, or people changed. What is wrong makes the whole file count as damaged, so that nothing
 * of it is lost by writing it anew; it is not looked into before its size is known to be bounded.
 */
export function readPins(bytes: Uint8Array): ReadPins {
  if (bytes.length > PIN_BOUNDS.file) return { ok: false, damage: 'size' };
  if (bytes.every((byte) => byte <= 0x20)) return { ok: false, damage: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, damage: 'json' };
  }
  if (!isRecord(value) || value['format'] !== FORMAT) return { ok: false, damage: 'shape' };
  if (value['version'] !== VERSION) return { ok: false, damage: 'version' };
  const list = value['pins'];
  if (!Array.isArray(list)) return { ok: false, damage: 'shape' };
  if (list.length > PIN_BOUNDS.entries) return { ok: false, damage: 'size' };
  const byId = new Map<string, PinEntry>();
  for (const each of list as readonly unknown[]) {
    const entry = readEntry(each);
    if (!entry) return { ok: false, damage: 'shape' };
    // Version control can leave the same entry twice after a merge.
    if (!byId.has(entryId(entry))) byId.set(entryId(entry), entry);
  }
  return { ok: true, pins: withoutLoops([...byId.values()]) };
}

function readEntry(value: unknown): PinEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, key, title, text, place, section, pinned, folder, note } = value;
  const { key: keyLength, text: textLength } = PIN_BOUNDS;
  const inFolder = folder === undefined ? {} : { folder };
  if (!isText(key, keyLength) || key === '' || !isMaybe(folder, keyLength)) return undefined;
  if (kind === 'folder') {
    return isText(title, textLength) ? { kind, key, title, ...(inFolder as { folder?: string }) } : undefined;
  }
  const lines = note === undefined ? undefined : joined(note);
  const isGood =
    isPinKind(kind) &&
    isText(text, textLength) &&
    isText(pinned, 40) &&
    isMaybe(place, textLength) &&
    isMaybe(section, keyLength) &&
    (note === undefined || lines !== undefined);
  if (!isGood) return undefined;
  return {
    kind,
    key,
    text,
    ...(place !== undefined && { place }),
    ...(section !== undefined && { section }),
    pinned,
    ...(inFolder as { folder?: string }),
    ...(lines !== undefined && lines !== '' && { note: lines }),
  };
}

/** The text of a note, given as its lines; `undefined` where it is none. */
function joined(note: unknown): string | undefined {
  if (!Array.isArray(note)) return isText(note, PIN_BOUNDS.note) ? note : undefined;
  if (!note.every((line) => typeof line === 'string')) return undefined;
  const text = note.join('\n');
  return text.length <= PIN_BOUNDS.note ? text : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isMaybe(value: unknown, most: number): value is string | undefined {
  return value === undefined || isText(value, most);
}
