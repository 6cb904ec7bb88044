import * as vscode from 'vscode';
import { oneLine } from '../../core/authoring/insertion';
import { newDossier } from '../../core/authoring/newDossier';
import { newId } from '../../core/authoring/newId';
import { isId } from '../../core/format/ids';
import type { NewDossierAnswers } from '../../host/commands';
import { UserError } from '../../host/log';
import { offerToAdd } from '../../host/dossiers/outsideWorkspace';
import { inUsersLanguage } from '../../host/sayings';
import type { Services } from '../../host/services';
import { checkAnswers } from './answers';
import { askFolder } from './askFolder';
import { exists, nameOfFile } from './writeFile';

/** Makes a dossier in a folder of its own and opens its first topic; never writes over a file. */
export async function newDossierCommand(
  services: Services,
  given?: NewDossierAnswers,
): Promise<vscode.Uri | undefined> {
  const answers = checkAnswers(given, { texts: ['title', 'id', 'language'], addresses: ['target'] });
  const named = typeof answers.target === 'string' ? vscode.Uri.parse(answers.target, true) : answers.target;
  const title = oneLine(answers.title ?? (named ? nameOfFile(named) : ((await askTitle()) ?? '')));
  if (title === '') {
    if (answers.title === undefined) return undefined;
    throw new UserError(vscode.l10n.t('A dossier needs a title.'));
  }
  const taken = new Set(services.library.folders().map(({ dossier }) => dossier.id));
  const id = answers.id ?? newId(title, 'dossier', taken);
  if (!isId(id)) {
    throw new UserError(vscode.l10n.t('"{0}" is no id: use small letters and digits joined by hyphens.', id));
  }
  const language = languageTag(answers.language ?? vscode.env.language);
  if (language === undefined) {
    throw new UserError(
      vscode.l10n.t('"{0}" is no language tag such as en, fr or ko.', answers.language ?? ''),
    );
  }
  const made = newDossier({ id, title, language }, inUsersLanguage);
  const files = [...made.files.keys()];
  const folder = named ?? (await askFolder(id, (chosen) => firstThatExists(chosen, files)));
  if (!folder) return undefined;
  const existing = await firstThatExists(folder, files);
  if (existing !== undefined) {
    throw new UserError(
      vscode.l10n.t(
        '"{0}" holds a file {1} already, so nothing was written. Choose another folder.',
        nameOfFile(folder),
        existing,
      ),
    );
  }
  await writeAll(folder, made.files);
  services.log.info(`Made the dossier "${title}" in ${folder.toString()}.`);
  void services.library.refresh(folder);
  await openTopic(vscode.Uri.joinPath(folder, made.topic), made.placeToWrite);
  offerToAdd(folder, title);
  return folder;
}

async function firstThatExists(folder: vscode.Uri, files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await exists(vscode.Uri.joinPath(folder, file))) return file;
  return undefined;
}

/** Writes files that are not there yet; takes back what it wrote where one cannot be written. */
async function writeAll(folder: vscode.Uri, files: ReadonlyMap<string, string>): Promise<void> {
  const written: vscode.Uri[] = [];
  try {
    for (const [file, text] of files) {
      const uri = vscode.Uri.joinPath(folder, file);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      written.push(uri);
    }
  } catch (error) {
    for (const uri of written) await vscode.workspace.fs.delete(uri);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(vscode.l10n.t('No dossier could be made in "{0}": {1}', nameOfFile(folder), reason));
  }
}

/** Opens the first topic with its sentence selected, so that typing writes over it. */
async function openTopic(
  uri: vscode.Uri,
  place: { readonly start: number; readonly end: number },
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, { selection, preview: false });
}

/** A tag as the format takes it; VS Code's own is in small letters throughout. */
function languageTag(text: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

async function askTitle(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Dossier'),
    prompt: vscode.l10n.t('What is the dossier about?'),
    placeHolder: vscode.l10n.t('A title, such as: Lighthouses of the north coast'),
    validateInput: (text) => (oneLine(text) === '' ? vscode.l10n.t('A dossier needs a title.') : undefined),
  });
}
