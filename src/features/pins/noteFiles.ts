import * as vscode from 'vscode';
import { entryId, isPin, isPinKind, type Pin } from '../../core/pins/pin';
import { Disposable } from '../../host/disposable';
import type { PinBook } from '../../host/pins/pinBook';
import { NOTE_SCHEME } from './noteScheme';
import { shortened } from './pinItems';

/** Characters of a note's title, which its tab shows. */
const TITLE = 60;

interface Known {
  readonly note: string;
  /** When this window learned of it, in ms since 1970. */
  readonly mtime: number;
}

/** The address of a pin's note. Its path is a title to read; which pin it is stands in the query. */
export function noteUri(pin: Pin, text: string): vscode.Uri {
  const title = shortened(text.replace(/[\u0000-\u001f/\\:*?"<>|#]+/gu, ' ').trim(), TITLE) || pin.kind;
  return vscode.Uri.from({ scheme: NOTE_SCHEME, path: `/${title}.md`, query: entryId(pin) });
}

/** The notes of pins as files, so that they are edited, saved, undone and restored as any other text. */
export class NoteFiles extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changed.event;
  /** What editors were told, by the address. */
  private readonly known = new Map<string, Known>();
  /** Notes that editors were told to be gone: the pin can come back. */
  private readonly gone = new Set<string>();

  constructor(private readonly book: PinBook) {
    super();
    this.register(book.onDidChange(() => this.tell()));
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { note, mtime } = this.learn(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: new TextEncoder().encode(note).length };
  }

  read(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.learn(uri).note);
  }

  /** @throws where the pin is gone, or the file of pins cannot be written: the editor keeps the text then */
  async write(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const pin = this.pinOf(uri);
    if (!pin) throw gone(uri);
    const note = new TextDecoder().decode(bytes).replace(/\r\n?/gu, '\n');
    this.known.set(uri.toString(), { note, mtime: this.now(uri) });
    try {
      await this.book.setNote(pin, note);
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
    }
  }

  private pinOf({ query }: vscode.Uri): Pin | undefined {
    const space = query.indexOf(' ');
    const [kind, key] = [query.slice(0, space), query.slice(space + 1)];
    const entry = isPinKind(kind) ? this.book.entry({ kind, key }) : undefined;
    return entry && isPin(entry) ? entry : undefined;
  }

  private learn(uri: vscode.Uri): Known {
    const pin = this.pinOf(uri);
    if (!pin) throw gone(uri);
    const { note = '' } = pin;
    const known = this.known.get(uri.toString());
    // What is only blank is kept as no note; for its editor it is as it was saved.
    if (known && (known.note === note || (note === '' && known.note.trim() === ''))) return known;
    const learned = { note, mtime: this.now(uri) };
    this.known.set(uri.toString(), learned);
    return learned;
  }

  /** The time, and later than any that was told of this note. */
  private now(uri: vscode.Uri): number {
    return Math.max(Date.now(), (this.known.get(uri.toString())?.mtime ?? 0) + 1);
  }

  /** Tells editors of notes that were changed elsewhere, and of pins that are gone. */
  private tell(): void {
    const events = [...this.known].flatMap(([address, { mtime }]): vscode.FileChangeEvent[] => {
      const uri = vscode.Uri.parse(address);
      if (!this.pinOf(uri)) {
        this.known.delete(address);
        this.gone.add(address);
        return [{ type: vscode.FileChangeType.Deleted, uri }];
      }
      return this.learn(uri).mtime === mtime ? [] : [{ type: vscode.FileChangeType.Changed, uri }];
    });
    for (const address of this.gone) {
      const uri = vscode.Uri.parse(address);
      if (!this.pinOf(uri)) continue;
      this.gone.delete(address);
      events.push({ type: vscode.FileChangeType.Created, uri });
    }
    if (events.length > 0) this.changed.fire(events);
  }
}

function gone(uri: vscode.Uri): vscode.FileSystemError {
  const error = vscode.FileSystemError.FileNotFound(uri);
  error.message = vscode.l10n.t('What this note is about is not pinned any more. Pin it again, then save.');
  return error;
}
