import * as vscode from 'vscode';
import type { Library } from '../../../core/library';
import type { Key } from '../../../core/model';
import type { EntryRef } from '../../../core/pins/arrangePins';
import { isFolder, isPin, isPinKind, type PinEntry, type PinTarget } from '../../../core/pins/pin';
import { keyOf, runCommand, type PinFolderTarget, type TargetOrKey } from '../../../host/commands';
import { UserError } from '../../../host/log';
import type { PinBook } from '../../../host/pins/pinBook';
import type { Services } from '../../../host/services';
import { askFolder, askPins, askTitle } from '../askPins';
import { pinItem, shortened } from '../pinItems';
import type { PinNode } from '../pinNodes';

type Given = TargetOrKey | PinFolderTarget;

/** How long a message in the status bar stays, in ms. */
const SAID_MS = 3000;
/** Characters of a pin in a message. */
const SHORT = 60;

/** The Pinned view and what the commands for pins do; made when the first of them is used. */
export class Pinned {
  constructor(
    private readonly services: Services,
    private readonly book: PinBook,
  ) {}

  children(node?: PinNode): readonly PinNode[] {
    if (node && node.kind !== 'folder') return [];
    return this.book.entriesIn(node?.key).map((entry) => this.node(entry));
  }

  item(node: PinNode): vscode.TreeItem {
    return pinItem(node);
  }

  parent(node: PinNode): PinNode | undefined {
    const around = node.kind === 'folder' ? node.folder.folder : node.found.pin.folder;
    const folder = around === undefined ? undefined : this.book.entry({ kind: 'folder', key: around });
    return folder && this.node(folder);
  }

  async pin(target?: TargetOrKey, selected?: readonly TargetOrKey[]): Promise<Key | undefined> {
    const targets = await this.targets(target, selected);
    const [first] = await this.book.pin(targets);
    if (first) {
      const said =
        targets.length === 1 ? vscode.l10n.t('Pinned.') : vscode.l10n.t('Pinned: {0}', targets.length);
      vscode.window.setStatusBarMessage(said, SAID_MS);
    }
    return first?.key;
  }

  async unpin(target?: TargetOrKey, selected?: readonly TargetOrKey[]): Promise<Key | undefined> {
    const { book } = this;
    const given = target === undefined ? await askPins(book) : await this.targets(target, selected);
    const entries = given.flatMap((each) => this.pinOf(each) ?? []);
    const [first] = entries;
    if (!first) return undefined;
    const { text } = book.found(first);
    const undo = await book.remove(entries);
    const said =
      entries.length === 1
        ? vscode.l10n.t('Unpinned "{0}".', shortened(text, SHORT))
        : vscode.l10n.t('Unpinned: {0}', entries.length);
    this.offerUndo(said, undo);
    return first.key;
  }

  /** Gives the key of the folder; an empty one where it is none. */
  async pinToFolder(
    target?: Given,
    selected?: readonly Given[],
    folder?: string,
  ): Promise<string | undefined> {
    const { book } = this;
    const given = selected?.length ? selected : [target];
    const folders = given.filter(isFolderTarget);
    const others = given.filter((each) => !isFolderTarget(each));
    const targets = others.length === 0 ? [] : await this.targets(...split(others));
    if (folders.length + targets.length === 0) return undefined;
    const into = folder ?? (await askFolder(book, folders));
    if (into === undefined) return undefined;
    if (into !== '' && !book.entry({ kind: 'folder', key: into })) throw noFolder();
    const around = into === '' ? undefined : into;
    const moved: EntryRef[] = [...folders, ...targets.flatMap((each) => this.pinOf(each) ?? [])];
    const fresh = targets.filter((each) => !this.pinOf(each));
    if (fresh.length > 0) await book.pin(fresh, around);
    if (moved.length > 0) await book.move(moved, around);
    return into;
  }

  async newFolder(around?: PinFolderTarget, given?: string): Promise<string | undefined> {
    const title = given ?? (await askTitle(vscode.l10n.t('New Folder for Pins')));
    return title && this.book.addFolder(title, isFolderTarget(around) ? around.key : undefined);
  }

