import type { Library } from '../../../core/library';
import type { Dossier, Key } from '../../../core/model';
import type { PageAddress, PageKind, Place } from '../../../protocol/address';
import type { Page, PageOf } from '../../../protocol/page';
import { buildDossierPage } from './dossierPage';
import { buildFiguresPage } from './figuresPage';
import { gonePage } from './gonePage';
import { chunksAround, type LongText } from './longText';
import { buildNamePage } from './namePage';
import type { PageWords } from './pageWords';
import { buildDossierTimeline, buildNameTimeline, buildTopicTimeline } from './timelinePage';
import { buildTopicPage } from './topicPage';

/** What a builder of pages gives. */
export interface BuiltPage<P extends Page = Page> {
  /** The page; where it has a text that comes in chunks, without any of them. */
  readonly page: P;
  readonly text?: LongText;
  /** What all of it is made of: the same object as long as nothing in the dossier changes. */
  readonly dossier?: Dossier;
  /** Finds out what takes time; the page is made again after it. */
  readonly later?: () => Promise<void>;
}

/**
 * Makes a page of one kind; `undefined` where the library does not hold what it is about. What can take long is made in
 * turns, so that it does not hold up the extension host.
 */
type PageBuilder<K extends PageKind> = (
  library: Library,
  address: PageAddress,
  words: PageWords,
) => BuiltPage<PageOf<K>> | undefined | Promise<BuiltPage<PageOf<K>> | undefined>;

/** One builder for each kind of page. */
const PAGE_BUILDERS: { readonly [K in PageKind]: PageBuilder<K> } = {
  topic: buildTopicPage,
  name: buildNamePage,
  dossier: buildDossierPage,
  dossierTimeline: buildDossierTimeline,
  topicTimeline: buildTopicTimeline,
  nameTimeline: buildNameTimeline,
  figures: buildFiguresPage,
};

/** Makes the page at an address; where the library does not hold what it is about, the page that says so. */
export async function buildPage(
  library: Library,
  address: PageAddress,
  words: PageWords,
): Promise<BuiltPage> {
  const built: BuiltPage | undefined = await PAGE_BUILDERS[address.kind](library, address, words);
  if (!built) return { page: gonePage(library, address.key, words) };
  const dossier = library.dossier(dossierIdOf(built.page.key));
  return { ...built, ...(dossier && { dossier }) };
}

/** The id of the dossier that a key belongs to. */
export function dossierIdOf(key: Key): string {
  return key.split('/', 1)[0] ?? key;
}

/** The page with the chunks of its text that are needed to show it at a place. */
export function pageAt({ page, text }: BuiltPage, { fact, section }: PageAddress, place?: Place): Page {
  if (!text || !('body' in page)) return page;
  return { ...page, body: { ...page.body, chunks: chunksAround(text, [place?.key, fact, section]) } };
}
