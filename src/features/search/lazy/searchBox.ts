import * as vscode from 'vscode';
import type { Library } from '../../../core/library';
import type { Key } from '../../../core/model';
import { toggleFilter } from '../../../core/search/filterCompletion';
import { asksForSomething, type FilterField } from '../../../core/search/query';
import type { SearchHit, SearchResult } from '../../../core/search/searchIndex';
import type { SearchRequest } from '../../../core/search/searchOptions';
import { runCommand } from '../../../host/commands';
import { setContextKey } from '../../../host/contextKeys';
import type { Services } from '../../../host/services';
import { readSetting } from '../../../host/settings';
import { boostedNames } from '../boostedNames';
import { filterButtons, filterRows, helpRows, unknownFilterRows } from '../filterRows';
import type { RecentSearches } from '../recentSearches';
import {
  besideButton,
  hitRow,
  citeButton,
  insertButton,
  pinButton,
  pinnable,
  removeButton,
  resultRows,
  separator,
  showAllRows,
  similarRows,
  unpinButton,
  type SearchRow,
} from '../searchRows';

/** What was chosen, and what to do with it. */
export type Choice =
  | {
      readonly action: 'open' | 'beside' | 'insert' | 'cite';
      readonly hit: SearchHit;
      readonly query: string;
    }
  | { readonly action: 'showAll'; readonly query: string };

export interface SearchBoxOptions {
  readonly query: string;
  /** Only facts, for a command that needs one: it is returned, not opened. */
  readonly factsOnly: boolean;
}

/** What finds fewer as it is typed is also looked for with typing errors. */
const FEW = 3;
/** How many hits that are only similar join below. */
const MOST_SIMILAR = 10;

/** The search's quick pick, from its opening to its closing. */
export class SearchBox {
  private readonly quickPick = vscode.window.createQuickPick<SearchRow>();
  private readonly buttons = filterButtons();
  /** Counts what was asked: a slower answer to an older query must not replace a newer one. */
  private round = 0;
  private asked: string | undefined;
  private boost: readonly Key[] = [];
  private isPreviewing = readSetting('search.preview');
  private isMakingPreview = false;
  private toPreview: SearchHit | undefined;
  private isClosed = false;
  private resolve: (choice: Choice | undefined) => void = () => undefined;

  constructor(
    private readonly services: Services,
    private readonly recent: RecentSearches,
    private readonly options: SearchBoxOptions,
  ) {}

  /** Shows the box and waits for a choice; `undefined` when it was closed without one. */
  choose(): Promise<Choice | undefined> {
    const { quickPick, options, services } = this;
    quickPick.title = this.titleText();
    quickPick.placeholder = vscode.l10n.t('Names, facts, sections and topics; type : for filters');
    quickPick.matchOnDescription = true;
    quickPick.matchOnDetail = true;
    quickPick.keepScrollPosition = true;
    keepOrder(quickPick);
    quickPick.value = options.query;
    quickPick.onDidChangeValue((query) => this.search(query));
    quickPick.onDidChangeActive(() => this.preview());
    quickPick.onDidAccept(() => this.accept());
    quickPick.onDidTriggerButton((button) => this.press(button));
    quickPick.onDidTriggerItemButton(({ item, button }) => this.pressOn(item, button));
    boostedNames(services.mentions).then(
      (names) => (this.boost = names),
      (error: unknown) => services.log.warn(`The names of the document are not known: ${String(error)}`),
    );
    return new Promise((resolve) => {
      this.resolve = resolve;
      const pins = services.pins.onDidChange(() => this.showPins());
      quickPick.onDidHide(() => {
        pins.dispose();
        this.close();
      });
      this.search(options.query);
      quickPick.show();
      setContextKey('dossier.searching', true);
    });
  }

  /** Inserts the fact of the active row, as its button does. */
  insert(): void {
    const hit = this.activeHit;
    if (hit?.kind === 'fact' && !this.options.factsOnly) {
      this.finish({ action: 'insert', hit, query: this.query });
    }
  }

  /** Shows the section of the active row beside the list while one moves, or no more. */
  togglePreview(): void {
    this.isPreviewing = !this.isPreviewing;
    if (this.isPreviewing) this.preview();
    else this.run(endPreview());
  }

  /** Sends what was found to the sidebar. */
  showAll(): void {
    if (this.query !== '' && !this.options.factsOnly) this.finish({ action: 'showAll', query: this.query });
  }

  /** Rows that one passes while a page is being made are left out; the last one counts. */
  private preview(): void {
    const hit = this.activeHit;
    this.toPreview = this.isPreviewing ? hit : undefined;
    if (this.toPreview && !this.isMakingPreview) this.run(this.makePreview());
  }

