import type { LanguageTag, NameKind } from '../../../core/model';
import type { FiguresWords } from './figuresPage';
import type { GoneWords } from './gonePage';
import type { TimelineWords } from './timelinePage';

/** What pages say in the user's language. */
export interface PageWords extends GoneWords, TimelineWords, FiguresWords {
  /** The user's language, for dates. */
  readonly language: LanguageTag;
  /** The current day, as `YYYY-MM-DD`. */
  readonly today: string;
  readonly kind: (kind: NameKind) => string;
  readonly retrieved: (date: string) => string;
  /** What is opened, and in what it stands: a topic in its dossier. */
  readonly facts: (count: number) => string;
  readonly sharedFacts: (count: number) => string;
  /** How much is in a dossier. */
  readonly contents: (facts: number, names: number, topics: number) => string;
  /** From when to when facts hold. */
  readonly span: (from: string, to: string) => string;
  /** From when to when the facts of a dossier hold. */
  readonly datesOfFacts: (span: string) => string;
  /** Says that some figures are older than so many years. */
  readonly oldFigures: (old: number, all: number, years: number) => string;
  readonly newestFigure: (date: string, years: number) => string;
  readonly dossierAnnouncement: (title: string) => string;
  readonly announcement: (title: string, around: string) => string;
  /** How many more facts there are than a card shows. */
  readonly more: (count: number) => string;
  /** Before what another dossier says otherwise. */
  readonly otherwise: (dossierTitle: string) => string;
}
