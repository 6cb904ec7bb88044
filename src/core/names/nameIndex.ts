/**
 * The name index: typed arrays in one buffer. It is written once by `compileIndex` and loaded without rebuilding.
 *
 * A name of several words is found by its prefixes: one open-addressing table holds an entry for each prefix of each
 * form. An entry is two 32-bit words, the first hash of the prefix and a value; the second hash chooses the slot, so
 * that both together are a fingerprint of some 50 bits. What the fingerprint says is only probable; the scanner
 * verifies each hit against the folded form in the pool.
 *
 *   header   16 × u32    see `Header`
 *   table    slots × 2 × u32
 *   first    u32 …       bitset over the first hash of each form's first word
 *   further  u32 …       bitset over the first hash of each longer prefix
 *   forms    forms × u32 where the folded form begins in a pool; the top bit chooses the wide pool
 *   wide     u16 …       folded forms with units above 0xFF, each ended by 0
 *   narrow   u8 …        the other folded forms, each ended by 0
 */

export const Header = {
  magic: 0,
  version: 1,
  seed1: 2,
  seed2: 3,
  forms: 4,
  slots: 5,
  firstWords: 6,
  furtherWords: 7,
  wideUnits: 8,
  narrowUnits: 9,
  /** The most words in a form. */
  longest: 10,
  length: 16,
} as const;

export const MAGIC = 0x58494e44;
export const INDEX_VERSION = 1;

/** A longer prefix than this one exists. */
export const HAS_MORE = 0x80000000;
/** The entry ends a form; its number is in the low bits. */
export const ENDS_FORM = 0x40000000;
/** Another entry with the same first hash follows. */
export const HAS_TWIN = 0x20000000;
export const FORM_BITS = 0x1fffffff;
export const WIDE = 0x80000000;

/** The arrays of a loaded index; all are views of one buffer. */
export class NameIndex {
  readonly forms: number;
  readonly slots: number;
  readonly seed1: number;
  readonly seed2: number;
  readonly longest: number;
  readonly table: Uint32Array;
  readonly first: Uint32Array;
  readonly further: Uint32Array;
  readonly offsets: Uint32Array;
  readonly wide: Uint16Array;
  readonly narrow: Uint8Array;

  private constructor(readonly bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    const header = new Uint32Array(buffer, byteOffset, Header.length);
    this.forms = header[Header.forms]!;
    this.slots = header[Header.slots]!;
    this.seed1 = header[Header.seed1]! | 0;
    this.seed2 = header[Header.seed2]! | 0;
    this.longest = header[Header.longest]!;
    let at = byteOffset + Header.length * 4;
    const take = (words: number) => {
      const array = new Uint32Array(buffer, at, words);
      at += words * 4;
      return array;
    };
    this.table = take(this.slots * 2);
    this.first = take(header[Header.firstWords]!);
    this.further = take(header[Header.furtherWords]!);
    this.offsets = take(this.forms);
    this.wide = new Uint16Array(buffer, at, header[Header.wideUnits]);
    at += header[Header.wideUnits]! * 2;
    this.narrow = new Uint8Array(buffer, at, header[Header.narrowUnits]);
  }

  /**
   * Loads what `compileIndex` wrote, also where it stands in a larger buffer at an offset divisible by 4; `undefined`
   * where it is of another version or cut short.
   */
  static load(written: ArrayBuffer | Uint8Array): NameIndex | undefined {
    const bytes = written instanceof Uint8Array ? written : new Uint8Array(written);
    if (bytes.byteLength < Header.length * 4) return undefined;
    const header = new Uint32Array(bytes.buffer, bytes.byteOffset, Header.length);
    if (header[Header.magic] !== MAGIC || header[Header.version] !== INDEX_VERSION) return undefined;
    const sizes = [Header.firstWords, Header.furtherWords] as const;
    if (sizes.some((size) => (header[size]! & (header[size]! - 1)) !== 0 || header[size] === 0)) {
      return undefined;
    }
    const length =
      Header.length * 4 +
      header[Header.slots]! * 8 +
      (header[Header.firstWords]! + header[Header.furtherWords]! + header[Header.forms]!) * 4 +
      header[Header.wideUnits]! * 2 +
      header[Header.narrowUnits]!;
    return length === bytes.byteLength && header[Header.slots]! > 0 ? new NameIndex(bytes) : undefined;
  }

  /** The folded form with this number, as the scanner compares it. */
  foldedForm(form: number): string {
    const offset = this.offsets[form]!;
    const pool = (offset & WIDE) === 0 ? this.narrow : this.wide;
    let folded = '';
    for (let at = offset & ~WIDE; pool[at] !== 0; at++) folded += String.fromCharCode(pool[at]!);
    return folded;
  }
}

/** Where the search for a prefix begins: the second hash scaled to the number of slots. */
export function slotOf(hash2: number, slots: number): number {
  return Math.floor((hash2 >>> 0) * (slots / 0x100000000));
}
