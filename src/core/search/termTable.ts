/**
 * Numbers for words, in the order in which they are first seen: a hash table with open addressing over the folded units,
 * so that the millions of words of a large library need no strings of their own.
 */
export class TermTable {
  private slots = new Int32Array(1 << 16).fill(-1);
  private hashes = new Uint32Array(1 << 15);
  private offsets = new Uint32Array((1 << 15) + 1);
  private pool = new Uint16Array(1 << 18);
  count = 0;

  /** The number of the word made of the first `length` units. */
  add(units: Uint16Array, length: number): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let number = this.slots[slot]!; number >= 0; number = this.slots[slot]!) {
      if (this.hashes[number] === hash && this.isAt(number, units, length)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.count++;
    this.slots[slot] = number;
    this.store(number, hash, units, length);
    if (this.count * 2 > this.slots.length) this.grow();
    return number;
  }

  private isAt(number: number, units: Uint16Array, length: number): boolean {
    const start = this.offsets[number]!;
    if (this.offsets[number + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.pool[start + at] !== units[at]) return false;
    return true;
  }

  private store(number: number, hash: number, units: Uint16Array, length: number): void {
    const start = this.offsets[number]!;
    if (start + length > this.pool.length) this.pool = larger(this.pool, Uint16Array);
    if (number + 2 > this.offsets.length) this.offsets = larger(this.offsets, Uint32Array);
    if (number >= this.hashes.length) this.hashes = larger(this.hashes, Uint32Array);
    for (let at = 0; at < length; at++) this.pool[start + at] = units[at]!;
    this.offsets[number + 1] = start + length;
    this.hashes[number] = hash;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.hashes[number]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.slots = slots;
  }

  /** The words in sorted order: their units, where each begins, and for each number its place. */
  sorted(): { readonly units: Uint16Array; readonly offsets: Uint32Array; readonly placeOf: Uint32Array } {
    const words = Array.from({ length: this.count }, (_, number) => this.at(number));
    const order = Uint32Array.from(words.keys()).sort((one, other) =>
      words[one]! < words[other]! ? -1 : words[one]! > words[other]! ? 1 : 0,
    );
    const units = new Uint16Array(this.offsets[this.count]!);
    const offsets = new Uint32Array(this.count + 1);
    const placeOf = new Uint32Array(this.count);
    let end = 0;
    order.forEach((number, place) => {
      placeOf[number] = place;
      const start = this.offsets[number]!;
      const stop = this.offsets[number + 1]!;
      units.set(this.pool.subarray(start, stop), end);
      end += stop - start;
      offsets[place + 1] = end;
    });
    return { units, offsets, placeOf };
  }

  private at(number: number): string {
    return String.fromCharCode(...this.pool.subarray(this.offsets[number], this.offsets[number + 1]));
  }
}

/** A list of numbers that grows. */
export class NumberList {
  private numbers = new Uint32Array(1 << 12);
  length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) this.numbers = larger(this.numbers, Uint32Array);
    this.numbers[this.length++] = number;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }

  get all(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}

/** A list of bytes that grows. */
export class ByteList {
  private bytes = new Uint8Array(1 << 14);
  length = 0;

  push(byte: number): void {
    if (this.length === this.bytes.length) this.bytes = larger(this.bytes, Uint8Array);
    this.bytes[this.length++] = byte;
  }

  /** Sets bits of a byte that is there. */
  set(at: number, bits: number): void {
    this.bytes[at] = this.bytes[at]! | bits;
  }

  /** Appends a number as LEB128: seven bits in a byte, the high bit where more follow. */
  pushNumber(number: number): void {
    let rest = number;
    while (rest >= 0x80) {
      this.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.push(rest);
  }

  get all(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

function larger<List extends Uint8Array | Uint16Array | Uint32Array>(
  list: List,
  make: new (length: number) => List,
): List {
  const twice = new make(list.length * 2);
  twice.set(list);
  return twice;
}
