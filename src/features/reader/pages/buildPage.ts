import type { Library } from '../../../core/library';
import type { PageAddress, PageKind } from '../../../protocol/address';
import type { Page, PageOf } from '../../../protocol/page';
import { gonePage } from './gonePage';
import type { PageWords } from './pageWords';
import { buildSectionPage } from './sectionPage';

/** What a builder of pages gives. */
export interface BuiltPage<P extends Page = Page> {
  readonly page: P;
}

/** Makes a page of one kind; `undefined` where the library does not hold what it is about. */
type PageBuilder<K extends PageKind> = (
  library: Library,
  address: PageAddress,
  words: PageWords,
) => BuiltPage<PageOf<K>> | undefined;

/** One builder for each kind of page. */
const PAGE_BUILDERS: { readonly [K in PageKind]: PageBuilder<K> } = {
  section: buildSectionPage,
};

/** Makes the page at an address; where the library does not hold what it is about, the page that says so. */
export function buildPage(library: Library, address: PageAddress, words: PageWords): BuiltPage {
  return (
    PAGE_BUILDERS[address.kind](library, address, words) ?? { page: gonePage(library, address.key, words) }
  );
}
