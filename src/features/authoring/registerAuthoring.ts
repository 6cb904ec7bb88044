import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import { registerCodeActions } from './codeActions';
import { registerKindCompletion } from './kindCompletion';

/** The files of dossiers, by what they are called. */
const DOSSIER_FILES: vscode.DocumentSelector = {
  pattern: '**/{topics/*.md,names.yaml,dossier.yaml}',
};

/** Registers what helps to write one's own dossier: making one, adding to it from any text, and ids in its files. */
export function registerAuthoring(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand('dossier.newDossier', log, async (answers) =>
      (await import('./lazy/writing')).newDossierCommand(services, answers),
    ),
    registerCommand('dossier.addName', log, async (answers) =>
      (await import('./lazy/writing')).addNameCommand(services, answers),
    ),
    registerCommand('dossier.addFact', log, async (answers) =>
      (await import('./lazy/writing')).addFactCommand(services, answers),
    ),
    registerCodeActions(),
    registerKindCompletion(),
    new IdProviders(services),
  );
}

/** Registers the completion and navigation of ids when the first file of a dossier is opened: few sessions need them. */
class IdProviders extends Disposable {
  private isAsked = false;

  constructor(private readonly services: Services) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.see(document)));
    for (const document of vscode.workspace.textDocuments) this.see(document);
  }

  private see(document: vscode.TextDocument): void {
    if (this.isAsked || vscode.languages.match(DOSSIER_FILES, document) === 0) return;
    this.isAsked = true;
    import('./lazy/writing').then(
      ({ registerIdNavigation, registerTopicCompletion }) => {
        this.register(registerTopicCompletion(this.services));
        this.register(registerIdNavigation(this.services));
      },
      (error: unknown) => this.services.log.failure('dossier.authoring', error),
    );
  }
}
