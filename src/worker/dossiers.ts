import { DossierSession, type SessionResult } from '../core/pack/dossierSession';
import { finderOfPacked } from '../core/pack/finderOfNames';
import { PackedNames } from '../core/pack/namesPart';
import { PackedTopic } from '../core/pack/packedTopic';
import type { WorkerTable } from '../protocol/worker';

/** The dossiers that the worker has read, by folder. */
export class Dossiers {
  private readonly sessions = new Map<string, DossierSession>();

  read(
    { folder, files, isAll }: WorkerTable['read']['request'],
    onProgress: (share: number) => void,
  ): SessionResult | 'unknown' {
    let session = this.sessions.get(folder);
    if (isAll) {
      const before = session;
      session = new DossierSession();
      // What was good once stays in use when all files are read again.
      if (before) session.takeGood(before, files);
      this.sessions.set(folder, session);
    }
    if (!session?.canTake(files)) return 'unknown';
    return session.update(files, (done, all) => onProgress(done / all));
  }

  resume({
    folder,
    manifest,
    names,
    finder,
    topics,
    problems,
    hashes,
  }: WorkerTable['resume']['request']): boolean {
    const packedNames = PackedNames.open(names, true);
    const packedTopics = topics.flatMap((topic) => PackedTopic.open(topic, true) ?? []);
    if (!packedNames || packedTopics.length < topics.length) return false;
    const session = DossierSession.resume({
      manifest,
      names: finderOfPacked(packedNames, finder),
      topics: packedTopics,
      problems,
      hashes,
    });
    if (!session) return false;
    this.sessions.set(folder, session);
    return true;
  }

  /** What was compiled of a dossier's names; a copy, since what is answered is given away. */
  finderOf(folder: string): ArrayBuffer | undefined {
    return this.sessions.get(folder)?.finder?.slice(0);
  }

  forget(folder: string): undefined {
    this.sessions.delete(folder);
    return undefined;
  }
}
