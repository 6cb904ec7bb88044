/**
 * The model of a loaded dossier. Everything is read-only and plain data, so that it can be sent to a worker,
 * put into a pack and compared in tests. All offsets are UTF-16 code units; lines and columns are 0-based.
 */
import type { Saying } from './saying';

/** A BCP 47 language tag, such as `en` or `ko`. */
export type LanguageTag = string;

/** A point or span in time in EDTF (ISO 8601-2): `2009-11-09`, `2011-10`, `2009-10/2009-12`, `2009~`. */
export type Edtf = string;

/**
 * Identifies something across the whole library: `<dossier id>/<local id>` for a name or a fact,
 * `<dossier id>/<topic id>` for a topic and `<dossier id>/<topic id>/<section id>` for a section.
 */
export type Key = string;

/** Where facts come from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** SPDX identifier where there is one, such as `CC-BY-SA-4.0`. */
  readonly license?: string;
  /** The day on which the source was read, as an EDTF date. */
  readonly retrieved?: Edtf;
}

export const NAME_KINDS = ['person', 'organisation', 'place', 'event', 'work', 'concept'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Another surface form of a name, in any language. */
export interface Alias {
  readonly text: string;
  readonly language?: LanguageTag;
  /** The form counts only in exactly this case (an acronym such as `EU`). */
  readonly exactCase: boolean;
  /** The form counts only after the full name in the same document (a bare surname). */
  readonly requiresFullName: boolean;
  /** The form names the people or adjective of a place (`North Korean`), so it takes a plural. */
  readonly demonym: boolean;
}

/** An entity that facts are about. */
export interface Name {
  readonly key: Key;
  readonly id: string;
  readonly dossier: string;
  readonly label: string;
  readonly kind: NameKind;
  /** One line that says who or what this is. */
  readonly description: string;
  readonly aliases: readonly Alias[];
  /** The label in other languages, by language tag. */
  readonly labels: Readonly<Record<LanguageTag, string>>;
  /** A Wikidata item such as `Q423`. */
  readonly wikidata?: string;
}

/** A run of a text that is set off: emphasised, strong, code, or a link. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'emphasis' | 'strong' | 'code' | 'link';
  /** The address of a link; only `http:`, `https:` and `mailto:` get this far. */
  readonly url?: string;
}

/** Plain text with marks beside it; marks may nest but never overlap otherwise. */
export interface RichText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A date in a fact. `start` and `end` are given where it was found in the fact's text. */
export interface FactDate {
  readonly edtf: Edtf;
  readonly start?: number;
  readonly end?: number;
}

/** A number with a unit, as found in a fact's text between `start` and `end`. */
export interface Quantity {
  readonly value: number;
  readonly kind: 'currency' | 'percent' | 'count';
  /** ISO 4217 for a currency (`EUR`), `%` for a percentage, the counted noun for a count (`North Koreans`). */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** The time the number holds for, where the fact tells. */
  readonly when?: Edtf;
}

/** Where names of the dossier stand in a fact's text. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Keys of the names, best first. */
  readonly names: readonly Key[];
}

/** A place in a dossier's file. 0-based line and column in UTF-16 code units. */
export interface FilePosition {
  /** Path relative to the dossier's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One sentence of a section that can stand alone. */
export interface Fact extends RichText {
  readonly key: Key;
  readonly id: string;
  readonly dossier: string;
  /** Key of the topic. */
  readonly topic: Key;
  /** Key of the section. */
  readonly section: Key;
  readonly nameSpans: readonly NameSpan[];
  /** Keys of the names the fact is about, in order of appearance. */
  readonly names: readonly Key[];
  readonly dates: readonly FactDate[];
  readonly quantities: readonly Quantity[];
  /** Id of the source in the dossier; absent where the dossier names none. */
  readonly source?: string;
  readonly position: FilePosition;
}

/** What stands under a heading, in order. Paragraphs and list items hold facts; the rest is shown as it is. */
export type Block =
  | { readonly kind: 'paragraph'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | {
      readonly kind: 'table';
      readonly header: readonly RichText[];
      readonly rows: readonly (readonly RichText[])[];
    };

/** A heading of a topic with what stands under it. */
export interface Section {
  readonly key: Key;
  /** Unique in the topic: the slug of the heading, or `lead` for what stands before the first heading. */
  readonly id: string;
  readonly dossier: string;
  readonly topic: Key;
  readonly title: string;
  /** 1 for a section right below the topic. */
  readonly depth: number;
  /** Key of the section around it. */
  readonly parent?: Key;
  readonly blocks: readonly Block[];
  /** The facts of the blocks, in reading order, without those of nested sections. */
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly position: FilePosition;
}

/** One article of a dossier: a Markdown file. */
export interface Topic {
  readonly key: Key;
  /** The file's name without `.md`. */
  readonly id: string;
  readonly dossier: string;
  /** Path relative to the dossier's folder, such as `topics/history.md`. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly language: LanguageTag;
  readonly sections: readonly Section[];
}

/** One reference work. */
export interface Dossier {
  readonly id: string;
  /** Where the id stands; absent where no file was read. */
  readonly position?: FilePosition;
  readonly title: string;
  readonly description: string;
  readonly language: LanguageTag;
  readonly license?: string;
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly names: readonly Name[];
}

/** What `dossier.yaml` says of a dossier itself. */
export type DossierHead = Omit<Dossier, 'topics' | 'names'>;

export type Severity = 'error' | 'warning';

/** Something wrong in a dossier's file: what, where, and what would be right. */
export interface Problem extends FilePosition {
  readonly severity: Severity;
  /** Stable, for tests and for code actions: `unknown-source`, `bad-date`, … */
  readonly code: string;
  /** What is wrong, in one sentence: English, unless the host says it. */
  readonly message: string;
  /** What would be right, in one sentence. */
  readonly remedy: string;
  /** Both, to be said in the user's language; absent where they are in it already. */
  readonly said?: { readonly message: Saying; readonly remedy: Saying };
  readonly endLine: number;
  readonly endColumn: number;
}
