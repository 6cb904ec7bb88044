import type { PageKind } from './address';
import { variant, type Check } from './check';
import { checkGonePage, type GonePage } from './pages/gonePage';
import { checkSectionPage, type SectionPage } from './pages/sectionPage';

/** A page of any kind: one for each kind of address, and the page for what is not there. */
export type Page = SectionPage | GonePage;

/** The page of one kind. */
export type PageOf<K extends Page['kind']> = Extract<Page, { readonly kind: K }>;

const checks = { section: checkSectionPage, gone: checkGonePage } satisfies Record<
  PageKind | 'gone',
  Check<object>
>;

export const checkPage: Check<Page> = variant('kind', checks);
