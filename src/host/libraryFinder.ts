import { checking } from '../core/pack/container';
import { encodeNames } from '../core/pack/namesPart';
import { PackedShelf } from '../core/pack/packedShelf';
import type { Library } from '../core/library';
import type { NameFinder, NameFinderOptions } from '../core/names/nameFinder';
import { namesInLanguages } from '../core/names/languagesOfNames';
import type { PackCache } from './dossiers/packCache';
import type { WorkspaceMemory } from './dossiers/workspaceMemory';
import { finishInTurns } from './turns';
import type { WorkerClient } from './worker/workerClient';

/** Names of a library that are compiled right here; more would hold up the extension host. */
export const FEW_NAMES = 3_000;

/** Makes the finder for the names of a library: here where they are few, else in the worker or out of the cache. */
export class LibraryFinder {
  constructor(
    private readonly worker: WorkerClient,
    private readonly cache: PackCache,
    private readonly memory: WorkspaceMemory,
  ) {}

  async load(
    library: Library,
    languages: readonly string[],
    options: NameFinderOptions,
  ): Promise<NameFinder> {
    const { NameFinder } = await import('./lazy/finding');
    const few = (): NameFinder => new NameFinder(namesInLanguages([...library.names()], languages), options);
    if (library.nameCount <= FEW_NAMES) return few();
    const names = library.shelves.map((shelf) =>
      shelf instanceof PackedShelf ? shelf.packedNames.buffer : encodeNames(shelf.id, shelf.dossier.names),
    );
    const file = `${await keyOf(names, languages)}.finder`;
    const kept = await this.memory.readFinder(file);
    const isWhole = kept !== undefined && (await finishInTurns(checking(kept)));
    const loaded = isWhole ? NameFinder.load(kept, options, true) : undefined;
    if (loaded) return loaded;
    const buffer = await this.worker.ask('compileFinder', { names, languages });
    // The finder takes the buffer as it is; the cache gets it in the same state.
    this.cache.writeFile(file, new Uint8Array(buffer)).catch((error: unknown) => this.cache.warn(error));
    return NameFinder.load(buffer, options, true) ?? few();
  }
}

/** What the finder depends on: the parts, by their own checksums, and the languages. */
async function keyOf(names: readonly ArrayBuffer[], languages: readonly string[]): Promise<string> {
  const { hashFiles } = await import('../core/format/pack');
  const heads = names.map((part, at): [string, Uint8Array] => [String(at), new Uint8Array(part, 0, 16)]);
  return hashFiles(new Map([...heads, [languages.join(), new Uint8Array()]]));
}
