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
  /** A bit for each hash that an id of a packed topic has or had; absent as long as no topic is packed. */
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
    const bits = (this.mayBePacked ??= new Uint32Array(1 << (BITS - 5)));
    for (const hash of ids.hashes) bits[hash >>> (37 - BITS)]! |= 1 << (hash >>> (32 - BITS));
  }

  /** Sets the ids of a topic free. */
  forget(file: string): void {
    this.packed.delete(file);
    if (!this.read.delete(file)) return;
    for (const [id, place] of this.places) if (place.file === file) this.places.delete(id);
  }

  get(id: string): IdPlace | undefined {
    const place = this.places.get(id);
    if (place) return place;
    if (!this.mayBePacked) return undefined;
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
}
