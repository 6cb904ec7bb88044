import * as vscode from 'vscode';
import { registerCommand, runCommand } from '../../host/commands';
import { setContextKey } from '../../host/contextKeys';
import { UserError } from '../../host/log';
import { draggingFrom } from '../../host/dragging';
import type { Services } from '../../host/services';
import { ResultsTree, type Found } from './resultsTree';
import { correctionText, nearestText } from './searchRows';

/** Where the workspace's state keeps what is shown, so that it is still there in the next window. */
const QUERY_KEY = 'dossier.resultsQuery';

/** Registers the view of search results, which stays until it is cleared, and its commands. */
export function registerResults(services: Services): vscode.Disposable {
  const { library, log, context } = services;
  const kept = context.workspaceState.get<unknown>(QUERY_KEY);
  const query = typeof kept === 'string' ? kept : '';
  const tree = new ResultsTree(services, query);
  const view = vscode.window.createTreeView('dossier.results', {
    treeDataProvider: tree,
    dragAndDropController: draggingFrom(library),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const show = async (shown: string): Promise<void> => {
    view.message = '';
    view.description = '';
    tree.show(shown);
    setContextKey('dossier.hasResults', shown !== '');
    await context.workspaceState.update(QUERY_KEY, shown === '' ? undefined : shown);
  };
  setContextKey('dossier.hasResults', query !== '');

  return vscode.Disposable.from(
    tree,
    view,
    tree.onDidFind((found) => {
      view.description = description(found);
      view.message = message(found);
    }),
    registerCommand('dossier.showResults', log, async (given?: string) => {
      if (given === undefined) {
        await runCommand('dossier.search');
        return undefined;
      }
      if (typeof given !== 'string' || given.trim() === '') {
        throw new UserError(vscode.l10n.t('dossier.showResults takes a query as text.'));
      }
      await show(given.trim());
      const found = await tree.found();
      await vscode.commands.executeCommand('dossier.results.focus');
      // A view that only just opens has no rows yet that could take the focus; once they are there, they get it.
      const first = found?.groups[0];
      if (first) {
        await view.reveal(first, { focus: true, select: false });
        await vscode.commands.executeCommand('dossier.results.focus');
      }
      return found?.result.count;
    }),
    registerCommand('dossier.clearResults', log, () => show('')),
    registerCommand('dossier.exportResults', log, async (answers = {}) => {
      const found = await tree.found();
      const keys = found?.result.hits.flatMap(({ kind, key }) => (kind === 'fact' ? [key] : [])) ?? [];
      if (!found || keys.length === 0) {
        throw new UserError(
          vscode.l10n.t('There are no facts among the search results. Search for some, then export them.'),
        );
      }
      return runCommand('dossier.export', { ...answers, what: { kind: 'facts', title: found.query, keys } });
    }),
  );
}

function description({ query, result }: Found): string {
  // The number first: a narrow sidebar cuts the end off.
  return `${result.count} · ${query}`;
}

/** What is to be known about results beside their number. */
function message({ library, result }: Found): string {
  const { hits, count, isComplete, corrections } = result;
  const said = [
    isComplete || hits.length === 0 ? '' : nearestText(library.shelves.length),
    correctionText(corrections),
    count > hits.length ? vscode.l10n.t('The first {0} are shown.', hits.length) : '',
  ];
  return said.filter((text) => text !== '').join(' · ');
}
