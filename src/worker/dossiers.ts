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
    let known = isAll ? undefined : this.known.get(folder);
    if (!known) {
      if (!isAll) return 'unknown';
      // What was good once stays in use, also when all files are read again.
      const session = this.known.get(folder)?.session ?? new ReadingSession();
      if (isAll) session.forgetFilesNotIn(files);
      known = { session, packer: new DossierPacker() };
      this.known.set(folder, known);
    }
    const { dossier, ...result } = known.session.update(files);
    return { ...result, ...(dossier && { parcel: known.packer.pack(dossier, result.namesHash) }) };
  }

  forget(folder: string): undefined {
    this.known.delete(folder);
    return undefined;
  }
}
