import * as vscode from 'vscode';
import {
  cardsOnHover,
  dossierApi,
  eventually,
  positionOf,
  untitled,
  withoutAutoSave,
  withSetting,
} from './support/dossier';
import { nodeFiles } from './support/nodeFiles';
import { deepEqual, equal, match, ok } from './support/assert';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const folder = vscode.Uri.joinPath(root, 'notes', 'lighthouses');
const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);

const GOOD = {
  'dossier.yaml': 'format: 1\nid: lighthouses\ntitle: Lighthouses\nlanguage: en\n',
  'names.yaml': '- id: ada\n  label: Ada Reef\n  kind: person\n  description: Keeper of North Rock.\n',
  'topics/north.md': '---\ntitle: North Rock\n---\n\nAda Reef lit the lamp in March 1912.\n',
  'topics/south.md': '---\ntitle: South Rock\n---\n\nNobody kept the lamp of South Rock.\n',
};

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  }
}

/** Waits until the API tells these titles of the dossier's topics. */
async function untilTopics(...titles: string[]): Promise<void> {
  const api = await dossierApi();
  await eventually(async () => {
    const topics = (await api.topics()).filter((topic) => topic.dossier === 'lighthouses');
    return JSON.stringify(topics.map((topic) => topic.title)) === JSON.stringify(titles);
  });
}

/** The problems shown for a file, as code, line and column. */
function problemsIn(path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(file(path))
    .filter(({ source }) => source === 'Dossier')
    .map(
      ({ code, range }) =>
        `${typeof code === 'string' ? code : ''} ${range.start.line}:${range.start.character}`,
    );
}

async function cardOf(text: string, name: string): Promise<string> {
  const document = await untitled(text);
  return (await cardsOnHover(document, positionOf(document, name))).join('\n');
}

