import type { FileChange, SessionResult } from '../core/pack/dossierSession';
import type { AddedFact, NewFact } from '../core/authoring/addFact';
import type { AddedName, NewName } from '../core/authoring/addName';
import type { EntryPlace } from '../core/authoring/yamlPlaces';
import type { ImportedArticle, ImportFormat } from '../core/importing/article';
import type { ImportRequest, ImportResult } from '../core/importing/importArticle';
import type { NameChoice } from '../core/importing/names/chooseNames';
import type { ProposedName } from '../core/importing/names/proposedName';
import type { SourceText } from '../core/importing/readSource';
import type { WriteOptions } from '../core/importing/writeDossier';
import type { Dossier, Problem } from '../core/model';
import type { PartBytes } from '../core/pack/container';
import type { DossierParcel } from '../core/pack/parts';

/** What the worker does, by method: what it is given and what it answers. All of it can be cloned between threads. */
export interface WorkerTable {
  /** Reads the changed files of a dossier, which is known by its folder. */
  readonly read: {
    readonly request: {
      readonly folder: string;
      readonly files: readonly FileChange[];
      /** The files are all there are; what was known before is forgotten. */
      readonly isAll: boolean;
    };
    /** `unknown` where not all files were given and the worker does not know the others (any more). */
    readonly answer: SessionResult | 'unknown';
  };
  /** Takes up a dossier that was packed before, so that its topics can be read again one by one. */
  readonly resume: {
    readonly request: {
      readonly folder: string;
      readonly manifest: Uint8Array;
      readonly names: ArrayBuffer;
      /** What `finderOf` answered when the names were packed. */
      readonly finder: ArrayBuffer | undefined;
      readonly topics: readonly PartBytes[];
      readonly problems: readonly Problem[];
      readonly hashes: readonly (readonly [path: string, hash: string])[];
    };
    /** Whether that was possible; else all files are to be read. */
    readonly answer: boolean;
  };
  /** What was compiled of the names of a dossier that was read, for `resume`; of few names nothing. */
  readonly finderOf: { readonly request: string; readonly answer: ArrayBuffer | undefined };
  /** Compiles the names of dossiers, given as their packed names, for `NameFinder.load`. */
  readonly compileFinder: {
    readonly request: {
      readonly names: readonly ArrayBuffer[];
      /** Only forms in these languages; none means all. */
      readonly languages: readonly string[];
    };
    readonly answer: ArrayBuffer;
  };
  /** Indexes a library, whose dossiers are given plain or packed, for `SearchIndex.open`. */
  readonly encodeSearch: {
    readonly request: { readonly shelves: readonly (Dossier | DossierParcel)[] };
    readonly answer: ArrayBuffer;
  };
  /** The paths of the topics that a `dossier.yaml` lists. */
  readonly listTopics: { readonly request: Uint8Array; readonly answer: readonly string[] };
  /** The entries of a `names.yaml`, or the sources of a `dossier.yaml`, with their places. */
  readonly entryPlaces: {
    readonly request: { readonly of: 'names' | 'sources'; readonly text: string };
    readonly answer: readonly EntryPlace[];
  };
  /** The edit that adds a name to a `names.yaml`. */
  readonly addName: {
    readonly request: { readonly text: string; readonly name: NewName };
    readonly answer: AddedName;
  };
  /** The edit that adds a fact to a topic. */
  readonly addFact: {
    readonly request: { readonly text: string; readonly fact: NewFact };
    readonly answer: AddedFact;
  };
  /** The text of a file that is to be imported. */
  readonly readSource: {
    readonly request: { readonly fileName: string; readonly bytes: Uint8Array };
    readonly answer: SourceText;
  };
  readonly detectFormat: {
    readonly request: { readonly text: string; readonly fileName: string | undefined };
    readonly answer: ImportFormat;
  };
  readonly importArticle: { readonly request: ImportRequest; readonly answer: ImportResult };
  readonly chooseNames: {
    readonly request: { readonly names: readonly ProposedName[]; readonly choice: NameChoice };
    readonly answer: readonly ProposedName[];
  };
  /** Makes one proposed name an alias of another, by their ids. */
  readonly mergeNames: {
    readonly request: {
      readonly names: readonly ProposedName[];
      readonly merged: string;
      readonly into: string;
    };
    readonly answer: readonly ProposedName[];
  };
  /** The id that a dossier of this title gets. */
  readonly dossierId: { readonly request: string; readonly answer: string };
  /** The files of the dossier that an article becomes. */
  readonly writeDossier: {
    readonly request: {
      readonly article: ImportedArticle;
      readonly names: readonly ProposedName[];
      readonly options: WriteOptions;
    };
    readonly answer: ReadonlyMap<string, string>;
  };
  /** Forgets a dossier. */
  readonly forget: { readonly request: string; readonly answer: undefined };
}

/** What a method of a table is given, and what it answers. */
export type RequestOf<Table, M extends keyof Table> = Table[M] extends { readonly request: infer R }
  ? R
  : never;
export type AnswerOf<Table, M extends keyof Table> = Table[M] extends { readonly answer: infer A }
  ? A
  : never;

/** A request to a worker; which method takes what, its table says. */
export interface WorkerRequest {
  readonly id: number;
  readonly method: string;
  readonly request: unknown;
}

export type WorkerAnswer =
  /** How much of the work is done, from 0 to 1; the answer is still to come. */
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };
