import type { Library } from '../core/library';
import type { Dossier, Key } from '../core/model';
import { isPacked, PackedShelf } from '../core/pack/packedShelf';
import { parcelOf, type DossierParcel } from '../core/pack/parts';
import type { SearchHit, SearchIndex, SearchRequest, SearchResult } from '../core/search/searchIndex';
import { Disposable } from './disposable';
import type { PackCache } from './dossiers/packCache';
import type { LibraryService } from './libraryService';
import { finishInTurns } from './turns';
import type { WorkerClient } from './worker/workerClient';

/** Facts and names that are indexed right here; more would hold up the extension host. */
const FEW = 3_000;

/** More changed topics than this are not put beside the index: all is indexed anew. */
const MOST_CHANGED = 100;

/** An index with the library that it is of. */
interface Indexed {
  readonly index: SearchIndex;
  readonly library: Library;
}

/**
 * Searches the library. The index is made at the first search: here where the library is small, else out of the cache or
 * in the worker. Topics that change are indexed beside it.
 */
export class SearchService extends Disposable {
  private indexed: Promise<Indexed> | undefined;

  constructor(
    private readonly library: LibraryService,
    private readonly worker: WorkerClient,
    private readonly cache: PackCache,
  ) {
    super();
    // Not kept for nothing; what was searched by an old library is found out by the next search.
    this.register(
      library.onDidChange(({ areNamesChanged }) => {
        if (areNamesChanged) this.indexed = undefined;
      }),
    );
  }

  /** The hits of {@link find}. */
  async search(query: string, request?: SearchRequest): Promise<readonly SearchHit[]> {
    return (await this.find(query, request)).hits;
  }

  /** What the library has for a query; see `SearchIndex.find`. Any string is a query. */
  async find(query: string, request?: SearchRequest): Promise<SearchResult> {
    const library = await this.library.load();
    this.indexed = this.indexed
      ? this.indexed.then(
          (indexed) => this.follow(indexed, library),
          // What failed once, as where the worker was ended, is tried again.
          () => this.make(library),
        )
      : this.make(library);
    const { index } = await this.indexed;
    return index.find(query, request);
  }

  /** Brings an index up to a library; only now that somebody searches, for a topic is saved more often. */
  private follow(indexed: Indexed, library: Library): Indexed | Promise<Indexed> {
    if (indexed.library === library) return indexed;
    const changed = isSmall(library) ? undefined : changedTopics(indexed.library, library);
    if (!changed || changed.length > MOST_CHANGED) return this.make(library);
    return this.makeChanges(indexed.index, library, changed);
  }

  /** Puts changed topics beside an index; the worker indexes them, for they may be long. */
  private async makeChanges(index: SearchIndex, library: Library, changed: readonly Key[]): Promise<Indexed> {
    const small = index.changedSince(library, changed);
    const encoded = small && (await this.worker.ask('encodeSearch', { shelves: shelvesOf(small) }));
    return { index: index.withTopics(library, changed, encoded), library };
  }

  private async make(library: Library): Promise<Indexed> {
    const { SearchIndex, checking, fingerprintOf } = await import('./lazy/searching');
    if (isSmall(library)) return { index: new SearchIndex(library), library };
    const { hashFiles } = await import('../core/format/pack');
    const file = `${hashFiles(new Map([[fingerprintOf(library), new Uint8Array()]]))}.search`;
    const kept = await this.cache.readFile(file);
    const isWhole = kept !== undefined && (await finishInTurns(checking(kept)));
    const opened = isWhole ? SearchIndex.open(kept, library, true) : undefined;
    if (opened) return { index: opened, library };
    const buffer = await this.worker.ask('encodeSearch', { shelves: shelvesOf(library) });
    this.cache.writeFile(file, new Uint8Array(buffer)).catch((error: unknown) => this.cache.warn(error));
    return { index: SearchIndex.open(buffer, library, true) ?? new SearchIndex(library), library };
  }
}

/** The dossiers of a library as they go to the worker. */
function shelvesOf(library: Library): readonly (Dossier | DossierParcel)[] {
  return library.shelves.map((shelf) => (isPacked(shelf) ? parcelOf(shelf) : shelf.dossier));
}

function isSmall({ factCount, nameCount }: Library): boolean {
  return factCount + nameCount <= FEW;
}

/** The topics that are not the same in both libraries; `undefined` where more than topics is different. */
function changedTopics(before: Library, after: Library): readonly Key[] | undefined {
  if (before.shelves.length !== after.shelves.length) return undefined;
  const changed: Key[] = [];
  for (const [at, shelf] of after.shelves.entries()) {
    const old = before.shelves[at];
    if (old === shelf) continue;
    if (!(shelf instanceof PackedShelf && old instanceof PackedShelf)) return undefined;
    if (old.id !== shelf.id || old.packedNames !== shelf.packedNames) return undefined;
    const left = new Map(old.packedTopics.map((topic) => [topic.key, topic]));
    for (const topic of shelf.packedTopics) {
      if (left.get(topic.key) !== topic) changed.push(topic.key);
      left.delete(topic.key);
    }
    changed.push(...left.keys());
  }
  return changed;
}
