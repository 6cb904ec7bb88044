import { ReadingSession } from '../core/format/readingSession';
import { DossierPacker } from '../core/pack/parts';
import type { ReadAnswer, WorkerTable } from '../protocol/worker';

/** A dossier that the worker has read, and what the host knows of it. */
interface Known {
  readonly session: ReadingSession;
  readonly packer: DossierPacker;
}

/** The dossiers that the worker has read, by folder. */
export class Dossiers {
  private readonly known = new Map<string, Known>();

  read({ folder, files, isAll }: WorkerTable['read']['request']): ReadAnswer | 'unknown' {
    let known = this.known.get(folder);
    if (isAll) {
      // The host may know nothing of what was packed; what was good once stays in use all the same.
      known = { session: known?.session ?? new ReadingSession(), packer: new DossierPacker() };
      known.session.forgetFilesNotIn(files);
      this.known.set(folder, known);
    }
    if (!known) return 'unknown';
    const { dossier, ...result } = known.session.update(files);
    return { ...result, ...(dossier && { parcel: known.packer.pack(dossier, result.namesHash) }) };
  }

  forget(folder: string): undefined {
    this.known.delete(folder);
    return undefined;
  }
}
