import * as vscode from 'vscode';
import { instead, warnings } from './support/answering';
import { deepEqual, equal, match, ok, rejects } from './support/assert';
import {
  cardsOnHover,
  dossierApi,
  eventually,
  positionOf,
  until,
  untitled,
  withSetting,
} from './support/dossier';

const key = (id: string): string => `france-north-korea/${id}`;
const fact = (id: string) => ({ kind: 'fact', key: key(id) });
const file = (): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '.vscode', 'dossier-pins.json');
const run = <T>(command: string, ...given: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`dossier.${command}`, ...given);

interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly text?: string;
  readonly title?: string;
  readonly place?: string;
  readonly folder?: string;
  readonly note?: readonly string[];
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function entries(): Promise<readonly Entry[]> {
  return (JSON.parse(await textOf(file())) as { pins: readonly Entry[] }).pins;
}

async function ids(): Promise<string> {
  return (await entries()).map((entry) => entry.key.replace('france-north-korea/', '')).join(' ');
}

async function write(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
}

async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true });
  } catch {
    // It is not there.
  }
}

/** Saves a document; again where VS Code saves it by itself at the same time, which ends the first of the two. */
async function save(document: vscode.TextDocument): Promise<void> {
  for (let left = 10; document.isDirty && left > 0; left--) await document.save();
  equal(document.isDirty, false, 'not saved');
}

/** The damaged files that stand beside the pins. */
async function aside(): Promise<readonly string[]> {
  const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(file(), '..'));
  return files.map(([name]) => name).filter((name) => name.startsWith('dossier-pins.damaged'));
}

