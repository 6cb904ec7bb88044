/**
 * One ArrayBuffer that holds several sections, each at an offset divisible by 16, so that typed arrays are views of it.
 *
 *   header    4 × u32      magic, kind and version, bytes in all, checksum of all that follows
 *   sections  n × 2 × u32  offset and length in bytes; n is the number that the kind has
 *   …
 *
 * All in the machine's byte order, which is little-endian on everything that runs VS Code; another one does not find
 * the magic number.
 */

const MAGIC = 0x50535344;
const HEADER_WORDS = 4;

/** Which part a buffer holds: a number of its own for every layout, so that an older one is not taken for a newer. */
export interface PartKind {
  /** Changes whenever the layout or the meaning of the part changes. */
  readonly signature: number;
  readonly sections: number;
}

/** A part by itself, or one of several in a buffer, at an offset divisible by 16. */
export type PartBytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

export type PartSection = Uint8Array | Uint16Array | Uint32Array;

/** Lays sections out in one buffer. */
export function writePart(kind: PartKind, sections: readonly PartSection[]): ArrayBuffer {
  const tableEnd = (HEADER_WORDS + kind.sections * 2) * 4;
  let bytes = align(tableEnd);
  const offsets = sections.map((section) => {
    const offset = bytes;
    bytes = align(bytes + section.byteLength);
    return offset;
  });
  const buffer = new ArrayBuffer(bytes);
  const words = new Uint32Array(buffer);
  const all = new Uint8Array(buffer);
  sections.forEach((section, at) => {
    words[HEADER_WORDS + at * 2] = offsets[at]!;
    words[HEADER_WORDS + at * 2 + 1] = section.byteLength;
    all.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[at]);
  });
  words[0] = MAGIC;
  words[1] = kind.signature;
  words[2] = bytes;
  words[3] = checksum(words);
  return buffer;
}

/** The sections of a part; `undefined` where the buffer is none of this kind, cut short, or changed. */
export class Part {
  private constructor(
    /** All of the part. */
    readonly all: Uint8Array<ArrayBuffer>,
    private readonly table: Uint32Array,
  ) {}

  /**
   * @param isWhole its checksum is not looked at: it was before (see {@link checking}), or the part comes from this very
   *   process, where nothing can have happened to it
   */
  static open(bytes: PartBytes, kind: PartKind, isWhole = false): Part | undefined {
    const all = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    const { length } = all;
    const tableEnd = (HEADER_WORDS + kind.sections * 2) * 4;
    if (length < tableEnd || length % 16 !== 0 || all.byteOffset % 16 !== 0) return undefined;
    const words = wordsOf(all);
    if (words[0] !== MAGIC || words[1] !== kind.signature || words[2] !== length) return undefined;
    if (!isWhole && words[3] !== checksum(words)) return undefined;
    const table = words.subarray(HEADER_WORDS, HEADER_WORDS + kind.sections * 2);
    let end = align(tableEnd);
    for (let at = 0; at < table.length; at += 2) {
      if (table[at] !== end || table[at + 1]! > length - end) return undefined;
      end = align(end + table[at + 1]!);
    }
    return end === length ? new Part(all, table) : undefined;
  }

  /** What tells this part from another one: the sum of all that follows the header, as it was when it was made. */
  get checksum(): number {
    return wordsOf(this.all)[3]!;
  }

  /** Whether it is as it was made. */
  get isWhole(): boolean {
    return this.checksum === checksum(wordsOf(this.all));
  }

  bytes(section: number): Uint8Array {
    return new Uint8Array(this.all.buffer, this.start(section), this.table[section * 2 + 1]);
  }

  units(section: number): Uint16Array {
    return new Uint16Array(this.all.buffer, this.start(section), this.table[section * 2 + 1]! >>> 1);
  }

  words(section: number): Uint32Array {
    return new Uint32Array(this.all.buffer, this.start(section), this.table[section * 2 + 1]! >>> 2);
  }

  private start(section: number): number {
    return this.all.byteOffset + this.table[section * 2]!;
  }
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}

function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** Words that are summed up before other work may have its turn: 4 MB. */
const STEP = 1 << 20;

/** Finds out in steps whether the checksum of a large part is right; what the generator returns at last. */
export function* checking(buffer: ArrayBuffer): Generator<undefined, boolean> {
  if (buffer.byteLength % 16 !== 0 || buffer.byteLength < HEADER_WORDS * 4) return false;
  const words = new Uint32Array(buffer);
  const sums = startSums();
  for (let at = HEADER_WORDS; at < words.length; at += STEP) {
    addSums(sums, words, at, Math.min(at + STEP, words.length));
    yield undefined;
  }
  return words[3] === endSums(sums);
}

/** A hash over all words behind the header: four lanes, so that no multiplication waits for the one before. */
function checksum(words: Uint32Array): number {
  const sums = startSums();
  addSums(sums, words, HEADER_WORDS, words.length);
  return endSums(sums);
}

type Sums = [number, number, number, number];

function startSums(): Sums {
  return [0x811c9dc5, 0x050c5d1f, 0x2f0b4a97, 0x6a09e667];
}

function addSums(sums: Sums, words: Uint32Array, from: number, to: number): void {
  let [a, b, c, d] = sums;
  for (let at = from; at + 3 < to; at += 4) {
    a = Math.imul(a ^ words[at]!, 0x01000193);
    b = Math.imul(b ^ words[at + 1]!, 0x01000193);
    c = Math.imul(c ^ words[at + 2]!, 0x01000193);
    d = Math.imul(d ^ words[at + 3]!, 0x01000193);
    // Without this the highest bits of two words could cancel out.
    a ^= a >>> 15;
    b ^= b >>> 15;
    c ^= c >>> 15;
    d ^= d >>> 15;
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}

function endSums([a, b, c, d]: Sums): number {
  const left = a ^ Math.imul(b, 0x85ebca6b);
  const right = c ^ Math.imul(d, 0xc2b2ae35);
  return (left ^ Math.imul(right, 0x27d4eb2f)) >>> 0;
}

/** Whether offsets begin at 0, never fall, and end at `end`: then every run between two of them is inside. */
export function areOffsets(offsets: Uint32Array, count: number, end: number): boolean {
  if (offsets.length !== count + 1 || offsets[0] !== 0 || offsets[count] !== end) return false;
  for (let at = 0; at < count; at++) if (offsets[at]! > offsets[at + 1]!) return false;
  return true;
}

/** Whether all numbers are below a limit. */
export function areBelow(numbers: Uint32Array, limit: number): boolean {
  let isBelow = true;
  for (const number of numbers) if (number >= limit) isBelow = false;
  return isBelow;
}
