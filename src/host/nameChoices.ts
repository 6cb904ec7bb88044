import * as vscode from 'vscode';
import type { Key } from '../core/model';
import { Disposable } from './disposable';

const STATE_KEY = 'dossier.nameChoices';

/** For how many documents choices are kept; the ones made longest ago go first. */
const MOST_DOCUMENTS = 200;

type Choices = Readonly<Record<string, Readonly<Record<string, Key>>>>;

/** Which name a form that several share stands for in a document, as the user chose; kept in the workspace's state. */
export class NameChoices extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: vscode.Memento) {
    super();
  }

  /** Keeps a choice for a form in a document. */
  async choose(document: vscode.TextDocument, form: string, name: Key): Promise<void> {
    const uri = document.uri.toString();
    const { [uri]: before = {}, ...others } = this.all();
    const kept = Object.entries({ ...others, [uri]: { ...before, [form]: name } }).slice(-MOST_DOCUMENTS);
    await this.state.update(STATE_KEY, Object.fromEntries(kept));
    this.changed.fire(document);
  }

  /** The forms for which a name was chosen in a document. */
  of(document: vscode.TextDocument): readonly (readonly [form: string, name: Key])[] {
    return Object.entries(this.all()[document.uri.toString()] ?? {});
  }

  private all(): Choices {
    const stored: unknown = this.state.get(STATE_KEY);
    return typeof stored === 'object' && stored !== null ? (stored as Choices) : {};
  }
}
