import * as vscode from 'vscode';
import type { Insertion } from '../../core/authoring/insertion';
import { entryPlace } from '../../core/citing/entryPlace';
import { changeBibliography, entriesIn, readBibliography } from './bibliographyFile';

/** What two commands in quick succession write goes one after the other. */
let writing: Promise<unknown> = Promise.resolve();

function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const done = writing.then(write, write);
  writing = done.catch(() => undefined);
  return done;
}

/** An entry that goes into a bibliography, and can be taken out of it again. */
export class AddedEntry {
  /** What stands in the file, with the line breaks and commas around the entry; nothing where it was not put in. */
  private written: string | undefined;
  private isFileOurs = false;

  /** @param added where the entry goes into a text, and how */
  constructor(
    readonly uri: vscode.Uri,
    readonly key: string,
    private readonly added: (text: string) => Insertion,
  ) {}

  /**
   * Writes the entry, unless the file has one with its key.
   * @returns whether it was written
   */
  putIn(): Promise<boolean> {
    return inTurn(async () => {
      const file = await readBibliography(this.uri);
      if (entriesIn(file).some(({ key }) => key === this.key)) return false;
      const { offset, text } = this.added(file.text);
      await changeBibliography(file, { start: offset, end: offset, text });
      this.written = text;
      this.isFileOurs = !file.isThere;
      return true;
    });
  }

  /** Takes the entry out, where it still stands as it was written, and the file too, where that was made for it. */
  takeOut(): Promise<void> {
    return inTurn(async () => {
      if (this.written === undefined) return;
      const file = await readBibliography(this.uri);
      const place = entryPlace(file.text, file.kind, this.written);
      if (!place) return;
      if (this.isFileOurs && !file.document && place.end - place.start === file.text.length) {
        await vscode.workspace.fs.delete(this.uri);
      } else {
        await changeBibliography(file, { ...place, text: '' });
      }
      this.written = undefined;
    });
  }
}
