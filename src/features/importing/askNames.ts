import * as vscode from 'vscode';
import type { NameKind } from '../../core/model';
import type { ProposedName } from '../../core/importing/names/proposedName';
import type { WorkerClient } from '../../host/worker/workerClient';

interface NameItem extends vscode.QuickPickItem {
  readonly name: ProposedName;
}

function kindLabel(kind: NameKind): string {
  switch (kind) {
    case 'person':
      return vscode.l10n.t('person');
    case 'organisation':
      return vscode.l10n.t('organisation');
    case 'place':
      return vscode.l10n.t('place');
    case 'event':
      return vscode.l10n.t('event');
    case 'work':
      return vscode.l10n.t('work');
    case 'concept':
      return vscode.l10n.t('concept');
  }
}

function itemOf(name: ProposedName): NameItem {
  const aliases = name.aliases.map(({ text }) => text).join(', ');
  const times = name.count === 1 ? vscode.l10n.t('once') : vscode.l10n.t('{0} times', name.count);
  return {
    label: name.label,
    description: [
      kindLabel(name.kind),
      times,
      ...(aliases === '' ? [] : [vscode.l10n.t('also {0}', aliases)]),
    ].join(' · '),
    detail: name.example,
    buttons: [
      { iconPath: new vscode.ThemeIcon('merge'), tooltip: vscode.l10n.t('Merge into another name…') },
    ],
    name,
  };
}

/** Lets the user keep, merge or drop the proposed names. `undefined` where the import is to stop. */
export async function askNames(
  proposed: readonly ProposedName[],
  worker: WorkerClient,
): Promise<readonly ProposedName[] | undefined> {
  let names = proposed;
  let kept = new Set(names.filter((name) => name.isKept).map(({ id }) => id));
  for (;;) {
    const answer = await pickNames(names, kept);
    if (!answer?.merge) return answer?.kept;
    kept = new Set(answer.kept.map(({ id }) => id));
    const into = await pickTarget(names, answer.merge);
    if (!into) continue;
    names = await worker.ask('mergeNames', { names, merged: answer.merge.id, into: into.id });
    kept.add(into.id);
  }
}

interface Answer {
  readonly kept: readonly ProposedName[];
  /** The name whose button was pressed. */
  readonly merge?: ProposedName;
}

function pickNames(names: readonly ProposedName[], kept: ReadonlySet<string>): Promise<Answer | undefined> {
  const pick = vscode.window.createQuickPick<NameItem>();
  pick.title = vscode.l10n.t('Import Article: names');
  pick.placeholder = vscode.l10n.t('Which names are facts to be found by? Take the tick off those to drop.');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = names.map(itemOf);
  pick.selectedItems = pick.items.filter((item) => kept.has(item.name.id));
  return new Promise((resolve) => {
    const end = (answer: Answer | undefined): void => {
      resolve(answer);
      pick.dispose();
    };
    const chosen = (): ProposedName[] => {
      const ids = new Set(pick.selectedItems.map((item) => item.name.id));
      return names.filter((name) => ids.has(name.id));
    };
    pick.onDidAccept(() => end({ kept: chosen() }));
    pick.onDidTriggerItemButton(({ item }) => end({ kept: chosen(), merge: item.name }));
    pick.onDidHide(() => end(undefined));
    pick.show();
  });
}

async function pickTarget(
  names: readonly ProposedName[],
  merged: ProposedName,
): Promise<ProposedName | undefined> {
  const items = names
    .filter(({ id }) => id !== merged.id)
    .map((name) => ({ label: name.label, description: kindLabel(name.kind), name }));
  const placeHolder = vscode.l10n.t('"{0}" becomes an alias of …', merged.label);
  return (await vscode.window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.name;
}
