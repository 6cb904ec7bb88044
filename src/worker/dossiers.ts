import { NameFinder } from '../core/names/nameFinder';
import { DossierSession, type SessionResult } from '../core/pack/dossierSession';
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

  resume({ folder, manifest, names, topics, problems, hashes }: WorkerTable['resume']['request']): boolean {
    const packedNames = PackedNames.open(names, true);
    const packedTopics = topics.flatMap((topic) => PackedTopic.open(topic, true) ?? []);
    if (!packedNames || packedTopics.length < topics.length) return false;
    const finder = new NameFinder([...packedNames.all()]);
    const session = DossierSession.resume({
      manifest,
      names: packedNames,
      findNames: (text) => finder.find(text),
      topics: packedTopics,
      problems,
      hashes,
    });
    if (!session) return false;
    this.sessions.set(folder, session);
    return true;
  }

  forget(folder: string): undefined {
    this.sessions.delete(folder);
    return undefined;
  }
}
