import * as vscode from 'vscode';
import { readDossier, type ReadResult } from '../../src/core/format/readDossier';
import { listFiles, readFiles } from '../../src/host/dossiers/folderFiles';
import { deepEqual, equal, match, ok } from './support/assert';
import { dossierApi, eventually, positionOf, until } from './support/dossier';

/** The folder as the reader of the format sees it. */
async function readDossierFolder(at: vscode.Uri): Promise<ReadResult> {
  const { files } = await readFiles(at, await listFiles(at));
  return readDossier(new Map(files.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : []))));
}

interface Written {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly id: string;
}

const parent = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'own');
let folder: vscode.Uri;
let made = 0;
const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}

/** Writes a file, and waits until VS Code has seen it where it is open. */
async function write(path: string, text: string): Promise<void> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === file(path).toString());
  if (!open) return vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  // Through the editor that has it, which would otherwise take the file's change at some later time.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(open.uri, new vscode.Range(0, 0, open.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await open.save();
}

/** Opens a file and gives it another text, unsaved. */
async function openWith(path: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not made');
  return document;
}

/** The labels that completion offers at `|`, as an author would be asked. */
async function completions(path: string, marked: string): Promise<string[]> {
  const document = await openWith(path, marked.replace('|', ''));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(marked.indexOf('|')),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function locations(command: string, uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    command,
    uri,
    position,
  );
  return found.map((each) => {
    const target = 'targetUri' in each ? each.targetUri : each.uri;
    const range = 'targetUri' in each ? (each.targetSelectionRange ?? each.targetRange) : each.range;
    return `${target.path.slice(target.path.lastIndexOf('/') + 1)}:${range.start.line}:${range.start.character}`;
  });
}

