import { DossierReader } from '../format/dossierReader';
import { MANIFEST_FILE, NAMES_FILE } from '../format/fileNames';
import type { DossierHead, Key, Problem } from '../model';
import { FileHashes } from './fileHashes';
import { finderOfNames, type NamesWithFinder } from './finderOfNames';
import type { PackedTopic } from './packedTopic';
import type { DossierParcel, TopicParcel } from './parts';
import { encodeTopic } from './topicPart';

/** A file of a dossier as it is now, by its path in the folder; without bytes where it is gone. */
export type FileChange = readonly [path: string, bytes: Uint8Array | undefined];

/** What reading the changed files gave. */
export interface SessionResult {
  /** Absent where no version of the dossier could be read yet. */
  readonly parcel?: DossierParcel;
  /** All problems of the files as they are now, also of those whose last good version stays in use. */
  readonly problems: readonly Problem[];
  /** Paths of files that cannot be read now, and of which the last good version is in use. */
  readonly kept: readonly string[];
  /** Of all files; the same as long as none changed. */
  readonly hash: string;
  /** The same as long as the names are. */
  readonly namesHash: string;
  /** Of each file. */
  readonly hashes: readonly (readonly [path: string, hash: string])[];
}

/** Problems that leave nothing, or nobody knows what, of the YAML file they are in. */
const BROKEN = new Set([
  'bad-encoding',
  'bad-names',
  'bad-yaml',
  'file-too-large',
  'nul-byte',
  'too-many-aliases',
  'yaml-documents',
  'yaml-tab',
]);

/** What is known of a topic's file. */
interface TopicState {
  /** Absent while no version of it could be read. */
  readonly key?: Key;
  readonly checksum: number;
  readonly problems: readonly Problem[];
  readonly isKept: boolean;
}

/** The word of a part that sums up the others; see container.ts. */
const CHECKSUM = 3;

/**
 * The files of one dossier over time, read and packed; of an edit only what it touched. A file that cannot be read any
 * more stays in use as it last was good, and its problems are told all the same; a file that is deleted is gone.
 * Holds the files' bytes, and of what was read only checksums: the parts are given away.
 */
export class DossierSession {
  /** The names in use, with what finds them. */
  private names: NamesWithFinder | undefined;
  private readonly reader = new DossierReader((names) => {
    this.names = finderOfNames(this.head?.id ?? '', names);
    return this.names.findNames;
  });
  private readonly files = new Map<string, Uint8Array>();
  private readonly hashes = new FileHashes();
  private readonly states = new Map<string, TopicState>();
  private head: DossierHead | undefined;
  private goodManifest: Uint8Array | undefined;
  private goodNames: Uint8Array | undefined;
  private manifestProblems: readonly Problem[] = [];
  private namesProblems: readonly Problem[] = [];
  private isManifestKept = false;
  private areNamesKept = false;
  private isResumed = false;

  /**
   * Takes changed files, reads and packs them.
   * @param onProgress is told how many of all topics to read are read
   */
  update(changes: Iterable<FileChange>, onProgress?: (done: number, all: number) => void): SessionResult {
    const changed = new Set<string>();
    for (const [path, bytes] of changes) {
      changed.add(path);
      this.hashes.set(path, bytes);
      if (bytes) this.files.set(path, bytes);
      else this.forget(path);
    }
    const before = this.head;
    const isAllNew = changed.has(MANIFEST_FILE) && this.readManifest();
    if (!this.head) return { ...this.result([]), problems: this.manifestProblems };
    const areNamesNew = changed.has(NAMES_FILE) || this.head.id !== before?.id;
    if (areNamesNew) this.readNames();
    const isAll = isAllNew || areNamesNew;
    const { paths, problems } = this.reader.topicOrder(this.files.keys());
    const toRead = paths.filter(
      (path) => isAll || changed.has(path) || (this.isInConflict(path) && !this.isUnread(path)),
    );
    const parts = new Map<string, ArrayBuffer>();
    toRead.forEach((path, at) => {
      const part = this.readTopic(path, isAll);
      if (part) parts.set(path, part);
      onProgress?.(at + 1, toRead.length);
    });
    const topics = paths.flatMap((path): TopicParcel[] => {
      const key = this.states.get(path)?.key;
      const part = parts.get(path);
      return key === undefined ? [] : [{ key, ...(part && { part }) }];
    });
    // A copy, since what a parcel holds is given away, and topics go on to be read with these names.
    const names = areNamesNew ? this.names?.packed.buffer.slice(0) : undefined;
    const parcel = { head: this.head, topics, ...(names && { names }) };
    return {
      ...this.result([...problems, ...paths.flatMap((path) => this.states.get(path)?.problems ?? [])]),
      parcel,
    };
  }

  /** What was compiled of the names, to be taken up with them; absent where they are few. */
  get finder(): ArrayBuffer | undefined {
    return this.names?.finder;
  }

  /** Takes over from an older session what stays in use where one of these files, which are all there are, is broken. */
  takeGood(before: DossierSession, files: Iterable<FileChange>): void {
    for (const [path, bytes] of files) {
      if (!bytes) continue;
      if (path === MANIFEST_FILE) this.goodManifest = before.goodManifest;
      if (path === NAMES_FILE) this.goodNames = before.goodNames;
      const state = before.states.get(path);
      // Its part is not known here, but to whoever was given it; the next one differs from it in any case.
      if (state?.key !== undefined) this.states.set(path, { ...state, checksum: -1 });
    }
  }

