import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filesBelow } from './files';

interface Command {
  readonly command: string;
  readonly title: string;
}
interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly { command: string }[]>>;
    readonly keybindings: readonly { command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { default: unknown }>> };
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const sources = filesBelow('src', '.ts').map((file) => readFileSync(file, 'utf8'));
const source = sources.join('\n');

/** The keys of one of the typed tables in host/. */
function tableKeys(file: string, table: string): string[] {
  const body =
    new RegExp(`interface ${table} \\{([^]*?)\\n\\}`, 'u').exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return [...body.matchAll(/^ {2}'?([\w.]+)'?\??:/gmu)].map((match) => match[1]!).sort();
}

describe('The manifest', () => {
  it('contributes each command of the table and no other', () => {
    const contributed = manifest.contributes.commands.map((command) => command.command).sort();
    assert.deepEqual(contributed, tableKeys('src/host/commands.ts', 'CommandTable'));
  });

  it('contributes only commands that are registered', () => {
    for (const { command } of manifest.contributes.commands) {
      assert.match(
        source,
        new RegExp(`registerCommand\\(\\s*'${command.replace('.', '\\.')}'`, 'u'),
        command,
      );
    }
  });

  it('names only contributed commands in menus and keybindings', () => {
    const known = new Set(manifest.contributes.commands.map((command) => command.command));
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    assert.deepEqual(
      used.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('contributes each setting of the table and no other', () => {
    const contributed = Object.keys(manifest.contributes.configuration.properties)
      .map((key) => key.replace(/^dossier\./u, ''))
      .sort();
    assert.deepEqual(contributed, tableKeys('src/host/settings.ts', 'SettingTable'));
  });

  it('has a string for each placeholder and no string without one', () => {
    const used = [...new Set([...text.matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1]!))].sort();
    assert.deepEqual(used, Object.keys(strings).sort());
  });

  it('is checked against the API of the oldest VS Code that it supports', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('never activates at once, and runs in restricted and virtual workspaces', () => {
    assert.ok(!manifest.activationEvents.includes('*'));
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  it('registers each view it contributes', () => {
    for (const { id } of Object.values(manifest.contributes.views).flat()) {
      assert.ok(source.includes(`'${id}'`), id);
    }
  });

  it('comes with lock files that carry no download addresses', () => {
    for (const file of filesBelow('test', 'package-lock.json').concat('package-lock.json')) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /"resolved": "https?:/u, file);
    }
  });
});
