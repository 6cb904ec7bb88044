import type { SearchHit, SearchIndex, SearchRequest } from '../core/search/searchIndex';
import { Disposable } from './disposable';
import type { LibraryService } from './libraryService';
import { loadSearching } from './lazyFiles';

/** Searches the library; the index is built at the first search and again when the library changed. */
export class SearchService extends Disposable {
  private index: Promise<SearchIndex> | undefined;

  constructor(private readonly library: LibraryService) {
    super();
    this.register(library.onDidChange(() => (this.index = undefined)));
  }

  async search(query: string, request?: SearchRequest): Promise<readonly SearchHit[]> {
    this.index ??= this.library.load().then(async (library) => {
      const { SearchIndex } = await loadSearching();
      return new SearchIndex(library);
    });
    return (await this.index).search(query, request);
  }
}
