import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import type { FoundDossier } from '../../host/libraryService';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';

type DossierItem = vscode.QuickPickItem & { readonly found: FoundDossier };

/** Registers what chooses among the dossiers: which are on, and in which order. */
export function registerDossiers({ library, log }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('dossier.chooseDossiers', log, async (ids) => {
      await library.settled();
      const found = library.folders();
      const chosen = ids ?? (await pick(found));
      if (!chosen) return undefined;
      const known = new Set(found.map(({ dossier }) => dossier.id));
      // What is switched off and not here now stays switched off.
      const others = readSetting('disabled').filter((id) => !known.has(id));
      const off = [...known].filter((id) => !chosen.includes(id));
      await write('disabled', [...others, ...off]);
      await write('order', [...chosen.filter((id) => known.has(id)), ...off]);
      return chosen;
    }),
    registerCommand('dossier.openDossierFile', log, async (target) => {
      const id = typeof target === 'string' ? target : target?.key;
      const found = (await library.settled(), library.folders()).find(({ dossier }) => dossier.id === id);
      if (!found) return undefined;
      const file = vscode.Uri.joinPath(found.uri, 'dossier.yaml');
      await vscode.window.showTextDocument(file);
      return file;
    }),
  );
}

/** The ids of the dossiers that are to be on, in the order in which they are to be shown. */
function pick(found: readonly FoundDossier[]): Promise<readonly string[] | undefined> {
  const up: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-up'),
    tooltip: vscode.l10n.t('Move Up'),
  };
  const down: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-down'),
    tooltip: vscode.l10n.t('Move Down'),
  };
  const box = vscode.window.createQuickPick<DossierItem>();
  box.title = vscode.l10n.t('Dossiers in use, in their order');
  box.placeholder = vscode.l10n.t('Tick those to use; the arrows move one up or down');
  box.canSelectMany = true;
  box.matchOnDescription = true;
  box.items = found.map((each) => ({
    label: each.dossier.title,
    description: originLabel(each),
    detail: each.dossier.description,
    buttons: [up, down],
    found: each,
  }));
  const isOn = new Set(readSetting('disabled'));
  box.selectedItems = box.items.filter((item) => !isOn.has(item.found.dossier.id));
  return new Promise((resolve) => {
    box.onDidTriggerItemButton(({ item, button }) => {
      const selected = box.selectedItems;
      const items = [...box.items];
      const from = items.indexOf(item);
      const to = from + (button === up ? -1 : 1);
      if (to < 0 || to >= items.length) return;
      items.splice(to, 0, ...items.splice(from, 1));
      box.items = items;
      box.selectedItems = selected;
    });
    box.onDidAccept(() => {
      const selected = new Set(box.selectedItems);
      resolve(box.items.filter((item) => selected.has(item)).map((item) => item.found.dossier.id));
      box.dispose();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

function originLabel({ origin, uri }: FoundDossier): string {
  return origin === 'bundled' ? vscode.l10n.t('comes with Dossier') : vscode.workspace.asRelativePath(uri);
}

/** Writes where the value is set already: in the workspace, or else for the user. */
async function write(key: 'disabled' | 'order', value: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('dossier');
  const isInWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(
    key,
    value,
    isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
