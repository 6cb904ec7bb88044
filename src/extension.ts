import type * as vscode from 'vscode';
import type { DossierApi } from '../docs/dossier-api';
import { createApi } from './features/api/createApi';
import { registerDossiers } from './features/dossiers/registerDossiers';
import { registerAuthoring } from './features/authoring/registerAuthoring';
import { registerCiting } from './features/citing/registerCiting';
import { registerExport } from './features/export/registerExport';
import { registerFacts } from './features/facts/registerFacts';
import { registerHover } from './features/hover/registerHover';
import { registerMentions } from './features/mentions/registerMentions';
import { registerNavigate } from './features/navigate/registerNavigate';
import { registerCompletion } from './features/completion/registerCompletion';
import { registerDecorations } from './features/decorations/registerDecorations';
import { registerDocumentNames } from './features/documentNames/registerDocumentNames';
import { registerImporting } from './features/importing/registerImporting';
import { registerIgnore } from './features/ignore/registerIgnore';
import { registerChoose } from './features/ignore/registerChoose';
import { registerNearMisses } from './features/nearMisses/registerNearMisses';
import { registerPins } from './features/pins/registerPins';
import { registerReader } from './features/reader/registerReader';
import { registerSearch } from './features/search/registerSearch';
import { registerTree } from './features/tree/registerTree';
import { CardService } from './host/cardService';
import { registerCommand } from './host/commands';
import { PackCache } from './host/dossiers/packCache';
import { WorkspaceMemory } from './host/dossiers/workspaceMemory';
import { IdsAtPositions } from './host/idsAtPositions';
import { LibraryFinder } from './host/libraryFinder';
import { LibraryService } from './host/libraryService';
import { Log } from './host/log';
import { MentionService } from './host/mentionService';
import { NameChoices } from './host/nameChoices';
import { PinService } from './host/pinService';
import { usePlatform, type Platform } from './host/platform/platform';
import { ReadingPlace } from './host/readingPlace';
import { SearchService } from './host/searchService';
import type { Services } from './host/services';
import { WorkerClient } from './host/worker/workerClient';

/** Builds the services and registers the features. Nothing loads before it is used. */
export function activate(context: vscode.ExtensionContext, host?: Platform): DossierApi {
  if (host) usePlatform(host);
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(new Log());
  const worker = own(new WorkerClient(context.extensionUri));
  const cache = new PackCache(context.globalStorageUri, log);
  const memory = new WorkspaceMemory(cache);
  const library = own(new LibraryService(context.extensionUri, worker, cache, memory, log));
  const choices = own(new NameChoices(context.workspaceState));
  const mentions = own(new MentionService(library, choices, new LibraryFinder(worker, cache, memory)));
  const services: Services = {
    context,
    log,
    worker,
    library,
    mentions,
    choices,
    cards: new CardService(library, mentions),
    search: own(new SearchService(library, worker, cache)),
    readingPlace: own(new ReadingPlace()),
    pins: own(new PinService(context.globalStorageUri, library, log)),
    ids: new IdsAtPositions(),
  };
  own(registerTree(services));
  own(registerDossiers(services));
  own(registerReader(services));
  own(registerHover(services));
  own(registerSearch(services));
  own(registerFacts(services));
  own(registerCiting(services));
  own(registerPins(services));
  own(registerMentions(services));
  own(registerNavigate(services));
  own(registerCompletion(services));
  own(registerDecorations(services));
  own(registerDocumentNames(services));
  own(registerIgnore(services));
  own(registerChoose(services));
  own(registerNearMisses(services));
  own(registerAuthoring(services));
  own(registerImporting(services));
  own(registerExport(services));
  own(
    registerCommand('dossier.showLog', log, () => {
      log.show();
      return Promise.resolve();
    }),
  );
  return createApi(services);
}
