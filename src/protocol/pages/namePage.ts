import type { LanguageTag, NameKind } from '../../core/model';
import { checkBody, type PageBody } from '../body';
import { list, maybe, record, text, type Check } from '../check';
import { baseShape, type PageBase } from '../pageBase';
import {
  checkBreadcrumb,
  checkKind,
  checkLink,
  checkName,
  checkSources,
  label,
  type Crumb,
  type PageLink,
  type PageName,
  type PageSource,
} from '../pageParts';

/** A label of a name in another language. */
export interface NameLabel {
  readonly text: string;
  readonly language: LanguageTag;
  /** The language in the user's language. */
  readonly languageName: string;
}

/** A name that shares facts with the page's name. */
export interface SharingName {
  readonly name: PageName;
  /** How many facts they share, as a phrase. */
  readonly count: string;
  /** The first of those facts. */
  readonly facts: readonly PageLink[];
  /** How many more there are, as a phrase. */
  readonly more?: string;
}

/** A name with all that the library says of it. */
export interface NamePage extends PageBase {
  readonly kind: 'name';
  readonly nameKind: NameKind;
  readonly kindLabel: string;
  readonly description: string;
  readonly labels: readonly NameLabel[];
  /** Other forms of the name, each once. */
  readonly aliases: readonly string[];
  /** The dossier, and the name. */
  readonly breadcrumb: readonly Crumb[];
  /** How many facts there are about it, as a phrase. */
  readonly factCount: string;
  /** Its facts by topic. */
  readonly body: PageBody;
  /** Names that share facts with it, those with the most first. */
  readonly sharing: readonly SharingName[];
  /** The sources of the dossier. */
  readonly sources: readonly PageSource[];
}

export const checkNamePage: Check<Omit<NamePage, 'kind'>> = record({
  ...baseShape,
  nameKind: checkKind,
  kindLabel: label,
  description: label,
  labels: list(record({ text: label, language: text(100), languageName: label }), 1000),
  aliases: list(label, 10_000),
  breadcrumb: checkBreadcrumb,
  factCount: label,
  body: checkBody,
  sharing: list(
    record({ name: checkName, count: label, facts: list(checkLink, 100), more: maybe(label) }),
    100,
  ),
  sources: checkSources,
});
