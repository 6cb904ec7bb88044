import * as vscode from 'vscode';
import type { EntryRef } from '../../core/pins/arrangePins';
import { isPin, PIN_BOUNDS, type PinTarget } from '../../core/pins/pin';
import type { PinBook } from '../../host/pins/pinBook';

/** Asks for the title of a folder. */
export async function askTitle(title: string, value = ''): Promise<string | undefined> {
  const given = await vscode.window.showInputBox({
    title,
    value,
    prompt: vscode.l10n.t('What is the folder called?'),
    validateInput: (text) =>
      text.trim() === '' || text.length > PIN_BOUNDS.text
        ? vscode.l10n.t('Give the folder a title.')
        : undefined,
  });
  return given?.trim();
}

/**
 * Asks for a folder and gives its key. With `isAny` also a new one can be made, or none taken, whose key is empty. Folders that
 * are moved themselves are left out, with all that is in them.
 */
export async function askFolder(
  book: PinBook,
  moved: readonly EntryRef[],
  isAny = true,
): Promise<string | undefined> {
  const out = new Set(moved.map(({ key }) => key));
  const items = book.folders().flatMap(({ folder, depth }) => {
    if (out.has(folder.key) || (folder.folder !== undefined && out.has(folder.folder))) {
      out.add(folder.key);
      return [];
    }
    return [{ label: `${'\u2003'.repeat(depth)}$(folder) ${folder.title}`, key: folder.key }];
  });
  const none = { label: `$(pinned) ${vscode.l10n.t('In no folder')}`, key: '' };
  const fresh = { label: `$(new-folder) ${vscode.l10n.t('New Folder…')}`, key: undefined };
  const picked = await vscode.window.showQuickPick(isAny ? [...items, none, fresh] : items, {
    title: vscode.l10n.t('Folders of Pins'),
    placeHolder: vscode.l10n.t('Which folder?'),
  });
  if (picked !== fresh) return picked?.key;
  const title = await askTitle(vscode.l10n.t('New Folder for Pins'));
  return title && book.addFolder(title);
}

/** Asks which pins a command is about. */
export async function askPins(book: PinBook): Promise<readonly PinTarget[]> {
  const items = book.pins.filter(isPin).map((pin) => {
    const { text, key = pin.key } = book.found(pin);
    return {
      label: text,
      ...(pin.place !== undefined && { detail: pin.place }),
      target: { kind: pin.kind, key },
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Pins'),
    placeHolder: items.length === 0 ? vscode.l10n.t('Nothing is pinned yet.') : vscode.l10n.t('Which pin?'),
    matchOnDetail: true,
  });
  return picked ? [picked.target] : [];
}
