import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import type { Services } from '../../host/services';
import { addFactCommand } from './addFactCommand';
import { addNameCommand } from './addNameCommand';
import { registerCodeActions } from './codeActions';
import { registerIdNavigation } from './idNavigation';
import { registerKindCompletion } from './kindCompletion';
import { newDossierCommand } from './newDossierCommand';
import { registerTopicCompletion } from './topicCompletion';

/** Registers what helps to write one's own dossier: making one, adding to it from any text, and ids in its files. */
export function registerAuthoring(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand('dossier.newDossier', log, (answers) => newDossierCommand(services, answers)),
    registerCommand('dossier.addName', log, (answers) => addNameCommand(services, answers)),
    registerCommand('dossier.addFact', log, (answers) => addFactCommand(services, answers)),
    registerCodeActions(),
    registerTopicCompletion(services),
    registerKindCompletion(),
    registerIdNavigation(services),
  );
}
