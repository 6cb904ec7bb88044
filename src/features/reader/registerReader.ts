import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import type { Services } from '../../host/services';
import type { Reading } from './lazy/reading';
import { registerLinks } from './registerLinks';
import { READER_VIEW_TYPE } from './viewType';

/**
 * Registers the reader: its commands, its addresses, and its panels' return after a reload of the window. The reader itself
 * is loaded when one of them is used.
 */
export function registerReader(services: Services): vscode.Disposable {
  const { log } = services;
  let loading: Promise<Reading> | undefined;
  let reading: Reading | undefined;
  let isDisposed = false;
  const read = (): Promise<Reading> =>
    (loading ??= import('./lazy/reading').then((module) => {
      reading = new module.Reading(services);
      if (isDisposed) reading.panels.dispose();
      return reading;
    }));

  const step = (by: 'previous' | 'next'): Promise<void> => {
    reading?.panels.current?.step(by);
    return Promise.resolve();
  };

  return vscode.Disposable.from(
    {
      dispose: () => {
        isDisposed = true;
        reading?.panels.dispose();
      },
    },
    vscode.window.registerWebviewPanelSerializer(READER_VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, kept) => (await read()).panels.restore(panel, kept),
    }),
    registerCommand('dossier.preview', log, async (target?: unknown) =>
      // Without a reader there is no preview to end.
      target === undefined && !reading ? false : (await read()).preview(target),
    ),
    registerCommand('dossier.open', log, async (target?: unknown) => (await read()).open(target, false)),
    registerCommand('dossier.openToSide', log, async (target?: unknown) => (await read()).open(target, true)),
    registerCommand('dossier.showTimeline', log, async (target?: unknown) =>
      (await read()).showTimeline(target),
    ),
    registerCommand('dossier.showFigures', log, async (target?: unknown) =>
      (await read()).showFigures(target),
    ),
    registerCommand('dossier.goBack', log, async () => reading?.panels.current?.travel('back')),
    registerCommand('dossier.goForward', log, async () => reading?.panels.current?.travel('forward')),
    registerCommand('dossier.previousSection', log, () => step('previous')),
    registerCommand('dossier.nextSection', log, () => step('next')),
    registerLinks(services),
  );
}
