import * as vscode from 'vscode';
import { UserError } from '../../host/log';

/** An editor that something is to go into. */
export interface EditorPlace {
  readonly editor: vscode.TextEditor;
  /** Where its cursors are. */
  readonly selections: () => readonly vscode.Selection[];
}

/** Knows which editor one writes in, also while one reads: a reader, or the search, has the focus then. */
export class LastEditor implements vscode.Disposable {
  private last = vscode.window.activeTextEditor;
  private readonly listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    // Output and the like are editors too, in no column.
    if (editor?.viewColumn !== undefined) this.last = editor;
  });

  dispose(): void {
    this.listener.dispose();
  }

  /**
   * The active editor; else the last one that was, which is shown again where a reader covers it; else one in sight.
   * @throws {UserError} where no editor takes text
   */
  async toWriteIn(): Promise<EditorPlace> {
    const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
    const inSight = active ?? visible.find(({ document }) => document === this.last?.document);
    if (inSight) return placeIn(inSight);
    const shown = await this.reveal();
    if (shown) return shown;
    const other = visible.find(({ viewColumn }) => viewColumn !== undefined);
    if (other) return placeIn(other);
    throw new UserError(
      vscode.l10n.t('Open the document that the fact is to go into, and place the cursor there.'),
    );
  }

  private async reveal(): Promise<EditorPlace | undefined> {
    const { last } = this;
    const uri = last?.document.uri.toString();
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
    if (!last || !tab) return undefined;
    // An editor that was just shown tells of its cursors a moment later.
    const { document, selections } = last;
    const editor = await vscode.window.showTextDocument(document, { viewColumn: tab.group.viewColumn });
    return { editor, selections: () => selections };
  }
}

function placeIn(editor: vscode.TextEditor): EditorPlace {
  return { editor, selections: () => editor.selections };
}
