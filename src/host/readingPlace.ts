import * as vscode from 'vscode';
import type { Target } from '../protocol/address';
import { Disposable } from './disposable';

/** What the reader shows, at the finest that is known, so that the tree can follow it. */
export class ReadingPlace extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Target | undefined>());
  readonly onDidChange = this.changed.event;
  private place: Target | undefined;

  get current(): Target | undefined {
    return this.place;
  }

  set(place: Target | undefined): void {
    if (place?.kind === this.place?.kind && place?.key === this.place?.key) return;
    this.place = place;
    this.changed.fire(place);
  }
}
