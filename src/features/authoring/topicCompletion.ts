import * as vscode from 'vscode';
import type { TopicPlace } from '../../core/authoring/topicPlace';
import { FRONT_MATTER_KEYS } from '../../core/format/frontMatterFence';
import { entryItems, type EntryOptions } from './entryItems';
import type { Services } from '../../host/services';
import type { WorkerClient } from '../../host/worker/workerClient';
import { openPlaces } from './entryPlaces';
import { folderOfTopic, spotIn, TOPICS, type TopicSpot } from './topicDocument';

const TRIGGERS = [':', '#', '{', '=', '"', ' '];
const SUGGEST: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

function snippet(label: string, text: string, detail: string, suggestsNext = false): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, description: detail }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(text);
  if (suggestsNext) item.command = SUGGEST;
  return item;
}

function directives(): vscode.CompletionItem[] {
  return [
    snippet(
      ':fact[…]{#…}',
      ':fact[${1:${TM_SELECTED_TEXT:sentence}}]{#${2:id}}$0',
      vscode.l10n.t('a fact with an id'),
    ),
    snippet(
      ':fact[…]{when=…}',
      ':fact[${1:${TM_SELECTED_TEXT:sentence}}]{when=${2:2011-10}}$0',
      vscode.l10n.t('a fact and its time'),
    ),
    snippet(
      ':name[…]{#…}',
      ':name[${1:${TM_SELECTED_TEXT:word}}]{#$2}$0',
      vscode.l10n.t('which name a word means'),
    ),
  ].map((item, index) => {
    // Typed is a colon and letters; what follows them in the label is not typed.
    item.filterText = index < 2 ? ':fact' : ':name';
    item.sortText = String(index);
    return item;
  });
}

/** Attributes that a fact may still get. */
function factAttributes({ directive }: TopicPlace): vscode.CompletionItem[] {
  const has = new Set(directive?.attributes.map(({ key }) => key));
  const rows: readonly (readonly [key: string, item: vscode.CompletionItem])[] = [
    ['id', snippet('#', '#${1:id}', vscode.l10n.t('the id of this fact'))],
    ['when', snippet('when', 'when=${1:2011-10}', vscode.l10n.t('the time it holds for, in EDTF'))],
    ['source', snippet('source', 'source=$0', vscode.l10n.t('where it comes from'), true)],
    ['names', snippet('names', 'names="$0"', vscode.l10n.t('further names it is about'), true)],
  ];
  return rows.filter(([key]) => !has.has(key)).map(([, item]) => item);
}

function frontMatterKeys(document: vscode.TextDocument): vscode.CompletionItem[] {
  const head = document.getText(new vscode.Range(0, 0, 50, 0));
  const details: Readonly<Record<(typeof FRONT_MATTER_KEYS)[number], string>> = {
    title: vscode.l10n.t('the topic’s title'),
    summary: vscode.l10n.t('what the topic is about, in a sentence'),
    source: vscode.l10n.t('the source of facts that name no other'),
    language: vscode.l10n.t('where it is not that of the dossier'),
  };
  return FRONT_MATTER_KEYS.filter((key) => !new RegExp(`^${key}:`, 'mu').test(head)).map((key) =>
    snippet(key, `${key}: $0`, details[key], key === 'source'),
  );
}

/** The ids of names or sources that fit a place. */
async function idsFor(
  worker: WorkerClient,
  folder: vscode.Uri,
  spot: TopicSpot,
  cursor: number,
): Promise<vscode.CompletionList> {
  const { place } = spot;
  const file = place.kind === 'source' ? 'dossier.yaml' : 'names.yaml';
  const known = await openPlaces(worker, vscode.Uri.joinPath(folder, file));
  const { directive } = place;
  const options: EntryOptions = {
    typed: place.value.slice(0, cursor),
    before: place.kind === 'attribute' ? '#' : '',
    ...(directive?.name === 'name' && { meant: spot.textOf(directive.text) }),
  };
  return entryItems(known?.places ?? [], options);
}

async function itemsFor(
  worker: WorkerClient,
  document: vscode.TextDocument,
  folder: vscode.Uri,
  spot: TopicSpot,
  position: vscode.Position,
): Promise<vscode.CompletionList | undefined> {
  const { place } = spot;
  const list = (items: vscode.CompletionItem[]): vscode.CompletionList => new vscode.CompletionList(items);
  const cursor = document.offsetAt(position) - document.offsetAt(spot.rangeOf(place).start);
  switch (place.kind) {
    case 'directive':
      return list(directives());
    case 'attribute':
      return place.directive?.name === 'name'
        ? idsFor(worker, folder, spot, cursor)
        : list(factAttributes(place));
    case 'name':
    case 'source':
      return idsFor(worker, folder, spot, cursor);
    case 'frontMatterKey':
      return list(frontMatterKeys(document));
    case 'factId':
    case 'when':
    case 'directiveText':
      return undefined;
  }
}

/** Registers the completion of directives, their attributes, and ids of names and sources in topics. */
export function registerTopicCompletion({ library, worker }: Services): vscode.Disposable {
  const provideCompletionItems = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> => {
    const spot = spotIn(document, position);
    const folder = spot && (await folderOfTopic(library, document.uri));
    if (!folder || token.isCancellationRequested) return undefined;
    const found = await itemsFor(worker, document, folder, spot, position);
    const replacing = spot.rangeOf(spot.place);
    const range = { inserting: replacing.with({ end: position }), replacing };
    for (const item of found?.items ?? []) item.range = range;
    return found;
  };
  return vscode.languages.registerCompletionItemProvider(TOPICS, { provideCompletionItems }, ...TRIGGERS);
}
