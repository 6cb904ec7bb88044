import type * as vscode from 'vscode';
import type { FileChange } from '../../core/format/readingSession';
import type { Dossier, Problem } from '../../core/model';
import { PackedShelf } from '../../core/pack/packedShelf';
import { openParcel } from '../../core/pack/parts';
import type { Shelf } from '../../core/shelf';
import type { WorkerClient } from '../worker/workerClient';
import type { DossierFolder } from './discovery';
import { listFiles, readFiles } from './folderFiles';

/** A dossier's folder with what was last read from it. */
export class DossierEntry {
  shelf: Shelf | undefined;
  problems: readonly Problem[] = [];
  /** The same as long as the names are. */
  namesHash = '';
  /** What could not be read at all, by path; the worker never sees these files. */
  private readonly unreadable = new Map<string, Problem>();

  constructor(
    readonly folder: DossierFolder,
    private readonly worker: WorkerClient,
  ) {}

  get dossier(): Dossier | undefined {
    return this.shelf?.dossier;
  }

  get uri(): vscode.Uri {
    return this.folder.uri;
  }

  /** Reads all files again. */
  async readAll(token?: vscode.CancellationToken): Promise<void> {
    this.unreadable.clear();
    await this.send(await this.read(await this.paths()), true, token);
  }

  /** Reads these files again, by their paths in the folder. */
  async readChanged(paths: readonly string[], token?: vscode.CancellationToken): Promise<void> {
    const isTaken = await this.send(await this.read(paths), false, token);
    // A worker that rested, or failed, has forgotten the other files.
    if (!isTaken) await this.readAll(token);
  }

  /** The path of a file in this folder; `undefined` for any other file. */
  pathOf(file: vscode.Uri): string | undefined {
    const { scheme, authority, path } = this.uri;
    const folder = path.endsWith('/') ? path : `${path}/`;
    const isInside = file.scheme === scheme && file.authority === authority && file.path.startsWith(folder);
    return isInside ? file.path.slice(folder.length) : undefined;
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
    const { files, problems } = await readFiles(this.uri, paths);
    for (const path of paths) this.unreadable.delete(path);
    for (const problem of problems) this.unreadable.set(problem.file, problem);
    return files;
  }

  private async send(
    files: readonly FileChange[],
    isAll: boolean,
    token: vscode.CancellationToken | undefined,
  ): Promise<boolean> {
    const folder = this.uri.toString();
    const answer = await this.worker.ask('read', { folder, files, isAll }, [], token);
    if (answer === 'unknown') return false;
    // What was good stays in use for as long as its file is there.
    const isGone = files.some(([path, bytes]) => path === 'dossier.yaml' && !bytes);
    if (answer.parcel) {
      const before = this.shelf instanceof PackedShelf ? this.shelf : undefined;
      const shelf = openParcel(answer.parcel, before);
      // What the worker believes to be known here is not: it is told all again.
      if (!shelf) return false;
      this.shelf = shelf;
    } else if (isGone) this.shelf = undefined;
    this.namesHash = answer.namesHash;
    const unreadable = [...this.unreadable.values()];
    // A file that cannot be read is not a missing one.
    const others = answer.problems.filter(
      ({ code, file }) => !(code === 'missing-manifest' && this.unreadable.has(file)),
    );
    this.problems = [...unreadable, ...others];
    return true;
  }
}
