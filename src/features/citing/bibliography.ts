import type * as vscode from 'vscode';
import { addToBib, type BibliographyEntry } from '../../core/citing/bibFile';
import { bibliographyKind, usesBibtex } from '../../core/citing/bibliographyFiles';
import { freeKey, wantedKey } from '../../core/citing/citeKeys';
import { addToCslJson } from '../../core/citing/cslJsonFile';
import { cslItem, type CitedSource } from '../../core/citing/cslItem';
import type { CitationForm } from '../../core/citing/citationForms';
import { isSameSource } from '../../core/citing/sameSource';
import { AddedEntry } from './addedEntry';
import { entriesIn, readBibliography } from './bibliographyFile';
import type { Citations } from './citations';

/** The key of a source, and what is left to do for it to stand in a bibliography. */
export interface KeyInBibliography {
  readonly key: string;
  /** The bibliography that has the entry, or gets it. */
  readonly uri: vscode.Uri;
  /** Writes the entry, and gives it; does nothing where there is one. */
  readonly write: () => Promise<AddedEntry | undefined>;
}

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
  const entries = (
    await Promise.all(files.map(async (uri) => (await entriesOf(uri)).map((entry) => ({ entry, uri }))))
  ).flat();
  const known = entries.find(({ entry }) => isSameSource(entry, source.source));
  if (known) return { key: known.entry.key, uri: known.uri, write: () => Promise.resolve(undefined) };
  const [uri] = files;
  if (!uri) throw new Error('No bibliography was given.');
  const key = freeKey(
    wantedKey(source),
    entries.map(({ entry }) => entry.key),
  );
  const dialect = usesBibtex(cited.document.getText(), cited.form) ? 'bibtex' : 'biblatex';
  const write = async (): Promise<AddedEntry | undefined> => {
    let entry: AddedEntry;
    if (bibliographyKind(uri.path) === 'bib') {
      const text = await citations.bibEntry(source, key, dialect);
      entry = new AddedEntry(uri, key, (file) => addToBib(file, text));
    } else {
      entry = new AddedEntry(uri, key, (file) => addToCslJson(file, cslItem(source, key)));
    }
    // What was read before may have changed while the citation went into the document.
    return (await entry.putIn()) ? entry : undefined;
  };
  return { key, uri, write };
}

/** The entries of a bibliography. */
export async function entriesOf(uri: vscode.Uri): Promise<readonly BibliographyEntry[]> {
  return entriesIn(await readBibliography(uri));
}
