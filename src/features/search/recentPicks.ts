import type * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { describe } from '../../core/search/describe';
import type { SearchHit } from '../../core/search/searchIndex';
import type { HitKind } from '../../core/search/searchOptions';

const STATE_KEY = 'dossier.recentPicks';
const MOST = 12;

interface Pick {
  readonly kind: HitKind;
  readonly key: string;
}

/** What was picked in the search lately, newest first; kept across windows. */
export class RecentPicks {
  constructor(private readonly state: vscode.Memento) {}

  /** Those picks that are still in the library. */
  hits(library: Library): readonly SearchHit[] {
    return this.picks().flatMap((pick) => {
      const shown = describe(library, pick.kind, pick.key);
      return shown ? [{ ...pick, ...shown, score: 0, matched: [] }] : [];
    });
  }

  async add({ kind, key }: Pick): Promise<void> {
    const others = this.picks().filter((pick) => pick.kind !== kind || pick.key !== key);
    await this.state.update(STATE_KEY, [{ kind, key }, ...others].slice(0, MOST));
  }

  private picks(): readonly Pick[] {
    const stored: unknown = this.state.get(STATE_KEY);
    return Array.isArray(stored) ? stored.filter(isPick) : [];
  }
}

function isPick(value: unknown): value is Pick {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key } = value as Partial<Pick>;
  return typeof key === 'string' && ['name', 'fact', 'section', 'topic'].includes(kind as string);
}
