import * as vscode from 'vscode';
import { SOURCE_BYTES } from '../../core/importing/bounds';
import type { ImportFormat } from '../../core/importing/article';
import type { WorkerClient } from '../../host/worker/workerClient';
import { UserError } from '../../host/log';
import { inUsersLanguage } from '../../host/sayings';

/** A text that is to be imported, with what tells its format. */
export interface SourceText {
  readonly text: string;
  /** The file's name without its folder. */
  readonly fileName?: string;
  /** The format that the editor's language tells. */
  readonly format?: ImportFormat;
}

const LANGUAGES: Readonly<Record<string, ImportFormat>> = {
  markdown: 'markdown',
  html: 'html',
  wikitext: 'wikitext',
  mediawiki: 'wikitext',
};

function nameOf(uri: vscode.Uri): string {
  return decodeURIComponent(
    uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/%(?![0-9a-f]{2})/gi, '%25'),
  );
}

/** Reads the file, or takes the text, that a script gave. */
export async function sourceOf(source: vscode.Uri | string, worker: WorkerClient): Promise<SourceText> {
  if (typeof source === 'string') return { text: source };
  // A keybinding can only write plain objects.
  const uri = vscode.Uri.from(source);
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > SOURCE_BYTES) throw new UserError(tooLarge(uri, size));
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(vscode.l10n.t('{0} cannot be read: {1}. Choose another file.', nameOf(uri), reason));
  }
  const fileName = nameOf(uri);
  const read = await worker.ask('readSource', { fileName, bytes });
  if ('error' in read) {
    const { message, remedy } = read.error;
    throw new UserError(`${fileName}: ${inUsersLanguage(message)} ${inUsersLanguage(remedy)}`);
  }
  return { text: read.text, fileName };
}

/** Said without reading it: a file of any size costs nothing. */
function tooLarge(uri: vscode.Uri, size: number): string {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  return vscode.l10n.t(
    '{0} has {1}; articles of at most {2} are imported. Import a part of it.',
    nameOf(uri),
    megabytes(size),
    megabytes(SOURCE_BYTES),
  );
}

/** Asks where the article is: in a file, the editor or the clipboard. */
export async function askSource(worker: WorkerClient): Promise<SourceText | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const clipboard = await vscode.env.clipboard.readText();
  interface Item extends vscode.QuickPickItem {
    readonly read: () => Promise<SourceText | undefined>;
  }
  const items: Item[] = [{ label: vscode.l10n.t('$(file) A file…'), read: () => askFile(worker) }];
  if (editor) {
    const { document } = editor;
    const format = LANGUAGES[document.languageId];
    const known = { ...(format && { format }) };
    const name = nameOf(document.uri);
    if (selected !== '') {
      items.push({
        label: vscode.l10n.t('$(selection) The selection'),
        description: excerpt(selected),
        read: () => Promise.resolve({ text: selected, ...known }),
      });
    }
    items.push({
      label: vscode.l10n.t('$(go-to-file) The document in the editor'),
      description: name,
      read: () => Promise.resolve({ text: document.getText(), fileName: name, ...known }),
    });
  }
  if (clipboard.trim() !== '') {
    items.push({
      label: vscode.l10n.t('$(clippy) The clipboard'),
      description: excerpt(clipboard),
      read: () => Promise.resolve({ text: clipboard }),
    });
  }
  const title = vscode.l10n.t('Import Article');
  const placeHolder = vscode.l10n.t('Where is the article? Markdown, plain text, wikitext or HTML');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.read();
}

async function askFile(worker: WorkerClient): Promise<SourceText | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      canSelectMany: false,
      openLabel: vscode.l10n.t('Import'),
      title: vscode.l10n.t('Import Article'),
      filters: {
        [vscode.l10n.t('Articles')]: [
          'md',
          'markdown',
          'txt',
          'wiki',
          'wikitext',
          'mediawiki',
          'html',
          'htm',
          'xhtml',
        ],
        [vscode.l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  return file && sourceOf(file, worker);
}

function excerpt(text: string): string {
  const flat = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
