import type { LanguageTag, NameKind } from '../../../core/model';
import type { GoneWords } from './gonePage';

/** What pages say in the user's language. */
export interface PageWords extends GoneWords {
  /** The user's language, for dates. */
  readonly language: LanguageTag;
  readonly kind: (kind: NameKind) => string;
  readonly retrieved: (date: string) => string;
  /** What is opened, and in what it stands: a topic in its dossier. */
  readonly announcement: (title: string, around: string) => string;
  /** How many more facts there are than a card shows. */
  readonly more: (count: number) => string;
  /** Before what another dossier says otherwise. */
  readonly otherwise: (dossierTitle: string) => string;
}