const make = (answers: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('dossier.newDossier', answers);

describe('Writing a dossier of one’s own', () => {
  before(dossierApi);
  beforeEach(async () => {
    // A folder of its own for each test: VS Code keeps documents of files that are gone for a while.
    folder = vscode.Uri.joinPath(parent, `lights-${++made}`);
    await make({ target: folder, title: 'Lights of the north', language: 'en' });
  });
  afterEach(async () => {
    for (const { isDirty, uri } of vscode.workspace.textDocuments) {
      if (!isDirty || !uri.path.includes('/own/')) continue;
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(parent, { recursive: true });
  });

  it('begins with a folder that reads without problems, open at the place to write', async () => {
    const { dossier, problems } = await readDossierFolder(folder);
    deepEqual(problems, []);
    deepEqual(
      [dossier?.id, dossier?.title, dossier?.language],
      ['lights-of-the-north', 'Lights of the north', 'en'],
    );
    const editor = await until(
      vscode.window.onDidChangeActiveTextEditor,
      () => vscode.window.activeTextEditor,
    );
    equal(editor.document.uri.toString(), file('topics/first-topic.md').toString());
    equal(editor.document.getText(editor.selection), 'This dossier is about Lights of the north.');
  });

  it('never writes over anything, and says no to what makes no dossier', async () => {
    await write('names.yaml', '# mine\n');
    await vscode.workspace.fs.delete(file('dossier.yaml'));
    equal(await make({ target: folder, title: 'Again' }), undefined);
    equal(await textOf('names.yaml'), '# mine\n');
    equal(await readDossierFolder(folder).then(({ dossier }) => dossier), undefined);
    const other = vscode.Uri.joinPath(parent, 'other');
    for (const wrong of [{ id: 'No Id' }, { language: 'not a tag' }, { title: ' ' }, { title: 7 }]) {
      equal(await make({ target: other, title: 'Other', ...wrong }), undefined, JSON.stringify(wrong));
    }
    const names = (await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name);
    deepEqual(names, [folder.path.slice(folder.path.lastIndexOf('/') + 1)]);
    equal((await make({ target: other.toString(), title: 'Other', id: 'o' }))?.toString(), other.toString());
  });

  it('takes a name from a script, and leaves the file as it was otherwise', async () => {
    const before = await textOf('names.yaml');
    const written = await vscode.commands.executeCommand<Written>('dossier.addName', {
      text: ' Ada\nReef ',
      dossier: folder,
      kind: 'person',
      description: 'Keeper: the first',
      aliases: ['A. Reef'],
    });
    const added = [
      '- id: ada-reef',
      '  label: Ada Reef',
      '  kind: person',
      '  description: "Keeper: the first"',
      '  aliases:',
      '    - A. Reef',
      '',
    ];
    equal(await textOf('names.yaml'), before + added.join('\n'));
    deepEqual([written.id, written.line], ['ada-reef', before.split('\n').length - 1]);
    ok(!(await vscode.workspace.openTextDocument(written.uri)).isDirty, 'the file was not saved');
  });

  it('keeps unsaved changes of names.yaml unsaved, and can be undone', async () => {
    const onDisk = await textOf('names.yaml');
    const unsaved = '[{ id: x, label: Unsaved, kind: work }]\n';
    const document = await openWith('names.yaml', unsaved);
    await vscode.commands.executeCommand('dossier.addName', {
      text: 'Y',
      dossier: folder,
      kind: 'work',
      description: '',
    });
    equal(
      document.getText(),
      '[{ id: x, label: Unsaved, kind: work }, { id: y, label: Y, kind: work }]\n'
        .replace('label: Y', 'label: "Y"')
        .replace('id: y', 'id: "y"'),
    );
    ok(document.isDirty, 'somebody’s unsaved changes were saved');
    equal(await textOf('names.yaml'), onDisk);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === unsaved);
  });

  it('makes names.yaml where it is missing, and refuses where it is broken', async () => {
    const name = { text: 'Ada', dossier: folder, kind: 'person', description: '' };
    await vscode.workspace.fs.delete(file('names.yaml'));
    await vscode.commands.executeCommand('dossier.addName', name);
    equal(await textOf('names.yaml'), '- id: ada\n  label: Ada\n  kind: person\n');
    await openWith('names.yaml', '- id: "a\n');
    equal(await vscode.commands.executeCommand('dossier.addName', name), undefined);
    equal((await vscode.workspace.openTextDocument(file('names.yaml'))).getText(), '- id: "a\n');
  });

  it('takes a fact from a script, at the end of a section', async () => {
    await write('topics/first-topic.md', '---\ntitle: T\n---\n\nOne.\n\n## Tower\n\nTwo.\n\n## End\n');
    const written = await vscode.commands.executeCommand<Written>('dossier.addFact', {
      text: 'It *fell*\nin 1920. Nobody came.',
      dossier: folder,
      topic: 'first-topic',
      section: 'tower',
    });
    deepEqual([written.id, written.line], ['tower', 10]);
    match(
      await textOf('topics/first-topic.md'),
      /Two\.\n\n:fact\[It \\\*fell\\\* in 1920\. Nobody came\.\]\n\n## End\n$/u,
    );
    const { dossier, problems } = await readDossierFolder(folder);
    deepEqual(problems, []);
    equal(dossier?.topics[0]?.sections[1]?.facts.at(-1)?.text, 'It *fell* in 1920. Nobody came.');
  });

  it('answers wrong arguments, and a read-only dossier, with undefined', async () => {
    const name = { text: 'Ada', kind: 'person', description: '' };
    const fact = { text: 'It fell.', topic: 'first-topic' };
    for (const [command, answers] of [
      ['addName', { ...name, dossier: 'france-north-korea' }],
      ['addName', { ...name, dossier: 'no-such' }],
      ['addName', { ...name, dossier: parent }],
      ['addName', { ...name, dossier: folder, kind: 'ghost' }],
      ['addName', { ...name, dossier: folder, text: 7 }],
      ['addName', { ...name, dossier: folder, text: ' ' }],
      ['addName', 42],
      ['addFact', { ...fact, dossier: 'france-north-korea' }],
      ['addFact', { ...fact, dossier: folder, topic: 'none' }],
      ['addFact', { ...fact, dossier: folder, section: 'none' }],
      ['addFact', { ...fact, dossier: folder, source: 'none' }],
      ['addFact', { ...fact, dossier: folder, when: 'then' }],
      ['addFact', { ...fact, dossier: folder, text: '' }],
    ] as const) {
      equal(
        await vscode.commands.executeCommand(`dossier.${command}`, answers),
        undefined,
        JSON.stringify(answers),
      );
    }
  });

  it('completes directives, ids of names and sources, also unsaved ones', async () => {
    await openWith(
      'names.yaml',
      '- id: ada-reef\n  label: Ada Reef\n  kind: person\n- id: rock\n  label: North Rock\n  kind: place\n',
    );
    await write(
      'dossier.yaml',
      `${await textOf('dossier.yaml')}sources:\n  - id: diary\n    title: A diary\n`,
    );
    const topic = 'topics/first-topic.md';
    deepEqual((await completions(topic, 'Then :|')).slice(0, 3), [
      ':fact[…]{#…}',
      ':fact[…]{when=…}',
      ':name[…]{#…}',
    ]);
    deepEqual((await completions(topic, 'The :name[Rock]{#|}')).slice(0, 2), ['rock', 'ada-reef']);
    deepEqual((await completions(topic, 'The :name[she]{|}')).slice(0, 2), ['#ada-reef', '#rock']);
    deepEqual((await completions(topic, ':fact[x]{names="ada-reef ro|"}')).slice(0, 2), ['ada-reef', 'rock']);
    equal((await completions(topic, ':fact[x]{source=|}'))[0], 'diary');
    equal((await completions(topic, '---\ntitle: T\nsource: |\n---\n'))[0], 'diary');
    ok(
      (await completions(topic, '---\ntitle: T\nsu|\n---\n')).includes('summary'),
      'no key of the front matter',
    );
    ok((await completions(topic, ':fact[x]{#f |}')).includes('when'), 'no attribute');
    await write('notes/topics/n.md', 'x');
    ok(
      !(await completions('notes/topics/n.md', ':|')).includes(':name[…]{#…}'),
      'directives outside of a dossier',
    );
  });

  it('leads from directives to names and sources, and back to all uses', async () => {
    await write('names.yaml', '- label: Ada Xyz\n  id: ada\n  kind: person\n');
    await write(
      'dossier.yaml',
      `${await textOf('dossier.yaml')}sources:\n  - id: diary\n    title: A diary\n`,
    );
    const text =
      '---\ntitle: T\nsource: diary\n---\n:name[She]{#ada} came.\n\n:fact[It fell.]{names="ada" source=diary}\n';
    await write('topics/first-topic.md', text);
    await write('topics/second.md', 'Then :name[her]{#ada} lamp.');
    const definition = 'vscode.executeDefinitionProvider';
    const references = 'vscode.executeReferenceProvider';
    const topic = await vscode.workspace.openTextDocument(file('topics/first-topic.md'));
    for (const words of ['She', '#ada', '"ada']) {
      deepEqual(await locations(definition, topic.uri, positionOf(topic, words)), ['names.yaml:1:6'], words);
    }
    const manifest = await vscode.workspace.openTextDocument(file('dossier.yaml'));
    const at = positionOf(manifest, 'id: diary', 4);
    const source = `dossier.yaml:${at.line}:${at.character}`;
    deepEqual(await locations(definition, topic.uri, positionOf(topic, 'source=diary', 8)), [source]);
    deepEqual(await locations(definition, topic.uri, positionOf(topic, 'source: diary', 9)), [source]);
    const names = await vscode.workspace.openTextDocument(file('names.yaml'));
    const uses = ['first-topic.md:4:12', 'first-topic.md:6:23', 'names.yaml:1:6', 'second.md:0:17'];
    for (const [document, words] of [
      [names, 'ada'],
      [names, 'Ada'],
      [topic, '#ada'],
    ] as const) {
      // The loaded name has references of its own: its mentions, and the facts in the document that writes it out.
      const found = await locations(references, document.uri, positionOf(document, words));
      const ofIds = found.filter((place) => !place.startsWith('Ada Xyz.md') && place !== 'names.yaml:0:9');
      deepEqual(ofIds.sort(), uses, words);
    }
    deepEqual(await locations(definition, names.uri, positionOf(names, 'ada')), ['names.yaml:1:6']);
    deepEqual(
      (await locations(references, manifest.uri, at)).sort(),
      [source, 'first-topic.md:2:8', 'first-topic.md:6:35'].sort(),
    );
  });

  it('leads from an id that is a loaded name too to one place only', async () => {
    const api = await dossierApi();
    await write('names.yaml', '- id: ada\n  label: Ada\n  kind: person\n');
    await write('topics/first-topic.md', '---\ntitle: T\n---\n\n:name[Ada]{#ada} came. Ada left.\n');
    const topic = await vscode.workspace.openTextDocument(file('topics/first-topic.md'));
    const names = await vscode.workspace.openTextDocument(file('names.yaml'));
    const left = positionOf(topic, 'Ada left');
    // Once the name is known, its mentions lead to its facts.
    await eventually(async () => (await api.card(topic, left))?.includes('Ada') ?? false);
    const definition = 'vscode.executeDefinitionProvider';
    deepEqual(await locations(definition, topic.uri, left), ['Ada.md:0:2']);
    for (const words of ['Ada]', '#ada']) {
      deepEqual(await locations(definition, topic.uri, positionOf(topic, words)), ['names.yaml:0:6'], words);
    }
    deepEqual(await locations(definition, names.uri, positionOf(names, 'ada')), ['names.yaml:0:6']);
    deepEqual(await locations(definition, names.uri, positionOf(names, 'label: Ada', 8)), ['Ada.md:0:2']);
  });

  it('offers a selection in any text as a name and as a fact', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: 'x = "Ada Reef" # note',
      language: 'python',
    });
    const actions = async (range: vscode.Range): Promise<vscode.CodeAction[]> =>
      (
        await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
        )
      ).filter(({ title }) => title.startsWith('Dossier: '));
    const found = await actions(new vscode.Range(0, 5, 0, 13));
    deepEqual(
      found.map(({ title, command }) => [title, command?.command, command?.arguments?.[0] as unknown]),
      [
        ['Dossier: Add "Ada Reef" as a name', 'dossier.addName', { text: 'Ada Reef' }],
        ['Dossier: Add selection as a fact', 'dossier.addFact', { text: 'Ada Reef' }],
      ],
    );
    deepEqual((await actions(new vscode.Range(0, 5, 0, 5))).length, 0);
    deepEqual((await actions(new vscode.Range(0, 1, 0, 2))).length, 0);
  });
});
