import * as vscode from 'vscode';
import { setContextKey } from '../../host/contextKeys';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import type { PageAddress } from '../../protocol/address';
import { readReaderState } from '../../protocol/readerMessages';
import { ReaderPanel } from './readerPanel';
import { ReadingPlaces } from './readingPlaces';
import { READER_VIEW_TYPE } from './viewType';

/** All open readers. The one used last is used again; "to the side" makes another. */
export class ReaderPanels extends Disposable {
  /** The one used last stands at the end. */
  private readonly panels: ReaderPanel[] = [];
  private readonly places: ReadingPlaces;
  /** One more, which shows what someone looks at in passing. It is none of the others until something is opened. */
  private previewed: ReaderPanel | undefined;

  constructor(private readonly services: Services) {
    super();
    this.places = new ReadingPlaces(services.context.workspaceState);
  }

  /** Shows a page in a reader and brings it to the front. */
  async open(address: PageAddress, beside: boolean): Promise<boolean> {
    const { previewed } = this;
    if (previewed && !previewed.isDisposed) {
      this.previewed = undefined;
      this.keep(previewed);
      previewed.reveal();
      return previewed.open(address);
    }
    const last = beside ? undefined : this.panels.at(-1);
    if (!last) return this.create(beside).open(address);
    last.reveal();
    return last.open(address);
  }

  /** The reader that was used last. */
  get current(): ReaderPanel | undefined {
    return this.panels.at(-1);
  }

  /** Shows a page beside, without taking the focus. What is then opened stays there. */
  async preview(address: PageAddress): Promise<boolean> {
    if (!this.previewed || this.previewed.isDisposed) {
      const panel = this.createPanel(vscode.ViewColumn.Beside, true);
      this.previewed = new ReaderPanel(panel, this.services, this.places);
    } else this.previewed.reveal(true);
    return this.previewed.preview(address);
  }

  /** Takes away what was only looked at in passing. */
  endPreview(): void {
    if (!this.previewed) return;
    this.previewed.end();
    this.previewed = undefined;
    if (this.panels.length === 0) this.services.readingPlace.set(undefined);
  }

  /** Takes over a panel that VS Code kept across a reload. */
  async restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    // A window that goes before VS Code has saved the panel's own state comes back without it.
    const states = [kept, this.places.last].map(readReaderState);
    const state = states.find((each) => each.ok);
    const reader = this.add(panel);
    if (state) {
      await reader.restore(state.value);
      return;
    }
    this.services.log.warn('A reader could not be restored where it was: its place was not kept.');
    const library = await this.services.library.load();
    const [first] = library.topics();
    await reader.restore({ visits: [{ address: { kind: 'topic', key: first?.key ?? '-' } }], at: 0 });
  }

  override dispose(): void {
    for (const panel of this.panels) panel.dispose();
    this.previewed?.dispose();
    super.dispose();
  }

  private create(beside: boolean): ReaderPanel {
    return this.add(this.createPanel(beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, false));
  }

  private createPanel(viewColumn: vscode.ViewColumn, preserveFocus: boolean): vscode.WebviewPanel {
    const options = { enableFindWidget: true };
    return vscode.window.createWebviewPanel(
      READER_VIEW_TYPE,
      'Dossier',
      { viewColumn, preserveFocus },
      options,
    );
  }

  private add(panel: vscode.WebviewPanel): ReaderPanel {
    return this.keep(new ReaderPanel(panel, this.services, this.places));
  }

  private keep(reader: ReaderPanel): ReaderPanel {
    this.panels.push(reader);
    reader.onDidActivate(() => {
      this.remove(reader);
      this.panels.push(reader);
      this.tellWays();
    });
    reader.onDidShow((history) => {
      this.places.keepLast(history);
      this.tellWays();
    });
    reader.onDidClose(() => {
      this.remove(reader);
      this.tellWays();
      if (this.panels.length === 0) this.services.readingPlace.set(undefined);
    });
    return reader;
  }

  private tellWays(): void {
    setContextKey('dossier.canGoBack', this.current?.canTravel('back') === true);
    setContextKey('dossier.canGoForward', this.current?.canTravel('forward') === true);
  }

  private remove(reader: ReaderPanel): void {
    const index = this.panels.indexOf(reader);
    if (index >= 0) this.panels.splice(index, 1);
  }
}
