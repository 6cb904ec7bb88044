import * as vscode from 'vscode';
import { Library } from '../core/library';
import type { Dossier, Problem } from '../core/model';
import { setContextKey } from './contextKeys';
import { Disposable } from './disposable';
import { readDossierFolder } from './dossierFolder';
import type { Log } from './log';

/** The dossiers that ship with the extension, as folders below `data/`. */
const BUNDLED = ['france-north-korea'];

/** A problem with the file it is in. */
export interface LocatedProblem {
  readonly uri: vscode.Uri;
  readonly problem: Problem;
}

interface Loaded {
  readonly dossier: Dossier;
  readonly folder: vscode.Uri;
}

/** Loads dossiers on first use and keeps the library. */
export class LibraryService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Library>());
  /** Fires after the library was loaded or loaded again. */
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
    this.loading ??= this.read();
    return this.loading;
  }

  /** Reads all dossiers again. A dossier that cannot be read any more stays as it last was. */
  reload(): Promise<Library> {
    this.loading = this.read();
    return this.loading;
  }

  /** The file that a position of a dossier is in. */
  fileUri(dossier: string, file: string): vscode.Uri | undefined {
    const folder = [...this.lastGood.values()].find((loaded) => loaded.dossier.id === dossier)?.folder;
    return folder && vscode.Uri.joinPath(folder, file);
  }

  private async read(): Promise<Library> {
    const startMs = performance.now();
    const problems: LocatedProblem[] = [];
    const dossiers: Dossier[] = [];
    for (const folder of this.folders()) {
      const result = await readDossierFolder(folder, this.packUri(folder));
      for (const problem of result.problems) {
        problems.push({ uri: vscode.Uri.joinPath(folder, problem.file), problem });
      }
      if (result.dossier) this.lastGood.set(folder.toString(), { dossier: result.dossier, folder });
      const kept = this.lastGood.get(folder.toString());
      if (kept) dossiers.push(kept.dossier);
    }
    const library = new Library(dossiers);
    this.library = library;
    this.found = problems;
    this.report(problems, library, performance.now() - startMs);
    this.changed.fire(library);
    return library;
  }

  /** Where the build puts the pack of a bundled dossier. */
  private packUri(folder: vscode.Uri): vscode.Uri {
    const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'packs', `${name}.json`);
  }

  private folders(): readonly vscode.Uri[] {
    return BUNDLED.map((name) => vscode.Uri.joinPath(this.extensionUri, 'data', name));
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
