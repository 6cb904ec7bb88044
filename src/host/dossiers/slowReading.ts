import * as vscode from 'vscode';

/** Reading that is over sooner is not worth telling. */
const SLOW_MS = 1_500;

/** Runs `work`; where it takes long, the user sees it and can cancel it. */
export async function showSlowReading(
  what: string,
  work: (token: vscode.CancellationToken) => Promise<void>,
): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  const working = work(source.token);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Dossier: reading {0}', what),
        cancellable: true,
      },
      (_progress, token) => {
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
