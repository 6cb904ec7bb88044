import * as vscode from 'vscode';
import type { Key } from '../core/model';
import type { Log } from './log';

/** What `dossier.open` shows. A topic opens at its first section, a fact in its section, a name at its first fact. */
export interface OpenTarget {
  readonly kind: 'topic' | 'section' | 'fact' | 'name';
  readonly key: Key;
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
  /** What is typed into the box at first; with `accept`, what is searched. */
  readonly query?: string;
  /** Opens the best hit without asking. */
  readonly accept?: boolean;
}

/** Every command with what it takes and what it returns. package.json is checked against this table by a test. */
export interface CommandTable {
  'dossier.open': (target: OpenTarget) => Promise<boolean>;
  'dossier.openToSide': (target: OpenTarget) => Promise<boolean>;
  'dossier.search': (answers?: SearchAnswers) => Promise<string | undefined>;
  'dossier.showFactsAtCursor': (place?: DocumentPlace) => Promise<string | undefined>;
  'dossier.showFactsOfName': (name?: Key) => Promise<Key | undefined>;
  'dossier.copyFact': (fact?: Key) => Promise<string | undefined>;
  'dossier.insertFact': (fact?: Key) => Promise<string | undefined>;
  'dossier.findMentions': (name?: Key) => Promise<number | undefined>;
  'dossier.explainMention': (place?: DocumentPlace) => Promise<string | undefined>;
  'dossier.revealInTree': (target?: OpenTarget) => Promise<boolean>;
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
