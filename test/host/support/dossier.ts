import * as vscode from 'vscode';
import type { DossierApi } from '../../../docs/dossier-api';
import { ok } from './assert';

/** The extension's API; activates the extension where it is not active yet. */
export async function dossierApi(): Promise<DossierApi> {
  const extension = vscode.extensions.getExtension<DossierApi>('dossier.dossier');
  ok(extension, 'VS Code does not know the extension');
  return extension.activate();
}

/** An untitled document. */
export async function untitled(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ content, language });
}

/** The position of a text's first occurrence, or `offset` characters into it. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 1): vscode.Position {
  const at = document.getText().indexOf(text);
  ok(at >= 0, `"${text}" is not in the document`);
  return document.positionAt(at + offset);
}

/** The Markdown of all hovers at a position that show a card, as VS Code's own hover would ask for them. */
export async function cardsOnHover(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .filter((text) => text.includes('command:dossier.open'));
}

/** Sets a setting for the test and returns what sets it back. */
export async function withSetting(key: string, value: unknown): Promise<() => Thenable<void>> {
  const configuration = vscode.workspace.getConfiguration('dossier');
  const before = configuration.inspect(key)?.globalValue;
  await configuration.update(key, value, vscode.ConfigurationTarget.Global);
  return () =>
    vscode.workspace.getConfiguration('dossier').update(key, before, vscode.ConfigurationTarget.Global);
}

/** Keeps unsaved what is not saved, and returns what undoes this: in a browser VS Code saves by itself after a second. */
export async function withoutAutoSave(): Promise<() => Thenable<void>> {
  const set = (value: 'off' | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global);
  await set('off');
  return () => set(undefined);
}

/** Waits until `check` gives something, looking again whenever `event` fires. */
export async function until<T>(event: vscode.Event<unknown>, check: () => T | undefined | false): Promise<T> {
  const now = check();
  if (now !== undefined && now !== false) return now;
  return new Promise((resolve) => {
    const listener = event(() => {
      const value = check();
      if (value === undefined || value === false) return;
      listener.dispose();
      resolve(value);
    });
  });
}

/** Waits until `check` gives something, looking again every 20 ms: for what no event tells. */
export async function eventually<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
