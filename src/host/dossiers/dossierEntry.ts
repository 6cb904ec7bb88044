import type * as vscode from 'vscode';
import type { Dossier, Problem } from '../../core/model';
import type { FileChange, SessionResult } from '../../core/pack/dossierSession';
import { PackedShelf } from '../../core/pack/packedShelf';
import { openParcel, type DossierParcel } from '../../core/pack/parts';
import type { Shelf } from '../../core/shelf';
import { OutOfMemory, type AskOptions, type WorkerClient } from '../worker/workerClient';
import type { DossierFolder } from './discovery';
import { listFiles, readFiles } from './folderFiles';
import type { CachedDossier, PackCache } from './packCache';
import { changedFiles, look, type Signature } from './signature';

/** Reading that took longer is kept in the cache: less is not worth the disk. */
const WORTH_CACHING_MS = 300;

/** Where more files have changed, all are read, and packed anew. */
const MOST_CHANGED = 30;

/** A dossier's folder with what was last read from it. */
export class DossierEntry {
  shelf: Shelf | undefined;
  problems: readonly Problem[] = [];
  /** The same as long as the names are. */
  namesHash = '';
  /** Goes up whenever the dossier or its problems are others than before. */
  revision = 0;
  /** What could not be read at all, by path; the worker never sees these files. */
  private readonly unreadable = new Map<string, Problem>();
  /** Times and sizes of the files when they were last read, by path; empty as long as only the build has read them. */
  private readonly seen = new Map<string, Signature[number]>();
  /** Where the dossier came out of the cache and the worker has not seen it. */
  private cached: CachedDossier | undefined;
  /** Where it came out of the cache and nobody has looked whether its files are the same. */
  private uncertain: CachedDossier | undefined;

  constructor(
    readonly folder: DossierFolder,
    private readonly worker: WorkerClient,
    private readonly cache: PackCache,
  ) {}

  get dossier(): Dossier | undefined {
    return this.shelf?.dossier;
  }

  get uri(): vscode.Uri {
    return this.folder.uri;
  }

  /** Reads the dossier for the first time: out of the cache where that has it, else all files. */
  async open(options: AskOptions): Promise<void> {
    if (!(await this.openKept())) await this.readAll(options);
  }

  /** Opens the dossier as the cache has it; `catchUp` is to follow. Whether it has. */
  async openKept(): Promise<boolean> {
    const cached = await this.cache.find(this.uri);
    if (!cached) return false;
    this.cached = cached;
    this.uncertain = cached;
    this.shelf = cached.shelf;
    this.problems = cached.problems;
    this.namesHash = cached.namesHash;
    for (const each of cached.signature) this.seen.set(each[0], each);
    return true;
  }

  /** Reads the files that are others than those that the cache had, if the dossier came from there. */
  async catchUp(options: AskOptions): Promise<void> {
    const cached = this.uncertain;
    if (!cached) return;
    this.uncertain = undefined;
    if (!(await cached.isWhole())) return this.readAll(options);
    const paths = await this.paths();
    const changed = await changedFiles(this.uri, paths, cached.signature);
    if (changed.length === 0) return;
    if (changed.length > MOST_CHANGED) return this.readAll(options);
    const result = await this.readChanged(changed, options);
    if (result) this.keep(result, paths);
  }

  /** Reads all files again. */
  async readAll(options: AskOptions = {}): Promise<void> {
    for (;;) {
      try {
        await this.readAllOnce(options);
        return;
      } catch (error) {
        // The files were given away with the worker; the next one has more memory.
        if (!(error instanceof OutOfMemory)) throw error;
      }
    }
  }

  private async readAllOnce(options: AskOptions): Promise<void> {
    const startMs = performance.now();
    this.unreadable.clear();
    this.cached = undefined;
    this.uncertain = undefined;
    this.seen.clear();
    const paths = await this.paths();
    const files = await this.read(paths);
    // Given away rather than copied: of the files only the worker holds the bytes.
    const transfer = files.flatMap(([, bytes]) => (bytes ? [bytes.buffer as ArrayBuffer] : []));
    const request = { folder: this.key, files, isAll: true };
    const result = await this.worker.ask('read', request, { ...options, transfer });
    if (result === 'unknown') return;
    this.take(result, files);
    const present = files.flatMap(([path, bytes]) => (bytes ? [path] : []));
    if (performance.now() - startMs >= WORTH_CACHING_MS) this.keep(result, present);
  }

  /** Puts what was just read into the cache. */
  private keep(result: SessionResult, present: readonly string[]): void {
    const { shelf, problems } = this;
    if (!(shelf instanceof PackedShelf)) return;
    const finder = (): Promise<ArrayBuffer | undefined> => this.worker.ask('finderOf', this.key);
    this.cache.keep(this.uri, present, { ...result, shelf, problems, finder });
  }

