import * as vscode from 'vscode';
import { setContextKey } from '../../host/contextKeys';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import type { PageAddress } from '../../protocol/address';
import { readReaderState } from '../../protocol/readerMessages';
import { ReaderPanel } from './readerPanel';
import { ReadingPlaces } from './readingPlaces';

export const READER_VIEW_TYPE = 'dossier.reader';

/** All open readers. The one used last is used again; "to the side" makes another. */
export class ReaderPanels extends Disposable implements vscode.WebviewPanelSerializer {
  /** The one used last stands at the end. */
  private readonly panels: ReaderPanel[] = [];
  private readonly places: ReadingPlaces;

  constructor(private readonly services: Services) {
    super();
    this.places = new ReadingPlaces(services.context.workspaceState);
    this.register(vscode.window.registerWebviewPanelSerializer(READER_VIEW_TYPE, this));
  }

  /** Shows a page in a reader and brings it to the front. */
  async open(address: PageAddress, beside: boolean): Promise<boolean> {
    const last = beside ? undefined : this.panels.at(-1);
    if (!last) return this.create(beside).open(address);
    last.reveal();
    return last.open(address);
  }

  /** The reader that was used last. */
  get current(): ReaderPanel | undefined {
    return this.panels.at(-1);
  }

  /** Takes over a panel that VS Code kept across a reload. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
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
    super.dispose();
  }

  private create(beside: boolean): ReaderPanel {
    const column = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(READER_VIEW_TYPE, 'Dossier', column, {
      enableFindWidget: true,
    });
    return this.add(panel);
  }

  private add(panel: vscode.WebviewPanel): ReaderPanel {
    const reader = new ReaderPanel(panel, this.services, this.places);
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
