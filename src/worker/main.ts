import { addFact } from '../core/authoring/addFact';
import { addName } from '../core/authoring/addName';
import { namePlaces, sourcePlaces } from '../core/authoring/yamlPlaces';
import { listTopicFiles } from '../core/format/listTopicFiles';
import type { WorkerTable } from '../protocol/worker';
import { Dossiers } from './dossiers';
import { compileLibraryFinder } from './libraryFinder';
import { encodeLibrarySearch } from './librarySearch';
import { serve } from './serve';

const dossiers = new Dossiers();
const importing = () => import('./importing');

serve<WorkerTable>({
  read: (request, tell) => dossiers.read(request, tell),
  resume: (request) => dossiers.resume(request),
  finderOf: (folder) => dossiers.finderOf(folder),
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
});