describe('Pins', () => {
  before(async () => {
    await dossierApi();
  });
  afterEach(async () => {
    for (const { kind, key: each } of (await textOf(file()).then(entries, () => [])).toReversed()) {
      if (kind === 'folder') {
        await instead(
          'showWarningMessage',
          () => Promise.resolve('Remove Folder'),
          () => run('removePinFolder', { kind, key: each }),
        );
      } else {
        await instead(
          'showInformationMessage',
          () => Promise.resolve(undefined),
          () => run('unpin', { kind, key: each }),
        );
      }
    }
    for (const name of await aside()) await remove(vscode.Uri.joinPath(file(), '..', name));
    await remove(file());
  });

  it('keep a fact, a name, a section and a topic in the workspace, each once', async () => {
    // Other tests' dossiers come and go.
    const topic = (await (await dossierApi()).topics()).find(
      ({ dossier }) => dossier === 'france-north-korea',
    );
    const section = `${topic!.id}/${topic!.sections[0]!.id}`;
    equal(await run('pin', fact('imports-2005')), key('imports-2005'));
    await run('pin', key('jack-lang'));
    await run('pin', { kind: 'section', key: key(section) }, []);
    await run('pin', { kind: 'topic', key: key(topic!.id) }, [
      { kind: 'topic', key: key(topic!.id) },
      fact('imports-2005'),
    ]);
    equal(await ids(), `imports-2005 jack-lang ${section} ${topic!.id}`);
    const [first, second] = await entries();
    match(first?.text, /24 million/u);
    match(first?.place, /^France–North Korea relations › Economic relations/u);
    equal(second?.kind, 'name');
    equal(second?.text, 'Jack Lang');
  });

  it('are taken away, and brought back by "Undo" where they were', async () => {
    await run('pin', fact('imports-2005'));
    await run('pin', fact('lang-appointed'));
    let said = '';
    let answer: (button: string) => void = () => undefined;
    const stand = (message: string): Promise<string> => {
      said = message;
      return new Promise((resolve) => (answer = resolve));
    };
    await instead('showInformationMessage', stand, () => run('unpin', fact('imports-2005')));
    equal(await ids(), 'lang-appointed');
    answer('Undo');
    match(said, /^Unpinned "In 2005 France's imports/u);
    await run('pin', fact('lang-appointed'));
    equal(await ids(), 'imports-2005 lang-appointed');
  });

  it('go into folders, which are renamed and removed; what is in them moves up', async () => {
    const talks = await run<string>('newPinFolder', undefined, 'Talks');
    const inner = await run<string>('newPinFolder', { kind: 'folder', key: talks }, 'Inner');
    await run('pin', fact('imports-2005'));
    equal(await run('pinToFolder', fact('imports-2005'), [], inner), inner);
    equal(await run('pinToFolder', fact('lang-appointed'), [], talks), talks);
    await run('renamePinFolder', { kind: 'folder', key: talks }, 'Envoys');
    deepEqual(
      (await entries()).map(({ title, key: each, folder }) => [title ?? each, folder]),
      [
        ['Envoys', undefined],
        ['Inner', talks],
        [key('imports-2005'), inner],
        [key('lang-appointed'), talks],
      ],
    );
    const { asked, stand } = warnings('Remove Folder');
    equal(
      await instead('showWarningMessage', stand, () =>
        run('removePinFolder', { kind: 'folder', key: inner }),
      ),
      true,
    );
    equal(asked[0]?.isModal, true);
    deepEqual(
      (await entries()).map(({ folder }) => folder),
      [undefined, talks, talks],
    );
  });

  it('are joined with what another window has written', async () => {
    await run('pin', fact('imports-2005'));
    const before = await textOf(file());
    const other = before
      .replace('imports-2005', 'lang-appointed')
      .replace(/"text": ".*"/u, '"text": "Written elsewhere"');
    await write(other.replace('"pins": [', `"pins": [${/\{\s+"kind": "fact"[^]*?\}/u.exec(before)![0]},`));
    await run('pin', fact('lang-in-pyongyang'));
    equal(await ids(), 'imports-2005 lang-appointed lang-in-pyongyang');
  });

  it('set a damaged file aside, say its new name, and go on', async () => {
    await run('pin', fact('imports-2005'));
    await write('{"format": "dossier-pins", "ver');
    const said: string[] = [];
    const stand = (message: string, button: string): Promise<undefined> => {
      said.push(`${message} [${button}]`);
      return Promise.resolve(undefined);
    };
    await instead('showWarningMessage', stand, () => run('pin', fact('lang-appointed')));
    const [name] = await aside();
    ok(name, 'no file was set aside');
    equal(await textOf(vscode.Uri.joinPath(file(), '..', name)), '{"format": "dossier-pins", "ver');
    equal(said.length, 1);
    ok(said[0]!.includes(`it is called ${name} now. What is pinned in this window is kept`), said[0]);
    ok(said[0]!.endsWith(`[Open ${name}]`), said[0]);
    equal(await ids(), 'imports-2005 lang-appointed');
  });

  it('stay in memory where the file cannot be written, and are written with "Try Again"', async () => {
    await vscode.workspace.fs.createDirectory(file());
    const said: string[] = [];
    const stand = async (message: string): Promise<string | undefined> => {
      said.push(message);
      await vscode.workspace.fs.delete(file(), { recursive: true });
      return 'Try Again';
    };
    await instead('showErrorMessage', stand, () => run('pin', fact('imports-2005')));
    match(said[0], /could not be written \(\.vscode\/dossier-pins\.json\)/u);
    // What is tried again comes before what is pinned next.
    await run('pin', fact('lang-appointed'));
    equal(await ids(), 'imports-2005 lang-appointed');
  });

  it('are there although a window ended while it wrote them, before they were in their place', async () => {
    await run('pin', fact('imports-2005'));
    let answered: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answered = resolve));
    const stand = (): Promise<undefined> => {
      answered();
      return Promise.resolve(undefined);
    };
    await instead('showInformationMessage', stand, async () => {
      const back = await withSetting('pins.keepIn', 'user');
      await asked;
      const left = vscode.Uri.joinPath(file(), '..', 'dossier-pins.json.0a1b2c.tmp');
      await vscode.workspace.fs.rename(file(), left);
      await back();
      await eventually(async () => (await ids().catch(() => '')) === 'imports-2005');
    });
    await run('pin', fact('lang-appointed'));
    equal(await ids(), 'imports-2005 lang-appointed');
  });

  it('are kept for the user where the setting says so; copying them is offered', async () => {
    await run('pin', fact('imports-2005'));
    const offers: string[] = [];
    let answered: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answered = resolve));
    const stand = (message: string): Promise<undefined> => {
      offers.push(message);
      answered();
      return Promise.resolve(undefined);
    };
    await instead('showInformationMessage', stand, async () => {
      const back = await withSetting('pins.keepIn', 'user');
      await asked;
      await run('pin', fact('lang-appointed'));
      equal(await ids(), 'imports-2005', 'the workspace keeps its own');
      await run('unpin', fact('lang-appointed'));
      await back();
    });
    match(offers[0], /^Pins are kept elsewhere now: your own pins\. Those of before \(1\) stay in \.vscode/u);
    await run('pin', fact('lang-appointed'));
    equal(await ids(), 'imports-2005 lang-appointed');
  });

  it('have notes that are edited and saved as files, with a title to read', async () => {
    await run('pin', fact('imports-2005'));
    const uri = await run<vscode.Uri>('editNote', fact('imports-2005'));
    match(uri.path, /^\/In 2005 France's imports from North Korea .+…\.md$/u);
    const { activeTextEditor: editor } = vscode.window;
    equal(editor?.document.uri.toString(), uri.toString());
    equal(editor!.document.languageId, 'markdown');
    await editor!.edit((edit) => edit.insert(new vscode.Position(0, 0), 'First\n\n*second*'));
    await save(editor!.document);
    deepEqual((await entries())[0]?.note, ['First', '', '*second*']);
    // Another window writes: the editor shows it.
    await write((await textOf(file())).replace('"First"', '"Changed elsewhere"'));
    await run('pin', fact('lang-appointed'));
    await until(vscode.workspace.onDidChangeTextDocument, () =>
      editor!.document.getText().startsWith('Changed'),
    );
    await editor!.edit((edit) => edit.delete(new vscode.Range(0, 0, 9, 0)));
    await save(editor!.document);
    deepEqual((await entries())[0]?.note, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keep a note in its editor where its pin is gone', async () => {
    const uri = await run<vscode.Uri>('editNote', fact('imports-2005'));
    equal(await ids(), 'imports-2005', 'what is not pinned is pinned first');
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine'));
    await instead(
      'showInformationMessage',
      () => Promise.resolve(undefined),
      () => run('unpin', fact('imports-2005')),
    );
    await rejects(
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Mine')),
      /not pinned any more/u,
    );
    equal(editor.document.getText(), 'Mine');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('move up and down by command, several at once', async () => {
    for (const id of ['imports-2005', 'lang-appointed', 'lang-in-pyongyang']) await run('pin', fact(id));
    await run('movePinUp', fact('lang-in-pyongyang'));
    equal(await ids(), 'imports-2005 lang-in-pyongyang lang-appointed');
    const both = [fact('imports-2005'), fact('lang-in-pyongyang')];
    await run('movePinDown', both[0], both);
    equal(await ids(), 'lang-appointed imports-2005 lang-in-pyongyang');
  });

  it('are exported with folders, notes, sources and licences', async () => {
    const talks = await run<string>('newPinFolder', undefined, 'Talks');
    await run('pinToFolder', fact('lang-appointed'), [], talks);
    await run('pin', fact('imports-2005'));
    await write((await textOf(file())).replace(/("pinned": ".*")\n/u, '$1,\n"note": ["Mine"]\n'));
    await run('pin', fact('lang-in-pyongyang'));
    const text = async (what: object, format: string): Promise<string> => {
      const uri = await run<vscode.Uri>('export', { what, format, to: 'document' });
      return (await vscode.workspace.openTextDocument(uri)).getText();
    };
    const markdown = await text({ kind: 'pins' }, 'markdown');
    match(markdown, /^# Pins\n\n- In 2005 .+\n\n {2}> Mine\n[^]+\n## Talks\n\n- In late 2009/u);
    match(markdown, /CC-BY-SA-4\.0/u);
    for (const format of ['html', 'csv', 'json']) {
      match(await text({ kind: 'pins' }, format), /Mine/u, format);
    }
    const folder = await text({ kind: 'pins', folder: talks }, 'markdown');
    match(folder, /^# Talks\n/u);
    ok(!folder.includes('imports'), 'a folder is exported alone');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('can be made from a card', async () => {
    const document = await untitled('Jack Lang went there.');
    const [card] = await cardsOnHover(document, positionOf(document, 'Jack Lang'));
    match(card, /\[Pin\]\(command:dossier\.pin\?/u);
    await run('pin', fact('lang-appointed'));
    const [again] = await cardsOnHover(document, positionOf(document, 'Jack Lang'));
    match(again, /\[Unpin\]\(command:dossier\.unpin\?/u);
  });

  it('are refused where nothing is there to pin', async () => {
    const stand = (): Promise<undefined> => Promise.resolve(undefined);
    equal(await instead('showErrorMessage', stand, () => run('pin', fact('nowhere'))), undefined);
    equal(
      await instead('showErrorMessage', stand, () => run('pin', { kind: 'mention', key: 'x' })),
      undefined,
    );
  });
});
