import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import { isSamePage, type PageAddress, type Target } from '../../protocol/address';
import { visitOf, withCurrent, withVisit, type History, type Visit } from '../../protocol/history';
import type { Arrival, HostMessage, ShowReason } from '../../protocol/hostMessages';
import { readReaderMessage, type ReaderMessage } from '../../protocol/readerMessages';
import { chartCsv, saveChart, type ChartMessage } from './chartFiles';
import { makeNonce, readerHtml } from './html';
import { addAddresses } from './linkedAddresses';
import { NameMentions } from './nameMentions';
import { buildPage, pageAt, type BuiltPage } from './pages/buildPage';
import { chunksAround, chunksOf, isShort } from './pages/longText';
import { pageCards } from './pages/pageCards';
import { isAlike, isStillSo } from './pages/samePage';
import type { ReadingPlaces } from './readingPlaces';
import { pageWords, readerStrings } from './strings';
import { pinsMessage, takeFact } from './takeFact';
import { pageOf, targetOf } from './targets';

type PlaceMessage = Extract<ReaderMessage, { type: 'place' }>;

/**
 * One reader: a webview panel, what it shows, and what it showed before. Ends with its panel, but does not close it: when
 * the window reloads, the panel must still be there to be restored.
 */
export class ReaderPanel extends Disposable {
  private readonly closed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidClose = this.closed.event;
  private readonly activated = this.register(new vscode.EventEmitter<undefined>());
  /** Fires when the panel becomes the active one. */
  readonly onDidActivate = this.activated.event;
  private readonly shown = this.register(new vscode.EventEmitter<History>());
  /** Fires when it shows another page that is there, or another place on it. */
  readonly onDidShow = this.shown.event;

