import * as vscode from 'vscode';
import type { Key } from '../core/model';
import { Disposable } from './disposable';

/** What the reader shows: a section, and the fact that was asked for, where there was one. */
export interface Place {
  readonly section: Key;
  readonly fact?: Key;
}

/** Where the reader is, so that the tree can follow it. */
export class ReadingPlace extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Place | undefined>());
  readonly onDidChange = this.changed.event;
  private place: Place | undefined;

  get current(): Place | undefined {
    return this.place;
  }

  set(place: Place | undefined): void {
    if (place?.section === this.place?.section && place?.fact === this.place?.fact) return;
    this.place = place;
    this.changed.fire(place);
  }
}
