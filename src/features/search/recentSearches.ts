import type * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { describe } from '../../core/search/describe';
import type { SearchHit } from '../../core/search/searchIndex';
import type { HitKind } from '../../core/search/searchOptions';

const PICKS_KEY = 'dossier.recentPicks';
const QUERIES_KEY = 'dossier.recentQueries';
const MOST_PICKS = 8;
const MOST_QUERIES = 8;
/** What is longer was pasted, and nobody finds it again in a list. */
const LONGEST_QUERY = 200;

interface Pick {
  readonly kind: HitKind;
  readonly key: string;
}

/** What was searched for and picked lately, newest first; kept across windows. */
export class RecentSearches {
  constructor(private readonly state: vscode.Memento) {}

  /** Those picks that are still in the library. */
  hits(library: Library): readonly SearchHit[] {
    return this.picks().flatMap((pick) => {
      const shown = describe(library, pick.kind, pick.key);
      return shown ? [{ ...pick, ...shown, score: 0, matched: [] }] : [];
    });
  }

  get queries(): readonly string[] {
    const stored: unknown = this.state.get(QUERIES_KEY);
    return Array.isArray(stored) ? stored.filter((query): query is string => typeof query === 'string') : [];
  }

  async addPick({ kind, key }: Pick): Promise<void> {
    const others = this.picks().filter((pick) => pick.kind !== kind || pick.key !== key);
    await this.state.update(PICKS_KEY, [{ kind, key }, ...others].slice(0, MOST_PICKS));
  }

  /** Keeps a query that led somewhere. */
  async addQuery(query: string): Promise<void> {
    const kept = query.trim();
    if (kept === '' || kept.length > LONGEST_QUERY) return;
    const others = this.queries.filter((other) => other !== kept);
    await this.state.update(QUERIES_KEY, [kept, ...others].slice(0, MOST_QUERIES));
  }

  async removeQuery(query: string): Promise<void> {
    await this.state.update(
      QUERIES_KEY,
      this.queries.filter((other) => other !== query),
    );
  }

  private picks(): readonly Pick[] {
    const stored: unknown = this.state.get(PICKS_KEY);
    return Array.isArray(stored) ? stored.filter(isPick) : [];
  }
}

function isPick(value: unknown): value is Pick {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key } = value as Partial<Pick>;
  return typeof key === 'string' && ['name', 'fact', 'section', 'topic'].includes(kind as string);
}
