import * as vscode from 'vscode';
import type { IgnoredMention } from '../../core/names/ignored';
import { registerCommand, type DocumentPlace, type IgnoreScope } from '../../host/commands';
import { placeAtCursor } from '../../host/documentPlace';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';

/** Registers "Don't Match This": here, this form, or this name, kept in a setting that a person can read and undo. */
export function registerIgnore({ library, mentions, log }: Services): vscode.Disposable {
  return registerCommand('dossier.ignoreMention', log, async (place?: DocumentPlace, scope?: IgnoreScope) => {
    const { document, position } = await placeAtCursor(place);
    const mention = await mentions.mentionAt(document, position);
    if (!mention) throw new UserError(vscode.l10n.t('No known name stands at the cursor.'));
    const key = mention.names[0]!;
    const label = (await library.load()).name(key)?.label ?? key;
    const chosen = scope ?? (await pickScope(mention.text, mention.why.form, label));
    if (chosen === undefined) return undefined;
    const file = vscode.workspace.asRelativePath(document.uri);
    const entry = entryFor(chosen, key, mention.why.form, file);
    const configuration = vscode.workspace.getConfiguration('dossier', document);
    const hasFolder = vscode.workspace.workspaceFolders !== undefined;
    const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    const inspected = configuration.inspect<readonly IgnoredMention[]>('names.ignore');
    const before = (hasFolder ? inspected?.workspaceValue : inspected?.globalValue) ?? [];
    const known = readSetting('names.ignore', document);
    if (!known.some((each) => JSON.stringify(each) === JSON.stringify(entry))) {
      await configuration.update('names.ignore', [...before, entry], target);
    }
    const undo = vscode.l10n.t('Undo');
    const message = vscode.l10n.t(
      '"{0}" is not matched any more. The setting dossier.names.ignore keeps this.',
      mention.text,
    );
    void vscode.window.showInformationMessage(message, undo).then((answer) => {
      if (answer === undo) {
        return configuration.update('names.ignore', before.length > 0 ? before : undefined, target);
      }
      return undefined;
    });
    return entry;
  });
}

async function pickScope(found: string, form: string, label: string): Promise<IgnoreScope | undefined> {
  // What is kept is the form as the dossier spells it, which stands for all its spellings.
  const spellings =
    found === form
      ? vscode.l10n.t('"{0}" in all files', form)
      : vscode.l10n.t('"{0}", "{1}" and the like in all files', found, form);
  const items: (vscode.QuickPickItem & { readonly scope: IgnoreScope })[] = [
    {
      label: vscode.l10n.t('In this document'),
      description: vscode.l10n.t('"{0}" as {1}', found, label),
      scope: 'document',
    },
    {
      label: vscode.l10n.t('This form, in this workspace'),
      description: spellings,
      scope: 'form',
    },
    { label: vscode.l10n.t('This name, in this workspace'), description: label, scope: 'name' },
  ];
  return (
    await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Where should it not match?') })
  )?.scope;
}

function entryFor(scope: IgnoreScope, name: string, form: string, file: string): IgnoredMention {
  switch (scope) {
    case 'document':
      return { name, form, file };
    case 'form':
      return { name, form };
    case 'name':
      return { name };
  }
}
