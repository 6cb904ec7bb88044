import * as vscode from 'vscode';
import type { ExportFormat } from '../core/export/exportFormats';
import type { ListTarget } from '../core/export/listFacts';
import type { ImportFormat } from '../core/importing/article';
import type { NameChoice } from '../core/importing/names/chooseNames';
import type { ImportSource } from '../core/importing/writeDossier';
import type { Edtf, Key, NameKind } from '../core/model';
import type { IgnoredMention } from '../core/names/ignored';
import type { Target } from '../protocol/address';
import type { Log } from './log';

/** What `dossier.open` shows. A topic opens at its first section, a fact in its section, a name at its first fact. */
export interface OpenTarget extends Target {
  /** Opens another reader beside the active editor. */
  readonly beside?: boolean;
}

/** A position in a document, for commands that default to the cursor. */
export interface DocumentPlace {
  readonly uri: vscode.Uri | string;
  readonly line: number;
  readonly character: number;
}

export interface SearchAnswers {
  /** What stands in the box at first. */
  readonly query?: string;
  /** Takes the best hit without asking. */
  readonly accept?: boolean;
  /** Returns a fact without opening it: for commands that need one. */
  readonly pickFact?: boolean;
}

/** Where a mention is not to match any more: its form in this document, its form, or its name. */
export type IgnoreScope = 'document' | 'form' | 'name';

/** What `dossier.newDossier` is told; it asks for the title and the place where they are missing. */
export interface NewDossierAnswers {
  /** The dossier's own folder; it need not exist. */
  readonly target?: vscode.Uri | string;
  readonly title?: string;
  readonly id?: string;
  /** A BCP 47 tag; the language of VS Code without it. */
  readonly language?: string;
}

/** What `dossier.addName` is told; it asks for what is missing, apart from aliases. */
export interface NameAnswers {
  /** The label; the selection without it. */
  readonly text?: string;
  /** The dossier's id or the address of its folder. */
  readonly dossier?: vscode.Uri | string;
  readonly kind?: NameKind;
  readonly description?: string;
  readonly aliases?: readonly string[];
}

/** What `dossier.addFact` is told; it asks for what is missing, apart from source and time. */
export interface FactAnswers {
  /** The sentence; the selection without it. */
  readonly text?: string;
  /** The dossier's id or the address of its folder. */
  readonly dossier?: vscode.Uri | string;
  /** The topic's id or file. */
  readonly topic?: string;
  /** The section's id; where the topic is given, the end of the topic without it. */
  readonly section?: string;
  readonly source?: string;
  readonly when?: Edtf;
}

/** Where a command wrote: the file, the line from 0, and the id of the new name or of the section of the new fact. */
export interface WrittenPlace {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly id: string;
}

/** What `dossier.importArticle` would ask. With a source, a target and names it asks nothing. */
export interface ImportAnswers {
  /** The file, or the text itself. */
  readonly source?: vscode.Uri | string;
  /** Where it is missing, the text and the file's name tell. */
  readonly format?: ImportFormat;
  /** The folder that becomes the dossier. It must not exist yet, or be empty. */
  readonly target?: vscode.Uri;
  readonly names?: NameChoice;
  /** The title of the dossier; that of the article where it is missing. */
  readonly title?: string;
  /** Where the article comes from, for `sources`. */
  readonly from?: Partial<ImportSource>;
}

/** What `dossier.export` takes along: what stands in the library, or facts such as those that a search found. */
export type ExportSubject =
  | ListTarget
  | { readonly kind: 'facts'; readonly title: string; readonly keys: readonly Key[] }
  /** All pins, or those of a folder. */
  | { readonly kind: 'pins'; readonly folder?: string };

/** What `dossier.export` is told; it asks for what is missing. */
export interface ExportAnswers {
  readonly what?: ExportSubject;
  readonly format?: ExportFormat;
  /** The file. Where there is one already, the user is asked before it is replaced. */
  readonly target?: vscode.Uri | string;
  /** A new document that is not saved, or a file; a file where there is a `target`. */
  readonly to?: 'file' | 'document';
  /** The answer to whether a file that is there may be replaced. */
  readonly overwrite?: boolean;
}

