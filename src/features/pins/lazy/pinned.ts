import * as vscode from 'vscode';
import type { Library } from '../../../core/library';
import type { Key } from '../../../core/model';
import type { EntryRef } from '../../../core/pins/arrangePins';
import { pinsByTopic } from '../../../core/pins/byTopic';
import type { FoundPin } from '../../../core/pins/findAgain';
import { isPin, isPinKind, type PinEntry, type PinTarget } from '../../../core/pins/pin';
import { keyOf, runCommand, type PinFolderTarget, type TargetOrKey } from '../../../host/commands';
import { UserError } from '../../../host/log';
import type { PinBook } from '../../../host/pins/pinBook';
import type { Services } from '../../../host/services';
import { askFolder, askPins, askTitle } from '../askPins';
import { NoteFiles, noteUri } from '../noteFiles';
import { pinItem, shortened } from '../pinItems';
import type { PinNode } from '../pinNodes';

type Given = TargetOrKey | PinFolderTarget;

/** How long a message in the status bar stays, in ms. */
const SAID_MS = 3000;
/** Characters of a pin in a message. */
const SHORT = 60;

/** The Pinned view and what the commands for pins do; made when the first of them is used. */
export class Pinned {
  /** The notes as files. */
  readonly notes: NoteFiles;

  constructor(
    private readonly services: Services,
    private readonly book: PinBook,
  ) {
    this.notes = new NoteFiles(book);
  }

  children(isByTopic: boolean, node?: PinNode): readonly PinNode[] {
    const { book } = this;
    if (node?.kind === 'group') return node.group.pins.map((found) => this.pinNode(found));
    if (node && node.kind !== 'folder') return [];
    if (!isByTopic) return book.entriesIn(node?.key).map((entry) => this.node(entry));
    const library = this.services.library.loaded!;
    const found = book.pins.filter(isPin).map((pin) => book.found(pin));
    return pinsByTopic(library, found).map((group) => ({ kind: 'group', key: group.key, group, library }));
  }

  item(node: PinNode): vscode.TreeItem {
    return pinItem(node);
  }

  async pin(target?: TargetOrKey, selected?: readonly TargetOrKey[]): Promise<Key | undefined> {
    const targets = await this.targets(target, selected);
    const [first] = await this.book.pin(targets);
    if (first) {
      const said =
        targets.length === 1
          ? vscode.l10n.t('Pinned "{0}".', shortened(this.book.found(first).text, SHORT))
          : vscode.l10n.t('Pinned: {0}', targets.length);
      vscode.window.setStatusBarMessage(said, SAID_MS);
    }
    return first?.key;
  }

  async unpin(target?: TargetOrKey, selected?: readonly TargetOrKey[]): Promise<Key | undefined> {
    const { book } = this;
    const isGiven = target !== undefined || (selected !== undefined && selected.length > 0);
    const read = isGiven ? undefined : this.readTarget();
    const given = isGiven
      ? await this.targets(target, selected)
      : read && book.pinOf(read)
        ? [read]
        : await askPins(book);
    return this.unpinAll(given);
  }

