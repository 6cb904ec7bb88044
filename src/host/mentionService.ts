import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Name } from '../core/model';
import { withoutIgnored } from '../core/names/ignored';
import type { Mention } from '../core/names/mention';
import type { NameFinder } from '../core/names/nameFinder';
import { Disposable } from './disposable';
import type { LibraryService } from './libraryService';
import type { NameChoices } from './nameChoices';
import { readSetting } from './settings';

interface Cached {
  readonly version: number;
  readonly languageId: string;
  readonly mentions: readonly Mention[];
}

/** How long typing must rest before views and decorations follow; a hover never waits. */
const REST_MS = 120;

/**
 * The one cached pass over each open document: its mentions, by version. Hover, navigation, completion, decorations,
 * views and the API read from it; no feature scans text on its own.
 */
export class MentionService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.TextDocument>());
  /** Fires when the mentions of an open document may be different, once typing rests. */
  readonly onDidChange = this.changed.event;

  private readonly cache = new Map<string, Cached>();
  private readonly resting = new Map<vscode.TextDocument, unknown>();
  private finder: Promise<NameFinder> | undefined;

  constructor(
    private readonly library: LibraryService,
    private readonly choices: NameChoices,
  ) {
    super();
    this.register(library.onDidChange(() => this.forget()));
    this.register(choices.onDidChange((document) => this.drop(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.fireAtRest(document)));
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
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
    const found = finder.find(document.getText(), {
      languageId: document.languageId,
      rules: readSetting('names.rules', document),
    });
    const wanted = withoutIgnored(
      found,
      readSetting('names.ignore', document),
      vscode.workspace.asRelativePath(document.uri),
    );
    const mentions = this.choices.apply(document, wanted);
    if (!document.isClosed) {
      this.cache.set(key, { version: document.version, languageId: document.languageId, mentions });
    }
    return mentions;
  }

  /** The mention at a position, or just before it, as for a cursor at the end of a word. */
  async mentionAt(document: vscode.TextDocument, position: vscode.Position): Promise<Mention | undefined> {
    const mentions = await this.mentions(document);
    const offset = document.offsetAt(position);
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

  override dispose(): void {
    for (const timer of this.resting.values()) clearTimeout(timer);
    super.dispose();
  }

  private forget(): void {
    this.finder = undefined;
    this.cache.clear();
    for (const document of vscode.workspace.textDocuments) this.changed.fire(document);
  }

  private drop(document: vscode.TextDocument): void {
    this.cache.delete(document.uri.toString());
    this.changed.fire(document);
  }

  private close(document: vscode.TextDocument): void {
    this.cache.delete(document.uri.toString());
    clearTimeout(this.resting.get(document));
    this.resting.delete(document);
  }

  private fireAtRest(document: vscode.TextDocument): void {
    clearTimeout(this.resting.get(document));
    const fire = (): void => {
      this.resting.delete(document);
      this.changed.fire(document);
    };
    this.resting.set(document, setTimeout(fire, REST_MS));
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