  private async makePreview(): Promise<void> {
    this.isMakingPreview = true;
    try {
      for (let hit = this.toPreview; hit && !this.isClosed; hit = this.toPreview) {
        await runCommand('dossier.preview', { kind: hit.kind, key: hit.key });
        if (this.toPreview === hit) this.toPreview = undefined;
      }
      // It was switched off, or the box closed, while the page was being made.
      if (!this.isPreviewing || this.isClosed) await endPreview();
    } finally {
      this.isMakingPreview = false;
    }
  }

  private get query(): string {
    return this.quickPick.value.trim();
  }

  private get activeHit(): SearchHit | undefined {
    return (this.quickPick.selectedItems[0] ?? this.quickPick.activeItems[0])?.hit;
  }

  private accept(): void {
    const row = this.quickPick.selectedItems[0] ?? this.quickPick.activeItems[0];
    if (row?.query !== undefined) this.setQuery(row.query);
    else if (row?.showsAll) this.showAll();
    else if (row?.hit) this.finish({ action: 'open', hit: row.hit, query: this.query });
  }

  private pressOn({ hit, query }: SearchRow, button: vscode.QuickInputButton): void {
    if (hit && button === insertButton) this.finish({ action: 'insert', hit, query: this.query });
    else if (hit && button === citeButton) this.finish({ action: 'cite', hit, query: this.query });
    else if (hit && button === besideButton) this.finish({ action: 'beside', hit, query: this.query });
    else if (hit && (button === pinButton || button === unpinButton)) {
      const { kind, key } = hit;
      // The box stays open, for more.
      this.run(runCommand(button === pinButton ? 'dossier.pin' : 'dossier.unpin', { kind, key }));
    } else if (query !== undefined && button === removeButton) {
      this.run(
        this.recent.removeQuery(query).then(() => {
          if (this.query === '') this.search('', true);
        }),
      );
    }
  }

  /** Shows on each row whether it is pinned; the row that is active stays so. */
  private showPins(): void {
    const { quickPick } = this;
    const active = quickPick.activeItems.map((row) => quickPick.items.indexOf(row));
    quickPick.items = pinnable(quickPick.items, this.services.pins);
    quickPick.activeItems = active.flatMap((at) => quickPick.items[at] ?? []);
  }

  private press(button: vscode.QuickInputButton): void {
    const { facts, names, dossier, preview, sidebar } = this.buttons;
    if (button === preview) this.togglePreview();
    else if (button === facts) this.toggle('kind', 'fact');
    else if (button === names) this.toggle('kind', 'name');
    else if (button === sidebar) this.showAll();
    else if (button === dossier) {
      const key = this.activeHit?.key ?? this.services.readingPlace.current?.key;
      const id = key?.slice(0, key.indexOf('/')) ?? this.services.library.loaded?.shelves[0]?.id;
      if (id !== undefined) this.toggle('dossier', id);
    }
  }

  private toggle(field: FilterField, value: string): void {
    this.setQuery(toggleFilter(this.quickPick.value, field, value));
  }

  private setQuery(query: string): void {
    this.quickPick.value = query;
    this.search(query);
  }

  private finish(choice: Choice): void {
    this.resolve(choice);
    this.quickPick.hide();
  }

  private close(): void {
    this.round++;
    this.isClosed = true;
    setContextKey('dossier.searching', false);
    this.resolve(undefined);
    this.quickPick.dispose();
  }

  private search(query: string, again = false): void {
    // A value that the box was given comes back as a change.
    if (query === this.asked && !again) return;
    this.asked = query;
    this.run(this.update(query, ++this.round));
  }

  private run(work: Thenable<unknown>): void {
    work.then(undefined, (error: unknown) => this.services.log.failure('dossier.search', error));
  }

  /**
   * Shows what has all of the query as it was typed, and then, where that is little, what typing errors hide. Between the
   * two the keyboard has its turn: a newer query ends an older one.
   */
  private async update(query: string, round: number): Promise<void> {
    const { quickPick } = this;
    const { library, search } = this.services;
    quickPick.busy = true;
    try {
      const loaded = await library.load();
      if (round !== this.round) return;
      this.showButtons(loaded);
      if (query.trim() === '') {
        this.show(this.emptyRows(loaded));
        return;
      }
      const exact = await search.find(query, this.request('exact'));
      const filters = await filterRows(query, loaded, search);
      if (round !== this.round) return;
      const isFound = exact.isComplete && exact.hits.length > 0;
      if (isFound || filters.length > 0) {
        const rows = isFound ? resultRows(loaded, query, exact) : [];
        this.show([...filters, ...rows, ...this.lastRows(exact)], exact.count);
        this.activateFirst();
      }
      if (exact.isComplete && exact.count >= FEW) return;
      await nextTurn();
      if (round !== this.round) return;
      const wide = await search.find(query, this.request('wide'));
      if (round !== this.round) return;
      this.join(loaded, query, filters, exact, wide);
    } finally {
      if (round === this.round) quickPick.busy = false;
    }
  }

