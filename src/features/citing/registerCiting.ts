import * as vscode from 'vscode';
import { registerCommand, type TargetOrKey } from '../../host/commands';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';
import { WorkerClient } from '../../host/worker/workerClient';
import type { CitingWorkerTable } from '../../protocol/citingWorker';
import { LastEditor } from './lastEditor';
import type { Citing } from './lazy/citing';

/**
 * Registers what puts facts and citations into a text. The code is loaded at its first use; citation-js runs in a worker
 * of its own that starts then.
 */
export function registerCiting(services: Services): vscode.Disposable {
  const { context, log } = services;
  const worker = new WorkerClient<CitingWorkerTable>(context.extensionUri, undefined, 'citing.js');
  const lastEditor = new LastEditor();
  let made: Promise<Citing> | undefined;
  const citing = (): Promise<Citing> => {
    made ??= import('./lazy/citing').then((module) => new module.Citing(services, worker, lastEditor));
    return made;
  };
  let completion = registerFactCompletion(citing);
  return vscode.Disposable.from(
    worker,
    lastEditor,
    registerCommand('dossier.insertFact', log, async (target?: TargetOrKey) =>
      (await citing()).insert('fact', target),
    ),
    registerCommand('dossier.insertCitation', log, async (target?: TargetOrKey) =>
      (await citing()).insert('citation', target),
    ),
    registerCommand('dossier.addToBibliography', log, async (target?: TargetOrKey, isCited?: boolean) =>
      // Menus of views give what else is selected there.
      (await citing()).addToBibliography(target, isCited === true),
    ),
    registerCommand('dossier.insertSources', log, async () => (await citing()).insertSources()),
    // The character that opens the list is told when the provider is registered.
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('dossier.citation.trigger')) return;
      completion.dispose();
      completion = registerFactCompletion(citing);
    }),
    { dispose: () => void completion.dispose() },
  );
}

/** Offers facts behind the trigger of the settings. */
function registerFactCompletion(citing: () => Promise<Citing>): vscode.Disposable {
  const trigger = readSetting('citation.trigger');
  if (trigger === '') return vscode.Disposable.from();
  return vscode.languages.registerCompletionItemProvider(
    '*',
    {
      provideCompletionItems: async (document, position, token) => {
        const before = document.lineAt(position).text.slice(0, position.character);
        const start = before.lastIndexOf(trigger);
        if (start < 0 || !/^[\p{L}\p{M}\p{N} '’-]{0,40}$/u.test(before.slice(start + trigger.length))) {
          return undefined;
        }
        const range = new vscode.Range(position.with({ character: start }), position);
        return (await citing()).complete({ document, range, trigger }, token);
      },
    },
    trigger.slice(-1),
  );
}
