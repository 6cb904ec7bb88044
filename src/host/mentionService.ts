import * as vscode from 'vscode';
import type { Key } from '../core/model';
import type { DocumentMentions } from '../core/names/documentMentions';
import { withoutIgnored } from '../core/names/ignored';
import type { FormPrefixes } from '../core/names/formPrefixes';
import type { Mention } from '../core/names/mention';
import type { NameFinder } from '../core/names/nameFinder';
import { Disposable } from './disposable';
import { FEW_NAMES, type LibraryFinder } from './libraryFinder';
import type { LibraryService } from './libraryService';
import type { NameChoices } from './nameChoices';
import { readSetting } from './settings';

/** The pass over one open document. */
interface Pass {
  readonly document: vscode.TextDocument;
  readonly languageId: string;
  readonly found: DocumentMentions;
  version: number;
  /** All mentions as they are for the version, once they were asked for. */
  all: readonly Mention[] | undefined;
}

/** What a pass is made with. */
interface Tools {
  readonly DocumentMentions: typeof DocumentMentions;
  readonly FormPrefixes: typeof FormPrefixes;
  readonly finder: NameFinder;
}

/** How long typing must rest before views and decorations follow; a hover never waits. */
const REST_MS = 120;

/** How long a large document is scanned before other work of the extension host gets its turn. */
const SLICE_MS = 8;

/** How many code units are scanned before the clock is looked at. */
const STEP = 4_000;

/**
 * The one cached pass over each open document. Hover, navigation, completion, decorations, views and the API read
 * from it; no feature scans text on its own. An edit re-scans the paragraphs it touched; a large document is scanned
 * in slices, so that the extension host is never blocked.
 */