  private result(problems: readonly Problem[]): SessionResult {
    const kept = [...this.states].flatMap(([path, { isKept }]) => (isKept ? [path] : []));
    return {
      problems: [...this.manifestProblems, ...this.namesProblems, ...problems],
      kept: [
        ...(this.isManifestKept ? [MANIFEST_FILE] : []),
        ...(this.areNamesKept ? [NAMES_FILE] : []),
        ...kept,
      ],
      hash: this.hashes.all,
      namesHash: this.hashes.of(NAMES_FILE),
      hashes: this.hashes.entries(),
    };
  }

  private forget(path: string): void {
    this.files.delete(path);
    this.states.delete(path);
    this.reader.forgetTopic(path);
    if (path === MANIFEST_FILE) this.goodManifest = undefined;
    if (path === NAMES_FILE) this.goodNames = undefined;
  }

  /** Returns whether all topics are to be read again. */
  private readManifest(): boolean {
    const bytes = this.files.get(MANIFEST_FILE);
    let read = this.reader.readManifest(bytes);
    this.manifestProblems = read.problems;
    const isBroken = !read.head || hasBroken(read.problems);
    this.isManifestKept = isBroken && this.goodManifest !== undefined;
    if (this.goodManifest && isBroken) read = this.reader.readManifest(this.goodManifest);
    else if (!isBroken) this.goodManifest = bytes;
    // Compared with what was used before, not with the broken version in between.
    const seen = (head: DossierHead | undefined): string =>
      JSON.stringify([head?.id, head?.language, head?.sources]);
    const isAllNew = seen(this.head) !== seen(read.head);
    this.head = read.head;
    return isAllNew;
  }

  private readNames(): void {
    const bytes = this.files.get(NAMES_FILE);
    const read = this.reader.readNames(bytes);
    this.namesProblems = read.problems;
    const isBroken = hasBroken(read.problems);
    this.areNamesKept = isBroken && this.goodNames !== undefined;
    const used = this.goodNames && isBroken ? this.reader.readNames(this.goodNames) : read;
    if (!isBroken) this.goodNames = bytes;
    // What was read is not held on to: packed, it takes a fraction of the memory.
    const { packed, findNames } = this.names!;
    this.reader.useNames(packed.keysById, used.areComplete, findNames);
  }

  /** Reads a topic; returns its part where it is another than before. */
  private readTopic(path: string, isAll: boolean): ArrayBuffer | undefined {
    const before = this.states.get(path);
    const { topic, problems } = this.reader.readTopic(path, this.files.get(path)!);
    if (!topic) {
      // The last good version refers to names by their keys, which may be gone by now; it is shown as it was.
      const isKept =
        before?.key !== undefined && (!isAll || before.key.startsWith(`${this.head?.id ?? ''}/`));
      this.states.set(path, {
        ...(isKept && { key: before.key }),
        checksum: before?.checksum ?? 0,
        problems,
        isKept,
      });
      return undefined;
    }
    const part = encodeTopic(topic);
    const checksum = new Uint32Array(part, CHECKSUM * 4, 1)[0]!;
    this.states.set(path, { key: topic.key, checksum, problems, isKept: false });
    return before?.key === topic.key && before.checksum === checksum ? undefined : part;
  }

  /** Whether the topic's problems can be mended by an edit of another: ids that both give. */
  private isInConflict(path: string): boolean {
    return this.states.get(path)?.problems.some(({ code }) => code === 'duplicate-id') ?? false;
  }

  /**
   * Takes up a dossier that was packed before, without its files: topics can be read again then, the manifest and the
   * names cannot.
   * @param manifest the bytes of `dossier.yaml`
   */
  static resume(given: {
    readonly manifest: Uint8Array;
    readonly names: NamesWithFinder;
    readonly topics: readonly PackedTopic[];
    readonly problems: readonly Problem[];
    readonly hashes: Iterable<readonly [path: string, hash: string]>;
  }): DossierSession | undefined {
    const session = new DossierSession();
    session.files.set(MANIFEST_FILE, given.manifest);
    session.readManifest();
    if (!session.head) return undefined;
    session.manifestProblems = given.problems.filter(({ file }) => file === MANIFEST_FILE);
    session.namesProblems = given.problems.filter(({ file }) => file === NAMES_FILE);
    const { packed: packedNames, findNames } = given.names;
    session.names = given.names;
    session.reader.useNames(packedNames.keysById, session.namesProblems.length === 0, findNames);
    for (const [path, hash] of given.hashes) session.hashes.know(path, hash);
    for (const packed of given.topics) {
      const { file } = packed.topic;
      session.reader.knowTopic(file, {
        hashes: packed.idHashes,
        lineOf: (id) => packed.factById(id)?.position.line,
      });
      session.files.set(file, new Uint8Array());
      session.states.set(file, {
        key: packed.key,
        checksum: packed.checksum,
        problems: given.problems.filter((problem) => problem.file === file),
        isKept: false,
      });
    }
    session.isResumed = true;
    return session;
  }

  /** Whether these changes can be taken: a resumed session knows nothing of the other files. */
  canTake(changes: Iterable<FileChange>): boolean {
    if (!this.isResumed) return true;
    return ![...changes].some(([path]) => path === MANIFEST_FILE || path === NAMES_FILE);
  }

  /** Whether a topic was only packed before and its bytes are not known. */
  private isUnread(path: string): boolean {
    return this.isResumed && this.files.get(path)?.length === 0;
  }
}

function hasBroken(problems: readonly Problem[]): boolean {
  return problems.some(({ code, severity }) => severity === 'error' && BROKEN.has(code));
}
