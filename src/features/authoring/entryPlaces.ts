import type * as vscode from 'vscode';
import type { EntryPlace } from '../../core/authoring/yamlPlaces';
import { nameOfFile, openFile } from './writeFile';

/** The entries of a names.yaml, or the sources of a dossier.yaml, with the document that they stand in. */
export interface OpenPlaces {
  readonly document: vscode.TextDocument;
  readonly places: readonly EntryPlace[];
}

const cache = new WeakMap<
  vscode.TextDocument,
  { readonly version: number; readonly places: readonly EntryPlace[] }
>();

/** The entries of an open names.yaml or dossier.yaml, also unsaved ones; parsed once for each version. */
export async function placesIn(document: vscode.TextDocument): Promise<readonly EntryPlace[]> {
  const known = cache.get(document);
  if (known?.version === document.version) return known.places;
  const { namePlaces, sourcePlaces } = await import('../../host/lazy/parsing');
  const read = nameOfFile(document.uri) === 'names.yaml' ? namePlaces : sourcePlaces;
  const { version } = document;
  const places = read(document.getText());
  cache.set(document, { version, places });
  return places;
}

/** The same for a file by its address; `undefined` where there is no such file. */
export async function openPlaces(uri: vscode.Uri): Promise<OpenPlaces | undefined> {
  const document = await openFile(uri);
  return document && { document, places: await placesIn(document) };
}
