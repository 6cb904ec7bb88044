import { list, maybe, record, type Check } from '../check';
import { baseShape, type PageBase } from '../pageBase';
import { checkLink, label, type PageLink } from '../pageParts';

/** What the reader shows in place of what is not in the library. */
export interface GonePage extends PageBase {
  readonly kind: 'gone';
  readonly text: string;
  /** What may be meant, nearest first. */
  readonly alternatives: readonly PageLink[];
  /** The beginning of the dossier that it was in. */
  readonly dossier?: PageLink;
}

export const checkGonePage: Check<Omit<GonePage, 'kind'>> = record({
  ...baseShape,
  text: label,
  alternatives: list(checkLink, 100),
  dossier: maybe(checkLink),
});
