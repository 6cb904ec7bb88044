import * as vscode from 'vscode';
import { TOPICS_FOLDER } from '../../core/format/fileNames';
import { Disposable } from '../disposable';
import { platform } from '../platform/platform';
import { isDossierFile } from './folderFiles';

/** Changes are told when none has come for this time: soon, since it is mostly one file that somebody has saved … */
const REST_MS = 20;
/** … and later where there are several, which will be more … */
const MANY = 3;
const REST_OF_MANY_MS = 80;
/** … or, while they go on coming (a git checkout), after this one. */
const LONGEST_MS = 1_000;
/** Typing rests longer: half a sentence is no fact yet. */
const TYPING_MS = 250;

/** What may have changed since it was last told. */
export interface Changes {
  /** Files of dossiers, on disk or in an editor, and folders in or above which files may have come or gone. */
  readonly files: readonly vscode.Uri[];
  /** Dossiers may have come or gone. */
  readonly folders: boolean;
}

/** Watches the files of all dossiers, on disk and in unsaved editors, and tells bursts of changes in one. */
export class DossierChanges extends Disposable {
  private readonly told = this.register(new vscode.EventEmitter<Changes>());
  readonly onDidChange = this.told.event;

  private readonly files = new Map<string, vscode.Uri>();
  private folders = false;
  private timer!: ReturnType<typeof setTimeout>;
  private isResting = false;
  private firstMs = 0;
  private readonly watchers: vscode.Disposable[] = [];
  /** Those of each dossier's folder and its topics, by its address. */
  private readonly ofDossiers = new Map<string, readonly vscode.Disposable[]>();
  /** The folders outside of the workspace that are watched; absent before any. */
  private watched: string | undefined;

  constructor() {
    super();
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.noteDocument(document);
      }),
    );
    // The file's own event comes late, and in folders that are new to the file watcher it may not come at all.
    this.register(vscode.workspace.onDidSaveTextDocument((document) => this.noteDocument(document, REST_MS)));
    const { workspace } = vscode;
    this.register(workspace.onDidCreateFiles(({ files }) => this.noteFiles(files)));
    this.register(workspace.onDidDeleteFiles(({ files }) => this.noteFiles(files)));
    this.register(
      workspace.onDidRenameFiles(({ files }) =>
        this.noteFiles(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
    );
    // An editor that is closed without saving gives its file back as it is on disk.
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.noteDocument(document)));
    const look = (): void => {
      this.folders = true;
      this.rest(REST_MS);
    };
    this.register(workspace.onDidChangeWorkspaceFolders(look));
    this.register(workspace.onDidGrantWorkspaceTrust(look));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('dossier.folders') ||
          event.affectsConfiguration('dossier.disabled') ||
          event.affectsConfiguration('dossier.order')
        ) {
          look();
        }
      }),
    );
  }

  /** Watches the workspace, and these folders outside of it. */
  watch(outside: readonly vscode.Uri[]): void {
    const wanted = outside.join('\n');
    // What is watched already would be missed while it is watched anew.
    if (this.watched === wanted) return;
    this.watched = wanted;
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    const patterns: vscode.GlobPattern[] = ['**/dossier.yaml', '**/names.yaml', '**/topics/*.md'];
    for (const folder of outside) patterns.push(new vscode.RelativePattern(folder, '**/*.{yaml,md}'));
    for (const pattern of patterns) {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      watcher.onDidChange((uri) => this.noteFile(uri));
      watcher.onDidCreate((uri) => this.noteFile(uri, true));
      watcher.onDidDelete((uri) => this.noteFile(uri, true));
      this.watchers.push(watcher);
    }
    // A folder that is made, deleted or renamed as a whole can be one event, which the patterns above do not meet.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    folders.onDidCreate((uri) => this.noteFolder(uri));
    folders.onDidDelete((uri) => this.noteFolder(uri));
    this.watchers.push(folders);
  }

  /** Watches the folders of these dossiers, and no others any more, beside the workspace as a whole. */
  watchDossiers(folders: readonly vscode.Uri[]): void {
    const wanted = new Set(folders.map(String));
    for (const key of this.ofDossiers.keys()) if (!wanted.has(key)) this.unwatchDossier(key);
    for (const folder of folders) if (!this.ofDossiers.has(folder.toString())) this.watchDossier(folder);
  }

  private watchDossier(folder: vscode.Uri): void {
    const watchers = [folder, vscode.Uri.joinPath(folder, TOPICS_FOLDER)].map((parent) =>
      platform.watchFolder(parent, (name, isNewOrGone) => {
        const uri = vscode.Uri.joinPath(parent, name);
        if (isCalledAsDossierFiles(uri)) this.noteFile(uri, isNewOrGone);
        else if (isNewOrGone && (name === TOPICS_FOLDER || parent.path.endsWith(`/${name}`))) {
          // One of the two came or went: what is there now is watched anew once dossiers were looked for.
          this.unwatchDossier(folder.toString());
          this.lookIn(folder);
        }
      }),
    );
    this.ofDossiers.set(folder.toString(), watchers);
  }

  private unwatchDossier(key: string): void {
    for (const watcher of this.ofDossiers.get(key) ?? []) watcher.dispose();
    this.ofDossiers.delete(key);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    this.watchDossiers([]);
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    super.dispose();
  }

  /** What was made, deleted or renamed in VS Code itself, file or folder. */
  private noteFiles(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      if (isCalledAsDossierFiles(uri)) this.noteFile(uri, true);
      else this.noteFolder(uri);
    }
  }

  private noteFile(uri: vscode.Uri, isNewOrGone = false): void {
    this.files.set(uri.toString(), uri);
    if (isNewOrGone) this.folders ||= uri.path.endsWith('/dossier.yaml');
    this.rest(REST_MS);
  }

  private noteFolder(uri: vscode.Uri): void {
    // Whether it is a folder is not told; what has an ending is hardly one.
    if (!/\.\w+$/.test(uri.path)) this.lookIn(uri);
  }

  private lookIn(uri: vscode.Uri): void {
    this.folders = true;
    this.files.set(uri.toString(), uri);
    this.rest(REST_MS);
  }

  private noteDocument({ isUntitled, uri }: vscode.TextDocument, restMs = TYPING_MS): void {
    if (isUntitled || !isCalledAsDossierFiles(uri)) return;
    this.files.set(uri.toString(), uri);
    this.rest(restMs);
  }

  private rest(ms: number): void {
    const nowMs = Date.now();
    const restMs = this.files.size > MANY ? Math.max(ms, REST_OF_MANY_MS) : ms;
    if (!this.isResting) this.firstMs = nowMs;
    this.isResting = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.tell(),
      Math.max(0, Math.min(restMs, this.firstMs + LONGEST_MS - nowMs)),
    );
  }

  private tell(): void {
    this.isResting = false;
    const changes = { files: [...this.files.values()], folders: this.folders };
    this.files.clear();
    this.folders = false;
    this.told.fire(changes);
  }
}

function isCalledAsDossierFiles({ path }: vscode.Uri): boolean {
  if (!/\.(?:md|yaml)$/.test(path)) return false;
  const parts = path.split('/');
  return isDossierFile(parts.slice(-1).join('/')) || isDossierFile(parts.slice(-2).join('/'));
}
