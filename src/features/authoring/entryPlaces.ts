import type * as vscode from 'vscode';
import type { EntryPlace } from '../../core/authoring/yamlPlaces';
import { NAMES_FILE } from '../../core/format/fileNames';
import type { WorkerClient } from '../../host/worker/workerClient';
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
export async function placesIn(
  worker: WorkerClient,
  document: vscode.TextDocument,
): Promise<readonly EntryPlace[]> {
  const known = cache.get(document);
  if (known?.version === document.version) return known.places;
  const { version } = document;
  const of = nameOfFile(document.uri) === NAMES_FILE ? 'names' : 'sources';
  const places = await worker.ask('entryPlaces', { of, text: document.getText() });
  cache.set(document, { version, places });
  return places;
}

/** The same for a file by its address; `undefined` where there is no such file. */
export async function openPlaces(worker: WorkerClient, uri: vscode.Uri): Promise<OpenPlaces | undefined> {
  const document = await openFile(uri);
  return document && { document, places: await placesIn(worker, document) };
}
