import * as vscode from 'vscode';
import { registerCommand, runCommand, type SearchAnswers } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import type { SearchBox } from './lazy/searchBox';
import { RecentSearches } from './recentSearches';
import { registerResults } from './registerResults';

/** Registers the palette search over facts, sections, topics and names, and the keys that work while it is open. */
export function registerSearch(services: Services): vscode.Disposable {
  const { log, search, context } = services;
  const recent = new RecentSearches(context.globalState);
  let open: SearchBox | undefined;

  return vscode.Disposable.from(
    registerCommand('dossier.search', log, async (answers?: SearchAnswers) => {
      const { query = '', accept = false, pickFact = false } = checkAnswers(answers);
      if (accept) {
        const kinds = pickFact ? (['fact'] as const) : undefined;
        const [hit] = await search.search(query, { limit: 1, ...(kinds && { kinds }) });
        if (!hit) return undefined;
        await recent.addPick(hit);
        if (!pickFact) await runCommand('dossier.open', { kind: hit.kind, key: hit.key });
        return hit.key;
      }
      const { SearchBox } = await import('./lazy/searchBox');
      const box = new SearchBox(services, recent, { query, factsOnly: pickFact });
      open = box;
      const choice = await box.choose();
      if (open === box) open = undefined;
      // What is opened stays in the preview's reader; all else takes it away.
      if (choice?.action !== 'open' && choice?.action !== 'beside') await runCommand('dossier.preview');
      if (!choice) return undefined;
      await recent.addQuery(choice.query);
      if (choice.action === 'showAll') {
        await runCommand('dossier.showResults', choice.query);
        return undefined;
      }
      const { hit, action } = choice;
      await recent.addPick(hit);
      if (pickFact) return hit.key;
      if (action === 'insert') await runCommand('dossier.insertFact', hit.key);
      else if (action === 'cite') await runCommand('dossier.insertCitation', hit.key);
      else await runCommand('dossier.open', { kind: hit.kind, key: hit.key, beside: action === 'beside' });
      return hit.key;
    }),
    registerCommand('dossier.searchInsert', log, () => {
      open?.insert();
      return Promise.resolve();
    }),
    registerCommand('dossier.searchPreview', log, () => {
      open?.togglePreview();
      return Promise.resolve();
    }),
    registerCommand('dossier.searchShowAll', log, () => {
      open?.showAll();
      return Promise.resolve();
    }),
    registerResults(services),
  );
}

/** @throws {UserError} where a script gave something else than {@link SearchAnswers}. */
function checkAnswers(answers: unknown): SearchAnswers {
  if (answers === undefined || answers === null) return {};
  const { query, accept, pickFact } =
    typeof answers === 'object' ? (answers as Record<keyof SearchAnswers, unknown>) : {};
  const isGood =
    typeof answers === 'object' &&
    (query === undefined || typeof query === 'string') &&
    (accept === undefined || typeof accept === 'boolean') &&
    (pickFact === undefined || typeof pickFact === 'boolean');
  if (!isGood) {
    throw new UserError(
      vscode.l10n.t('dossier.search takes { query?: string, accept?: boolean, pickFact?: boolean }.'),
    );
  }
  return answers;
}
