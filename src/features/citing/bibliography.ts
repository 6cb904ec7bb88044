import * as vscode from 'vscode';
import { addToBib, BibliographyError, readBib, type BibliographyEntry } from '../../core/citing/bibFile';
import { bibliographyKind, usesBibtex } from '../../core/citing/bibliographyFiles';
import { freeKey, wantedKey } from '../../core/citing/citeKeys';
import { addToCslJson, readCslJson } from '../../core/citing/cslJsonFile';
import { cslItem, type CitedSource } from '../../core/citing/cslItem';
import type { CitationForm } from '../../core/citing/citationForms';
import type { Insertion } from '../../core/authoring/insertion';
import { isSameSource } from '../../core/citing/sameSource';
import { UserError } from '../../host/log';
import { inUsersLanguage } from '../../host/sayings';
import type { Citations } from './citations';
import { decode, nameOfFile } from './documentCitation';

const LARGEST_BYTES = 20_000_000;

/** A bibliography as it stands on the disk or in an editor. */
interface BibliographyFile {
  readonly uri: vscode.Uri;
  readonly kind: 'bib' | 'json';
  readonly text: string;
  /** The editor's document where the file is open. */
  readonly document?: vscode.TextDocument;
  readonly entries: readonly BibliographyEntry[];
}

/** The key of a source, and what is left to do for it to stand in a bibliography. */
export interface KeyInBibliography {
  readonly key: string;
  /** Writes the entry; does nothing where there is one. */
  readonly write: () => Promise<void>;
}

/** What two insertions in quick succession write goes one after the other. */
let writing: Promise<unknown> = Promise.resolve();

/**
 * The key under which a source stands in one of the bibliographies, or will stand in the first. Nothing is written yet.
 * @throws {UserError} where one of them cannot be read
 */
export async function keyIn(
  files: readonly vscode.Uri[],
  source: CitedSource,
  cited: { readonly document: vscode.TextDocument; readonly form: CitationForm },
  citations: Citations,
): Promise<KeyInBibliography> {
  const read = await Promise.all(files.map(readBibliography));
  const entries = read.flatMap((file) => file.entries);
  const known = entries.find((entry) => isSameSource(entry, source.source));
  if (known) return { key: known.key, write: () => Promise.resolve() };
  const key = freeKey(
    wantedKey(source),
    entries.map((entry) => entry.key),
  );
  const [first] = read;
  if (!first) throw new Error('No bibliography was given.');
  const isBibtex = usesBibtex(cited.document.getText(), cited.form);
  const write = async (): Promise<void> => {
    const entry =
      first.kind === 'bib' ? await citations.bibEntry(source, key, isBibtex ? 'bibtex' : 'biblatex') : '';
    const add = async (): Promise<void> => {
      // What was read before may have changed while the citation went into the document.
      const now = await readBibliography(first.uri);
      if (now.entries.some((each) => each.key === key)) return;
      await insertInto(
        now,
        now.kind === 'bib' ? addToBib(now.text, entry) : addToCslJson(now.text, cslItem(source, key)),
      );
    };
    const done = writing.then(add, add);
    writing = done.catch(() => undefined);
    await done;
  };
  return { key, write };
}

/** The entries of a bibliography. */
export async function entriesOf(uri: vscode.Uri): Promise<readonly BibliographyEntry[]> {
  return (await readBibliography(uri)).entries;
}

async function readBibliography(uri: vscode.Uri): Promise<BibliographyFile> {
  const kind = bibliographyKind(uri.path);
  if (kind === undefined) {
    throw new UserError(
      vscode.l10n.t(
        '{0} is no bibliography that Dossier can write to: those are .bib and CSL-JSON (.json) files.',
        nameOfFile(uri),
      ),
    );
  }
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === uri.toString() && !each.isClosed,
  );
  const bytes = document ? undefined : await bytesOf(uri);
  const text = document ? document.getText() : bytes ? decode(bytes, uri) : '';
  return {
    uri,
    kind,
    text,
    ...(document && { document }),
    entries: entriesIn(text, kind, uri),
  };
}

function entriesIn(text: string, kind: 'bib' | 'json', uri: vscode.Uri): readonly BibliographyEntry[] {
  if (text.trim() === '') return [];
  try {
    return kind === 'bib' ? readBib(text) : readCslJson(text);
  } catch (error) {
    if (!(error instanceof BibliographyError)) throw error;
    throw new UserError(
      vscode.l10n.t(
        '{0}, line {1}: {2} Nothing was written; put it right and try again.',
        nameOfFile(uri),
        error.line + 1,
        inUsersLanguage(error.what),
      ),
    );
  }
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  let size: number;
  try {
    ({ size } = await vscode.workspace.fs.stat(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  if (size > LARGEST_BYTES) {
    throw new UserError(vscode.l10n.t('{0} is larger than {1} bytes.', nameOfFile(uri), LARGEST_BYTES));
  }
  return vscode.workspace.fs.readFile(uri);
}

/** Adds to a file; all that stood there stays, byte for byte. */
async function insertInto(file: BibliographyFile, insertion: Insertion): Promise<void> {
  const { document, uri } = file;
  if (!document) {
    const { text } = file;
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(
        text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset),
      ),
    );
    return;
  }
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.positionAt(insertion.offset), insertion.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be changed.', nameOfFile(uri)));
  }
  // Unsaved changes are their author's to save.
  if (!wasDirty && !(await document.save())) {
    throw new UserError(vscode.l10n.t('{0} was changed, but could not be saved.', nameOfFile(uri)));
  }
}