export class MentionService extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.TextDocument>());
  /** Fires when the mentions of an open document may be different, once typing rests. */
  readonly onDidChange = this.changed.event;

  private readonly passes = new Map<string, Pass>();
  private readonly resting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private tools: Promise<Tools> | undefined;
  /** The tools for the library as it is now; they become `tools` once they are made. */
  private next: Promise<Tools> | undefined;
  private prefixesOf: WeakMap<NameFinder, FormPrefixes> | undefined;

  constructor(
    private readonly library: Pick<LibraryService, 'load' | 'loaded' | 'onDidChange'>,
    private readonly choices: NameChoices,
    private readonly finders: Pick<LibraryFinder, 'load'>,
  ) {
    super();
    this.register(
      library.onDidChange(({ areNamesChanged }) => {
        if (areNamesChanged) this.forget();
      }),
    );
    this.register(choices.onDidChange((document) => this.drop(document)));
    this.register(vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)));
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('dossier.names')) this.forget();
      }),
    );
  }

  /** The mentions of a document in the order of their start. */
  async mentions(document: vscode.TextDocument): Promise<readonly Mention[]> {
    for (;;) {
      const pass = await this.passOver(document);
      if (pass.all) return pass.all;
      const { version } = pass;
      const all = await collect(pass, () => pass.version === version);
      if (!all) continue;
      pass.all = this.wanted(document, all);
      return pass.all;
    }
  }

  /** The mentions that touch the stretch between two offsets, in order. */
  async mentionsBetween(
    document: vscode.TextDocument,
    start: number,
    end: number,
  ): Promise<readonly Mention[]> {
    const pass = await this.passOver(document);
    return this.wanted(document, pass.found.between(start, end));
  }

  /** The mention at a position, or just before it, as for a cursor at the end of a word. */
  async mentionAt(document: vscode.TextDocument, position: vscode.Position): Promise<Mention | undefined> {
    const pass = await this.passOver(document);
    const mention = pass.found.at(document.offsetAt(position));
    return mention && this.wanted(document, [mention])[0];
  }

  override dispose(): void {
    for (const timer of this.resting.values()) clearTimeout(timer);
    super.dispose();
  }

  /** The complete pass over the document as it is now; made, and scanned in slices, where there is none. */
  private async passOver(document: vscode.TextDocument): Promise<Pass> {
    for (;;) {
      const tools = await this.loadTools();
      const key = document.uri.toString();
      let pass = this.passes.get(key);
      // Another document can have the address of one that was closed, and its version.
      const isOf =
        pass?.document === document &&
        pass.version === document.version &&
        pass.languageId === document.languageId;
      if (!pass || !isOf) {
        const { languageId, version } = document;
        const found = new tools.DocumentMentions(tools.finder, document.getText(), {
          languageId,
          rules: readSetting('names.rules', document),
        });
        for (const [form, name] of this.choices.of(document)) found.choose(form, name);
        pass = { document, languageId, version, found, all: undefined };
        if (!document.isClosed) this.passes.set(key, pass);
      }
      while (scanSlice(pass.found)) await nextTurn();
      // While other work had its turn, the document or the library may have become another.
      const isKept = document.isClosed || this.passes.get(key) === pass;
      if (isKept && pass.version === document.version) return pass;
    }
  }

  private wanted(document: vscode.TextDocument, mentions: readonly Mention[]): readonly Mention[] {
    const ignored = readSetting('names.ignore', document);
    if (ignored.length === 0) return mentions;
    return withoutIgnored(mentions, ignored, vscode.workspace.asRelativePath(document.uri));
  }

  /** Brings the pass over a document up to its new version. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const pass = this.passes.get(key);
    if (pass && pass.version !== document.version) {
      if (contentChanges.length === 0) {
        // No change that can be followed, such as other line endings: read anew when asked.
        this.passes.delete(key);
      } else {
        pass.found.update(
          contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
            start: rangeOffset,
            end: rangeOffset + rangeLength,
            text,
          })),
        );
        pass.version = document.version;
        pass.all = undefined;
      }
    }
    if (contentChanges.length > 0) this.fireAtRest(document);
  }

  private forget(): void {
    this.passes.clear();
    const { tools } = this;
    const next = this.makeTools();
    this.next = next;
    if (!tools) this.tools = next;
    const fire = (): void => {
      if (this.next !== next || this.isDisposed) return;
      this.tools = next;
      this.passes.clear();
      for (const document of vscode.workspace.textDocuments) this.changed.fire(document);
    };
    // What fails is told to whoever asks for mentions.
    next.then(fire, fire);
  }

  private drop(document: vscode.TextDocument): void {
    this.passes.delete(document.uri.toString());
    this.changed.fire(document);
  }

  private close(document: vscode.TextDocument): void {
    this.passes.delete(document.uri.toString());
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

  /** What a beginning can be completed to. */
  async prefixes(): Promise<FormPrefixes> {
    const { finder, FormPrefixes } = await this.loadTools();
    this.prefixesOf ??= new WeakMap();
    let prefixes = finder.prefixes ?? this.prefixesOf.get(finder);
    if (!prefixes) {
      prefixes = new FormPrefixes((await this.library.load()).names());
      this.prefixesOf.set(finder, prefixes);
    }
    return prefixes;
  }

  /** The finder for the names of the library; of a large one, the last finder until the next is made. */
  private loadTools(): Promise<Tools> {
    this.tools ??= this.makeTools();
    const isSoon = (this.library.loaded?.nameCount ?? 0) <= FEW_NAMES;
    return isSoon && this.next ? this.next : this.tools;
  }

  /** Makes a finder, and loads the code it takes, which is evaluated at first use. */
  private async makeTools(): Promise<Tools> {
    const library = await this.library.load();
    const { DocumentMentions, FormPrefixes } = await import('./lazy/finding');
    // Names that share facts speak for each other where a form could be several.
    const related = (a: Key, b: Key): number => (this.library.loaded ?? library).sharedFacts(a, b);
    const finder = await this.finders.load(library, readSetting('names.languages'), {
      related,
      name: (key) => (this.library.loaded ?? library).name(key),
    });
    return { DocumentMentions, FormPrefixes, finder };
  }
}

/** Scans on until the slice is over; whether more is left. */
function scanSlice(found: DocumentMentions): boolean {
  const endMs = performance.now() + SLICE_MS;
  let isMore = found.step(STEP);
  while (isMore && performance.now() < endMs) isMore = found.step(STEP);
  return isMore;
}

/** Collects the mentions of a pass in slices; `undefined` where the document changed meanwhile. */
async function collect({ found }: Pass, isCurrent: () => boolean): Promise<Mention[] | undefined> {
  const { length } = found.text;
  const all: Mention[] = [];
  let endMs = performance.now() + SLICE_MS;
  for (let from = 0; from < length; from += STEP) {
    if (performance.now() > endMs) {
      await nextTurn();
      if (!isCurrent()) return undefined;
      endMs = performance.now() + SLICE_MS;
    }
    const last = all.at(-1)?.start ?? -1;
    for (const mention of found.between(from, from + STEP)) if (mention.start > last) all.push(mention);
  }
  return all;
}

/** Lets other work of the extension host have its turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
