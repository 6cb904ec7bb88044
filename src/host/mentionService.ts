import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Name } from '../core/model';
import type { Mention } from '../core/names/mention';
import type { NameFinder } from '../core/names/nameFinder';
import { Disposable } from './disposable';
import type { LibraryService } from './libraryService';
import { readSetting } from './settings';

interface Cached {
  readonly version: number;
  readonly languageId: string;
  readonly mentions: readonly Mention[];
}

/**
 * The one cached pass over each open document: its mentions, by version. Hover, search for mentions and the API
 * read from it; no feature scans text on its own.
 */
export class MentionService extends Disposable {
  private readonly cache = new Map<string, Cached>();
  private finder: Promise<NameFinder> | undefined;

  constructor(private readonly library: LibraryService) {
    super();
    this.register(this.library.onDidChange(() => this.forget()));
    this.register(
      vscode.workspace.onDidCloseTextDocument((closed) => this.cache.delete(closed.uri.toString())),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('dossier.names')) this.forget();
      }),
    );
  }

  /** The mentions of a document in the order of their start, for the version it has at the call. */
  async mentions(document: vscode.TextDocument): Promise<readonly Mention[]> {
    const finder = await this.loadFinder();
    const key = document.uri.toString();
    const cached = this.cache.get(key);
    if (cached?.version === document.version && cached.languageId === document.languageId) {
      return cached.mentions;
    }
    const mentions = finder.find(document.getText(), { languageId: document.languageId });
    if (!document.isClosed) {
      this.cache.set(key, { version: document.version, languageId: document.languageId, mentions });
    }
    return mentions;
  }

  /** The mention at a position, or just before it, as for a cursor at the end of a word. */
  async mentionAt(document: vscode.TextDocument, position: vscode.Position): Promise<Mention | undefined> {
    const offset = document.offsetAt(position);
    const mentions = await this.mentions(document);
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle]!.end < offset) low = middle + 1;
      else high = middle;
    }
    const first = mentions[low];
    const second = mentions[low + 1];
    if (second?.start === offset) return second;
    return first && first.start <= offset ? first : undefined;
  }

  /** The mentions of a text that is not an open document, such as a file of the workspace. Not cached. */
  async mentionsIn(text: string, languageId: string): Promise<readonly Mention[]> {
    return (await this.loadFinder()).find(text, { languageId });
  }

  private forget(): void {
    this.finder = undefined;
    this.cache.clear();
  }

  private loadFinder(): Promise<NameFinder> {
    this.finder ??= this.library.load().then(async (library) => {
      const { NameFinder } = await import('../core/names/nameFinder');
      return new NameFinder(namesInLanguages(library, readSetting('names.languages')));
    });
    return this.finder;
  }
}

/** The names of a library with only those forms that are in one of the languages; no languages mean all. */
function namesInLanguages(library: Library, languages: readonly string[]): readonly Name[] {
  const names = [...library.names()];
  if (languages.length === 0) return names;
  const wanted = new Set(languages.map((language) => language.toLowerCase()));
  const isWanted = (language: string): boolean =>
    wanted.has(language.toLowerCase()) || wanted.has(language.toLowerCase().split('-')[0]!);
  return names.map((name) => ({
    ...name,
    aliases: name.aliases.filter((alias) => alias.language === undefined || isWanted(alias.language)),
    labels: Object.fromEntries(Object.entries(name.labels).filter(([language]) => isWanted(language))),
  }));
}
