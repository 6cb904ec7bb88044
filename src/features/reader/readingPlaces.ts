import type * as vscode from 'vscode';
import type { PageAddress, Place } from '../../protocol/address';
import { readReaderState, type ReaderState } from '../../protocol/readerMessages';

/** Where the workspace's state keeps what was read last, and the place in each page. */
const LAST_READ = 'dossier.lastPlace';
const PLACES = 'dossier.readingPlaces';

/** Pages whose places are kept; those that were read longest ago go first. */
const MOST_PAGES = 200;

/** Where each topic was left, and what a reader showed last, across windows. */
export class ReadingPlaces {
  constructor(private readonly state: vscode.Memento) {}

  /** Where a page was left when it was read last. */
  of({ kind, key }: PageAddress): Place | undefined {
    const found = this.all().find(([page]) => page === `${kind} ${key}`);
    if (!found) return undefined;
    // The state may have been written by another version: it is checked as what a webview kept is.
    const checked = readReaderState({ visits: [{ address: { kind, key }, place: found[1] }], at: 0 });
    return checked.ok ? checked.value.visits[0]?.place : undefined;
  }

  keep({ kind, key }: PageAddress, place: Place): void {
    const page = `${kind} ${key}`;
    const others = this.all().filter(([other]) => other !== page);
    void this.state.update(PLACES, [...others, [page, place]].slice(-MOST_PAGES));
  }

  /** What a reader showed last. */
  get last(): unknown {
    return this.state.get(LAST_READ);
  }

  keepLast(history: ReaderState): void {
    void this.state.update(LAST_READ, history);
  }

  private all(): readonly (readonly [string, unknown])[] {
    const kept = this.state.get<unknown>(PLACES);
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (each): each is readonly [string, unknown] =>
        Array.isArray(each) && each.length === 2 && typeof each[0] === 'string',
    );
  }
}
