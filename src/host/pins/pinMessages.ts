import * as vscode from 'vscode';
import { isPin, type Pins } from '../../core/pins/pin';
import type { PinsDamage } from '../../core/pins/pinsText';
import type { Log } from '../log';
import type { PinsFileOnDisk } from './pinsFile';

/** Where a file of pins is, for messages. */
export function placeName(uri: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(uri)
    ? vscode.workspace.asRelativePath(uri)
    : vscode.l10n.t('your own pins');
}

/** Says that pins could not be read or written. Gives whether to try again. */
export async function tellFailure(uri: vscode.Uri, error: unknown): Promise<boolean> {
  const again = vscode.l10n.t('Try Again');
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.?$/u, '.');
  const said = vscode.l10n.t(
    'The pins could not be written ({0}): {1} What you have pinned is kept until this window closes.',
    placeName(uri),
    reason,
  );
  return (await vscode.window.showErrorMessage(said, again)) === again;
}

/** Says that a damaged file has another name now, and what becomes of the pins. */
export function tellSetAside(
  file: PinsFileOnDisk,
  name: string,
  damage: PinsDamage,
  hasPins: boolean,
  log: Log,
): void {
  const uri = file.beside(name);
  const open = vscode.l10n.t('Open {0}', name);
  const said = vscode.l10n.t(
    'The pins could not be read ({0}): {1}. The file was not changed; it is called {2} now.',
    placeName(file.uri),
    damageText(damage),
    name,
  );
  const rest = hasPins
    ? vscode.l10n.t('What is pinned in this window is kept, in a new file.')
    : vscode.l10n.t('Mend it and give it its old name to have the pins back.');
  log.warn(said);
  void vscode.window.showWarningMessage(`${said} ${rest}`, open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand('vscode.open', uri);
  });
}

/** Asks whether pins are to be copied to where they are kept from now on. */
export async function offerToCopy(from: vscode.Uri, to: vscode.Uri, pins: Pins): Promise<boolean> {
  const copy = vscode.l10n.t('Copy Them Here');
  const said = vscode.l10n.t(
    'Pins are kept elsewhere now: {0}. Those of before ({1}) stay in {2}.',
    placeName(to),
    pins.filter(isPin).length,
    placeName(from),
  );
  return (await vscode.window.showInformationMessage(said, copy)) === copy;
}

function damageText(damage: PinsDamage): string {
  switch (damage) {
    case 'empty':
      return vscode.l10n.t('the file is empty');
    case 'json':
      return vscode.l10n.t('it is not JSON');
    case 'shape':
      return vscode.l10n.t('it does not hold pins');
    case 'version':
      return vscode.l10n.t('it is of another version');
    case 'size':
      return vscode.l10n.t('it is too large');
  }
}
