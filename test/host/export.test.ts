import * as vscode from 'vscode';
import { equal, match, ok } from './support/assert';
import { dossierApi } from './support/dossier';

const key = (id: string): string => `france-north-korea/${id}`;
const scratch = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `export-test-${name}`);
const run = (answers: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('dossier.export', answers);
const textOf = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));

describe('The export', () => {
  const made: vscode.Uri[] = [];
  const target = (name: string): vscode.Uri => {
    const uri = scratch(name);
    made.push(uri);
    return uri;
  };
  before(async () => {
    await dossierApi();
  });
  after(async () => {
    for (const uri of made) {
      try {
        await vscode.workspace.fs.delete(uri);
      } catch {
        // A test that failed has not written it.
      }
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('writes a topic, a name and a dossier to files in each format, with sources and licences', async () => {
    const [topic] = await (await dossierApi()).topics();
    const subjects = [
      { kind: 'topic', key: key(topic!.id) },
      { kind: 'name', key: key('jack-lang') },
      { kind: 'dossier', key: 'france-north-korea' },
    ] as const;
    for (const what of subjects) {
      for (const [format, begin] of [
        ['markdown', /^# /u],
        ['html', /^<!doctype html>/u],
        ['csv', /^\uFEFFkind,/u],
        ['json', /^\{\n {2}"format": "dossier-export"/u],
      ] as const) {
        const uri = target(`${what.kind}.${format}`);
        equal((await run({ what, format, target: uri }))?.toString(), uri.toString());
        const text = await textOf(uri);
        match(text, begin);
        match(text, /CC-BY-SA-4\.0/u);
      }
    }
  });

  it('takes what a menu of a view gives, and opens a new document', async () => {
    const uri = await run({
      what: { kind: 'name', key: key('jack-lang') },
      format: 'markdown',
      to: 'document',
    });
    equal(uri?.scheme, 'untitled');
    const document = await vscode.workspace.openTextDocument(uri!);
    equal(document.languageId, 'markdown');
    match(document.getText(), /^# Jack Lang\n/u);
  });

  it('exports the facts of a search by their keys', async () => {
    const facts = await (await dossierApi()).facts('jack-lang');
    const keys = facts.slice(0, 2).map(({ id }) => key(id));
    const what = { kind: 'facts', title: 'Found', keys: [...keys, key('gone')] };
    const uri = await run({ what, format: 'json', to: 'document' });
    const json = JSON.parse((await vscode.workspace.openTextDocument(uri!)).getText()) as {
      entries: { key: string }[];
    };
    equal(json.entries.map((entry) => entry.key).join(), keys.join());
  });

  it('writes what the search view shows in each format, with sources and licences', async () => {
    const count = await vscode.commands.executeCommand<number>('dossier.showResults', 'kind:fact million');
    ok(count > 1, String(count));
    for (const [format, facts] of [
      ['markdown', /^- /gmu],
      ['html', /<li[^>]*>[^<]*million/gu],
      ['csv', /^fact,/gmu],
      ['json', /"kind":"fact"/gu],
    ] as const) {
      const uri = target(`search.${format}`);
      const written = await vscode.commands.executeCommand<vscode.Uri>('dossier.exportResults', {
        format,
        target: uri,
      });
      equal(written.toString(), uri.toString());
      const text = await textOf(uri);
      match(text, /kind:fact million|^\uFEFFkind,/u);
      match(text, /CC-BY-SA-4\.0/u);
      // Markdown lists the sources and dossiers with bullets too.
      equal(text.match(facts)?.length, format === 'markdown' ? count + 2 : count, format);
    }
    await vscode.commands.executeCommand('dossier.clearResults');
  });

  it('does not replace a file unless it is told to', async () => {
    const uri = target('kept.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('mine'));
    const what = { kind: 'name', key: key('jack-lang') };
    equal(await run({ what, format: 'markdown', target: uri, overwrite: false }), undefined);
    equal(await textOf(uri), 'mine');
    ok(await run({ what, format: 'markdown', target: uri, overwrite: true }));
    match(await textOf(uri), /^# Jack Lang/u);
  });

  it('refuses what it cannot do, and writes nothing', async () => {
    const uri = scratch('nothing.md');
    equal(
      await run({ what: { kind: 'topic', key: key('nothing') }, format: 'markdown', target: uri }),
      undefined,
    );
    equal(await run({ what: { kind: 'planet' }, format: 'markdown', target: uri }), undefined);
    equal(
      await run({ what: { kind: 'name', key: key('jack-lang') }, format: 'docx', target: uri }),
      undefined,
    );
    const found = await vscode.workspace.findFiles('export-test-nothing.md');
    equal(found.length, 0);
  });
});
