import * as vscode from 'vscode';
import { EXPORT_FORMATS, type ExportFormat } from '../../../core/export/exportFormats';
import type { ListHead, ListWords } from '../../../core/export/factList';
import { FactLister, type FactList } from '../../../core/export/listFacts';
import { listPins } from '../../../core/export/listPins';
import { slug } from '../../../core/format/ids';
import type { Library } from '../../../core/library';
import { formatEdtf } from '../../../core/values/edtfText';
import type { ExportAnswers, ExportSubject } from '../../../host/commands';
import { UserError } from '../../../host/log';
import type { Services } from '../../../host/services';
import { joinInTurns } from '../../../host/turns';
import { askForm, formatLabel } from '../askFormat';
import { askSubject } from '../askSubject';
import { checkExportAnswers } from '../exportAnswers';

/**
 * Exports what the answers say and asks for the rest.
 * @returns the file, or the new document; `undefined` where the user stopped
 */
export async function exportCommand(given: unknown, services: Services): Promise<vscode.Uri | undefined> {
  const answers = checkExportAnswers(given);
  const subject = answers.what ?? (await askSubject(services));
  if (!subject) return undefined;
  const list = await listOf(subject, services);
  const form = await askForm(answers);
  if (!form) return undefined;
  const { format, to } = form;
  if (to === 'document') return openDocument(await write(list, format), format);
  const target = await targetOf(answers, list.title, format);
  if (!target) return undefined;
  const text = await write(list, format);
  // Spreadsheets take a file without the mark for one in an old encoding, and spoil its letters.
  await vscode.workspace.fs.writeFile(
    target,
    new TextEncoder().encode(format === 'csv' ? `\uFEFF${text}` : text),
  );
  tell(target, list.title);
  return target;
}

/** @throws {UserError} where no loaded dossier holds what is asked for */
async function listOf(subject: ExportSubject, services: Services): Promise<FactList> {
  if (subject.kind === 'pins') return listOfPins(subject.folder, services);
  const key = subject.kind === 'facts' ? subject.keys[0] : subject.key;
  const loaded = await services.library.loadFor(key);
  const lister = new FactLister(loaded, vscode.env.language);
  const list = subject.kind === 'facts' ? listFacts(subject, loaded, lister) : lister.list(subject);
  if (!list) throw new UserError(vscode.l10n.t('No loaded dossier holds "{0}".', key ?? ''));
  return list;
}

/** @throws {UserError} where nothing is pinned there */
async function listOfPins(folder: string | undefined, { library, pins }: Services): Promise<FactList> {
  const [book, loaded] = [await pins.load(), await library.settled()];
  if (book.entriesIn(folder).length === 0) throw new UserError(vscode.l10n.t('Nothing is pinned yet.'));
  const { language } = vscode.env;
  const around = folder === undefined ? undefined : book.entry({ kind: 'folder', key: folder });
  return {
    title: around && 'title' in around ? around.title : vscode.l10n.t('Pins'),
    language,
    entries: listPins(book, loaded, new FactLister(loaded, language), language, folder),
  };
}

function listFacts(
  { title, keys }: Extract<ExportSubject, { kind: 'facts' }>,
  library: Library,
  lister: FactLister,
): FactList | undefined {
  const first = keys.map((key) => library.fact(key)).find((fact) => fact !== undefined);
  const language = first && library.topic(first.topic)?.language;
  return language === undefined ? undefined : { title, language, entries: lister.facts(keys) };
}

async function write(list: FactList, format: ExportFormat): Promise<string> {
  const { title, language, summary, entries } = list;
  const edtf = today();
  const head: ListHead = {
    title,
    language,
    exported: { edtf, text: formatEdtf(edtf, vscode.env.language) },
    ...(summary && { summary }),
  };
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Exporting "{0}"…', title),
  };
  return vscode.window.withProgress(options, () =>
    joinInTurns(EXPORT_FORMATS[format].write(head, entries, words())),
  );
}

function words(): ListWords {
  return {
    language: vscode.env.language,
    sources: vscode.l10n.t('Sources'),
    dossiers: vscode.l10n.t('Dossiers'),
    note: vscode.l10n.t('Note'),
    gone: vscode.l10n.t('no longer available'),
    retrieved: (date) => vscode.l10n.t('retrieved {0}', date),
    exported: (date) => vscode.l10n.t('Exported with Dossier on {0}.', date),
  };
}

/** The file to write; `undefined` where the user stopped, or did not want a file that is there replaced. */
async function targetOf(
  { target, overwrite }: ExportAnswers,
  title: string,
  format: ExportFormat,
): Promise<vscode.Uri | undefined> {
  if (target === undefined) return askTarget(title, format);
  const uri = typeof target === 'string' ? vscode.Uri.parse(target, true) : target;
  if (overwrite === true || !(await exists(uri))) return uri;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (overwrite === false) {
    throw new UserError(vscode.l10n.t('{0} is there already; nothing was written.', name));
  }
  const replace = vscode.l10n.t('Replace');
  const detail = vscode.l10n.t('Replacing it overwrites what it holds.');
  const question = vscode.l10n.t('{0} is there already.', name);
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, replace);
  return chosen === replace ? uri : undefined;
}

/** The dialog itself asks before it gives a file that is there already. */
function askTarget(title: string, format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const { ending } = EXPORT_FORMATS[format];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export "{0}"', title),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [formatLabel(format)]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${slug(title) || 'dossier'}.${ending}`) }),
  });
}

async function openDocument(content: string, language: ExportFormat): Promise<vscode.Uri> {
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    content,
    language: known.includes(language) ? language : 'plaintext',
  });
  await vscode.window.showTextDocument(document);
  return document.uri;
}

/** Whatever is not plainly missing may be there: it counts as existing, so that nothing is written over it. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

function tell(target: vscode.Uri, title: string): void {
  const open = vscode.l10n.t('Open');
  const said = vscode.l10n.t('Exported "{0}" to {1}.', title, vscode.workspace.asRelativePath(target));
  void vscode.window.showInformationMessage(said, open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand('vscode.open', target);
  });
}

/** Today in the user's time zone, as `2009-11-09`. */
function today(): string {
  const now = new Date();
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
