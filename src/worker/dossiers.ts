import { ReadingSession, type SessionResult } from '../core/format/readingSession';
import type { WorkerTable } from '../protocol/worker';

/** The dossiers that the worker has read, by folder. */
export class Dossiers {
  private readonly sessions = new Map<string, ReadingSession>();

  read({ folder, files, isAll }: WorkerTable['read']['request']): SessionResult | 'unknown' {
    let session = isAll ? undefined : this.sessions.get(folder);
    if (!session) {
      if (!isAll) return 'unknown';
      session = new ReadingSession();
      this.sessions.set(folder, session);
    }
    return session.update(files);
  }

  forget(folder: string): undefined {
    this.sessions.delete(folder);
    return undefined;
  }
}
