import * as vscode from 'vscode';
import { Library } from '../core/library';
import type { Dossier, Key } from '../core/model';
import { PlainShelf } from '../core/plainShelf';
import { setContextKey } from './contextKeys';
import { Disposable } from './disposable';
import { bundledPack, isMadeFrom } from './dossiers/bundledPacks';
import { DossierChanges, type Changes } from './dossiers/changes';
import { showProblems, type LocatedProblem } from './dossiers/diagnostics';
import { bundledFolders, findDossierFolders, userFolders, type DossierFolder } from './dossiers/discovery';
import { DossierEntry } from './dossiers/dossierEntry';
import { isDossierFile } from './dossiers/folderFiles';
import { areRelated, NewFolders } from './dossiers/newFolders';
import { inUsersOrder } from './dossiers/order';
import type { PackCache } from './dossiers/packCache';
import { logLoaded } from './dossiers/logLoaded';
import { isWritable, placeAmong, type DossierPlace } from './dossiers/place';
import { sameIdProblems } from './dossiers/sameId';
import { showSlowReading } from './dossiers/slowReading';
import type { WorkspaceMemory } from './dossiers/workspaceMemory';
import type { Log } from './log';
import { Cancelled, type AskOptions, type WorkerClient } from './worker/workerClient';

/** How long after the first load other dossiers are looked for. */
const LOOK_AFTER_MS = 20;

/** The library was loaded again, or a part of it. */
export interface LibraryChange {
  readonly library: Library;
  /** The names, their forms, or the dossiers are others; without it only topics are. */
  readonly areNamesChanged: boolean;
}

/** A dossier with its folder. */
export interface FoundDossier {
  readonly uri: vscode.Uri;
  readonly dossier: Dossier;
  readonly origin: DossierFolder['origin'];
  readonly isWritable: boolean;
  /** Whether it is part of the library; it is not where it is switched off, or another has its id. */
  readonly isOn: boolean;
}

/**
 * Finds dossiers, keeps the library of them, and follows their files. The bundled dossier is there at once; those of
 * the workspace and of `dossier.folders` join when they are read, off the extension host's thread.
 */
