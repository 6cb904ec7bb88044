import type { FileChange, SessionResult } from '../core/format/readingSession';
import type { DossierParcel } from '../core/pack/parts';

/** What reading gave, with the dossier packed; only what is not known to the host. */
export interface ReadAnswer extends Omit<SessionResult, 'dossier'> {
  readonly parcel?: DossierParcel;
}

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
    readonly answer: ReadAnswer | 'unknown';
  };
  /** The paths of the topics that a `dossier.yaml` lists. */
  readonly listTopics: { readonly request: Uint8Array; readonly answer: readonly string[] };
  /** Forgets a dossier. */
  readonly forget: { readonly request: string; readonly answer: undefined };
}

export type WorkerMethod = keyof WorkerTable;

export interface WorkerRequest<M extends WorkerMethod = WorkerMethod> {
  readonly id: number;
  readonly method: M;
  readonly request: WorkerTable[M]['request'];
}

export type WorkerAnswer<M extends WorkerMethod = WorkerMethod> =
  | { readonly id: number; readonly answer: WorkerTable[M]['answer'] }
  | { readonly id: number; readonly error: string };
