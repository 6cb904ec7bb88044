import * as vscode from 'vscode';
import { citesByKey } from '../../core/citing/citationForm';
import type { CitationForm } from '../../core/citing/citationForms';
import { citedKeys } from '../../core/citing/sourceList';
import type { Log } from '../../host/log';
import type { AddedEntry } from './addedEntry';
import type { KeyInBibliography } from './bibliography';
import { formOf } from './documentCitation';
import { findBibliographies } from './findBibliographies';

/** How many insertions are followed; of older ones the entry stays. */
const MOST = 100;

/** A citation that was inserted, and the entry that was added for it. */
interface Followed {
  /** The address of the document that cites. */
  readonly document: string;
  readonly form: CitationForm;
  readonly key: string;
  readonly bibliography: string;
  isCited: boolean;
  /** Not before it is written. */
  entry?: AddedEntry;
  /** Documents that were given a citation of the same entry later. */
  readonly others: Set<string>;
}

/**
 * Takes the entry out of the bibliography when the insertion that added it is undone, and puts it in again when it is redone.
 * Both files could be changed by one edit instead, but VS Code asks before it undoes such an edit, and refuses where one of
 * the files was changed since.
 */
export class UndoneEntries implements vscode.Disposable {
  private followed: Followed[] = [];
  private readonly listener = vscode.workspace.onDidChangeTextDocument((event) => this.changed(event));

  constructor(private readonly log: Log) {}

  dispose(): void {
    this.listener.dispose();
  }

  /** Writes the entry of a citation that was just inserted, and follows whether it is undone. */
  async write(
    document: vscode.TextDocument,
    form: CitationForm,
    { key, uri, write }: KeyInBibliography,
  ): Promise<void> {
    const citation: Followed = {
      document: document.uri.toString(),
      form,
      key,
      bibliography: uri.toString(),
      isCited: cites(document, form, key),
      others: new Set(),
    };
    // Inside of a code block, say, nothing tells when the citation is gone.
    const canFollow = citation.isCited;
    const same = this.followed.filter(
      (each) => each.key === key && each.bibliography === citation.bibliography,
    );
    if (canFollow) this.followed = [...this.followed, citation].slice(-MOST);
    try {
      const entry = await write();
      if (entry) citation.entry = entry;
    } finally {
      if (!citation.entry) this.followed = this.followed.filter((each) => each !== citation);
    }
    if (citation.entry) {
      // What was undone before can no longer be redone.
      this.followed = this.followed.filter(
        (each) => !(same.includes(each) && each.document === citation.document),
      );
      // It was undone while the entry was made.
      if (canFollow && !citation.isCited) await this.settle(citation);
    } else {
      for (const { document: first, others } of same) {
        if (first !== citation.document) others.add(citation.document);
      }
    }
  }

  private changed({ document, reason, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    for (const citation of this.followed) {
      if (citation.document !== uri) continue;
      // What one types takes no citation away; the text of a long document is not read for it.
      if (reason === undefined && contentChanges.every(({ rangeLength }) => rangeLength === 0)) continue;
      const isCited = cites(document, citation.form, citation.key);
      if (isCited === citation.isCited) continue;
      citation.isCited = isCited;
      if (reason !== undefined) void this.settle(citation);
    }
  }

  private async settle(citation: Followed): Promise<void> {
    const { entry } = citation;
    if (!entry) return;
    // It may be redone while is found out whether another document cites it.
    const isCited = (): boolean => citation.isCited;
    try {
      if (isCited()) await entry.putIn();
      else if (!(await isCitedElsewhere(citation)) && !isCited()) await entry.takeOut();
    } catch (error) {
      this.log.failure('undo', error);
    }
  }
}

function cites(document: vscode.TextDocument, form: CitationForm, key: string): boolean {
  return citedKeys(document.getText(), form).has(key);
}

/** Whether another document may need the entry: one that is open and cites it, or that was given it and is closed now. */
async function isCitedElsewhere({ document, key, bibliography, others }: Followed): Promise<boolean> {
  const open = vscode.workspace.textDocuments.filter(
    (each) => !each.isClosed && each.uri.toString() !== document,
  );
  if ([...others].some((other) => open.every(({ uri }) => uri.toString() !== other))) return true;
  for (const each of open) {
    const form = formOf(each);
    if (!citesByKey(form) || !cites(each, form, key)) continue;
    const files = await findBibliographies(each, form);
    if (!files || files.some((uri) => uri.toString() === bibliography)) return true;
  }
  return false;
}
