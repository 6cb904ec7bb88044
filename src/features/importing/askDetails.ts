import * as vscode from 'vscode';
import type { ImportSource } from '../../core/importing/writeDossier';
import { isSafeUrl } from '../../core/format/fields';
import { isEdtf } from '../../core/values/edtf';

/** Licences that are offered; any other can be written. */
const LICENSES = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC0-1.0', 'GFDL-1.3-or-later', 'OGL-UK-3.0'];

/** Today, where the user is. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Asks where the article comes from: title, address, licence and the day it was read. */
export async function askDetails(title: string): Promise<ImportSource | undefined> {
  const steps = vscode.l10n.t('Import Article: source');
  const named = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('The title of the article, as its facts are to cite it'),
    value: title,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A source needs a title.') : undefined),
  });
  if (named === undefined) return undefined;
  const url = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('The address where it was read; leave it empty where there is none'),
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || isSafeUrl(value.trim())
        ? undefined
        : vscode.l10n.t('Write an address that begins with https://, http:// or mailto:.'),
  });
  if (url === undefined) return undefined;
  const license = await askLicense(steps);
  if (license === undefined) return undefined;
  const retrieved = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('The day on which it was read'),
    value: today(),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || isEdtf(value.trim())
        ? undefined
        : vscode.l10n.t('Write a date such as 2009-11-09.'),
  });
  if (retrieved === undefined) return undefined;
  return {
    title: named.trim(),
    ...(url.trim() !== '' && { url: url.trim() }),
    ...(license !== '' && { license }),
    ...(retrieved.trim() !== '' && { retrieved: retrieved.trim() }),
  };
}

/** The licence; empty where none is to be kept. */
async function askLicense(title: string): Promise<string | undefined> {
  const other = vscode.l10n.t('Another…');
  const none = vscode.l10n.t('None, or not known');
  const placeHolder = vscode.l10n.t('Under which licence does the article stand?');
  const chosen = await vscode.window.showQuickPick([...LICENSES, other, none], {
    title,
    placeHolder,
    ignoreFocusOut: true,
  });
  if (chosen !== other) return chosen === none ? '' : chosen;
  const prompt = vscode.l10n.t('The licence, best as an SPDX identifier such as CC-BY-SA-4.0');
  return (await vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true }))?.trim();
}
