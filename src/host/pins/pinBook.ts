import * as vscode from 'vscode';
import {
  entriesIn,
  findEntry,
  foldersInOrder,
  withFolder,
  withMoved,
  withNote,
  withoutEntries,
  withPin,
  withStep,
  withTitle,
  type EntryRef,
} from '../../core/pins/arrangePins';
import { findPin, textOf, type FoundPin } from '../../core/pins/findAgain';
import { PinsKeeper } from '../../core/pins/keepPins';
import { dossierOf, makePin } from '../../core/pins/makePin';
import { mergePins } from '../../core/pins/mergePins';
import { entryId, isPin, PIN_BOUNDS, type Pin, type Pins, type PinTarget } from '../../core/pins/pin';
import { Disposable } from '../disposable';
import type { LibraryService } from '../libraryService';
import { UserError, type Log } from '../log';
import { readSetting } from '../settings';
import { finishInTurns } from '../turns';
import { PINS_NAME, PinsFileOnDisk, randomKey } from './pinsFile';
import { offerToCopy, placeName, tellFailure, tellSetAside } from './pinMessages';

/** The pins of the workspace or of the user, and what they stand for in the library as it is now. */
export class PinBook extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  /** Fires when there are other pins, or they stand for something else. */
  readonly onDidChange = this.changed.event;
  private file: PinsFileOnDisk;
  private keeper: PinsKeeper;
  private watcher: vscode.Disposable | undefined;
  private readonly foundPins = new Map<string, FoundPin>();
  /** What pins stand for: `fact <key>`. */
  private pinned = new Map<string, Pin>();
  private round = 0;
  private isTold = false;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly library: LibraryService,
    private readonly log: Log,
  ) {
    super();
    [this.file, this.keeper] = this.open();
    this.register(library.onDidChange(() => this.find()));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.follow()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('dossier.pins.keepIn')) this.follow();
      }),
    );
    // A watcher can miss what happened while nobody looked.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.syncSafely();
      }),
    );
    this.register({ dispose: () => void this.watcher?.dispose() });
  }

  /** Reads the file. What cannot be read is told; there are no pins then. */
  async ready(): Promise<void> {
    await this.syncSafely();
    this.find();
  }

  /** The pins and folders. */
  get pins(): Pins {
    return this.keeper.pins;
  }

  /** Where the pins are kept. */
  get uri(): vscode.Uri {
    return this.file.uri;
  }

  /** The pin that stands for something. */
  pinOf(target: PinTarget): Pin | undefined {
    return this.pinned.get(entryId(target));
  }

  /** What the pins stand for. */
  targets(): readonly PinTarget[] {
    return [...this.foundPins.values()].map(({ pin: { kind, key: kept }, key = kept }) => ({ kind, key }));
  }

  /** What is pinned of a dossier and still there. */
  foundIn(dossier: string): readonly FoundPin[] {
    return [...this.foundPins.values()].filter(({ key }) => key !== undefined && dossierOf(key) === dossier);
  }

  /** What a pin stands for. */
  found(pin: Pin): FoundPin {
    return this.foundPins.get(entryId(pin)) ?? { pin, text: pin.text };
  }

  entry(ref: EntryRef): ReturnType<typeof findEntry> {
    return findEntry(this.pins, ref);
  }

  entriesIn(folder?: string): Pins {
    return entriesIn(this.pins, folder);
  }

  folders(): ReturnType<typeof foldersInOrder> {
    return foldersInOrder(this.pins);
  }

  /**
   * Pins things, in a folder or in none; gives the pins.
   * @throws {UserError} where no loaded dossier holds one of them
   */
  async pin(targets: readonly PinTarget[], folder?: string): Promise<readonly Pin[]> {
    const library = await this.library.loadFor(targets[0]?.key);
    const now = new Date().toISOString();
    const made = targets.map((target) => {
      const pin = makePin(library, target, now);
      if (!pin) throw new UserError(vscode.l10n.t('No loaded dossier holds "{0}".', target.key));
      return this.pinOf(target) ?? { ...pin, ...(folder !== undefined && { folder }) };
    });
    await this.change((pins) => made.reduce(withPin, pins));
    return made;
  }

  /** Takes pins and folders away; what is in a folder moves up. Gives what brings them back. */
  async remove(refs: readonly EntryRef[]): Promise<() => Promise<void>> {
    const before = this.pins;
    await this.change((pins) => withoutEntries(pins, refs));
    const after = this.pins;
    // As if another window had never removed them.
    return () => this.change((pins) => mergePins(after, pins, before));
  }

  async addFolder(title: string, around?: string): Promise<string> {
    const key = randomKey();
    await this.change((pins) =>
      withFolder(pins, { kind: 'folder', key, title, ...(around !== undefined && { folder: around }) }),
    );
    return key;
  }

  rename(folder: string, title: string): Promise<void> {
    return this.change((pins) => withTitle(pins, folder, title));
  }

  move(refs: readonly EntryRef[], folder: string | undefined, before?: EntryRef): Promise<void> {
    return this.change((pins) => withMoved(pins, refs, folder, before));
  }

  step(refs: readonly EntryRef[], by: -1 | 1): Promise<void> {
    return this.change((pins) => withStep(pins, refs, by));
  }

  /**
   * Writes a note; an empty one takes it away.
   * @throws where the file cannot be written
   */
  async setNote(target: PinTarget, note: string): Promise<void> {
    if (note.length > PIN_BOUNDS.note) {
      throw new UserError(vscode.l10n.t('A note holds {0} characters at most.', PIN_BOUNDS.note));
    }
    const written = this.keeper.change((pins) => withNote(pins, target, note));
    this.find();
    await written;
  }

  /** Changes the pins. That the file cannot be written is told, with a button to try again; in memory it counts. */
  private async change(edit: (pins: Pins) => Pins): Promise<void> {
    let written: Promise<void>;
    try {
      written = this.keeper.change(edit);
    } catch {
      throw new UserError(vscode.l10n.t('There are too many pins. Remove some to make room.'));
    }
    await written.catch((error: unknown) => this.tell(error));
  }

  private async syncSafely(): Promise<void> {
    await this.keeper.sync().catch((error: unknown) => this.tell(error));
  }

  /** One message at a time: each further change would fail as well. */
  private tell(error: unknown): void {
    this.log.error(`The pins in ${this.uri.toString()}: ${String(error)}`);
    if (this.isTold) return;
    this.isTold = true;
    void tellFailure(this.uri, error).then((isToTry) => {
      this.isTold = false;
      if (isToTry) void this.syncSafely();
    });
  }

  private open(): [PinsFileOnDisk, PinsKeeper] {
    const folder =
      readSetting('pins.keepIn') === 'workspace' ? vscode.workspace.workspaceFolders?.[0] : undefined;
    const base = folder?.uri ?? this.storage;
    const name = folder ? `.vscode/${PINS_NAME}` : PINS_NAME;
    const file = new PinsFileOnDisk(vscode.Uri.joinPath(base, name));
    const keeper = new PinsKeeper(file, {
      onChange: () => {
        // Folders, notes and the order may be others, too.
        if (this.keeper === keeper) this.find(true);
      },
      onSetAside: (aside, damage) => tellSetAside(file, aside, damage, keeper.pins.length > 0, this.log),
    });
    this.watcher?.dispose();
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(base, name));
    const look = (): void => void this.syncSafely();
    this.watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(look),
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
    );
    return [file, keeper];
  }

  /** Goes to where pins are kept now. Nothing moves by itself; it is offered. */
  private follow(): void {
    const { file, keeper } = this;
    const [newFile, newKeeper] = this.open();
    if (newFile.uri.toString() === file.uri.toString()) return;
    [this.file, this.keeper] = [newFile, newKeeper];
    void this.ready().then(async () => {
      if (keeper.pins.length === 0 || !(await offerToCopy(file.uri, newFile.uri, keeper.pins))) return;
      await this.change((pins) => mergePins([], pins, keeper.pins));
    });
  }

  /** Finds out what the pins stand for: by their keys at once, then what is missing, once all dossiers are read. */
  private find(areOthers = false): void {
    const round = ++this.round;
    const pins = this.pins.filter(isPin);
    const loaded = this.library.loaded;
    this.take(
      pins.map((pin) => {
        const text = loaded && textOf(loaded, pin);
        return text === undefined ? this.found(pin) : { pin, text, key: pin.key };
      }),
      areOthers,
    );
    this.findMissing(pins, round).catch((error: unknown) =>
      this.log.warn(`Pins could not be found again in ${placeName(this.uri)}: ${String(error)}`),
    );
  }

  private async findMissing(pins: readonly Pin[], round: number): Promise<void> {
    if (pins.length === 0) return;
    await this.library.load();
    const library = await this.library.settled();
    const taken = new Set(pins.filter((pin) => textOf(library, pin) !== undefined).map(({ key }) => key));
    const found: FoundPin[] = [];
    for (const pin of pins) {
      found.push(await finishInTurns(findPin(library, pin, taken)));
      if (round !== this.round || this.isDisposed) return;
    }
    this.take(found);
  }

  /** Tells of it only where something is different: every view that marks what is pinned is drawn again then. */
  private take(found: readonly FoundPin[], areOthers = false): void {
    const isSame = found.length === this.foundPins.size && found.every((each) => this.isKnown(each));
    if (isSame && !areOthers) return;
    this.foundPins.clear();
    this.pinned = new Map();
    for (const each of found) {
      this.foundPins.set(entryId(each.pin), each);
      this.pinned.set(entryId({ kind: each.pin.kind, key: each.key ?? each.pin.key }), each.pin);
    }
    this.changed.fire(undefined);
  }

  private isKnown({ pin, text, key, isGone }: FoundPin): boolean {
    const known = this.foundPins.get(entryId(pin));
    return known?.pin === pin && known.text === text && known.key === key && known.isGone === isGone;
  }
}