  private history: History | undefined;
  private built: BuiltPage | undefined;
  /** Number of the page that was made last, and of the one that the reader has. */
  private serial = 0;
  private sentSerial = -1;
  private reason: ShowReason = 'restore';
  /** How many pages are being made; until they are shown, what the reader tells is about the page before. */
  private making = 0;
  /** Whether the library changed meanwhile. */
  private isBehind = false;
  /** Whether the reader's script runs. VS Code ends it while the panel is hidden. */
  private isReady = false;
  /** The web addresses on what was sent: the reader is not to send anyone anywhere else. */
  private readonly addresses = new Set<string>();
  private readonly mentions: NameMentions;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly services: Services,
    private readonly places: ReadingPlaces,
  ) {
    super();
    this.mentions = new NameMentions(services, (message) => this.send(message));
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
    this.register(services.library.onDidChange(({ library }) => this.refresh(library)));
    this.register(services.pins.onDidChange(() => this.tellPins()));
    panel.webview.html = readerHtml({
      script: address('reader.js'),
      style: address('reader.css'),
      cspSource: panel.webview.cspSource,
      language: vscode.env.language,
      nonce: makeNonce(),
    });
  }

  /** Brings the panel to the front. */
  reveal(preserveFocus = false): void {
    this.panel.reveal(this.panel.viewColumn, preserveFocus);
  }

  /** Closes the panel. */
  end(): void {
    this.panel.dispose();
  }

  /** Whether there is a page to go back or forward to. */
  canTravel(to: 'back' | 'forward'): boolean {
    if (!this.history) return false;
    return to === 'back' ? this.history.at > 0 : this.history.at < this.history.visits.length - 1;
  }

  /**
   * Opens a page. Resolves when it is made; the reader draws it as soon as its script runs.
   * @returns whether what was asked for is there; a page that says so is shown where it is not
   */
  async open(address: PageAddress): Promise<boolean> {
    const isWhole = address.section === undefined && address.fact === undefined;
    const place = isWhole ? this.places.of(address) : undefined;
    const visit = { address, ...(place && { place }) };
    const { history } = this;
    if (!history) return this.show({ visits: [visit], at: 0 }, 'open');
    const { section, fact, ...current } = visitOf(history).address;
    const isThere = isSamePage(current, address) && section === address.section && fact === address.fact;
    return this.show(isThere ? withCurrent(history, visit) : withVisit(history, visit), 'open');
  }

  /** Shows a page in passing, without taking the focus; what was looked at so is nothing to go back to. */
  async preview(address: PageAddress): Promise<boolean> {
    return this.show({ visits: [{ address }], at: 0 }, 'preview');
  }

  /** Shows again what was kept across a reload of the window. */
  async restore(history: History): Promise<boolean> {
    return this.show(history, 'restore');
  }

  /** Goes back to the page that was read before, or forward again, each to where it was left. */
  async travel(to: 'back' | 'forward'): Promise<void> {
    if (!this.history || !this.canTravel(to)) return;
    const at = this.history.at + (to === 'back' ? -1 : 1);
    await this.show({ ...this.history, at }, 'return');
  }

  /** Goes to the section before or after the one that is read. */
  step(by: 'previous' | 'next'): void {
    this.send({ type: 'step', by });
  }

  private async show(history: History, reason: ShowReason): Promise<boolean> {
    this.history = history;
    this.making++;
    try {
      return await this.make(visitOf(history), reason);
    } finally {
      this.making--;
      if (this.isBehind) this.refresh();
    }
  }

  private async make(visit: Visit, reason: ShowReason): Promise<boolean> {
    const { address } = visit;
    const { library, log } = this.services;
    const { page } = this.built ?? {};
    const isShown = reason !== 'refresh' && page?.key === address.key && page.kind === address.kind;
    let built = isShown ? this.built : undefined;
    built ??= await buildPage(await library.load(), address, pageWords());
    // Dossiers of the workspace join a little later than those that ship with the extension.
    if (built.page.kind === 'gone') built = await buildPage(await library.settled(), address, pageWords());
    // While the library was loading, another page may have been asked for, or the panel closed.
    if (!this.history || visitOf(this.history) !== visit || this.isDisposed) return true;
    const isThere = built.page.kind !== 'gone';
    this.reason = reason;
    // A file was saved that changes nothing here: what one reads stays as it is, to the scroll place.
    const isSame = built === this.built || (reason === 'refresh' && isAlike(built, this.built));
    this.built = built;
    if (!isSame) this.serial++;
    else if (reason === 'refresh') return true;
    this.panel.title = built.page.title;
    // What has moved is followed, so that the next look goes there at once.
    if (isThere) this.exchange({ ...address, key: built.page.key });
    else log.warn(`The reader was asked for "${address.key}", which no loaded dossier holds.`);
    this.post();
    this.tellReadingPlace();
    if (built.later) {
      this.run(
        'refresh',
        built.later().then(() => this.refresh()),
      );
    }
    return isThere;
  }

  private close(): void {
    this.closed.fire(undefined);
    this.dispose();
  }

  private refresh(library?: Library): void {
    this.isBehind = this.making > 0;
    if (!this.history || !this.built || this.isBehind || this.isDisposed) return;
    // Another dossier has changed: nothing is drawn again below the eyes and the pointer of whoever reads this one.
    if (library && isStillSo(this.built, library)) return;
    this.run('refresh', this.show(this.history, 'refresh'));
  }

  private changeViewState(): void {
    if (!this.panel.visible) this.isReady = false;
    if (!this.panel.active) return;
    this.activated.fire(undefined);
    this.tellReadingPlace();
  }

  /** The same visit with another address. */
  private exchange(address: PageAddress): void {
    if (this.history) this.history = withCurrent(this.history, { ...visitOf(this.history), address });
  }

  private tellReadingPlace(): void {
    if (!this.history || !this.built || this.built.page.kind === 'gone' || !this.panel.visible) return;
    this.shown.fire(this.history);
    this.services.readingPlace.set(targetOf(visitOf(this.history).address));
  }

  private post(): void {
    const { built, history, serial } = this;
    if (!this.isReady || !built || !history) return;
    const { address, place } = visitOf(history);
    const arrival: Arrival = { serial, address, ...(place && { place }), reason: this.reason, history };
    if (this.sentSerial === serial && built.text) {
      const chunks = isShort(built.text)
        ? []
        : chunksAround(built.text, [place?.key, address.fact, address.section]);
      this.send({ type: 'go', ...arrival, chunks });
    } else {
      this.addresses.clear();
      this.sentSerial = serial;
      this.send({ type: 'show', ...arrival, page: pageAt(built, address, place), strings: readerStrings() });
      this.tellPins();
      if (built.page.kind === 'name') this.run('mentions', this.mentions.tell(serial, built.page.key, false));
    }
    this.reason = 'restore';
  }

  private tellPins(): void {
    if (!this.isReady) return;
    this.run(
      'pins',
      pinsMessage(this.services.pins, this.built?.page).then((message) => this.send(message)),
    );
  }

  private send(message: HostMessage): void {
    addAddresses(message, this.addresses);
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
        this.sentSerial = -1;
        this.post();
        return;
      case 'open':
        await this.openTarget(message.target);
        return;
      case 'openSource':
        await this.openSource(message.url);
        return;
      case 'copyFact':
      case 'copyLink':
      case 'insertFact':
      case 'insertCitation':
      case 'pin': {
        const text = await takeFact(message);
        if (text !== undefined) this.send({ type: 'announce', text });
        return;
      }
      case 'copyChartCsv':
      case 'copyChartSvg':
      case 'saveChart':
        await this.takeChart(message);
        return;
      case 'travel':
        await this.travel(message.to);
        return;
      case 'chunks':
        if (message.serial !== this.serial || !this.built?.text) return;
        this.send({
          type: 'chunks',
          serial: message.serial,
          chunks: chunksOf(this.built.text, message.indices),
        });
        return;
      case 'card': {
        const { request, names, fact } = message;
        const cards = await this.services.cards.cardsInFact(names, fact);
        this.send({ type: 'card', request, cards: pageCards(cards, pageWords()) });
        return;
      }
      case 'findMentions':
        if (message.serial !== this.serial || this.built?.page.kind !== 'name') return;
        await this.mentions.tell(message.serial, this.built.page.key, true);
        return;
      case 'openMention':
        await this.mentions.open(message);
        return;
      case 'place':
        this.followReader(message);
        return;
      case 'rejected':
        this.services.log.warn(`The reader did not understand a message: ${message.reason}`);
    }
  }

  private async openTarget(target: Target): Promise<void> {
    await this.open(pageOf(await this.services.library.load(), target));
  }

  /** Takes a chart of the page that is shown along. */
  private async takeChart(message: ChartMessage): Promise<void> {
    if (message.type === 'copyChartSvg') {
      await vscode.env.clipboard.writeText(message.svg);
      return;
    }
    const page = this.built?.page;
    const chart = page?.kind === 'figures' ? page.charts[message.chart] : undefined;
    if (page?.kind !== 'figures' || !chart) return;
    if (message.type === 'copyChartCsv') await vscode.env.clipboard.writeText(chartCsv(page, chart));
    else await saveChart(page, chart, message);
  }

  private async openSource(url: string): Promise<void> {
    if (this.addresses.has(url)) await vscode.env.openExternal(vscode.Uri.parse(url, true));
    else this.services.log.warn(`The reader asked for an address that is not on its page: ${url}`);
  }

  private followReader({ serial, place, section, fact, look }: PlaceMessage): void {
    if (!this.history || this.making || serial !== this.serial || this.built?.page.kind === 'gone') return;
    const { kind, key } = visitOf(this.history).address;
    const address = {
      kind,
      key,
      ...(section !== undefined && { section }),
      ...(fact !== undefined && { fact }),
    };
    this.history = withCurrent(this.history, { address, place, ...(look && { look }) });
    this.places.keep(address, place);
    this.tellReadingPlace();
  }

  private run(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.isDisposed) this.services.log.failure(what, error);
    });
  }
}
