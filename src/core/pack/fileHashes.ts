import { hashFiles } from '../format/pack';

/** Hashes of a dossier's files, each made once for each version of its file. */
export class FileHashes {
  private readonly hashes = new Map<string, string>();

  /** Takes a hash that was made before. */
  know(path: string, hash: string): void {
    this.hashes.set(path, hash);
  }

  set(path: string, bytes: Uint8Array | undefined): void {
    if (bytes) this.hashes.set(path, hashFiles(new Map([[path, bytes]])));
    else this.hashes.delete(path);
  }

  of(path: string): string {
    return this.hashes.get(path) ?? '';
  }

  /** A hash over all files. */
  get all(): string {
    const lines = [...this.hashes].map(([path, hash]) => `${path} ${hash}`).sort();
    return hashFiles(new Map([['', encode(lines.join('\n'))]]));
  }

  entries(): readonly (readonly [path: string, hash: string])[] {
    return [...this.hashes];
  }
}

/** Paths and hashes as bytes; both are short, and what is not ASCII counts by its low byte. */
function encode(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
