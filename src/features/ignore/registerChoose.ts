import * as vscode from 'vscode';
import { registerCommand, type DocumentPlace } from '../../host/commands';
import { placeAtCursor } from '../../host/documentPlace';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';

/** Registers "Choose Which Name Is Meant", for a form that several names share. */
export function registerChoose({ library, mentions, choices, log }: Services): vscode.Disposable {
  return registerCommand('dossier.chooseName', log, async (place?: DocumentPlace, name?: string) => {
    const { document, position } = await placeAtCursor(place);
    const mention = await mentions.mentionAt(document, position);
    if (!mention) throw new UserError(vscode.l10n.t('No known name stands at the cursor.'));
    const loaded = await library.load();
    const items = mention.names.flatMap((key) => {
      const each = loaded.name(key);
      return each ? [{ label: each.label, description: each.description, key }] : [];
    });
    const placeHolder = vscode.l10n.t('Which one is "{0}" in this document?', mention.text);
    const chosen = name ?? (await vscode.window.showQuickPick(items, { placeHolder }))?.key;
    if (chosen === undefined) return undefined;
    if (!mention.names.includes(chosen)) {
      throw new UserError(vscode.l10n.t('"{0}" does not stand for {1} here.', mention.text, chosen));
    }
    await choices.choose(document, mention.why.form, chosen);
    return chosen;
  });
}