  /** Puts what is similar below what was found, so that nothing that stands there moves; alone where nothing stands there. */
  private join(
    library: Library,
    query: string,
    filters: readonly SearchRow[],
    exact: SearchResult,
    wide: SearchResult,
  ): void {
    if (!exact.isComplete || exact.hits.length === 0) {
      const isNothing = wide.hits.length === 0;
      const above = isNothing && filters.length === 0 ? unknownFilterRows(query) : filters;
      const isBegun = isNothing && !asksForSomething(query);
      const rows =
        isNothing && above.length > 0 ? [] : isBegun ? helpRows() : resultRows(library, query, wide);
      this.show([...above, ...rows, ...this.lastRows(wide)], wide.isComplete ? wide.count : 0);
      this.activateFirst();
      return;
    }
    const shown = new Set(exact.hits.map(({ kind, key }) => `${kind} ${key}`));
    const more = wide.isComplete
      ? wide.hits.filter(({ kind, key }) => !shown.has(`${kind} ${key}`)).slice(0, MOST_SIMILAR)
      : [];
    if (more.length === 0) return;
    const rows = [...resultRows(library, query, exact), ...similarRows(library, more)];
    const active = this.quickPick.activeItems[0];
    this.show([...filters, ...rows, ...this.lastRows(exact)], exact.count);
    const same = this.quickPick.items.find(
      ({ hit, query: typed, kind }) =>
        active !== undefined &&
        kind !== vscode.QuickPickItemKind.Separator &&
        hit?.key === active.hit?.key &&
        typed === active.query,
    );
    if (same) this.quickPick.activeItems = [same];
  }

  /** Another query begins at its first row: VS Code would keep the one that was active where it is there again. */
  private activateFirst(): void {
    const first = this.quickPick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    if (first) this.quickPick.activeItems = [first];
  }

  private lastRows({ count, isComplete }: SearchResult): readonly SearchRow[] {
    return this.options.factsOnly || !isComplete ? [] : showAllRows(count);
  }

  private request(reach: SearchRequest['reach'] & string): SearchRequest {
    const { boost } = this;
    return { reach, boost, ...(this.options.factsOnly && { kinds: ['fact'] as const }) };
  }

  private show(rows: readonly SearchRow[], count = 0): void {
    this.quickPick.items = pinnable(rows, this.services.pins);
    this.quickPick.title = this.titleText(count);
  }

  private titleText(count = 0): string {
    const title = this.options.factsOnly
      ? vscode.l10n.t('Dossier: Choose a Fact')
      : vscode.l10n.t('Dossier: Search');
    if (count === 0) return title;
    const found = count === 1 ? vscode.l10n.t('1 result') : vscode.l10n.t('{0} results', count);
    return `${title} · ${found}`;
  }

  private showButtons({ shelves }: Library): void {
    const { facts, names, dossier, preview, sidebar } = this.buttons;
    const shown = this.options.factsOnly ? [] : [facts, names];
    if (shelves.length > 1) shown.push(dossier);
    shown.push(preview);
    if (!this.options.factsOnly) shown.push(sidebar);
    if (this.quickPick.buttons.length !== shown.length) this.quickPick.buttons = shown;
  }

  private emptyRows(library: Library): SearchRow[] {
    const { recent, options } = this;
    const queries = recent.queries.map((query): SearchRow => {
      return { label: `$(history) ${query}`, alwaysShow: true, query, buttons: [removeButton] };
    });
    const hits = recent.hits(library).filter(({ kind }) => !options.factsOnly || kind === 'fact');
    return [
      ...(queries.length > 0 ? [separator(vscode.l10n.t('Recent searches')), ...queries] : []),
      ...(hits.length > 0 ? [separator(vscode.l10n.t('Recently opened'))] : []),
      ...hits.map((hit) => hitRow(library, hit)),
      ...helpRows(),
    ];
  }
}

/**
 * Keeps the quick pick from sorting its rows by how well their labels match, which would also take the headings away.
 * VS Code has had this property for years, but not in its declarations; where it is missing, setting it does nothing.
 */
function keepOrder(quickPick: vscode.QuickPick<SearchRow>): void {
  (quickPick as { sortByLabel?: boolean }).sortByLabel = false;
}

async function endPreview(): Promise<void> {
  await runCommand('dossier.preview');
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
