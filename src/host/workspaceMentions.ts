import * as vscode from 'vscode';
import type { Name } from '../core/model';
import { NAME_SCHEME } from './nameDocuments';
import type { Services } from './services';

/** Files larger than this are data rather than text that somebody writes. */
const LARGEST_FILE = 2_000_000;
const MOST_FILES = 5_000;

/** Schemes of documents that nobody writes: output channels and our own pages on names. */
const NOT_WRITTEN = new Set(['output', NAME_SCHEME]);

/** File endings that are not text; everything else is read and looked at. */
const BINARY =
  '**/{node_modules,.git,dist,out}/**,**/*.{png,jpg,jpeg,gif,webp,ico,pdf,zip,gz,tgz,7z,vsix,woff,woff2,ttf,otf,mp3,mp4,mov,wasm,exe,dll,so,node,sqlite,db}';

/** Finds a name in all open documents. */
export async function findMentionsInOpenDocuments(
  services: Services,
  name: Name,
): Promise<readonly vscode.Location[]> {
  const locations: vscode.Location[] = [];
  for (const document of openDocuments()) locations.push(...(await mentionsIn(services, document, name)));
  return locations;
}

function openDocuments(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => !NOT_WRITTEN.has(document.uri.scheme));
}

/**
 * Finds a name in all text files of the workspace and in all open documents, with progress; `undefined` when the
 * user, or the token, cancelled.
 */
export async function findMentionsInWorkspace(
  services: Services,
  name: Name,
  outer?: vscode.CancellationToken,
): Promise<readonly vscode.Location[] | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for {0} in the workspace', name.label),
      cancellable: true,
    },
    async (progress, token) => {
      const isCancelled = (): boolean =>
        token.isCancellationRequested || outer?.isCancellationRequested === true;
      const open = openDocuments();
      const seen = new Set(open.map((document) => document.uri.toString()));
      const files = (await vscode.workspace.findFiles('**/*', `{${BINARY}}`, MOST_FILES, token)).filter(
        (uri) => !seen.has(uri.toString()),
      );
      const locations = [...(await findMentionsInOpenDocuments(services, name))];
      const step = 100 / Math.max(1, files.length);
      for (const uri of files) {
        if (isCancelled()) return undefined;
        progress.report({ increment: step });
        const document = await openText(services, uri);
        if (document) locations.push(...(await mentionsIn(services, document, name)));
      }
      return isCancelled() ? undefined : locations;
    },
  );
}

async function mentionsIn(
  { mentions }: Services,
  document: vscode.TextDocument,
  name: Name,
): Promise<readonly vscode.Location[]> {
  const all = await mentions.mentions(document);
  return all
    .filter((mention) => mention.names.includes(name.key))
    .map((mention) => {
      const range = new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end));
      return new vscode.Location(document.uri, range);
    });
}

/** Opens a file as text; `undefined` where it is too large or not text. */
async function openText({ log }: Services, uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > LARGEST_FILE ? undefined : await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    // One file that cannot be read (binary, or gone meanwhile) must not end the search in the others.
    log.info(`Passed over ${uri.toString()}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
