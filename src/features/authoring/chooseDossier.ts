import * as vscode from 'vscode';
import type { Dossier } from '../../core/model';
import { runCommand } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { exists, nameOfFile } from './writeFile';

/** A dossier that may be written to. */
export interface OwnDossier {
  readonly folder: vscode.Uri;
  /** Absent where it is not loaded. */
  readonly dossier?: Dossier;
}

/** Whether a text is an address rather than an id. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/iu.test(text);
}

function readOnly(title: string): UserError {
  return new UserError(
    vscode.l10n.t('"{0}" is read-only. Make a dossier of your own with "Dossier: New Dossier…".', title),
  );
}

/** The dossier that a script named. */
async function namedDossier({ library }: Services, named: vscode.Uri | string): Promise<OwnDossier> {
  if (typeof named === 'string' && !isAddress(named)) {
    const found = library.folders().find(({ dossier }) => dossier.id === named);
    if (!found) throw new UserError(vscode.l10n.t('No dossier with the id "{0}" is loaded.', named));
    if (!found.isWritable) throw readOnly(found.dossier.title);
    return { folder: found.uri, dossier: found.dossier };
  }
  const folder = typeof named === 'string' ? vscode.Uri.parse(named, true) : named;
  const manifest = vscode.Uri.joinPath(folder, 'dossier.yaml');
  const place = library.placeOf(manifest);
  if (place?.isWritable === false) throw readOnly(place.dossier?.title ?? nameOfFile(folder));
  if (!(await exists(manifest))) {
    throw new UserError(vscode.l10n.t('The folder "{0}" holds no dossier.yaml.', nameOfFile(folder)));
  }
  return { folder, ...(place?.dossier && { dossier: place.dossier }) };
}

/** The dossiers that may be written to, that of the active document first. */
async function ownDossiers({ library }: Services): Promise<readonly OwnDossier[]> {
  const own: OwnDossier[] = library
    .folders()
    .filter(({ isWritable }) => isWritable)
    .map(({ uri, dossier }) => ({ folder: uri, dossier }));
  const active = vscode.window.activeTextEditor?.document.uri;
  const place = active && library.placeOf(active);
  if (!place?.isWritable) return own;
  const key = place.folder.toString();
  const others = own.filter(({ folder }) => folder.toString() !== key);
  if (others.length === own.length && !(await exists(vscode.Uri.joinPath(place.folder, 'dossier.yaml')))) {
    return own;
  }
  return [{ folder: place.folder, ...(place.dossier && { dossier: place.dossier }) }, ...others];
}

/** The title of a dossier, or the name of its folder. */
export function titleOf({ folder, dossier }: OwnDossier): string {
  return dossier?.title ?? nameOfFile(folder);
}

/**
 * The dossier to write to: the one that was named, or the only one, or the one that the user picks. Where there is none
 * yet, offers to make one.
 */
export async function chooseDossier(
  services: Services,
  named: vscode.Uri | string | undefined,
): Promise<OwnDossier | undefined> {
  await services.library.load();
  if (named !== undefined) return namedDossier(services, named);
  let own = await ownDossiers(services);
  if (own.length === 0) {
    // One that was made a moment ago may still be read.
    await services.library.settled();
    own = await ownDossiers(services);
  }
  if (own.length === 1) return own[0];
  const items: (vscode.QuickPickItem & { readonly own?: OwnDossier })[] = own.map((each) => ({
    label: `$(book) ${titleOf(each)}`,
    description: vscode.workspace.asRelativePath(each.folder),
    own: each,
  }));
  items.push({ label: `$(new-folder) ${vscode.l10n.t('New Dossier…')}` });
  const placeHolder =
    own.length === 0
      ? vscode.l10n.t('There is no dossier of your own yet. Make one?')
      : vscode.l10n.t('To which dossier?');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!chosen || chosen.own) return chosen?.own;
  const folder = await runCommand('dossier.newDossier');
  return folder && { folder };
}
