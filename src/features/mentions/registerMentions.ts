import * as vscode from 'vscode';
import { keyOf, registerCommand, type DocumentPlace, type TargetOrKey } from '../../host/commands';
import { placeAtCursor } from '../../host/documentPlace';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { explainMention } from '../../host/explainMention';
import { findMentionsInWorkspace } from '../../host/workspaceMentions';

/** Registers "Find Mentions" of a name in the workspace and "Why Does This Match?". */
export function registerMentions(services: Services): vscode.Disposable {
  const { library, log, mentions } = services;
  return vscode.Disposable.from(
    registerCommand('dossier.explainMention', log, async (place?: DocumentPlace) => {
      const { document, position } = await placeAtCursor(place);
      const mention = await mentions.mentionAt(document, position);
      if (!mention) throw new UserError(vscode.l10n.t('No known name stands at the cursor.'));
      const why = explainMention(mention, await library.load());
      void vscode.window.showInformationMessage(why);
      return why;
    }),

    registerCommand('dossier.findMentions', log, async (target?: TargetOrKey) => {
      const loaded = await library.load();
      const key = target === undefined ? await nameAtCursor(services) : keyOf(target);
      const name = key === undefined ? undefined : loaded.name(key);
      if (!name) {
        throw new UserError(
          vscode.l10n.t('Place the cursor on a known name, or choose one in the Names view.'),
        );
      }
      const found = await findMentionsInWorkspace(services, name);
      if (!found) return undefined;
      await showLocations(found, name.label);
      return found;
    }),
  );
}

async function nameAtCursor({ mentions }: Services): Promise<string | undefined> {
  const { document, position } = await placeAtCursor();
  return (await mentions.mentionAt(document, position))?.names[0];
}

/** Shows where a name stands in a list with previews; Enter goes there. */
async function showLocations(locations: readonly vscode.Location[], label: string): Promise<void> {
  if (locations.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is not mentioned in this workspace.', label),
    );
    return;
  }
  const documents = new Map<string, vscode.TextDocument>();
  const items = await Promise.all(
    locations.slice(0, 500).map(async (location) => {
      const id = location.uri.toString();
      const document = documents.get(id) ?? (await vscode.workspace.openTextDocument(location.uri));
      documents.set(id, document);
      const { line } = location.range.start;
      return {
        label: document.lineAt(line).text.trim(),
        description: `${vscode.workspace.asRelativePath(location.uri)}:${line + 1}`,
        location,
      };
    }),
  );
  const count = locations.length;
  const title =
    count === 1 ? vscode.l10n.t('{0}: 1 mention', label) : vscode.l10n.t('{0}: {1} mentions', label, count);
  // Not awaited: scripts get the locations at once, whether or not the user goes to one.
  void vscode.window
    .showQuickPick(items, {
      title,
      matchOnDescription: true,
      placeHolder: vscode.l10n.t('Choose a mention to go there'),
    })
    .then((chosen) => {
      if (!chosen) return undefined;
      return vscode.window.showTextDocument(chosen.location.uri, { selection: chosen.location.range });
    });
}
