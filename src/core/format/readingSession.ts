import type { Dossier, Problem } from '../model';
import { hashFiles } from './pack';
import { MANIFEST_FILE, NAMES_FILE, readDossier, type ReadResult } from './readDossier';

/** A file of a dossier as it is now, by its path in the folder; without bytes where it is gone. */
export type FileChange = readonly [path: string, bytes: Uint8Array | undefined];

/** What reading the changed files gave. */
export interface SessionResult {
  /** Absent where no version of the dossier could be read yet. */
  readonly dossier?: Dossier;
  /** All problems of the files as they are now, also of those whose last good version stays in use. */
  readonly problems: readonly Problem[];
  /** Paths of files that cannot be read now, and of which the last good version is in use. */
  readonly kept: readonly string[];
  /** Over all files in use; see `hashFiles`. */
  readonly hash: string;
  /** Over the names file in use: as long as it is the same, names are. */
  readonly namesHash: string;
}

/** Problems that leave nothing, or nobody knows what, of the YAML file they are in. */
const BROKEN = new Set([
  'bad-encoding',
  'bad-names',
  'bad-yaml',
  'file-too-large',
  'nul-byte',
  'too-many-aliases',
  'unreadable-file',
  'yaml-documents',
  'yaml-tab',
]);

/**
 * The files of one dossier over time. A file that cannot be read any more stays in use as it last was good, and its
 * problems are told all the same; a file that is deleted is gone.
 */
export class ReadingSession {
  private readonly files = new Map<string, Uint8Array>();
  private readonly good = new Map<string, Uint8Array>();

  /** Takes changed files and reads the dossier. */
  update(changes: Iterable<FileChange>): SessionResult {
    for (const [path, bytes] of changes) {
      if (bytes) this.files.set(path, bytes);
      else {
        this.files.delete(path);
        this.good.delete(path);
      }
    }
    /** Of broken files, as they are now; their last good versions have none, or older ones. */
    const problems: Problem[] = [];
    const told = new Set<string>();
    const used = new Map(this.files);
    const broken = new Set<string>();
    const kept = new Set<string>();
    let read = readDossier(used);
    // With the last good manifest, topics are read that nobody looked at before, and can be broken as well.
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const path of this.brokenFiles(read, used)) {
        broken.add(path);
        const good = this.good.get(path);
        if (!good || kept.has(path)) continue;
        kept.add(path);
        used.set(path, good);
        isMore = true;
      }
      if (isMore) {
        problems.push(...read.problems.filter(({ file }) => kept.has(file) && !told.has(file)));
        for (const path of kept) told.add(path);
        read = readDossier(used);
      }
    }
    for (const [path, bytes] of this.files) if (!broken.has(path)) this.good.set(path, bytes);
    return {
      ...(read.dossier && { dossier: read.dossier }),
      problems: [...problems, ...read.problems.filter(({ file }) => !told.has(file))],
      kept: [...kept],
      hash: hashFiles(used),
      namesHash: hashFiles(new Map([...used].filter(([path]) => path === NAMES_FILE))),
    };
  }

  /** Forgets all files but these: what is not among them is gone. */
  forgetFilesNotIn(files: Iterable<FileChange>): void {
    const paths = new Set([...files].map(([path]) => path));
    for (const path of this.files.keys()) {
      if (paths.has(path)) continue;
      this.files.delete(path);
      this.good.delete(path);
    }
  }

  private brokenFiles(
    { dossier, problems }: ReadResult,
    used: ReadonlyMap<string, Uint8Array>,
  ): readonly string[] {
    const isBroken = (file: string): boolean =>
      problems.some(
        (problem) => problem.file === file && problem.severity === 'error' && BROKEN.has(problem.code),
      );
    const broken: string[] = [];
    if (used.has(MANIFEST_FILE) && (!dossier || isBroken(MANIFEST_FILE))) broken.push(MANIFEST_FILE);
    if (isBroken(NAMES_FILE)) broken.push(NAMES_FILE);
    // Without a manifest nobody looked at the topics.
    if (!dossier) return broken;
    const read = new Set(dossier.topics.map((topic) => topic.file));
    for (const path of used.keys()) {
      if (path !== MANIFEST_FILE && path !== NAMES_FILE && !read.has(path)) broken.push(path);
    }
    return broken;
  }
}
