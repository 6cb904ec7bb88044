import * as vscode from 'vscode';
import { Library } from '../core/library';
import type { Dossier, Problem } from '../core/model';
import { setContextKey } from './contextKeys';
import { Disposable } from './disposable';
import { isMadeFrom, readDossierFolder } from './dossierFolder';
import type { Log } from './log';

/** The dossiers that ship with the extension, as folders below `data/`. */
const BUNDLED = ['france-north-korea'];

/** A problem with the file it is in. */
export interface LocatedProblem {
  readonly uri: vscode.Uri;
  readonly problem: Problem;
}

/** A loaded dossier with its folder. */
export interface DossierPlace {
  readonly uri: vscode.Uri;
  readonly dossier: Dossier;
  /** Whether its files may be changed: the bundled dossiers' may not. */
  readonly isWritable: boolean;
}

/** A file of a dossier. */
export interface FilePlace {
  readonly folder: vscode.Uri;
  /** The file's path in the folder. */
  readonly file: string;
  /** Absent where the dossier is not loaded. */
  readonly dossier?: Dossier;
  readonly isWritable: boolean;
}

interface Loaded {
  readonly dossier: Dossier;
  readonly folder: vscode.Uri;
}

/** Loads dossiers on first use and keeps the library. */
export class LibraryService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Library>());
  /** Fires after the library was loaded again; the first load is told to those who wait for it. */
  readonly onDidChange = this.changed.event;

  private readonly lastGood = new Map<string, Loaded>();
  private library: Library | undefined;
  private loading: Promise<Library> | undefined;
  private found: readonly LocatedProblem[] = [];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    super();
  }

  /** The library if it is loaded; never starts loading. */
  get loaded(): Library | undefined {
    return this.library;
  }

  /** What is wrong in the files of the dossiers. */
  get problems(): readonly LocatedProblem[] {
    return this.found;
  }

  /** The library; loads it at the first call. Never rejects: what could not be read is in `problems`. */
  load(): Promise<Library> {
    this.loading ??= this.open();
    return this.loading;
  }

  /** Reads all dossiers again. A dossier that cannot be read any more stays as it last was. */
  async reload(): Promise<Library> {
    this.loading = this.read();
    const library = await this.loading;
    this.changed.fire(library);
    return library;
  }

  /** The file that a position of a dossier is in. */
  fileUri(dossier: string, file: string): vscode.Uri | undefined {
    const folder = [...this.lastGood.values()].find((loaded) => loaded.dossier.id === dossier)?.folder;
    return folder && vscode.Uri.joinPath(folder, file);
  }

  /** The dossiers that are loaded, with the folders that they were read from. */
  folders(): readonly DossierPlace[] {
    return [...this.lastGood.values()].map(({ folder, dossier }) => ({
      uri: folder,
      dossier,
      isWritable: this.isWritable(folder),
    }));
  }

  /** The dossier's folder that a file belongs to, by the loaded dossiers, else by what the file is called. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    for (const { folder, dossier } of this.lastGood.values()) {
      if (folder.scheme === uri.scheme && folder.authority === uri.authority) {
        const file = uri.path.startsWith(`${folder.path}/`) && uri.path.slice(folder.path.length + 1);
        if (file) return { folder, file, dossier, isWritable: this.isWritable(folder) };
      }
    }
    const [, path = '', file = ''] =
      /^(.+)\/(topics\/[^/]+\.md|(?:names|dossier)\.yaml)$/u.exec(uri.path) ?? [];
    if (file === '') return undefined;
    const folder = uri.with({ path });
    return { folder, file, isWritable: this.isWritable(folder) };
  }

  /** What ships with the extension is replaced when it is updated, so nobody's work goes there. */
  private isWritable(folder: vscode.Uri): boolean {
    const isOwn = folder.toString().startsWith(`${this.extensionUri.toString()}/`);
    return !isOwn && vscode.workspace.fs.isWritableFileSystem(folder.scheme) !== false;
  }

  /** The first library, from the packs of the build: nothing is parsed, no file is read. */
  private async open(): Promise<Library> {
    const startMs = performance.now();
    const [{ packs }, { readPack }] = await Promise.all([
      import('./lazy/packs'),
      import('../core/format/pack'),
    ]);
    const opened = BUNDLED.map((name) => ({
      folder: this.bundledFolder(name),
      pack: readPack(packs[name] ?? ''),
    }));
    if (opened.some(({ pack }) => pack === undefined)) return this.read();
    for (const { folder, pack } of opened) this.keep(folder, pack!.dossier);
    const library = this.makeLibrary(opened.map(({ folder }) => folder));
    this.report([], library, performance.now() - startMs);
    // A bundled dossier can be edited, or damaged: then its files count. That is found out without anyone waiting.
    Promise.all(opened.map(({ folder, pack }) => isMadeFrom(pack!, folder)))
      .then((areMade) => (areMade.every(Boolean) || this.isDisposed ? undefined : this.reload()))
      .catch((error: unknown) => this.log.failure('dossier.reload', error));
    return library;
  }

  private async read(): Promise<Library> {
    const startMs = performance.now();
    const problems: LocatedProblem[] = [];
    const folders = BUNDLED.map((name) => this.bundledFolder(name));
    for (const folder of folders) {
      const result = await readDossierFolder(folder);
      for (const problem of result.problems) {
        problems.push({ uri: vscode.Uri.joinPath(folder, problem.file), problem });
      }
      if (result.dossier) this.keep(folder, result.dossier);
    }
    this.found = problems;
    const library = this.makeLibrary(folders);
    this.report(problems, library, performance.now() - startMs);
    return library;
  }

  private keep(folder: vscode.Uri, dossier: Dossier): void {
    this.lastGood.set(folder.toString(), { dossier, folder });
  }

  private makeLibrary(folders: readonly vscode.Uri[]): Library {
    this.library = new Library(
      folders.flatMap((folder) => this.lastGood.get(folder.toString())?.dossier ?? []),
    );
    return this.library;
  }

  private bundledFolder(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'data', name);
  }

  private report(problems: readonly LocatedProblem[], library: Library, durationMs: number): void {
    for (const { uri, problem } of problems) {
      const place = `${uri.path}:${problem.line + 1}:${problem.column + 1}`;
      const line = `${place}: ${problem.message} ${problem.remedy} [${problem.code}]`;
      if (problem.severity === 'error') this.log.error(line);
      else this.log.warn(line);
    }
    for (const dossier of library.dossiers) {
      this.log.info(
        `Loaded "${dossier.title}": ${dossier.topics.length} topics, ${dossier.names.length} names, in ${durationMs.toFixed(0)} ms.`,
      );
    }
    const failed = library.dossiers.length === 0;
    setContextKey('dossier.state', failed ? (problems.length > 0 ? 'failed' : 'empty') : 'ready');
    const errors = problems.filter(({ problem }) => problem.severity === 'error');
    if (errors.length > 0) this.tellUser(errors);
  }

  private tellUser(errors: readonly LocatedProblem[]): void {
    const [first] = errors;
    if (!first) return;
    const file = first.uri.path.slice(first.uri.path.lastIndexOf('/') + 1);
    const place = `${file}:${first.problem.line + 1}:${first.problem.column + 1}`;
    const message =
      errors.length === 1
        ? vscode.l10n.t('Dossier: {0}: {1} {2}', place, first.problem.message, first.problem.remedy)
        : vscode.l10n.t(
            'Dossier: {0} problems, the first in {1}: {2} {3}',
            errors.length,
            place,
            first.problem.message,
            first.problem.remedy,
          );
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window.showWarningMessage(message, showLog).then((chosen) => {
      if (chosen === showLog) this.log.show();
    });
  }
}
