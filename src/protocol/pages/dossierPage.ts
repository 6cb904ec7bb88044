import { list, maybe, record, type Check } from '../check';
import { baseShape, type PageBase } from '../pageBase';
import {
  checkLink,
  checkName,
  checkSources,
  items,
  label,
  type PageLink,
  type PageName,
  type PageSource,
} from '../pageParts';

/** A topic as the overview of its dossier shows it. */
export interface TopicLine {
  /** With what the topic is about as its second line. */
  readonly link: PageLink;
  /** How many facts it has, as a phrase. */
  readonly count: string;
  /** From when to when its facts hold, where they have dates. */
  readonly span?: string;
  /** Says how old its newest figure is, where that is long ago. */
  readonly old?: string;
}

/** The overview of a dossier. */
export interface DossierPage extends PageBase {
  readonly kind: 'dossier';
  readonly description: string;
  /** How much is in it, and from when to when its facts hold: phrases in the user's language. */
  readonly notes: readonly string[];
  /** Says how many of its figures are old, where any are. */
  readonly old?: string;
  readonly topics: readonly TopicLine[];
  /** The names with the most facts, with how many, as a phrase. */
  readonly names: readonly { readonly name: PageName; readonly count: string }[];
  /** The licence of the dossier itself comes first. */
  readonly sources: readonly PageSource[];
}

export const checkDossierPage: Check<Omit<DossierPage, 'kind'>> = record({
  ...baseShape,
  description: label,
  notes: list(label, 20),
  old: maybe(label),
  topics: items(record({ link: checkLink, count: label, span: maybe(label), old: maybe(label) })),
  names: list(record({ name: checkName, count: label }), 100),
  sources: checkSources,
});
