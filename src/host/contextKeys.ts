import * as vscode from 'vscode';

/** The context keys that `when` clauses in package.json use. */
export interface ContextKeyTable {
  'dossier.state': 'ready' | 'empty' | 'failed';
  /** Whether the active reader has a page to go back or forward to. */
  'dossier.canGoBack': boolean;
  'dossier.canGoForward': boolean;
  /** Whether the search's quick pick is open. */
  'dossier.searching': boolean;
  /** Whether the view of search results has a search to show. */
  'dossier.hasResults': boolean;
  /** Whether anything is pinned. */
  'dossier.hasPins': boolean;
  /** Whether what the reader shows is pinned. */
  'dossier.isReadPinned': boolean;
  /** Whether the Pinned view shows pins by topic. */
  'dossier.pinsByTopic': boolean;
}

/** A file of `dist/lazy/` has a map of its own: a key is set in one bundle only. */
const known = new Map<keyof ContextKeyTable, unknown>();

/** Sets a context key; VS Code keeps it for the window, so it is told only of another value. */
export function setContextKey<K extends keyof ContextKeyTable>(key: K, value: ContextKeyTable[K]): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
