import * as vscode from 'vscode';
import { isPinKind, type PinTarget } from '../core/pins/pin';
import { Disposable } from './disposable';
import type { LibraryService } from './libraryService';
import type { Log } from './log';
import type { PinBook } from './pins/pinBook';

/** The pins; loaded when somebody first asks for one. */
export class PinService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  /** Fires when there are other pins, or they stand for something else. */
  readonly onDidChange = this.changed.event;
  private loading: Promise<PinBook> | undefined;
  private book: PinBook | undefined;
  private isAsked = false;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly library: LibraryService,
    private readonly log: Log,
  ) {
    super();
  }

  /** The pins as the file has them. */
  load(): Promise<PinBook> {
    this.loading ??= this.open();
    return this.loading;
  }

  /** Whether something is pinned; `false` until the pins are loaded, which is told then. */
  isPinned(target: PinTarget): boolean {
    this.loadSoon();
    return this.book?.pinOf(target) !== undefined;
  }

  /** Tells the menus of a view whether an element is pinned. */
  mark(
    item: vscode.TreeItem,
    { kind, key }: { readonly kind: string; readonly key: string },
  ): vscode.TreeItem {
    if (isPinKind(kind) && this.isPinned({ kind, key })) item.contextValue = `${item.contextValue}.pinned`;
    return item;
  }

  /** Behind what is being shown: a card or a view does not wait for it. */
  private loadSoon(): void {
    if (this.loading || this.isAsked) return;
    this.isAsked = true;
    setTimeout(() => {
      this.load().catch((error: unknown) => this.log.failure('dossier.pin', error));
    }, 0);
  }

  private async open(): Promise<PinBook> {
    const { PinBook } = await import('./lazy/pinning');
    const book = this.register(new PinBook(this.storage, this.library, this.log));
    await book.ready();
    this.book = book;
    this.register(book.onDidChange(() => this.changed.fire(undefined)));
    if (book.pins.length > 0) this.changed.fire(undefined);
    return book;
  }
}