  /** Reads the files that are others than when they were last read: file watchers do not tell of each. */
  async readOutdated(options: AskOptions): Promise<void> {
    if (this.seen.size === 0) return;
    const changed = await changedFiles(this.uri, await this.paths(), [...this.seen.values()]);
    if (changed.length > MOST_CHANGED) await this.readAll(options);
    else if (changed.length > 0) await this.readChanged(changed, options);
  }

  /** Reads these files again, by their paths in the folder; what that gave, where not all had to be read. */
  async readChanged(paths: readonly string[], options: AskOptions = {}): Promise<SessionResult | undefined> {
    const files = await this.read(paths);
    const request = { folder: this.key, files, isAll: false };
    let result = await this.worker.ask('read', request, options);
    // A worker that rested, or that only the cache was asked before, takes up what was packed.
    if (result === 'unknown' && (await this.resume(options))) {
      result = await this.worker.ask('read', request, options);
    }
    if (result !== 'unknown' && this.take(result, files)) return result;
    await this.readAll(options);
    return undefined;
  }

  /** The path of a file in this folder; `undefined` for any other file. */
  pathOf(file: vscode.Uri): string | undefined {
    const { scheme, authority, path } = this.uri;
    const folder = path.endsWith('/') ? path : `${path}/`;
    const isInside = file.scheme === scheme && file.authority === authority && file.path.startsWith(folder);
    return isInside ? file.path.slice(folder.length) : undefined;
  }

  private get key(): string {
    return this.uri.toString();
  }

  /** Gives the worker what came out of the cache; whether it could take it. Worth while before somebody edits. */
  async resume(options: AskOptions = {}): Promise<boolean> {
    const { cached } = this;
    if (!cached) return false;
    this.cached = undefined;
    const { files } = await readFiles(this.uri, ['dossier.yaml']);
    const manifest = files[0]?.[1];
    if (!manifest) return false;
    const packs = await cached.readAgain();
    if (!packs) return false;
    const { problems, hashes } = cached;
    const { names, topics, finder } = packs;
    const buffers = [names, ...(finder ? [finder] : []), ...topics.slice(0, 1).map(({ buffer }) => buffer)];
    const request = { folder: this.key, manifest, ...packs, problems, hashes };
    return this.worker.ask('resume', request, { ...options, transfer: buffers });
  }

  private async paths(): Promise<readonly string[]> {
    if (this.folder.origin !== 'bundled') return listFiles(this.uri);
    // An extension's own folder cannot be listed where it is served over HTTP (vscode.dev).
    const { files } = await readFiles(this.uri, ['dossier.yaml']);
    const manifest = files[0]?.[1];
    const topics = manifest ? await this.worker.ask('listTopics', manifest) : [];
    return ['dossier.yaml', 'names.yaml', ...topics];
  }

  private async read(paths: readonly string[]): Promise<readonly FileChange[]> {
    const seen = await look(this.uri, paths);
    const { files, problems } = await readFiles(this.uri, paths);
    for (const path of paths) {
      this.seen.delete(path);
      this.unreadable.delete(path);
    }
    for (const each of seen) this.seen.set(each[0], each);
    for (const problem of problems) this.unreadable.set(problem.file, problem);
    return files;
  }

  /** Takes what the worker made; `false` where it refers to something that is not known here. */
  private take(result: SessionResult, files: readonly FileChange[]): boolean {
    const before = this.shelf;
    if (result.parcel) {
      const packed = before instanceof PackedShelf ? before : undefined;
      const shelf = packed && isOf(result.parcel, packed) ? packed : openParcel(result.parcel, packed);
      if (!shelf) return false;
      this.shelf = shelf;
    } else if (files.some(([path, bytes]) => path === 'dossier.yaml' && !bytes)) {
      // What was good stays in use for as long as its file is there.
      this.shelf = undefined;
    }
    this.namesHash = result.namesHash;
    // A file that cannot be read is not a missing one.
    const others = result.problems.filter(
      ({ code, file }) => !(code === 'missing-manifest' && this.unreadable.has(file)),
    );
    const problems = [...this.unreadable.values(), ...others];
    if (before !== this.shelf || JSON.stringify(problems) !== JSON.stringify(this.problems)) this.revision++;
    this.problems = problems;
    return true;
  }
}

/** Whether a parcel holds nothing that the shelf does not: a file was saved without a change, or told of twice. */
function isOf({ head, names, topics }: DossierParcel, shelf: PackedShelf): boolean {
  return (
    !names &&
    topics.length === shelf.packedTopics.length &&
    topics.every(({ key, part }, at) => !part && key === shelf.packedTopics[at]!.key) &&
    JSON.stringify(head) === JSON.stringify(shelf.head)
  );
}
