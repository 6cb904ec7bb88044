import * as vscode from 'vscode';
import { deepEqual, ok } from './support/assert';

describe('Dossier in an extension host', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('dossier.dossier');
    ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    ok(extension.isActive, 'the extension is not active');
  });

  it('registers every command that its manifest contributes', async () => {
    const extension = vscode.extensions.getExtension('dossier.dossier')!;
    await extension.activate();
    const manifest = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    ok(contributed.length > 0, 'the manifest contributes no command');
    const registered = new Set(await vscode.commands.getCommands(true));
    deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
