import * as vscode from 'vscode';
import type { PinTarget } from '../../core/pins/pin';
import { registerCommand, type DocumentPlace } from '../../host/commands';
import { cardsMarkdown } from '../../host/markdown';
import type { Services } from '../../host/services';
import { includesLanguage, readSetting } from '../../host/settings';
import { placeAtCursor } from '../../host/documentPlace';

/** Registers the card on hover and "Show Facts at Cursor", which shows the same by keyboard. */
export function registerHover(services: Services): vscode.Disposable {
  const { cards, log, pins } = services;
  const isPinned = (target: PinTarget): boolean => pins.isPinned(target);
  const provideHover = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    if (!isWantedIn(document)) return undefined;
    const at = await cards.cardsAt(document, position);
    if (!at || token.isCancellationRequested) return undefined;
    const place = {
      uri: document.uri.toString(),
      line: at.range.start.line,
      character: at.range.start.character,
    };
    return new vscode.Hover(cardsMarkdown(at.cards, { place, isPinned }), at.range);
  };

  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider('*', { provideHover }),
    registerCommand('dossier.showFactsAtCursor', log, async (place?: DocumentPlace) => {
      const { document, position } = await placeAtCursor(place);
      const at = await cards.cardsAt(document, position);
      if (!at) {
        void vscode.window.showInformationMessage(vscode.l10n.t('No known name stands at the cursor.'));
        return undefined;
      }
      const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
      return cardsMarkdown(at.cards, { isPinned }).value;
    }),
  );
}

function isWantedIn(document: vscode.TextDocument): boolean {
  if (!readSetting('hover.enabled', document)) return false;
  return includesLanguage(readSetting('hover.documentLanguages', document), document.languageId);
}
