import * as vscode from 'vscode';

/** Whether an id of a dossier's file stands at a position. */
type HasId = (document: vscode.TextDocument, position: vscode.Position) => Promise<boolean>;

/**
 * Ids in the files of dossiers lead to their entries. An id is often a name as well; who leads from names to their facts
 * asks here first, so that "Go to Definition" has one target.
 */
export class IdsAtPositions {
  private hasId: HasId | undefined;

  /** Whether an id stands there, as far as anybody knows: until a dossier's file is opened nobody does. */
  async isAt(document: vscode.TextDocument, position: vscode.Position): Promise<boolean> {
    return (await this.hasId?.(document, position)) ?? false;
  }

  /** Takes who knows ids. */
  know(hasId: HasId): vscode.Disposable {
    this.hasId = hasId;
    return new vscode.Disposable(() => {
      this.hasId = undefined;
    });
  }
}