describe('A dossier of one’s own', () => {
  beforeEach(async () => {
    await write(GOOD);
    await untilTopics('North Rock', 'South Rock');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await untilTopics();
  });

  it('is found in the workspace; its names have cards beside those of the bundled one', async () => {
    match(await cardOf('So said Ada Reef.', 'Ada'), /Ada Reef lit the lamp in March 1912/u);
    match(await cardOf('Jack Lang went.', 'Lang'), /Jack Lang/u);
  });

  it('is searched', async () => {
    const api = await dossierApi();
    const hits = await eventually(async () => {
      const found = await api.search('lamp south');
      return found.length > 0 && found;
    });
    equal(hits[0]?.dossier, 'lighthouses');
  });

  it('follows what is saved, made and deleted', async () => {
    await write({ 'topics/north.md': '---\ntitle: The North\n---\n\nAda Reef left in 1950.\n' });
    await untilTopics('The North', 'South Rock');
    match(await cardOf('So said Ada Reef.', 'Ada'), /Ada Reef left in 1950/u);
    await vscode.workspace.fs.delete(file('topics/south.md'));
    await untilTopics('The North');
    await write({ 'topics/west.md': '# West\n\nAda Reef came.\n' });
    await untilTopics('The North', 'West');
    await vscode.workspace.fs.delete(file('topics/west.md'));
    await untilTopics('The North');
  });

  it('follows what is not saved yet, and goes back when the editor is closed without saving', async () => {
    const reset = await withoutAutoSave();
    const text = await untitled('Here is Ben Shore.');
    const api = await dossierApi();
    const isFound = async (): Promise<boolean> => (await api.mentions(text)).length > 0;
    const document = await vscode.workspace.openTextDocument(file('names.yaml'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    const end = new vscode.Position(document.lineCount, 0);
    edit.insert(document.uri, end, '- id: ben\n  label: Ben Shore\n  kind: person\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(isFound);
    ok(document.isDirty, 'the file was saved');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(async () => !(await isFound()));
    await reset();
  });

  it('keeps the last good version of a file that broke, with the problem in its place, until it is mended', async () => {
    await write({ 'names.yaml': '- id: ada\n  label: "Ada\n  kind: person\n' });
    await eventually(() => problemsIn('names.yaml').length > 0);
    match(problemsIn('names.yaml')[0], /^bad-yaml [123]:/u);
    match(await cardOf('So said Ada Reef.', 'Ada'), /Ada Reef/u);
    await write({ 'dossier.yaml': 'format: 1\n\tid: x\n' });
    await eventually(() => problemsIn('dossier.yaml').length > 0);
    await untilTopics('North Rock', 'South Rock');
    await write(GOOD);
    await eventually(() => problemsIn('names.yaml').length + problemsIn('dossier.yaml').length === 0);
  });

  it('tells a file that is no text, and a wrong value, while the rest goes on', async () => {
    await vscode.workspace.fs.writeFile(file('topics/south.md'), new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    await write({
      'topics/north.md': '---\ntitle: North\nsource: nowhere\n---\n\n:fact[Ada Reef]{when=yesterday}\n',
    });
    await eventually(
      () => problemsIn('topics/south.md').length > 0 && problemsIn('topics/north.md').length > 1,
    );
    deepEqual(problemsIn('topics/south.md'), ['bad-encoding 0:0']);
    deepEqual([...problemsIn('topics/north.md')].sort(), ['bad-date 5:21', 'unknown-source 2:8']);
    // The topic that is no text any more is still there as it was.
    await untilTopics('North', 'South Rock');
  });

  it('is taken in together where many files change at the same time, as in a checkout', async () => {
    const fs = nodeFiles();
    // The web host reaches files through a server, one after the other.
    const count = fs ? 5_000 : 300;
    const many = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `topics/n${String(at).padStart(4, '0')}.md`,
        `# N${at}\n\nAda Reef came.\n`,
      ]),
    );
    if (fs) for (const [path, text] of Object.entries(many)) fs.writeFileSync(file(path).fsPath, text);
    else await write(many);
    const api = await dossierApi();
    await eventually(
      async () =>
        (await api.topics()).filter((topic) => topic.dossier === 'lighthouses').length === count + 2,
    );
    if (fs) fs.rmSync(folder.fsPath, { recursive: true });
    else await vscode.workspace.fs.delete(folder, { recursive: true });
    await untilTopics();
    equal(await cardOf('So said Ada Reef.', 'Ada'), '');
    equal(problemsIn('dossier.yaml').length, 0);
  }).timeout(120_000);

  it('has all of many files that come, change and go at the same time, also those that no file watcher tells of', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `topics/told${at}.md`);
    const untold = ['topics/untold1.md', 'topics/untold2.md'];
    const api = await dossierApi();
    const untilFactsSay = (text: string, count: number): Promise<unknown> =>
      eventually(async () => (await api.search(text, { limit: 100 })).length === count);
    const writeAll = (text: string): Promise<void> =>
      // The many last: they are those that somebody hears of.
      write(Object.fromEntries([...untold, ...many].map((path) => [path, `# T\n\n${text}.\n`])));
    await writeAll('It blinks');
    await untilFactsSay('blinks', 42);
    await writeAll('It hums');
    await untilFactsSay('hums', 42);
    for (const path of [...untold, ...many]) await vscode.workspace.fs.delete(file(path));
    await untilTopics('North Rock', 'South Rock');
  });

  it('is found whole where another program copies its folder, again and again', async function () {
    const fs = nodeFiles();
    if (!fs) return this.skip();
    const api = await dossierApi();
    for (let round = 0; round < 5; round++) {
      // File watchers hear of the folder when its files are there already.
      const copy = vscode.Uri.joinPath(root, `copied-${round}`, 'deep', 'reefs');
      const put = (path: string, text: string): void => {
        const { fsPath } = vscode.Uri.joinPath(copy, path);
        fs.mkdirSync(fsPath.slice(0, fsPath.lastIndexOf('/')), { recursive: true });
        fs.writeFileSync(fsPath, text);
      };
      put('dossier.yaml', `format: 1\nid: copied-${round}\ntitle: Copied\nlanguage: en\n`);
      for (let at = 0; at < 40; at++) {
        put(`topics/t${at}.md`, '# T\n\nIt is a reef.\n');
        // A program takes its time.
        if (at % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
      }
      await eventually(
        async () => (await api.topics()).filter(({ dossier }) => dossier === `copied-${round}`).length === 40,
      );
      fs.rmSync(vscode.Uri.joinPath(root, `copied-${round}`).fsPath, { recursive: true });
      await eventually(
        async () => !(await api.topics()).some(({ dossier }) => dossier === `copied-${round}`),
      );
    }
  });

  it('is gone everywhere once its folder is: from the views, cards, the search, and its problems', async () => {
    await write({ 'topics/north.md': `${GOOD['topics/north.md']}\n:fact[It fell.]{when=then}\n` });
    await eventually(() => problemsIn('topics/north.md').length > 0);
    const api = await dossierApi();
    const text = await untitled('So said Ada Reef.');
    const isEverywhere = async (): Promise<readonly boolean[]> => [
      (await api.topics()).some(({ dossier }) => dossier === 'lighthouses'),
      (await api.search('lamp south')).some(({ dossier }) => dossier === 'lighthouses'),
      (await api.facts('lighthouses/ada')).length > 0,
      (await cardsOnHover(text, positionOf(text, 'Ada'))).length > 0,
      (await api.mentions(text)).length > 0,
      (await vscode.commands.executeCommand('dossier.open', { kind: 'topic', key: 'lighthouses/north' })) ===
        true,
      problemsIn('topics/north.md').length > 0,
    ];
    deepEqual([...new Set(await isEverywhere())], [true]);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await untilTopics();
    // The names are compiled anew a moment later.
    await eventually(async () => !(await isEverywhere()).includes(true));
  });

  it('says on a card where another dossier has another date for the same fact', async () => {
    const other = vscode.Uri.joinPath(root, 'notes', 'second-opinion');
    const put = (path: string, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(other, path), new TextEncoder().encode(text));
    await put('topics/a.md', '# A\n\nAda Reef lit the lamp in May 1913.\n');
    await put('names.yaml', '- id: reef\n  label: Ada Reef\n  kind: person\n  description: A pilot.\n');
    await put('dossier.yaml', 'format: 1\nid: second-opinion\ntitle: Second opinion\nlanguage: en\n');
    const card = await eventually(async () => {
      const shown = await cardOf('So said Ada Reef.', 'Ada');
      return shown.includes('1913') && shown;
    });
    // Both names are there, each with its source, and where they disagree.
    match(card, /Keeper of North Rock/u);
    match(card, /A pilot/u);
    match(card, /Second opinion/u);
    match(card, /March 1912[^]*Second opinion[^\n]*May 1913/u);
    await vscode.workspace.fs.delete(other, { recursive: true });
    await eventually(async () => !(await cardOf('So said Ada Reef.', 'Ada')).includes('1913'));
  });

  it('is switched off and on, and comes in the order that is chosen', async () => {
    const api = await dossierApi();
    const order = async (): Promise<string> =>
      [...new Set((await api.topics()).map((topic) => topic.dossier))].join();
    await eventually(async () => (await order()) === 'lighthouses,france-north-korea');
    await vscode.commands.executeCommand('dossier.chooseDossiers', ['france-north-korea', 'lighthouses']);
    await eventually(async () => (await order()) === 'france-north-korea,lighthouses');
    await vscode.commands.executeCommand('dossier.chooseDossiers', ['france-north-korea']);
    await eventually(async () => (await order()) === 'france-north-korea');
    equal(await cardOf('So said Ada Reef.', 'Ada'), '');
    const configuration = vscode.workspace.getConfiguration('dossier');
    await configuration.update('disabled', undefined, vscode.ConfigurationTarget.Global);
    await configuration.update('order', undefined, vscode.ConfigurationTarget.Global);
    await eventually(async () => (await order()) === 'lighthouses,france-north-korea');
  });

  it('is read from a folder of the settings, hidden from the search of the workspace', async () => {
    const elsewhere = vscode.Uri.joinPath(root, 'node_modules', 'reefs');
    const put = (path: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(elsewhere, path), new TextEncoder().encode(text));
    await put('dossier.yaml', 'format: 1\nid: reefs\ntitle: Reefs\nlanguage: en\n');
    await put('topics/reef.md', '# A reef\n\nIt is sharp.\n');
    const api = await dossierApi();
    const has = async (): Promise<boolean> => (await api.topics()).some((topic) => topic.dossier === 'reefs');
    ok(!(await has()), 'node_modules was searched');
    const restore = await withSetting('folders', ['node_modules/reefs']);
    await eventually(has);
    await restore();
    await eventually(async () => !(await has()));
    await vscode.workspace.fs.delete(elsewhere, { recursive: true });
  });

  it('that has the id of another is not used, and the problem says so', async () => {
    const copy = vscode.Uri.joinPath(root, 'notes', 'zz-copy');
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(copy, 'dossier.yaml'),
      new TextEncoder().encode('format: 1\nid: lighthouses\ntitle: Copy\nlanguage: en\n'),
    );
    const problems = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(vscode.Uri.joinPath(copy, 'dossier.yaml'));
    const [problem] = await eventually(() => {
      const found = problems().filter(({ code }) => code === 'same-dossier-id');
      return found.length > 0 && found;
    });
    const { start, end } = problem!.range;
    deepEqual([start.line, start.character, end.line, end.character], [1, 4, 1, 15]);
    match(problem!.message, /notes\/lighthouses.*\n.*another id/u);
    await untilTopics('North Rock', 'South Rock');
    await vscode.workspace.fs.delete(copy, { recursive: true });
    await eventually(() => problems().length === 0);
  });
});
