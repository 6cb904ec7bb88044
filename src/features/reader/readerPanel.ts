import * as vscode from 'vscode';
import { runCommand } from '../../host/commands';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import { isSamePage, type PageAddress, type Target } from '../../protocol/address';
import type { HostMessage, ShowReason } from '../../protocol/hostMessages';
import type { Page } from '../../protocol/page';
import { readReaderMessage, type ReaderMessage } from '../../protocol/readerMessages';
import { makeNonce, readerHtml } from './html';
import { buildPage, type BuiltPage } from './pages/buildPage';
import { pageWords, readerStrings } from './strings';
import { addressOf } from './targets';

/**
 * One reader: a webview panel and what it shows. Ends with its panel, but does not close it: when the window reloads,
 * the panel must still be there to be restored.
 */
export class ReaderPanel extends Disposable {
  private readonly closed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidClose = this.closed.event;
  private readonly activated = this.register(new vscode.EventEmitter<undefined>());
  /** Fires when the panel becomes the active one. */
  readonly onDidActivate = this.activated.event;
  private readonly shown = this.register(new vscode.EventEmitter<PageAddress>());
  /** Fires when it shows another page that is there, or another fact of it. */
  readonly onDidShow = this.shown.event;

  private address: PageAddress | undefined;
  private built: BuiltPage | undefined;
  private reason: ShowReason = 'restore';
  /** Whether the reader's script runs. VS Code ends it while the panel is hidden. */
  private isReady = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly services: Services,
  ) {
    super();
    const { extensionUri } = services.context;
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extensionUri, 'media', `reader-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const root = vscode.Uri.joinPath(extensionUri, 'dist', 'reader');
    const address = (file: string): string =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    this.register(panel.onDidDispose(() => this.close()));
    this.register(panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    this.register(panel.onDidChangeViewState(() => this.changeViewState()));
    this.register(services.library.onDidChange(() => this.refresh()));
    panel.webview.html = readerHtml({
      script: address('reader.js'),
      style: address('reader.css'),
      cspSource: panel.webview.cspSource,
      language: vscode.env.language,
      nonce: makeNonce(),
    });
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.panel.reveal(this.panel.viewColumn);
  }

  /**
   * Shows a page. Resolves when it is made; the reader draws it as soon as its script runs.
   * @returns whether what was asked for is there; a page that says so is shown where it is not
   */
  async show(address: PageAddress, reason: ShowReason = 'open'): Promise<boolean> {
    this.address = address;
    const { library, log } = this.services;
    let built = buildPage(await library.load(), address, pageWords());
    // Dossiers of the workspace join a little later than those that ship with the extension.
    if (built.page.kind === 'gone') built = buildPage(await library.settled(), address, pageWords());
    // While the library was loading, another page may have been asked for, or the panel closed.
    if (this.address !== address || this.isDisposed) return true;
    const { page } = built;
    // A file was saved that changes nothing here: what one reads stays as it is, to the scroll place.
    if (reason === 'refresh' && JSON.stringify(page) === JSON.stringify(this.built?.page)) return true;
    this.built = built;
    this.reason = reason;
    this.panel.title = page.title;
    // What has moved is followed, so that the next look goes there at once.
    if (page.kind !== 'gone') this.address = { ...address, key: page.key };
    else log.warn(`The reader was asked for "${address.key}", which no loaded dossier holds.`);
    this.post();
    this.tellReadingPlace();
    return page.kind !== 'gone';
  }

  private close(): void {
    this.closed.fire(undefined);
    this.dispose();
  }

  private refresh(): void {
    // A page that is still loading is made from the new library anyway.
    if (this.address && this.built) this.run('refresh', this.show(this.address, 'refresh'));
  }

  private changeViewState(): void {
    if (!this.panel.visible) this.isReady = false;
    if (!this.panel.active) return;
    this.activated.fire(undefined);
    this.tellReadingPlace();
  }

  private tellReadingPlace(): void {
    if (!this.address || !this.built || this.built.page.kind === 'gone' || !this.panel.visible) return;
    this.shown.fire(this.address);
    const { kind, key, fact } = this.address;
    this.services.readingPlace.set(fact === undefined ? { kind, key } : { kind: 'fact', key: fact });
  }

  private post(): void {
    if (!this.isReady || !this.built || !this.address) return;
    this.send({
      type: 'show',
      page: this.built.page,
      address: this.address,
      reason: this.reason,
      strings: readerStrings(),
    });
    this.reason = 'restore';
  }

  private send(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readReaderMessage(value);
    if (message.ok) this.run(message.value.type, this.answer(message.value));
    else this.services.log.warn(`The reader sent a message that was ignored: ${message.reason}`);
  }

  private async answer(message: ReaderMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.post();
        return;
      case 'open':
        await this.open(message.target);
        return;
      case 'openSource':
        await this.openSource(message.url);
        return;
      case 'copyFact': {
        const copied = await runCommand('dossier.copyFact', { kind: 'fact', key: message.key });
        if (copied !== undefined) this.announce(vscode.l10n.t('Copied with source.'));
        return;
      }
      case 'insertFact':
        await runCommand('dossier.insertFact', { kind: 'fact', key: message.key });
        return;
      case 'state':
        this.followReader(message.address);
        return;
      case 'rejected':
        this.services.log.warn(`The reader did not understand a message: ${message.reason}`);
    }
  }

  private async open({ kind, key }: Target): Promise<void> {
    if (kind === 'name') {
      await runCommand('dossier.showFactsOfName', key);
      return;
    }
    const address = addressOf(await this.services.library.load(), { kind, key });
    await this.show(address ?? { kind: 'section', key });
  }

  private announce(text: string): void {
    this.send({ type: 'announce', text });
  }

  /** Only what the page links to is opened: the reader is not to send anyone anywhere else. */
  private async openSource(url: string): Promise<void> {
    if (this.built && linksTo(this.built.page, url)) {
      await vscode.env.openExternal(vscode.Uri.parse(url, true));
    } else this.services.log.warn(`The reader asked for an address that is not on its page: ${url}`);
  }

  private followReader(address: PageAddress): void {
    if (!this.address || !isSamePage(address, this.address)) return;
    this.address = address;
    this.tellReadingPlace();
  }

  private run(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.isDisposed) this.services.log.failure(what, error);
    });
  }
}

/** Whether a page shows a link to a web address. */
function linksTo(page: Page, url: string): boolean {
  // Links are few; looking for them in the page's data spares a second list, whatever the kind of page.
  const json = JSON.stringify(page);
  const quoted = JSON.stringify(url);
  return json.includes(`"url":${quoted}`) || json.includes(`"licenseUrl":${quoted}`);
}
