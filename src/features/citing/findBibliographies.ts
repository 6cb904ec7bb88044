import * as vscode from 'vscode';
import { bibliographiesOf, bibliographyKind, latexRootOf } from '../../core/citing/bibliographyFiles';
import type { CitationForm } from '../../core/citing/citationForms';
import { UserError } from '../../host/log';
import { readSetting } from '../../host/settings';
import { folderOf, nameOfFile, resolvePath, workspaceFolderOf } from './documentCitation';

/** What a bibliography that is made gets called. */
const NEW_NAME = 'references.bib';

/**
 * The bibliographies of a document, the one that new entries go to first: those that it names, or that the main document
 * of a LaTeX chapter names; else that of the setting; else the one file in its folder. `undefined` where none of this
 * tells, or several do.
 */
export async function findBibliographies(
  document: vscode.TextDocument,
  form: CitationForm,
): Promise<readonly vscode.Uri[] | undefined> {
  const named = (await namedBy(document, form)) ?? [];
  if (named.length > 0) return named;
  const set = readSetting('citation.bibliography', document);
  const workspaceFolder = workspaceFolderOf(document.uri);
  if (set !== '' && workspaceFolder) return [resolvePath(workspaceFolder, set)];
  const found = await inFolder(document);
  return found.length === 1 ? found : undefined;
}

async function namedBy(
  document: vscode.TextDocument,
  form: CitationForm,
): Promise<readonly vscode.Uri[] | undefined> {
  const text = document.getText();
  const own = await resolved(bibliographiesOf(text, form), document.uri);
  if (own.length > 0 || form !== 'latexCite') return own;
  const root = latexRootOf(text);
  const folder = folderOf(document.uri);
  if (root === undefined || !folder) return undefined;
  try {
    const main = await vscode.workspace.openTextDocument(resolvePath(folder, root));
    return await resolved(bibliographiesOf(main.getText(), form), main.uri);
  } catch {
    // A main document that cannot be read names nothing.
    return undefined;
  }
}

/** Where the named files are: beside the document, or in the workspace's folder; new ones go beside the document. */
async function resolved(paths: readonly string[], document: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const folders = [folderOf(document), workspaceFolderOf(document)].filter((folder) => folder !== undefined);
  const local = paths.filter((path) => !/^https?:\/\//iu.test(path));
  const files = await Promise.all(
    local.map(async (path) => {
      const places = folders.map((folder) => resolvePath(folder, path));
      for (const place of places) if (await isThere(place)) return place;
      return places[0];
    }),
  );
  return files.filter((file) => file !== undefined);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The bibliographies in the document's folder; JSON files count where there is no `.bib` and their name says so. */
async function inFolder(document: vscode.TextDocument): Promise<readonly vscode.Uri[]> {
  const folder = folderOf(document.uri) ?? workspaceFolderOf(document.uri);
  if (!folder) return [];
  const names = (await vscode.workspace.fs.readDirectory(folder))
    .filter(([, type]) => (type & vscode.FileType.File) !== 0)
    .map(([name]) => name)
    .sort();
  const bibs = names.filter((name) => bibliographyKind(name) === 'bib');
  const chosen =
    bibs.length > 0
      ? bibs
      : names.filter((name) =>
          /(?:^|[^a-z])(?:references?|bibliography|bib|csl|citations?|sources)[^/]*\.json$/iu.test(name),
        );
  return chosen.map((name) => vscode.Uri.joinPath(folder, name));
}

/**
 * Asks which bibliography a document has: one of its folder, another file, or a new one.
 * @throws {UserError} where there is no folder for one
 */
export async function askBibliography(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const folder = folderOf(document.uri) ?? workspaceFolderOf(document.uri);
  if (!folder) {
    throw new UserError(
      vscode.l10n.t('Save the document first: its bibliography goes into the same folder.'),
    );
  }
  const found = await inFolder(document);
  const fresh = vscode.Uri.joinPath(folder, NEW_NAME);
  const items: (vscode.QuickPickItem & { readonly uri?: vscode.Uri })[] = [
    ...found.map((uri) => ({ label: nameOfFile(uri), uri })),
    ...(found.some((uri) => uri.path === fresh.path)
      ? []
      : [
          {
            label: vscode.l10n.t('New file {0}', NEW_NAME),
            iconPath: new vscode.ThemeIcon('new-file'),
            uri: fresh,
          },
        ]),
    { label: vscode.l10n.t('Another file…'), iconPath: new vscode.ThemeIcon('folder-opened') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Bibliography'),
    placeHolder: vscode.l10n.t('Where do the entries of this document’s citations stand?'),
  });
  if (!picked) return undefined;
  if (picked.uri) return picked.uri;
  const [opened] =
    (await vscode.window.showOpenDialog({
      defaultUri: folder,
      filters: { [vscode.l10n.t('Bibliographies')]: ['bib', 'json'] },
    })) ?? [];
  return opened;
}
