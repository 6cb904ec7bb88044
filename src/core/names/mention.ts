import type { Key } from '../model';

/** The rules by which a mention was found; each can be switched off, and "why did this match?" names them. */
export type RuleId =
  | 'label'
  | 'alias'
  | 'case'
  | 'diacritics'
  | 'punctuation'
  | 'spacing'
  | 'acronym'
  | 'possessive'
  | 'plural'
  | 'elision'
  | 'particle'
  | 'cjk'
  | 'surname'
  | 'longest'
  | 'context';

/** Why a mention was found. */
export interface Why {
  /** The label or alias that matched, as the dossier spells it. */
  readonly form: string;
  /** The language of that form, where the dossier gives one. */
  readonly language?: string;
  /** What had to be done to the text to meet the form; `label` or `alias` comes first. */
  readonly rules: readonly RuleId[];
}

/** Where a name stands in a text. Offsets are UTF-16 code units in that text. */
export interface MentionSpan {
  readonly start: number;
  readonly end: number;
  /** Keys of the names that share this surface form, best first; at least one. */
  readonly names: readonly Key[];
}

/** One occurrence of a name in a text. */
export interface Mention extends MentionSpan {
  readonly text: string;
  readonly why: Why;
}
