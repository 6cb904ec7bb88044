import * as vscode from 'vscode';
import { keyOf, registerCommand, runCommand, type TargetOrKey } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import { pathTo, readPath } from './links';

/**
 * Registers addresses that open facts: what copies one, and what follows one. An address must open the fact tomorrow and
 * for somebody else, so it does not go through `asExternalUri`, which binds it to this window.
 */
export function registerLinks({ context, library, log, readingPlace }: Services): vscode.Disposable {
  const authority = context.extension.id.toLowerCase();
  return vscode.Disposable.from(
    registerCommand('dossier.copyFactLink', log, async (target?: TargetOrKey) => {
      const read = readingPlace.current?.kind === 'fact' ? readingPlace.current.key : undefined;
      const key = target === undefined ? read : keyOf(target);
      const asked = key ?? (await runCommand('dossier.search', { pickFact: true }));
      if (asked === undefined) return undefined;
      const fact = (await library.loadFor(asked)).fact(asked);
      if (!fact) throw new UserError(vscode.l10n.t('No loaded dossier holds "{0}".', asked));
      const scheme = vscode.env.uriScheme;
      const link = vscode.Uri.from({ scheme, authority, path: pathTo({ kind: 'fact', key: fact.key }) });
      await vscode.env.clipboard.writeText(link.toString());
      vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied.'), 3000);
      return link.toString();
    }),

    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const target = readPath(uri.path);
        if (target) await runCommand('dossier.open', target);
        else void vscode.window.showErrorMessage(vscode.l10n.t('This address opens nothing in Dossier.'));
      },
    }),
  );
}
