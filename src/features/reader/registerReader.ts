import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { registerCommand, type OpenTarget } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { TARGET_KINDS } from '../../protocol/address';
import { registerLinks } from './registerLinks';
import { ReaderPanels } from './readerPanels';
import { registerChartCommands } from './chartCommands';
import { addressOf, isOpenTarget, pageOf } from './targets';

/** Registers the reader: its commands, its addresses, and its panels' return after a reload of the window. */
export function registerReader(services: Services): vscode.Disposable {
  const { library, log } = services;
  const panels = new ReaderPanels(services);

  const open = async (argument: unknown, toSide: boolean): Promise<boolean> => {
    const loaded = await library.loadFor(isOpenTarget(argument) ? argument.key : undefined);
    const target = argument ?? (await pickTopic(loaded));
    if (target === undefined) return false;
    if (!isOpenTarget(target)) {
      throw new UserError(
        vscode.l10n.t(
          'What to open is written {0}.',
          `{ "kind": ${TARGET_KINDS.map((kind) => `"${kind}"`).join(' | ')}, "key": "<dossier>/…" }`,
        ),
      );
    }
    // What is not there gets a page that says so and offers what is near.
    return panels.open(pageOf(loaded, target), toSide || target.beside === true);
  };

  const step = (by: 'previous' | 'next'): Promise<void> => {
    panels.current?.step(by);
    return Promise.resolve();
  };

  const preview = async (argument: unknown): Promise<boolean> => {
    if (!isOpenTarget(argument)) {
      panels.endPreview();
      return false;
    }
    const address = addressOf(await library.loadFor(argument.key), argument);
    return address !== undefined && panels.preview(address);
  };

  return vscode.Disposable.from(
    panels,
    registerCommand('dossier.preview', log, preview),
    registerCommand('dossier.open', log, (target?: unknown) => open(target, false)),
    registerCommand('dossier.openToSide', log, (target?: unknown) => open(target, true)),
    registerCommand('dossier.goBack', log, async () => panels.current?.travel('back')),
    registerCommand('dossier.goForward', log, async () => panels.current?.travel('forward')),
    registerCommand('dossier.previousSection', log, () => step('previous')),
    registerCommand('dossier.nextSection', log, () => step('next')),
    registerLinks(services),
    registerChartCommands(services, (address) => panels.open(address, false)),
  );
}

async function pickTopic(library: Library): Promise<OpenTarget | undefined> {
  const isOnly = library.dossiers.length === 1;
  const items = library.dossiers.flatMap((dossier) =>
    dossier.topics.map((topic) => ({
      label: topic.title,
      detail: topic.summary,
      ...(!isOnly && { description: dossier.title }),
      iconPath: new vscode.ThemeIcon('book'),
      key: topic.key,
    })),
  );
  if (items.length === 0) {
    throw new UserError(vscode.l10n.t('No dossier is loaded. The log says what could not be read.'));
  }
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which topic do you want to read?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && { kind: 'topic', key: picked.key };
}
