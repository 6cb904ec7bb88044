import * as vscode from 'vscode';
import type { ImportFormat } from '../../../core/importing/article';
import type { ImportResult } from '../../../core/importing/importArticle';
import type { ProposedName } from '../../../core/importing/names/proposedName';
import type { ImportSource } from '../../../core/importing/writeDossier';
import type { ImportAnswers } from '../../../host/commands';
import { offerToAdd } from '../../../host/dossiers/outsideWorkspace';
import { UserError, type Log } from '../../../host/log';
import { inUsersLanguage } from '../../../host/sayings';
import type { Services } from '../../../host/services';
import type { WorkerClient } from '../../../host/worker/workerClient';
import { askDetails, today } from '../askDetails';
import { askNames } from '../askNames';
import { askSource, sourceOf, type SourceText } from '../askSource';
import { askTarget, isOccupied } from '../targetFolder';
import { writeFolder } from '../writeFolder';

type Imported = Exclude<ImportResult, { error: unknown }>;

/** Imports an article; `undefined` where the user stopped. */
export async function importArticleCommand(
  answers: ImportAnswers,
  services: Services,
): Promise<vscode.Uri | undefined> {
  try {
    return await importArticle(answers, services);
  } catch (error) {
    // By their names, the worker's and VS Code's: this file's own copy of the class is another one.
    if (error instanceof Error && ['Cancelled', 'Canceled'].includes(error.name)) return undefined;
    throw error;
  }
}

/** Imports what the answers say and asks for the rest; `undefined` where the user stopped. */
async function importArticle(answers: ImportAnswers, services: Services): Promise<vscode.Uri | undefined> {
  const { library, log, worker } = services;
  checkAnswers(answers);
  const isScripted =
    answers.source !== undefined && answers.target !== undefined && answers.names !== undefined;
  const source =
    answers.source === undefined ? await askSource(worker) : await sourceOf(answers.source, worker);
  if (!source) return undefined;
  // A script is told before anything is read that its target is taken.
  const given = answers.target && vscode.Uri.from(answers.target);
  if (given && (await isOccupied(given))) throw new UserError(occupied(given));
  const format =
    answers.format ?? source.format ?? (isScripted ? undefined : await askFormat(source, worker));
  if (format === undefined && !isScripted) return undefined;
  const result = await withProgress(vscode.l10n.t('Reading the article…'), (token) =>
    read(source, format, worker, token),
  );
  const names =
    answers.names === undefined
      ? await askNames(result.names, worker)
      : await worker.ask('chooseNames', { names: result.names, choice: answers.names });
  if (!names) return undefined;
  const details = await detailsFor(answers, result, isScripted);
  if (!details) return undefined;
  const title = answers.title ?? result.article.title;
  const target = given
    ? { folder: given, mayReplace: false }
    : await askTarget(await worker.ask('dossierId', title));
  if (!target) return undefined;
  const texts = await worker.ask('writeDossier', {
    article: result.article,
    names,
    options: {
      source: details,
      title,
      id: target.folder.path.slice(target.folder.path.lastIndexOf('/') + 1),
    },
  });
  await withProgress(vscode.l10n.t('Writing the dossier…'), async (token) => {
    // Something may have been put there while the user was asked.
    if (!target.mayReplace && (await isOccupied(target.folder))) throw new UserError(occupied(target.folder));
    await writeFolder(target.folder, texts, token);
  });
  await library.refresh(target.folder);
  report(result, names, target.folder, log);
  offerToAdd(target.folder, title);
  return target.folder;
}

/** @throws {UserError} where a script's arguments are not what they should be. */
function checkAnswers({ source, target, names, format }: ImportAnswers): void {
  const isPlace = (value: unknown): boolean =>
    value === undefined ||
    (typeof value === 'object' && value !== null && 'scheme' in value && 'path' in value);
  const isChoice = names === undefined || names === 'proposed' || names === 'none' || Array.isArray(names);
  const isFormat = format === undefined || ['markdown', 'plain', 'wikitext', 'html'].includes(format);
  if ((typeof source === 'string' || isPlace(source)) && isPlace(target) && isChoice && isFormat) return;
  throw new UserError(
    vscode.l10n.t(
      'An import is written { source: Uri or text, format?: "markdown", "plain", "wikitext" or "html", target: Uri, names: "proposed", "none" or a list }.',
    ),
  );
}

async function read(
  source: SourceText,
  format: ImportFormat | undefined,
  worker: WorkerClient,
  token: vscode.CancellationToken,
): Promise<Imported> {
  const request = {
    text: source.text,
    ...(format && { format }),
    ...(source.fileName !== undefined && { fileName: source.fileName }),
  };
  const result = await worker.ask('importArticle', request, { token });
  if ('error' in result) {
    const { message, remedy } = result.error;
    throw new UserError(`${inUsersLanguage(message)} ${inUsersLanguage(remedy)}`);
  }
  return result;
}

/** Asks in what format the article is; the one that it seems to be in comes first. */
async function askFormat(source: SourceText, worker: WorkerClient): Promise<ImportFormat | undefined> {
  const seems = await worker.ask('detectFormat', { text: source.text, fileName: source.fileName });
  const labels: Readonly<Record<ImportFormat, string>> = {
    markdown: vscode.l10n.t('Markdown'),
    plain: vscode.l10n.t('Plain text'),
    wikitext: vscode.l10n.t('Wikitext (MediaWiki)'),
    html: vscode.l10n.t('HTML'),
  };
  const formats: ImportFormat[] = ['markdown', 'plain', 'wikitext', 'html'];
  const items = [seems, ...formats.filter((format) => format !== seems)].map((format) => ({
    label: labels[format],
    description: format === seems ? vscode.l10n.t('what it seems to be') : '',
    format,
  }));
  const title = vscode.l10n.t('Import Article: format');
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.format;
}

async function detailsFor(
  answers: ImportAnswers,
  { article }: Imported,
  isScripted: boolean,
): Promise<ImportSource | undefined> {
  if (!isScripted && answers.from === undefined) return askDetails(article.title);
  const from = answers.from ?? {};
  return { ...from, title: from.title ?? article.title, retrieved: from.retrieved ?? today() };
}

function withProgress<T>(title: string, run: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_progress, token) => run(token));
}

function occupied(folder: vscode.Uri): string {
  return vscode.l10n.t(
    'The folder {0} is not empty; nothing was written. Choose one that is empty or does not exist yet.',
    folder.path,
  );
}

function report({ article }: Imported, names: readonly ProposedName[], folder: vscode.Uri, log: Log): void {
  for (const warning of article.warnings) log.warn(`${article.title}: ${warning}`);
  const open = vscode.l10n.t('Open dossier.yaml');
  const said = [
    names.length === 1
      ? vscode.l10n.t('Imported "{0}" with 1 name.', article.title)
      : vscode.l10n.t('Imported "{0}" with {1} names.', article.title, names.length),
    ...(article.warnings.length === 0 ? [] : [vscode.l10n.t('The log says what was left out.')]),
  ].join(' ');
  void vscode.window.showInformationMessage(said, open).then((chosen) => {
    if (chosen === open) {
      void vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, 'dossier.yaml'));
    }
  });
}
