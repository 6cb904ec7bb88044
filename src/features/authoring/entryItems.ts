import * as vscode from 'vscode';
import type { EntryPlace } from '../../core/authoring/yamlPlaces';
import { slug } from '../../core/format/ids';

/** A list is cut here, and asked for again with the next letter. */
const MOST = 200;

/** What is known of the place where an id is to stand. */
export interface EntryOptions {
  /** What stands before the cursor. */
  readonly typed: string;
  /** What stands before an id that is put in. */
  readonly before: string;
  /** The word that the name is to be given for: names that hold it come first. */
  readonly meant?: string;
}

const words = new WeakMap<EntryPlace, string>();

/** What an entry is found by: its id and its label, as an id is spelt. */
function wordsOf(entry: EntryPlace): string {
  let known = words.get(entry);
  if (known === undefined) words.set(entry, (known = `${entry.id} ${slug(entry.label)}`));
  return known;
}

function itemOf(entry: EntryPlace, before: string, isMeant: boolean): vscode.CompletionItem {
  const label = { label: before + entry.id, description: entry.label };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
  const detail = [entry.kind, entry.detail].filter((each) => each !== undefined).join(' · ');
  if (detail !== '') item.detail = detail;
  item.insertText = before + entry.id;
  item.filterText = `${before}${entry.id} ${entry.label}`;
  item.sortText = `${isMeant ? 0 : 1}${entry.id}`;
  return item;
}

/** Completion items for the ids of entries, found by id and label. */
export function entryItems(
  entries: readonly EntryPlace[],
  { typed, before, meant = '' }: EntryOptions,
): vscode.CompletionList {
  const wanted = slug(typed);
  const word = slug(meant);
  const isMeant = (entry: EntryPlace): boolean => word !== '' && wordsOf(entry).includes(word);
  // Letters need not stand side by side, as everywhere in VS Code; only where there are many must the beginning fit.
  const isShort = entries.length <= MOST;
  const fitting = isShort ? entries : entries.filter((entry) => wordsOf(entry).includes(wanted));
  const chosen =
    fitting.length <= MOST
      ? fitting
      : [...fitting.filter(isMeant), ...fitting.filter((entry) => !isMeant(entry))].slice(0, MOST);
  const items = chosen.map((entry) => itemOf(entry, before, isMeant(entry)));
  return new vscode.CompletionList(items, !isShort);
}
