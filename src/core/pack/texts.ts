const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts with fewer units are written one unit after the other. */
const SHORT = 48;

/** Gathers texts as UTF-8, one after the other, with the offsets between them. */
export class TextsWriter {
  private data: Uint8Array;
  private length = 0;
  private readonly ends: number[] = [0];

  constructor(bytes = 4096) {
    this.data = new Uint8Array(bytes);
  }

  add(text: string): void {
    // A unit of UTF-16 takes at most three bytes.
    if (this.length + text.length * 3 > this.data.length) {
      const larger = new Uint8Array((this.length + text.length * 3) * 2);
      larger.set(this.data.subarray(0, this.length));
      this.data = larger;
    }
    const { data } = this;
    const start = this.length;
    let at = 0;
    // The encoder is fast, but calling it takes longer than writing a short text of ASCII.
    for (; at < text.length && text.length < SHORT; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) break;
      data[start + at] = unit;
    }
    if (at < text.length) {
      const rest = encoder.encode(text.slice(at));
      data.set(rest, start + at);
      at += rest.length;
    }
    this.length = start + at;
    this.ends.push(this.length);
  }

  get bytes(): Uint8Array {
    return this.data.subarray(0, this.length);
  }

  get offsets(): Uint32Array {
    return Uint32Array.from(this.ends);
  }
}

/** Texts of a part, decoded one by one. The offsets must have been checked. */
export class Texts {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly offsets: Uint32Array,
  ) {}

  get count(): number {
    return this.offsets.length - 1;
  }

  at(index: number): string {
    const start = this.offsets[index]!;
    const end = this.offsets[index + 1]!;
    // Short texts of ASCII, which most are, are put together sooner than the decoder is called.
    if (end - start <= 24) {
      let text = '';
      for (let at = start; at < end; at++) {
        const byte = this.bytes[at]!;
        if (byte >= 0x80) return decodeText(this.bytes.subarray(start, end));
        text += String.fromCharCode(byte);
      }
      return text;
    }
    return decodeText(this.bytes.subarray(start, end));
  }
}

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function encodeJson(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** Places (0, 1, …) sorted by the hashes of their texts, to be looked up by {@link placesOfHash}. */
export function sortByHash(hashes: readonly number[]): { hashes: Uint32Array; places: Uint32Array } {
  // A hash and its place as one number sort without a comparing function; 2^32 × 2^20 is still exact.
  const SCALE = 2 ** 20;
  if (hashes.length < SCALE) {
    const both = Float64Array.from(hashes, (hash, place) => hash * SCALE + place).sort();
    return {
      hashes: Uint32Array.from(both, (each) => Math.floor(each / SCALE)),
      places: Uint32Array.from(both, (each) => each % SCALE),
    };
  }
  const places = Uint32Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  return { hashes: Uint32Array.from(places, (place) => hashes[place]!), places };
}

/** How far from its expected place a hash is looked for first. */
const NEAR = 48;

/**
 * The first index whose hash is not below `hash` in a sorted array. Hashes are spread evenly, so that it is mostly near
 * the place that the value tells; that touches two lines of memory where halving the whole array touches ten.
 */
export function lowerBound(hashes: Uint32Array, hash: number): number {
  const expected = Math.floor((hash / 0x100000000) * hashes.length);
  let low = Math.max(0, expected - NEAR);
  let high = Math.min(hashes.length, expected + NEAR);
  if (low > 0 && hashes[low - 1]! >= hash) low = 0;
  if (high < hashes.length && hashes[high]! < hash) high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