/** What a command takes that works on one thing: its key, or an element of a view. */
export type TargetOrKey = OpenTarget | Key;

/** A folder of pins, as an element of their view. */
export interface PinFolderTarget {
  readonly kind: 'folder';
  readonly key: string;
}

/** A pin or a folder of pins. */
export type EntryTarget = OpenTarget | PinFolderTarget;

/** What has a timeline: an element of a view, or the like. A section or fact stands for its topic. */
export interface TimelineTarget {
  readonly kind: 'dossier' | 'topic' | 'section' | 'fact' | 'name';
  readonly key: Key;
}

/** What has figures. A section or fact stands for its topic. */
export interface FiguresTarget {
  readonly kind: 'topic' | 'section' | 'fact';
  readonly key: Key;
}

/** Every command with what it takes and what it returns. package.json is checked against this table by a test. */
export interface CommandTable {
  'dossier.open': (target: OpenTarget) => Promise<boolean>;
  'dossier.openToSide': (target: OpenTarget) => Promise<boolean>;
  /** Shows a target in a reader beside without taking the focus; takes that reader away without one. */
  'dossier.preview': (target?: OpenTarget) => Promise<boolean>;
  /** Of a dossier, a topic (also by one of its sections or facts) or a name; asks without a target. */
  'dossier.showTimeline': (target?: TimelineTarget) => Promise<boolean>;
  /** Of a topic, also by one of its sections or facts; asks without a target. */
  'dossier.showFigures': (target?: FiguresTarget) => Promise<boolean>;
  'dossier.search': (answers?: SearchAnswers) => Promise<string | undefined>;
  /** Inserts the fact that is active in the open search. */
  'dossier.searchInsert': () => Promise<void>;
  /** Switches the preview beside the open search on or off. */
  'dossier.searchPreview': () => Promise<void>;
  /** Sends what the open search found to the sidebar. */
  'dossier.searchShowAll': () => Promise<void>;
  /** Shows what a query finds in the sidebar; how many results there are. Asks for the query without one. */
  'dossier.showResults': (query?: string) => Promise<number | undefined>;
  'dossier.clearResults': () => Promise<void>;
  /** Exports the facts that the sidebar shows as search results; asks for what is missing. */
  'dossier.exportResults': (answers?: Omit<ExportAnswers, 'what'>) => Promise<vscode.Uri | undefined>;
  'dossier.showFactsAtCursor': (place?: DocumentPlace) => Promise<string | undefined>;
  'dossier.showFactsOfName': (name?: TargetOrKey) => Promise<Key | undefined>;
  /** Copies a fact, or those of a name, section or topic, or all that is selected in a view, with their sources. */
  'dossier.copyFact': (
    target?: TargetOrKey,
    selected?: readonly TargetOrKey[],
  ) => Promise<string | undefined>;
  /** The address that opens a fact in the reader: `vscode://…`. */
  'dossier.copyFactLink': (fact?: TargetOrKey) => Promise<string | undefined>;
  /**
   * Pins a fact, name, section or topic, or all that is selected in a view; gives the key of the first. Without a target it
   * takes what the reader shows, or asks.
   */
  'dossier.pin': (target?: TargetOrKey, selected?: readonly TargetOrKey[]) => Promise<Key | undefined>;
  /** Takes pins away; asks without a target. Gives the key of the first. */
  'dossier.unpin': (target?: TargetOrKey, selected?: readonly TargetOrKey[]) => Promise<Key | undefined>;
  /** Pins something in a folder, or moves it there; asks for the folder without one. An empty one is none. */
  'dossier.pinToFolder': (
    target?: TargetOrKey | PinFolderTarget,
    selected?: readonly (TargetOrKey | PinFolderTarget)[],
    folder?: string,
  ) => Promise<string | undefined>;
  /** Makes a folder for pins, in another where a menu of the view gives one. Asks for the title; gives the folder's key. */
  'dossier.newPinFolder': (around?: PinFolderTarget, title?: string) => Promise<string | undefined>;
  'dossier.renamePinFolder': (folder?: PinFolderTarget, title?: string) => Promise<string | undefined>;
  /** Removes a folder of pins after asking; what is in it moves up. Gives whether it did. */
  'dossier.removePinFolder': (folder?: PinFolderTarget) => Promise<boolean>;
  /** Opens the note of a pin in an editor, and pins first what is not pinned; asks without a target. */
  'dossier.editNote': (target?: TargetOrKey) => Promise<vscode.Uri | undefined>;
  /** Moves pins and folders one place up among what stands beside them. */
  'dossier.movePinUp': (target?: EntryTarget, selected?: readonly EntryTarget[]) => Promise<void>;
  'dossier.movePinDown': (target?: EntryTarget, selected?: readonly EntryTarget[]) => Promise<void>;
  /** Shows pins by what they stand in. */
  'dossier.sortPinsByTopic': () => Promise<void>;
  /** Shows pins in their folders, in the user's order. */
  'dossier.sortPinsByHand': () => Promise<void>;
  /** Exports all pins, or those of a folder; asks for what is missing. */
  'dossier.exportPins': (folder?: PinFolderTarget) => Promise<vscode.Uri | undefined>;
  'dossier.goBack': () => Promise<void>;
  'dossier.goForward': () => Promise<void>;
  'dossier.previousSection': () => Promise<void>;
  'dossier.nextSection': () => Promise<void>;
  'dossier.insertFact': (fact?: TargetOrKey) => Promise<string | undefined>;
  'dossier.insertCitation': (fact?: TargetOrKey) => Promise<string | undefined>;
  /**
   * Returns the key of the entry. With `isCited`, the active document was just given the citation: undo there takes the
   * entry out again.
   */
  'dossier.addToBibliography': (fact?: TargetOrKey, isCited?: boolean) => Promise<string | undefined>;
  'dossier.insertSources': () => Promise<string | undefined>;
  'dossier.findMentions': (name?: TargetOrKey) => Promise<readonly vscode.Location[] | undefined>;
  'dossier.explainMention': (place?: DocumentPlace) => Promise<string | undefined>;
  'dossier.ignoreMention': (
    place?: DocumentPlace,
    scope?: IgnoreScope,
  ) => Promise<IgnoredMention | undefined>;
  'dossier.chooseName': (place?: DocumentPlace, name?: Key) => Promise<Key | undefined>;
  'dossier.importArticle': (answers?: ImportAnswers) => Promise<vscode.Uri | undefined>;
  /** Also takes what it exports by itself, as menus of views give it. */
  'dossier.export': (answers?: ExportAnswers | ListTarget) => Promise<vscode.Uri | undefined>;
  'dossier.revealInTree': (target?: OpenTarget) => Promise<boolean>;
  /** Ids of the dossiers that are to be on, in their order; asks without them. */
  'dossier.chooseDossiers': (ids?: readonly string[]) => Promise<readonly string[] | undefined>;
  'dossier.openDossierFile': (target?: { readonly key: Key } | Key) => Promise<vscode.Uri | undefined>;
  'dossier.newDossier': (answers?: NewDossierAnswers) => Promise<vscode.Uri | undefined>;
  'dossier.addName': (answers?: NameAnswers) => Promise<WrittenPlace | undefined>;
  'dossier.addFact': (answers?: FactAnswers) => Promise<WrittenPlace | undefined>;
  'dossier.reload': () => Promise<number>;
  'dossier.showLog': () => Promise<void>;
}

export type CommandId = keyof CommandTable;

/**
 * Registers a command of the table. What a command throws is logged and shown to the user in one sentence,
 * and the command then returns `undefined` to a script.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  log: Log,
  run: (...args: Parameters<CommandTable[Id]>) => ReturnType<CommandTable[Id]>,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...(args as Parameters<CommandTable[Id]>));
    } catch (error) {
      log.failure(id, error);
      return undefined;
    }
  });
}

/** Runs a command of the table. */
export function runCommand<Id extends CommandId>(
  id: Id,
  ...args: Parameters<CommandTable[Id]>
): Thenable<Awaited<ReturnType<CommandTable[Id]>> | undefined> {
  return vscode.commands.executeCommand(id, ...args);
}

/** The key that a command was given, directly or by an element of a view. */
export function keyOf(target: unknown): Key | undefined {
  if (typeof target === 'string') return target;
  if (typeof target === 'object' && target !== null && 'key' in target && typeof target.key === 'string') {
    return target.key;
  }
  return undefined;
}
