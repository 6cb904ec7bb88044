import * as vscode from 'vscode';
import { Disposable } from './disposable';

/** An error whose message is written for the user: it says what is wrong and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The "Dossier" output channel, and the sentence a user sees when something failed. */
export class Log extends Disposable {
  private made: vscode.LogOutputChannel | undefined;

  /** Made at the first line: a channel has a file behind it, which start-up need not wait for. */
  private get channel(): vscode.LogOutputChannel {
    this.made ??= this.register(vscode.window.createOutputChannel('Dossier', { log: true }));
    return this.made;
  }

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  error(message: string): void {
    this.channel.error(message);
  }

  show(): void {
    this.channel.show(true);
  }

  /** Logs why `what` failed and tells the user, without waiting for an answer. */
  failure(what: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.channel.error(`${what}: ${error instanceof Error ? (error.stack ?? message) : message}`);
    const showLog = vscode.l10n.t('Show Log');
    const shown =
      // By its name: code that is loaded later has a class of its own.
      error instanceof Error && error.name === 'UserError'
        ? message
        : vscode.l10n.t('Dossier: {0} failed: {1}', what, message);
    void vscode.window.showErrorMessage(shown, showLog).then((chosen) => {
      if (chosen === showLog) this.show();
    });
  }
}
