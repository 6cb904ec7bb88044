import * as vscode from 'vscode';
import { MANIFEST_FILE } from '../../core/format/fileNames';
import { exists } from './discovery';
import { placeByName } from './place';

/** How long after a folder came, or after the last of many changes, it is looked at once more. */
const LOOK_AGAIN_MS = 1_500;

/** Where more files have changed without a rest between them, more may have than anyone told of. */
const BURST = 10;

/**
 * What file watchers do not tell. They begin to watch a folder when they hear of it, and miss what was written into it
 * before that: so folders that are new are looked at once more, and a file of a dossier that nobody has told of makes
 * dossiers be looked for. Where thousands of files change at the same time, the system drops events (inotify(7),
 * `IN_Q_OVERFLOW`), so a dossier in which many have changed is looked at once more too.
 */
export class NewFolders implements vscode.Disposable {
  private readonly came = new Map<string, vscode.Uri>();
  /** Folders with a `dossier.yaml` that the search of the workspace leaves out. */
  private readonly excluded = new Set<string>();
  /** The files that have changed since the last rest, by their dossier's folder. */
  private readonly changed = new Map<string, Set<string>>();
  private timer!: ReturnType<typeof setTimeout>;

  /** @param lookAgain is given the folders that came a moment ago, or in which something came or went */
  constructor(private readonly lookAgain: (folders: readonly vscode.Uri[]) => void) {}

  /** Folders, or files in them, have come or gone. */
  note(uris: readonly vscode.Uri[]): void {
    this.excluded.clear();
    for (const uri of uris) this.came.set(uri.toString(), uri);
    this.wait();
  }

  /** Files of a dossier have changed, by their paths in its folder. */
  noteChanges(folder: vscode.Uri, paths: readonly string[]): void {
    const key = folder.toString();
    const all = new Set([...(this.changed.get(key) ?? []), ...paths]);
    this.changed.set(key, all);
    if (all.size > BURST) this.came.set(key, folder);
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const folders = [...this.came.values()];
      this.came.clear();
      this.changed.clear();
      if (folders.length > 0) this.lookAgain(folders);
    }, LOOK_AGAIN_MS);
  }

  /** Whether one of these files is of a dossier in no known folder; of each folder only once. */
  async holdUnknown(
    files: readonly vscode.Uri[],
    isKnown: (folder: vscode.Uri) => boolean,
  ): Promise<boolean> {
    let isThere = false;
    for (const file of files) {
      const folder = placeByName(file)?.folder;
      if (!folder || isKnown(folder) || this.excluded.has(folder.toString())) continue;
      this.excluded.add(folder.toString());
      isThere ||= await exists(vscode.Uri.joinPath(folder, MANIFEST_FILE));
    }
    return isThere;
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}

/** Whether one address is the other's or lies below it, whichever of the two is the folder. */
export function areRelated(one: vscode.Uri, other: vscode.Uri): boolean {
  const [a, b] = [`${one.toString()}/`, `${other.toString()}/`];
  return a.startsWith(b) || b.startsWith(a);
}
