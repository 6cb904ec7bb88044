import * as vscode from 'vscode';
import type { SearchHit } from '../../core/search/searchIndex';
import { registerCommand, runCommand, type SearchAnswers } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { RecentPicks } from './recentPicks';
import { besideButton, insertButton, searchItem, type SearchItem } from './searchItems';

/** What was picked, and what to do with it. */
interface Choice {
  readonly hit: SearchHit;
  readonly action: 'open' | 'beside' | 'insert';
}

/** Registers the palette search over facts, sections, topics and names. */
export function registerSearch(services: Services): vscode.Disposable {
  const { log, search, context } = services;
  const recent = new RecentPicks(context.globalState);

  return registerCommand('dossier.search', log, async (answers?: SearchAnswers) => {
    const { query = '', accept = false, pickFact = false } = checkAnswers(answers);
    const kinds = pickFact ? (['fact'] as const) : undefined;
    let choice: Choice | undefined;
    if (accept) {
      const [hit] = await search.search(query, { limit: 1, ...(kinds && { kinds }) });
      choice = hit && { hit, action: 'open' };
    } else {
      choice = await pick(services, recent, query, pickFact);
    }
    if (!choice) return undefined;
    const { hit, action } = choice;
    await recent.add(hit);
    if (pickFact) return hit.key;
    if (action === 'insert') await runCommand('dossier.insertFact', hit.key);
    else await runCommand('dossier.open', { kind: hit.kind, key: hit.key, beside: action === 'beside' });
    return hit.key;
  });
}

/** Shows the quick pick and waits for a choice; `undefined` when it was closed without one. */
async function pick(
  { library, search, log }: Services,
  recent: RecentPicks,
  query: string,
  factsOnly: boolean,
): Promise<Choice | undefined> {
  const quickPick = vscode.window.createQuickPick<SearchItem>();
  quickPick.title = factsOnly ? vscode.l10n.t('Dossier: Choose a Fact') : vscode.l10n.t('Dossier: Search');
  quickPick.placeholder = vscode.l10n.t('Names, facts, sections and topics');
  quickPick.matchOnDescription = true;
  quickPick.matchOnDetail = true;
  quickPick.value = query;

  let round = 0;
  const update = async (value: string): Promise<void> => {
    const current = ++round;
    quickPick.busy = true;
    try {
      const items =
        value.trim() === '' ? recentItems(recent, await library.load(), factsOnly) : await found(value);
      // A slower answer to an older query must not replace a newer one.
      if (current !== round) return;
      quickPick.items = items;
    } finally {
      if (current === round) quickPick.busy = false;
    }
  };
  const found = async (value: string): Promise<SearchItem[]> => {
    const hits = await search.search(value, factsOnly ? { kinds: ['fact'] } : {});
    if (hits.length > 0) return hits.map((hit) => searchItem(hit));
    return [{ label: vscode.l10n.t('Nothing matches "{0}".', value), alwaysShow: true }];
  };
  const updateSafely = (value: string): void => {
    update(value).catch((error: unknown) => log.failure('dossier.search', error));
  };

  return new Promise((resolve) => {
    const finish = (hit: SearchHit | undefined, action: Choice['action']): void => {
      if (!hit) return;
      resolve({ hit, action });
      quickPick.hide();
    };
    quickPick.onDidChangeValue(updateSafely);
    quickPick.onDidAccept(() =>
      finish(quickPick.selectedItems[0]?.hit ?? quickPick.activeItems[0]?.hit, 'open'),
    );
    quickPick.onDidTriggerItemButton(({ item, button }) => {
      if (button === insertButton) finish(item.hit, 'insert');
      else if (button === besideButton) finish(item.hit, 'beside');
    });
    quickPick.onDidHide(() => {
      round++;
      resolve(undefined);
      quickPick.dispose();
    });
    updateSafely(query);
    quickPick.show();
  });
}

function recentItems(
  recent: RecentPicks,
  library: Parameters<RecentPicks['hits']>[0],
  factsOnly: boolean,
): SearchItem[] {
  return recent
    .hits(library)
    .filter((hit) => !factsOnly || hit.kind === 'fact')
    .map((hit) => searchItem(hit, true));
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
