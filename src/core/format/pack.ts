import type { Dossier } from '../model';

/** Goes up whenever the model or what the reader makes of a file changes, so that older packs are not used. */
export const PACK_VERSION = 3;

/** A dossier compiled to one file that loads without parsing Markdown or YAML. */
export interface Pack {
  readonly version: number;
  /** {@link hashFiles} of the files that the dossier was read from. */
  readonly hash: string;
  readonly dossier: Dossier;
}

/** Writes a pack as text. */
export function writePack(dossier: Dossier, hash: string): string {
  const pack: Pack = { version: PACK_VERSION, hash, dossier };
  return JSON.stringify(pack);
}

/**
 * Reads a pack; `undefined` for a text that is none of this version, also a damaged one. A pack is a cache: whoever
 * gets `undefined`, or finds that the files have another hash by now, reads the files.
 */
export function readPack(text: string): Pack | undefined {
  try {
    const pack = JSON.parse(text) as Partial<Pack> | null;
    const isOurs = pack?.version === PACK_VERSION && Array.isArray(pack.dossier?.topics);
    return isOurs ? (pack as Pack) : undefined;
  } catch {
    // Not JSON: damaged, or cut off while it was written.
    return undefined;
  }
}

/** The paths of the files that a pack's dossier was read from, relative to its folder. */
export function filesOfPack({ dossier }: Pack): readonly string[] {
  return ['dossier.yaml', 'names.yaml', ...dossier.topics.map((topic) => topic.file)];
}

/**
 * A hash over the paths and bytes of files, independent of their order: two 32-bit FNV-1a lanes with different
 * offsets (http://www.isthe.com/chongo/tech/comp/fnv/). It guards a cache against stale content, not against forgery.
 */
export function hashFiles(files: ReadonlyMap<string, Uint8Array>): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  const add = (byte: number): void => {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ (byte + 0x9e), 0x01000193);
  };
  for (const path of [...files.keys()].sort()) {
    for (let i = 0; i < path.length; i++) add(path.charCodeAt(i) & 0xff);
    add(0);
    const bytes = files.get(path)!;
    for (const byte of bytes) add(byte);
    // The length keeps files apart whose contents only meet at another border.
    for (let rest = bytes.length; rest > 0; rest >>>= 8) add(rest & 0xff);
    add(1);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
