import type * as vscode from 'vscode';

/** Owns disposables: what is registered after its own end is disposed at once. */
export abstract class Disposable implements vscode.Disposable {
  private readonly owned: vscode.Disposable[] = [];
  private ended = false;

  protected register<T extends vscode.Disposable>(disposable: T): T {
    if (this.ended) disposable.dispose();
    else this.owned.push(disposable);
    return disposable;
  }

  get isDisposed(): boolean {
    return this.ended;
  }

  dispose(): void {
    if (this.ended) return;
    this.ended = true;
    for (const disposable of this.owned.splice(0).reverse()) disposable.dispose();
  }
}
