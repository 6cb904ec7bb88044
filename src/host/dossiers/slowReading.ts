import * as vscode from 'vscode';
import type { AskOptions } from '../worker/workerClient';

/** Reading that is over sooner is not worth telling. */
const SLOW_MS = 1_500;

/** Runs `work`; where it takes long, the user sees it and can cancel it. */
export async function showSlowReading(
  what: string,
  work: (options: AskOptions) => Promise<void>,
): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  let share = 0;
  let tell: ((share: number) => void) | undefined;
  const working = work({
    token: source.token,
    onProgress: (now) => {
      share = now;
      tell?.(now);
    },
  });
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Dossier: reading {0}', what),
        cancellable: true,
      },
      (progress, token) => {
        let told = 0;
        tell = (now) => {
          progress.report({ increment: Math.max(0, now - told) * 100 });
          told = Math.max(told, now);
        };
        tell(share);
        token.onCancellationRequested(() => source.cancel());
        // What went wrong is told by whoever asked.
        return working.catch(() => undefined);
      },
    );
  }, SLOW_MS);
  try {
    await working;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