export class LibraryService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<LibraryChange>());
  /** Fires after the library changed; the first load is told to those who wait for it. */
  readonly onDidChange = this.changed.event;

  private readonly changes = this.register(new DossierChanges());
  private readonly shown = this.register(vscode.languages.createDiagnosticCollection('dossier'));
  private readonly entries = new Map<string, DossierEntry>();
  private library: Library | undefined;
  private loading: Promise<Library> | undefined;
  /** Work on the entries, one after the other. */
  private work: Promise<unknown> = Promise.resolve();
  private found: readonly LocatedProblem[] = [];
  private readonly newFolders = this.register(new NewFolders((folders) => this.lookAgain(folders)));
  private namesHash = '';

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly worker: WorkerClient,
    private readonly cache: PackCache,
    private readonly memory: WorkspaceMemory,
    private readonly log: Log,
  ) {
    super();
    this.register(this.changes.onDidChange((changes) => this.follow(changes)));
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.prepare(document)));
  }

  /** The library if it is loaded; never starts loading. */
  get loaded(): Library | undefined {
    return this.library;
  }

  /** What is wrong in the files of the dossiers. */
  get problems(): readonly LocatedProblem[] {
    return this.found;
  }

  /**
   * The library as it is now; the first call opens the bundled dossier and starts looking for others, which join later
   * (`onDidChange`, `settled`). Never rejects: what could not be read is in `problems`.
   */
  load(): Promise<Library> {
    this.loading ??= this.open();
    return this.loading;
  }

  /** The library as soon as it can hold this key: dossiers of the workspace join later than those of the extension. */
  async loadFor(key: Key | undefined): Promise<Library> {
    const library = await this.load();
    const isThere = key === undefined || library.dossier(key.split('/', 1)[0]!) !== undefined;
    return isThere ? library : this.settled();
  }

  /** The library once all that is to be read has been read. */
  async settled(): Promise<Library> {
    let library = await this.load();
    for (let work; work !== this.work;) {
      work = this.work;
      await work;
      library = await this.load();
    }
    return library;
  }

  /** Looks for dossiers and reads all of them again. A file that cannot be read any more stays as it last was. */
  async reload(): Promise<Library> {
    await this.load();
    await this.inTurn(async () => {
      await this.findFolders();
      for (const entry of this.entries.values()) await this.read(entry, (options) => entry.readAll(options));
      this.publish(true);
    });
    return this.settled();
  }

  /** Reads a folder whose files have just been written, without waiting for the file system to tell of it. */
  async refresh(folder: vscode.Uri): Promise<void> {
    await this.load();
    await this.inTurn(async () => {
      const fresh = await this.readNewFolders();
      const entry = this.entries.get(folder.toString());
      if (!entry || fresh.includes(entry)) return;
      await this.read(entry, (options) => entry.readAll(options));
      this.publish(false);
    });
  }

  /** The file that a position of a dossier is in. */
  fileUri(dossier: string, file: string): vscode.Uri | undefined {
    const folder = this.folders().find((found) => found.dossier.id === dossier && found.isOn)?.uri;
    return folder && vscode.Uri.joinPath(folder, file);
  }

  /** All dossiers that could be read, in the library's order, then those that are switched off. */
  folders(): readonly FoundDossier[] {
    const on = this.library?.dossiers ?? [];
    const found = [...this.entries.values()].flatMap(({ dossier, folder, uri }): FoundDossier[] =>
      dossier
        ? [
            {
              uri,
              dossier,
              origin: folder.origin,
              isWritable: isWritable(folder),
              isOn: on.includes(dossier),
            },
          ]
        : [],
    );
    const place = ({ dossier }: FoundDossier): number => on.indexOf(dossier) + 1 || Infinity;
    return found.sort((a, b) => place(a) - place(b) || 0);
  }

  /** The dossier that a file belongs to, by those that were found, else by what the file is called. */
  placeOf(uri: vscode.Uri): DossierPlace | undefined {
    return placeAmong(this.entries.values(), uri);
  }

  /** The first library, from the packs of the build. */
  private async open(): Promise<Library> {
    const startMs = performance.now();
    const stale: DossierEntry[] = [];
    const checks: (() => Promise<void>)[] = [];
    const known = this.memory.recall();
    for (const folder of bundledFolders(this.extensionUri)) {
      const entry = this.entry(folder);
      const pack = await bundledPack(folder.uri);
      entry.shelf = pack && new PlainShelf(pack.dossier);
      if (!pack) stale.push(entry);
      // Whether the files are still those of the pack is found out without anyone waiting.
      else {
        checks.push(async () => {
          if (await isMadeFrom(pack, folder.uri)) return;
          await this.read(entry, (options) => entry.readAll(options));
          this.publish(true);
        });
      }
    }
    for (const entry of stale) await this.read(entry, (options) => entry.readAll(options));
    const library = this.assemble();
    logLoaded(this.log, library, this.found, performance.now() - startMs);
    this.changes.watch(userFolders());
    void this.inTurn(async () => {
      // Whoever asked first, for a card perhaps, comes first.
      await new Promise<void>((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
      await this.openKnown(await known);
      for (const check of checks) await check();
      await this.readNewFolders();
      await this.cache.clean();
    });
    return library;
  }

  private entry(folder: DossierFolder): DossierEntry {
    const key = folder.uri.toString();
    let entry = this.entries.get(key);
    if (!entry) this.entries.set(key, (entry = new DossierEntry(folder, this.worker, this.cache)));
    return entry;
  }

  /** Opens what the cache has of the dossiers that were here the last time, before they are looked for. */
  private async openKnown(folders: readonly DossierFolder[]): Promise<void> {
    let isAny = false;
    for (const folder of folders) {
      if (await this.entry(folder).openKept()) isAny = true;
      // Not in the cache: it is read once it is found.
      else this.entries.delete(folder.uri.toString());
    }
    if (isAny) this.publish(true);
    else this.memory.dropFinder();
  }

  /** Reads what has changed since it was put into the cache. */
  private async catchUp(): Promise<void> {
    const before = this.revision;
    for (const entry of this.entries.values()) await this.read(entry, (options) => entry.catchUp(options));
    if (this.revision !== before) this.publish(false);
  }

  /** Looks for dossiers anew; returns those that were not known. */
  private async findFolders(): Promise<readonly DossierEntry[]> {
    const found = await findDossierFolders();
    this.memory.noteFolders(found);
    const folders = [...found, ...bundledFolders(this.extensionUri)];
    const keys = new Set(folders.map(({ uri }) => uri.toString()));
    for (const key of this.entries.keys()) {
      if (keys.has(key)) continue;
      this.entries.delete(key);
      await this.worker.ask('forget', key);
    }
    this.changes.watchDossiers(found.map(({ uri }) => uri));
    return folders.flatMap((folder) => (this.entries.has(folder.uri.toString()) ? [] : [this.entry(folder)]));
  }

  private async readNewFolders(): Promise<readonly DossierEntry[]> {
    const startMs = performance.now();
    const before = this.entries.size;
    const fresh = await this.findFolders();
    for (const entry of fresh) await this.read(entry, (options) => entry.open(options));
    const isChanged = fresh.length > 0 || this.entries.size !== before;
    this.publish(isChanged);
    if (isChanged) logLoaded(this.log, this.library, this.found, performance.now() - startMs);
    await this.catchUp();
    return fresh;
  }

  /** Somebody opens a file of a dossier and may edit it: the worker gets ready where it has not read the dossier. */
  private prepare({ uri }: vscode.TextDocument): void {
    for (const entry of this.entries.values()) {
      const path = entry.pathOf(uri);
      if (path === undefined || !isDossierFile(path)) continue;
      void this.inTurn(async () => {
        await entry.resume();
      });
    }
  }

  private follow({ files, folders }: Changes): void {
    if (!this.loading) return;
    void this.inTurn(async () => {
      if (folders) {
        this.changes.watch(userFolders());
        this.newFolders.note(files);
      }
      const isKnown = (folder: vscode.Uri): boolean => this.entries.has(folder.toString());
      if (folders || (await this.newFolders.holdUnknown(files, isKnown))) await this.readNewFolders();
      const before = this.revision;
      for (const entry of this.entries.values()) {
        const paths = new Set(files.flatMap((file) => entry.pathOf(file) ?? []));
        if (paths.size === 0) continue;
        // Something that is no file of a dossier can be its folder "topics".
        const isAll = paths.has('topics');
        const changed = [...paths].filter(isDossierFile);
        if (!isAll && changed.length === 0) continue;
        this.newFolders.noteChanges(entry.uri, changed);
        await this.read(entry, async (options) => {
          if (isAll) await entry.readAll(options);
          else await entry.readChanged(changed, options);
        });
      }
      if (this.revision !== before) this.publish(false);
    });
  }

  private get revision(): number {
    return [...this.entries.values()].reduce((sum, { revision }) => sum + revision, 0);
  }

  /** Reads what changed in folders in which nobody told of everything. */
  private lookAgain(folders: readonly vscode.Uri[]): void {
    void this.inTurn(async () => {
      const fresh = await this.readNewFolders();
      const before = this.revision;
      for (const entry of this.entries.values()) {
        const isNew = folders.some((folder) => areRelated(folder, entry.uri));
        if (!isNew || fresh.includes(entry)) continue;
        await this.read(entry, (options) => entry.readOutdated(options));
      }
      if (this.revision !== before) this.publish(false);
    });
  }

  /** Reads an entry and tells of it where that takes long; a failure is logged and leaves what was. */
  private async read(entry: DossierEntry, work: (options: AskOptions) => Promise<void>): Promise<void> {
    const place = vscode.workspace.asRelativePath(entry.uri);
    try {
      await showSlowReading(place, work);
    } catch (error) {
      if (error instanceof Cancelled) this.log.warn(`Reading ${place} was cancelled.`);
      else this.log.failure(`Reading ${place}`, error);
    }
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.work.then(work).catch((error: unknown) => this.log.failure('dossier.reload', error));
    this.work = turn;
    await turn;
  }

  /** Makes the library of what the entries hold, in the user's order, and shows what is wrong. */
  private assemble(): Library {
    const entries = inUsersOrder(this.entries.values());
    const used = new Map<string, DossierEntry>();
    for (const entry of entries) if (!used.has(entry.dossier!.id)) used.set(entry.dossier!.id, entry);
    const library = new Library([...used.values()].map(({ shelf }) => shelf!));
    this.library = library;
    this.loading = Promise.resolve(library);
    this.namesHash = [...used]
      .map(([id, { uri, namesHash }]) => `${id} ${uri.toString()} ${namesHash}`)
      .join('\n');
    this.found = [...this.entries.values()].flatMap(({ problems, uri }) =>
      problems.map((problem) => ({ uri: vscode.Uri.joinPath(uri, problem.file), problem })),
    );
    this.found = [...this.found, ...sameIdProblems(entries, used)];
    showProblems(this.shown, this.found);
    const isFailed = library.dossiers.length === 0 && this.found.length > 0;
    setContextKey('dossier.state', library.dossiers.length > 0 ? 'ready' : isFailed ? 'failed' : 'empty');
    return library;
  }

  private publish(isAnyway: boolean): void {
    if (this.isDisposed) return;
    const before = this.namesHash;
    const library = this.assemble();
    const areNamesChanged = isAnyway || before !== this.namesHash;
    this.changed.fire({ library, areNamesChanged });
  }
}
