import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { SearchHit, SearchResult } from '../../core/search/searchIndex';
import type { HitKind } from '../../core/search/searchOptions';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import { hitTreeItem, groupTreeItem } from './resultItems';

/** More results than this are not listed; whoever has so many narrows the search down. */
const MOST = 500;

/** The results under one topic, or the names. `kind` and `key` of a result are what `dossier.open` takes. */
export type ResultNode =
  | {
      readonly kind: 'group';
      readonly key: Key;
      readonly of: 'names' | 'topic';
      readonly hits: readonly SearchHit[];
    }
  | { readonly kind: HitKind; readonly key: Key; readonly hit: SearchHit };

/** What a search found, with the library that it was found in. */
export interface Found {
  readonly library: Library;
  readonly query: string;
  readonly result: SearchResult;
  readonly groups: readonly ResultNode[];
}

/** Feeds the view of search results: a query, and what the library as it is now has for it, by topic. */
export class ResultsTree extends Disposable implements vscode.TreeDataProvider<ResultNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly searched = this.register(new vscode.EventEmitter<Found>());
  /** Fires when the results are there, at first and after each change of the library. */
  readonly onDidFind = this.searched.event;
  private finding: Promise<Found | undefined> | undefined;

  constructor(
    private readonly services: Services,
    private query: string,
  ) {
    super();
    this.register(services.library.onDidChange(() => this.show(this.query)));
    this.register(services.pins.onDidChange(() => this.changed.fire(undefined)));
  }

  /** Shows the results of another query, or of the same in the library as it is now; an empty one shows nothing. */
  show(query: string): void {
    this.query = query;
    this.finding = undefined;
    this.changed.fire(undefined);
  }

  /** What is shown. Searched for when somebody looks; a newer query or library ends an older search. */
  found(): Promise<Found | undefined> {
    if (this.query === '') return Promise.resolve(undefined);
    if (!this.finding) {
      const finding = this.find(this.query).then((found) => {
        if (this.finding === finding) this.searched.fire(found);
        return found;
      });
      this.finding = finding;
      // What failed is tried again the next time.
      finding.catch(() => {
        if (this.finding === finding) this.finding = undefined;
      });
    }
    return this.finding;
  }

  private async find(query: string): Promise<Found> {
    const { library, search } = this.services;
    const loaded = await library.load();
    const result = await search.find(query, { limit: MOST });
    return { library: loaded, query, result, groups: groupsOf(loaded, result.hits) };
  }

  async getChildren(node?: ResultNode): Promise<ResultNode[]> {
    if (node) {
      return node.kind === 'group' ? node.hits.map((hit) => ({ kind: hit.kind, key: hit.key, hit })) : [];
    }
    return [...((await this.found())?.groups ?? [])];
  }

  /** Only groups are revealed, and nothing is around them. */
  getParent(): undefined {
    return undefined;
  }

  async getTreeItem(node: ResultNode): Promise<vscode.TreeItem> {
    const library = await this.services.library.load();
    if (node.kind === 'group') return groupTreeItem(library, node);
    const { marksIn } = await import('../../host/lazy/searching');
    return this.services.pins.mark(hitTreeItem(library, node.hit, marksIn), node);
  }
}

/** Names first come first; topics stand in the order of their best results. */
function groupsOf(library: Library, hits: readonly SearchHit[]): readonly ResultNode[] {
  const groups = new Map<Key, SearchHit[]>();
  for (const hit of hits) {
    const key = topicOf(library, hit) ?? '';
    const list = groups.get(key);
    if (list) list.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups].map(([key, inGroup]) => ({
    kind: 'group',
    key: key === '' ? 'names' : key,
    of: key === '' ? 'names' : 'topic',
    hits: inGroup,
  }));
}

/** The topic that a result stands in; names stand in none. */
function topicOf(library: Library, { kind, key }: SearchHit): Key | undefined {
  switch (kind) {
    case 'name':
      return undefined;
    case 'topic':
      return key;
    case 'section':
      return library.section(key)?.topic;
    case 'fact':
      return library.fact(key)?.topic;
  }
}
