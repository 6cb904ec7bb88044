import * as vscode from 'vscode';
import { nameDocument } from '../core/cards/nameDocument';
import type { Key, Name } from '../core/model';
import { Disposable } from './disposable';
import type { LibraryService } from './libraryService';

/** The scheme of read-only documents that write out a name. */
export const NAME_SCHEME = 'dossier';

/** The address of a name's document: `dossier:/<dossier>/<id>/<label>.md`; the label is only there to be read. */
export function nameUri(name: Name): vscode.Uri {
  const title = name.label.replace(/[/\\?#]/gu, ' ');
  return vscode.Uri.from({ scheme: NAME_SCHEME, path: `/${name.key}/${title}.md` });
}

/** The key of the name that a document of {@link NAME_SCHEME} writes out. */
export function nameKeyOf(uri: vscode.Uri): Key {
  return uri.path.split('/').slice(1, 3).join('/');
}

/** Gives VS Code the documents of {@link NAME_SCHEME}, and again when the library changed. */
export class NameDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly library: LibraryService) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(NAME_SCHEME, this));
    this.register(
      library.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments) {
          if (uri.scheme === NAME_SCHEME) this.changed.fire(uri);
        }
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const library = await this.library.loadFor(nameKeyOf(uri));
    const name = library.name(nameKeyOf(uri));
    if (!name) return `${vscode.l10n.t('No loaded dossier holds this name any more.')}\n`;
    return nameDocument(library, name, vscode.env.language).text;
  }
}