  /** Gives the key of the first. */
  async unpinAll(targets: readonly PinTarget[]): Promise<Key | undefined> {
    const { book } = this;
    const entries = targets.flatMap((each) => book.pinOf(each) ?? []);
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
    const moved: EntryRef[] = [...folders, ...targets.flatMap((each) => book.pinOf(each) ?? [])];
    const fresh = targets.filter((each) => !book.pinOf(each));
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

  /** Opens the note of a pin; what is not pinned is pinned first. */
  async editNote(target?: TargetOrKey): Promise<vscode.Uri | undefined> {
    const { book } = this;
    const [given] = target === undefined ? await askPins(book) : await this.targets(target);
    if (!given) return undefined;
    const pin = book.pinOf(given) ?? (await book.pin([given]))[0]!;
    const uri = noteUri(pin, book.found(pin).text);
    await vscode.window.showTextDocument(uri, { preview: false });
    return uri;
  }

  /** Moves entries one place; several keep their order. */
  async step(by: -1 | 1, given: readonly unknown[]): Promise<void> {
    const refs = given.flatMap((each) => this.refOf(each) ?? []);
    await this.book.step(refs, by);
  }

  /**
   * Pins what was dragged, or moves it where it is pinned: into the folder that it was dropped on, before the pin, onto nothing
   * to the end. By topic nothing has a place of its own.
   */
  async drop(dragged: readonly EntryRef[], onto: PinNode | undefined, isByTopic: boolean): Promise<void> {
    const { book } = this;
    const kept = dragged.filter((ref) => book.entry(ref));
    const fresh = dragged.flatMap(({ kind, key }) =>
      isPinKind(kind) && !book.entry({ kind, key }) ? [{ kind, key }] : [],
    );
    const pins = fresh.length > 0 ? await book.pin(fresh) : [];
    if (isByTopic || onto?.kind === 'group') return;
    const moved = [...kept, ...pins];
    if (!onto || onto.kind === 'folder') await book.move(moved, onto?.key);
    else await book.move(moved, onto.found.pin.folder, onto.found.pin);
  }

  /** A folder as an element of the view. */
  folderNode(key: string): PinNode | undefined {
    const entry = this.book.entry({ kind: 'folder', key });
    return entry && this.node(entry);
  }

  /** The folder around an element; by topic nothing is revealed. */
  parent(node: PinNode): PinNode | undefined {
    const around =
      node.kind === 'folder' ? node.folder.folder : 'found' in node ? node.found.pin.folder : undefined;
    return around === undefined ? undefined : this.folderNode(around);
  }

  private node(entry: PinEntry): PinNode {
    if (isPin(entry)) return this.pinNode(this.book.found(entry));
    return { kind: 'folder', key: entry.key, folder: entry, library: this.services.library.loaded! };
  }

  private pinNode(found: FoundPin): PinNode {
    const { pin, key = pin.key } = found;
    return { kind: pin.kind, key, found, library: this.services.library.loaded! };
  }

  private refOf(given: unknown): EntryRef | undefined {
    if (isFolderTarget(given)) return given;
    const key = keyOf(given);
    const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
    return key !== undefined && isPinKind(kind) ? this.book.pinOf({ kind, key }) : undefined;
  }

  private async folder(given: PinFolderTarget | undefined): Promise<ReturnType<typeof asFolder>> {
    if (isFolderTarget(given)) return asFolder(this.book.entry({ kind: 'folder', key: given.key }));
    const key = await askFolder(this.book, [], false);
    return key === undefined ? undefined : asFolder(this.book.entry({ kind: 'folder', key }));
  }

  /** What a command is about: what it was given, what the active reader shows, or what is chosen. */
  private async targets(target?: unknown, selected?: readonly unknown[]): Promise<readonly PinTarget[]> {
    const { library } = this.services;
    const given = Array.isArray(selected) && selected.length > 0 ? selected : [target];
    if (given.some((each) => keyOf(each) !== undefined)) {
      const loaded = await library.loadFor(keyOf(given[0]));
      const isOne = given.length === 1;
      // Of several elements, those count that can be pinned.
      return given.flatMap((each) => targetOf(each, loaded, isOne) ?? []);
    }
    const read = this.readTarget();
    if (read) return [read];
    const key = await runCommand('dossier.search', { pickFact: true });
    return key === undefined ? [] : [{ kind: 'fact', key }];
  }

  /** What the active reader shows. */
  private readTarget(): PinTarget | undefined {
    const read = isReaderActive() ? this.services.readingPlace.current : undefined;
    return read && isPinKind(read.kind) ? { kind: read.kind, key: read.key } : undefined;
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
function targetOf(given: unknown, library: Library, isOne: boolean): PinTarget | undefined {
  const key = keyOf(given);
  if (key === undefined) return undefined;
  if (typeof given === 'object' && given !== null && 'kind' in given) {
    if (isPinKind(given.kind)) return { kind: given.kind, key };
  } else if (library.fact(key)) return { kind: 'fact', key };
  else if (library.name(key)) return { kind: 'name', key };
  else if (library.section(key)) return { kind: 'section', key };
  else if (library.topic(key)) return { kind: 'topic', key };
  if (!isOne) return undefined;
  throw new UserError(vscode.l10n.t('"{0}" cannot be pinned.', key));
}

function isReaderActive(): boolean {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('dossier.reader');
}
