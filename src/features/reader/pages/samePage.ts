import type { Library } from '../../../core/library';
import { dossierIdOf, type BuiltPage } from './buildPage';
import { chunksOf, isShort } from './longText';

/** Whether a page would be the same if it were made of this library. */
export function isStillSo({ page, dossier, later }: BuiltPage, library: Library): boolean {
  return dossier !== undefined && dossier === library.dossier(dossierIdOf(page.key)) && !later;
}

/** Whether two pages show the same. Of a long text that would take long to tell; it counts as another. */
export function isAlike(one: BuiltPage, other: BuiltPage | undefined): boolean {
  if (!other) return false;
  const textOf = ({ text }: BuiltPage): unknown => text && chunksOf(text, [...text.sizes.keys()]);
  if ([one, other].some(({ text }) => text && !isShort(text))) return false;
  return (
    JSON.stringify(one.page) === JSON.stringify(other.page) &&
    JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))
  );
}
