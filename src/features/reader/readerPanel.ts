import * as vscode from 'vscode';
import { runCommand } from '../../host/commands';
import { Disposable } from '../../host/disposable';
import type { Place } from '../../host/readingPlace';
import type { Services } from '../../host/services';
import type { HostMessage, ShowReason } from '../../protocol/hostMessages';
import type { Page } from '../../protocol/page';
import { readReaderMessage, type ReaderMessage } from '../../protocol/readerMessages';
import { makeNonce, readerHtml } from './html';
import { buildPage } from './pages';
import { pageWords, readerStrings } from './strings';

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

  private place: Place | undefined;
  private page: Page | undefined;
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
   * Shows a place. Resolves when the page is made; the reader draws it as soon as its script runs.
   * @returns whether the section is there; a page that says so is shown where it is not
   */
  async show(place: Place, reason: ShowReason = 'open'): Promise<boolean> {
    this.place = place;
    const { library } = this.services;
    let page = buildPage(await library.load(), place, pageWords());
    // Dossiers of the workspace join a little later than those that ship with the extension.
    if (page.kind === 'gone') page = buildPage(await library.settled(), place, pageWords());
    // While the library was loading, another place may have been asked for, or the panel closed.
    if (this.place !== place || this.isDisposed) return true;
    // A file was saved that changes nothing here: what one reads stays as it is, to the scroll place.
    if (reason === 'refresh' && JSON.stringify(page) === JSON.stringify(this.page)) return true;
    this.page = page;
    this.reason = reason;
    this.panel.title = page.title;
    if (page.kind === 'gone') {
      this.services.log.warn(`The reader was asked for "${place.section}", which no loaded dossier holds.`);
    } else if (page.key !== place.section) {
      this.place = { ...place, section: page.key };
    }
    this.post();
    this.tellReadingPlace();
    return page.kind === 'section';
  }

  private close(): void {
    this.closed.fire(undefined);
    this.dispose();
  }

  private refresh(): void {
    // A place that is still loading is made from the new library anyway.
    if (this.place && this.page) this.run('refresh', this.show(this.place, 'refresh'));
  }

  private changeViewState(): void {
    if (!this.panel.visible) this.isReady = false;
    if (!this.panel.active) return;
    this.activated.fire(undefined);
    this.tellReadingPlace();
  }

  private tellReadingPlace(): void {
    if (this.place && this.page?.kind === 'section' && this.panel.visible) {
      this.services.readingPlace.set(this.place);
    }
  }

  private post(): void {
    if (!this.isReady || !this.page) return;
    const fact = this.place?.fact;
    this.send({
      type: 'show',
      page: this.page,
      ...(fact !== undefined && { fact }),
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
      case 'openSection':
        await this.show({ section: message.key });
        return;
      case 'openFact': {
        const fact = (await this.services.library.load()).fact(message.key);
        await this.show(fact ? { section: fact.section, fact: fact.key } : { section: message.key });
        return;
      }
      case 'openName':
        await runCommand('dossier.showFactsOfName', message.key);
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
        this.followReader(message);
        return;
      case 'rejected':
        this.services.log.warn(`The reader did not understand a message: ${message.reason}`);
    }
  }

  private announce(text: string): void {
    this.send({ type: 'announce', text });
  }

  /** Only what the page links to is opened: the reader is not to send anyone anywhere else. */
  private async openSource(url: string): Promise<void> {
    if (this.page && linksTo(this.page, url)) await vscode.env.openExternal(vscode.Uri.parse(url, true));
    else this.services.log.warn(`The reader asked for an address that is not on its page: ${url}`);
  }

  private followReader({ section, fact }: Place): void {
    if (section !== this.place?.section) return;
    this.place = { section, ...(fact !== undefined && { fact }) };
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
  if (page.kind === 'gone') return false;
  if (page.sources.some((source) => source.url === url || source.licenseUrl === url)) return true;
  // Links in the text are few; looking for them in the page's data spares a second list.
  return JSON.stringify(page.parts).includes(`"url":${JSON.stringify(url)}`);
}
