import type { LanguageTag, NameKind } from '../../model';

/** Another form of a proposed name. */
export interface ProposedAlias {
  readonly text: string;
  /** Counts only after the full name: a bare surname. */
  readonly requiresFullName?: boolean;
  readonly demonym?: boolean;
  readonly language?: LanguageTag;
}

/** A name that an article seems to be about, for the user to keep, merge or drop. */
export interface ProposedName {
  readonly id: string;
  readonly label: string;
  readonly kind: NameKind;
  readonly aliases: readonly ProposedAlias[];
  /** How often the name or one of its aliases stands in the article. */
  readonly count: number;
  /** Whether the proposal is kept unless the user drops it. */
  readonly isKept: boolean;
  /** A sentence of the article in which it stands first. */
  readonly example: string;
}
