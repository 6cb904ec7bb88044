import type { LanguageTag, NameKind } from '../../../core/model';
import type { GoneWords } from './gonePage';

/** What pages say in the user's language. */
export interface PageWords extends GoneWords {
  /** The user's language, for dates. */
  readonly language: LanguageTag;
  readonly kind: (kind: NameKind) => string;
  readonly retrieved: (date: string) => string;
  readonly announcement: (title: string, topic: string) => string;
}
