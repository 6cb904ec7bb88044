import { addFact } from '../core/authoring/addFact';
import { addName } from '../core/authoring/addName';
import { namePlaces, sourcePlaces } from '../core/authoring/yamlPlaces';
import { listTopicFiles } from '../core/format/listTopicFiles';
import { buffersOf, type DossierParcel } from '../core/pack/parts';
import type { WorkerAnswer, WorkerMethod, WorkerRequest, WorkerTable } from '../protocol/worker';
import { Dossiers } from './dossiers';
import { compileLibraryFinder } from './libraryFinder';
import { encodeLibrarySearch } from './librarySearch';

/**
 * The worker's side: a web worker's, which the Node host's bootstrap imitates in a worker thread. It does what would
 * hold up the extension host, and nothing else: it has no access to files or to VS Code.
 */
declare const self: {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage(message: WorkerAnswer, transfer?: readonly ArrayBuffer[]): void;
};

const dossiers = new Dossiers();
const importing = () => import('./importing');

const methods: {
  readonly [M in WorkerMethod]: (
    request: WorkerTable[M]['request'],
    tell: (share: number) => void,
  ) => WorkerTable[M]['answer'] | Promise<WorkerTable[M]['answer']>;
} = {
  read: (request, tell) => dossiers.read(request, tell),
  resume: (request) => dossiers.resume(request),
  compileFinder: (request) => compileLibraryFinder(request),
  encodeSearch: (request) => encodeLibrarySearch(request),
  listTopics: (manifest) => listTopicFiles(manifest),
  entryPlaces: ({ of, text }) => (of === 'names' ? namePlaces(text) : sourcePlaces(text)),
  addName: ({ text, name }) => addName(text, name),
  addFact: ({ text, fact }) => addFact(text, fact),
  readSource: async ({ fileName, bytes }) => (await importing()).readSource(fileName, bytes),
  detectFormat: async ({ text, fileName }) => (await importing()).detectFormat(text, fileName),
  importArticle: async (request) => (await importing()).importArticle(request),
  chooseNames: async ({ names, choice }) => (await importing()).chooseNames(names, choice),
  mergeNames: async ({ names, merged, into }) => (await importing()).mergeNames(names, merged, into),
  dossierId: async (title) => (await importing()).dossierId(title),
  writeDossier: async ({ article, names, options }) =>
    (await importing()).writeDossier(article, names, options),
  forget: (folder) => dossiers.forget(folder),
};

self.onmessage = ({ data }) => {
  void answer(data);
};

async function answer<M extends WorkerMethod>({ id, method, request }: WorkerRequest<M>): Promise<void> {
  try {
    const given = await methods[method](request, progressTeller(id));
    self.postMessage({ id, answer: given }, transferable(given));
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** How often progress is told. */
const TELL_MS = 100;

function progressTeller(id: number): (share: number) => void {
  let toldMs = performance.now();
  return (progress) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < TELL_MS) return;
    toldMs = nowMs;
    self.postMessage({ id, progress });
  };
}

/** The buffers of an answer, which the worker gives away instead of copying them. */
function transferable(given: unknown): ArrayBuffer[] {
  if (given instanceof ArrayBuffer) return [given];
  if (typeof given !== 'object' || given === null || !('parcel' in given) || !given.parcel) return [];
  return buffersOf(given.parcel as DossierParcel);
}
