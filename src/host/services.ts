import type * as vscode from 'vscode';
import type { CardService } from './cardService';
import type { IdsAtPositions } from './idsAtPositions';
import type { LibraryService } from './libraryService';
import type { Log } from './log';
import type { MentionService } from './mentionService';
import type { SearchService } from './searchService';
import type { NameChoices } from './nameChoices';
import type { PinService } from './pinService';
import type { ReadingPlace } from './readingPlace';
import type { WorkerClient } from './worker/workerClient';

/** What features are given. Built once in extension.ts; features know nothing of each other. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly worker: WorkerClient;
  readonly library: LibraryService;
  readonly mentions: MentionService;
  readonly choices: NameChoices;
  readonly cards: CardService;
  readonly search: SearchService;
  readonly readingPlace: ReadingPlace;
  readonly pins: PinService;
  readonly ids: IdsAtPositions;
}
