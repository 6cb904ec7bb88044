import * as vscode from 'vscode';
import { oneLine } from '../../core/authoring/insertion';
import { LONGEST_FACT, LONGEST_NAME } from './longest';

const KIND = vscode.CodeActionKind.Refactor.append('dossier');
/** Characters of a selection that its action shows. */
const SHOWN = 30;

function actionFor(title: string, command: string, text: string): vscode.CodeAction {
  const action = new vscode.CodeAction(title, KIND);
  action.command = { command, title, arguments: [{ text }] };
  return action;
}

/** Registers "Add … as a name" and "Add selection as a fact" for a selection in any document. */
export function registerCodeActions(): vscode.Disposable {
  const provideCodeActions = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] => {
    // Long selections are not even read.
    if (range.isEmpty || document.offsetAt(range.end) - document.offsetAt(range.start) > LONGEST_FACT * 2) {
      return [];
    }
    const text = oneLine(document.getText(range));
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
    return [
      ...(text.length <= LONGEST_NAME
        ? [actionFor(vscode.l10n.t('Dossier: Add "{0}" as a name', shown), 'dossier.addName', text)]
        : []),
      ...(text.length <= LONGEST_FACT
        ? [actionFor(vscode.l10n.t('Dossier: Add selection as a fact'), 'dossier.addFact', text)]
        : []),
    ];
  };
  return vscode.languages.registerCodeActionsProvider(
    '*',
    { provideCodeActions },
    { providedCodeActionKinds: [KIND] },
  );
}
