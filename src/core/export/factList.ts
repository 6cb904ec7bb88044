import type { Key, LanguageTag, Quantity, RichText } from '../model';

/** A source as an export names it. */
export interface ListedSource {
  /** `<dossier>/<id>`: ids of sources are unique in their dossier only. */
  readonly key: Key;
  readonly title: string;
  readonly url?: string;
  readonly license?: string;
  /** The licence's page, where it is one that wants to be linked to. */
  readonly licenseUrl?: string;
  /** The day on which it was read, as EDTF and written out. */
  readonly retrieved?: { readonly edtf: string; readonly text: string };
}

/** A dossier, topic or section that a fact stands in. */
export interface ListedPlace {
  readonly key: Key;
  readonly title: string;
}

/** A dossier that facts of an export come from. */
export interface ListedDossier extends ListedPlace {
  readonly license?: string;
  readonly licenseUrl?: string;
}

/** A heading of an export. */
export interface ListedHeading {
  readonly kind: 'heading';
  /** 1 for a heading right below the title. */
  readonly depth: number;
  readonly text: string;
  readonly language: LanguageTag;
  /** What stands under it: a topic's summary, a name's description. */
  readonly summary?: string;
  /** The user's own words, as Markdown. */
  readonly note?: string;
  /** Key of the topic, section or name. */
  readonly key?: Key;
  /** It was chosen by itself, rather than for the facts below it. */
  readonly isPinned?: boolean;
  /** It is kept by its title only: no dossier that is loaded holds it. */
  readonly isGone?: boolean;
}

/** A fact of an export, with all that it takes to stand alone. */
export interface ListedFact {
  readonly kind: 'fact';
  readonly key: Key;
  readonly text: RichText;
  readonly language: LanguageTag;
  /** Each once, as EDTF and written out. */
  readonly dates: readonly { readonly edtf: string; readonly text: string }[];
  readonly quantities: readonly Omit<Quantity, 'start' | 'end'>[];
  readonly names: readonly { readonly key: Key; readonly label: string }[];
  readonly dossier?: ListedDossier;
  readonly topic?: ListedPlace;
  readonly section?: ListedPlace;
  readonly source?: ListedSource;
  readonly note?: string;
  /** The fact is kept by its text only: no dossier that is loaded holds it. */
  readonly isGone?: boolean;
}

export type ListedEntry = ListedHeading | ListedFact;

/** What stands at the head of an export. */
export interface ListHead {
  readonly title: string;
  readonly language: LanguageTag;
  readonly summary?: string;
  /** The day of the export, as `2009-11-09` and written out. */
  readonly exported: { readonly edtf: string; readonly text: string };
}

/** The words of an export in the user's language. */
export interface ListWords {
  readonly language: LanguageTag;
  readonly sources: string;
  readonly dossiers: string;
  /** Before a note. */
  readonly note: string;
  /** Of a fact that no loaded dossier holds. */
  readonly gone: string;
  readonly retrieved: (date: string) => string;
  readonly exported: (date: string) => string;
}

/** Writes an export piece by piece, so that a long one can be written in turns. */
export type ListWriter = (
  head: ListHead,
  entries: Iterable<ListedEntry>,
  words: ListWords,
) => Iterable<string>;

/** Collects what the foot of an export names while its entries are written: each once, in order of appearance. */
export class ListFoot {
  private readonly sourceNumbers = new Map<Key, number>();
  readonly sources: ListedSource[] = [];
  private readonly dossierKeys = new Set<Key>();
  readonly dossiers: ListedDossier[] = [];

  add({ source, dossier }: ListedFact): void {
    if (source && !this.sourceNumbers.has(source.key)) {
      this.sources.push(source);
      this.sourceNumbers.set(source.key, this.sources.length);
    }
    if (dossier && !this.dossierKeys.has(dossier.key)) {
      this.dossiers.push(dossier);
      this.dossierKeys.add(dossier.key);
    }
  }

  /** The number of a source in the list of sources, from 1. */
  numberOf({ key }: ListedSource): number {
    return this.sourceNumbers.get(key) ?? 0;
  }
}
