import { hashText } from './ids';

/** Where a fact's id was given; the line counts from 0. */
export interface IdPlace {
  readonly file: string;
  readonly line: number;
}

/** Where a topic that was packed has its ids. */
export interface PackedIds {
  /** Of all its ids, by `hashText`. */
  readonly hashes: Uint32Array;
  /** The line of the fact with an id, from 0. */
  lineOf(id: string): number | undefined;
}

/** The bits of a hash that tell of most ids, without asking, that no packed topic has them. */
const BITS = 22;

/** The fact ids of a dossier, so that none is given twice: those of topics that were read, and those of packed ones. */
export class FactIds {
  private readonly places = new Map<string, IdPlace>();
  /** Files of topics whose ids are in `places`. */
  private readonly read = new Set<string>();
  /** Of topics that are only packed: asked when needed, since few ids ever are. */
  private readonly packed = new Map<string, PackedIds>();
  /** A bit for each hash that an id of a packed topic has; absent until it is asked for. */
  private mayBePacked: Uint32Array | undefined;

  /** From now on ids of this file are given. */
  begin(file: string): void {
    this.forget(file);
    this.read.add(file);
  }

  set(id: string, place: IdPlace): void {
    this.places.set(id, place);
  }

  /** Takes the ids of a topic that was read before and has not changed. */
  know(file: string, ids: PackedIds): void {
    this.forget(file);
    this.packed.set(file, ids);
    this.mayBePacked = undefined;
  }

  /** Sets the ids of a topic free. */
  forget(file: string): void {
    // Made anew, since most ids of a topic that is read again are those that it had.
    if (this.packed.delete(file)) this.mayBePacked = undefined;
    if (!this.read.delete(file)) return;
    for (const [id, place] of this.places) if (place.file === file) this.places.delete(id);
  }

  get(id: string): IdPlace | undefined {
    const place = this.places.get(id);
    if (place) return place;
    if (this.packed.size === 0) return undefined;
    this.mayBePacked ??= this.bitsOfPacked();
    const hash = hashText(id);
    if ((this.mayBePacked[hash >>> (37 - BITS)]! & (1 << (hash >>> (32 - BITS)))) === 0) return undefined;
    for (const [file, ids] of this.packed) {
      const line = ids.lineOf(id);
      if (line !== undefined) return { file, line };
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  private bitsOfPacked(): Uint32Array {
    const bits = new Uint32Array(1 << (BITS - 5));
    for (const { hashes } of this.packed.values()) {
      for (const hash of hashes) bits[hash >>> (37 - BITS)]! |= 1 << (hash >>> (32 - BITS));
    }
    return bits;
  }
}