  async rename(folder?: PinFolderTarget, given?: string): Promise<string | undefined> {
    const entry = await this.folder(folder);
    if (!entry) return undefined;
    const title = given ?? (await askTitle(vscode.l10n.t('Rename Folder'), entry.title));
    if (title) await this.book.rename(entry.key, title);
    return title;
  }

  async removeFolder(folder?: PinFolderTarget): Promise<boolean> {
    const entry = await this.folder(folder);
    if (!entry) return false;
    if (this.book.entriesIn(entry.key).length > 0) {
      const remove = vscode.l10n.t('Remove Folder');
      const question = vscode.l10n.t('Remove the folder "{0}"?', entry.title);
      const detail = vscode.l10n.t('The pins and folders in it move up; none is unpinned.');
      const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove);
      if (chosen !== remove) return false;
    }
    await this.book.remove([entry]);
    return true;
  }

  private node(entry: PinEntry): PinNode {
    const library = this.services.library.loaded!;
    if (isFolder(entry)) return { kind: 'folder', key: entry.key, folder: entry, library };
    const found = this.book.found(entry);
    return { kind: entry.kind, key: found.key ?? entry.key, found, library };
  }

  /** The pin for what a command was given: an element of the view knows its own. */
  private pinOf(target: PinTarget): ReturnType<PinBook['pinOf']> {
    return this.book.pinOf(target);
  }

  private async folder(given: PinFolderTarget | undefined): Promise<ReturnType<typeof asFolder>> {
    if (isFolderTarget(given)) return asFolder(this.book.entry({ kind: 'folder', key: given.key }));
    const key = await askFolder(this.book, [], false);
    return key === undefined ? undefined : asFolder(this.book.entry({ kind: 'folder', key }));
  }

  /** What a command is about: what it was given, what the active reader shows, or what is chosen. */
  private async targets(target?: unknown, selected?: readonly unknown[]): Promise<readonly PinTarget[]> {
    const { library, readingPlace } = this.services;
    const given = Array.isArray(selected) && selected.length > 0 ? selected : [target];
    if (given.some((each) => keyOf(each) !== undefined)) {
      const loaded = await library.loadFor(keyOf(given[0]));
      return given.map((each) => targetOf(each, loaded)).filter((each) => each !== undefined);
    }
    const read = isReaderActive() ? readingPlace.current : undefined;
    if (read && isPinKind(read.kind)) return [{ kind: read.kind, key: read.key }];
    const key = await runCommand('dossier.search', { pickFact: true });
    return key === undefined ? [] : [{ kind: 'fact', key }];
  }

  private offerUndo(said: string, undo: () => Promise<void>): void {
    const label = vscode.l10n.t('Undo');
    void vscode.window.showInformationMessage(said, label).then((chosen) => {
      if (chosen === label) {
        undo().catch((error: unknown) => this.services.log.failure('dossier.unpin', error));
      }
    });
  }
}

function isFolderTarget(given: unknown): given is PinFolderTarget {
  return typeof given === 'object' && given !== null && 'kind' in given && given.kind === 'folder';
}

function asFolder(entry: PinEntry | undefined): Exclude<PinEntry, { kind: PinTarget['kind'] }> | undefined {
  if (!entry || isPin(entry)) throw noFolder();
  return entry;
}

function noFolder(): UserError {
  return new UserError(vscode.l10n.t('There is no such folder of pins.'));
}

function split<T>(given: readonly T[]): [T | undefined, readonly T[]] {
  return [given[0], given];
}

/** @throws {UserError} where it is nothing that can be pinned */
function targetOf(given: unknown, library: Library): PinTarget | undefined {
  const key = keyOf(given);
  if (key === undefined) return undefined;
  if (typeof given === 'object' && given !== null && 'kind' in given) {
    if (isPinKind(given.kind)) return { kind: given.kind, key };
  } else if (library.fact(key)) return { kind: 'fact', key };
  else if (library.name(key)) return { kind: 'name', key };
  else if (library.section(key)) return { kind: 'section', key };
  else if (library.topic(key)) return { kind: 'topic', key };
  throw new UserError(vscode.l10n.t('"{0}" cannot be pinned.', key));
}

function isReaderActive(): boolean {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('dossier.reader');
}
