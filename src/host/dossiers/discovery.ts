import * as vscode from 'vscode';
import { readOwnSetting, readSetting } from '../settings';

/** Where a dossier comes from: with the extension, from the workspace, or from `dossier.folders`. */
export type Origin = 'bundled' | 'workspace' | 'user';

/** A folder with a `dossier.yaml`. */
export interface DossierFolder {
  readonly uri: vscode.Uri;
  readonly origin: Origin;
}

/** The dossiers that ship with the extension, as folders below `data/`. */
const BUNDLED = ['france-north-korea'];

/** Dossiers that are looked for in one workspace; a workspace with more is none of dossiers. */
const MOST = 500;

/** How deep, and how many folders, a file system that cannot be searched is walked. */
const DEEPEST = 6;
const MOST_FOLDERS = 2_000;

const MANIFEST = 'dossier.yaml';

export function bundledFolders(extensionUri: vscode.Uri): readonly DossierFolder[] {
  return BUNDLED.map((name) => ({ uri: vscode.Uri.joinPath(extensionUri, 'data', name), origin: 'bundled' }));
}

/** The dossiers of the workspace and of `dossier.folders`, each folder once. */
export async function findDossierFolders(
  token?: vscode.CancellationToken,
): Promise<readonly DossierFolder[]> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all([
    ...roots.map((root) => inWorkspaceFolder(root, token)),
    ...userFolders().map((uri) => inUserFolder(uri)),
  ]);
  const folders = new Map<string, DossierFolder>();
  for (const folder of found.flat()) {
    const key = folder.uri.toString();
    if (!folders.has(key)) folders.set(key, folder);
  }
  return [...folders.values()];
}

/**
 * The folders of the setting: URIs, absolute paths, or paths relative to the first folder of the workspace. A workspace that
 * nobody trusts cannot make anything outside of it be read, so there only the user's own settings count.
 */
export function userFolders(): readonly vscode.Uri[] {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folders = vscode.workspace.isTrusted ? readSetting('folders') : readOwnSetting('folders');
  return folders.flatMap((text) => {
    const path = text.trim();
    if (path === '') return [];
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return [vscode.Uri.parse(path)];
    if (/^(?:\/|\\\\|[a-z]:[\\/])/i.test(path)) return [vscode.Uri.file(path)];
    return root ? [vscode.Uri.joinPath(root, path)] : [];
  });
}

async function inWorkspaceFolder(
  root: vscode.WorkspaceFolder,
  token: vscode.CancellationToken | undefined,
): Promise<readonly DossierFolder[]> {
  const files = await vscode.workspace.findFiles(
    new vscode.RelativePattern(root, `**/${MANIFEST}`),
    searchExcludes(root),
    MOST,
    token,
  );
  // Not every file system can be searched; one that cannot finds nothing.
  const manifests = files.length > 0 || root.uri.scheme === 'file' ? files : await walk(root.uri);
  return manifests
    .map((file) => vscode.Uri.joinPath(file, '..'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((uri) => ({ uri, origin: 'workspace' }));
}

/** A folder of the setting is a dossier itself, or holds dossiers. */
async function inUserFolder(uri: vscode.Uri): Promise<readonly DossierFolder[]> {
  // A folder that is not a dossier, or not there, is told by its missing manifest.
  const inside = (await exists(vscode.Uri.joinPath(uri, MANIFEST))) ? [] : await walk(uri, 2);
  const folders = inside.length > 0 ? inside.map((file) => vscode.Uri.joinPath(file, '..')) : [uri];
  return folders.map((folder) => ({ uri: folder, origin: 'user' }));
}

/** What `search.exclude` leaves out, as one pattern; `files.exclude` counts by itself. */
function searchExcludes(scope: vscode.WorkspaceFolder): string | undefined {
  const excludes = vscode.workspace.getConfiguration('search', scope).get<Record<string, unknown>>('exclude');
  const patterns = Object.entries(excludes ?? {}).flatMap(([pattern, isOn]) =>
    isOn === true ? [pattern] : [],
  );
  return patterns.length === 0 ? undefined : `{${patterns.join(',')}}`;
}

async function walk(root: vscode.Uri, deepest = DEEPEST): Promise<readonly vscode.Uri[]> {
  const manifests: vscode.Uri[] = [];
  let folders = [root];
  let looked = 0;
  for (let depth = 0; depth <= deepest && folders.length > 0; depth++) {
    const next: vscode.Uri[] = [];
    for (const folder of folders) {
      if (++looked > MOST_FOLDERS || manifests.length >= MOST) return manifests;
      for (const [name, type] of await entries(folder)) {
        const uri = vscode.Uri.joinPath(folder, name);
        if (name === MANIFEST) manifests.push(uri);
        // Links are not followed, for they may lead in a circle.
        else if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) {
          next.push(uri);
        }
      }
    }
    folders = next;
  }
  return manifests;
}

async function entries(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // It is not there, may not be read, or the file system lists no folders.
    return [];
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
