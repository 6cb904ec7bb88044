import * as vscode from 'vscode';
import { equal, match, ok } from './support/assert';
import { dossierApi, eventually, withoutAutoSave } from './support/dossier';
import { Scratch, showAt } from './support/scratch';

const run = (command: string, ...args: unknown[]): Thenable<string | undefined> =>
  vscode.commands.executeCommand(`dossier.${command}`, ...args);
const KEY = 'france-north-korea-relations';

describe('Undo of a citation by key', () => {
  const scratch = new Scratch('citing-undo-test');
  const own = '% mine\r\n@book{lang, title = {Own}}\r\n';
  let fact = '';
  let made = 0;

  before(async () => {
    const [first] = await (await dossierApi()).facts('jack-lang');
    fact = `france-north-korea/${first!.id}`;
  });
  after(() => scratch.clean());

  /** A document of its own that names a bibliography, in the active editor with the cursor at its end. */
  async function paper(bibliography: string): Promise<vscode.TextDocument> {
    const name = `paper-${++made}.md`;
    await scratch.write(name, `---\nbibliography: ${bibliography}\n---\n\n`);
    const document = await vscode.workspace.openTextDocument(scratch.uri(name));
    await showAt(document, new vscode.Position(4, 0));
    return document;
  }

  /** Presses undo or redo in a document until its text is what it should be. */
  async function press(
    what: 'undo' | 'redo',
    document: vscode.TextDocument,
    isDone: (text: string) => boolean,
  ): Promise<void> {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand(what);
    await eventually(() => isDone(document.getText()));
  }
  const undo = (document: vscode.TextDocument): Promise<void> =>
    press('undo', document, (text) => !text.includes('[@'));
  const redo = (document: vscode.TextDocument): Promise<void> =>
    press('redo', document, (text) => text.includes('[@'));
  /** Waits for what undo may write, where nothing is to happen: entries are written one after the other. */
  async function settled(): Promise<void> {
    await paper(`next-${made}.bib`);
    equal(await run('addToBibliography', fact), KEY);
  }
  const holds = (name: string, text: string | undefined): Promise<true> =>
    eventually(async () => (await scratch.read(name)) === text);

  it('takes the entry out of the .bib file, byte for byte, and redo brings it back', async () => {
    await scratch.write('closed.bib', own);
    const document = await paper('closed.bib');
    await run('insertFact', fact);
    const added = await scratch.read('closed.bib');
    match(added, new RegExp(`@online\\{${KEY},`, 'u'));
    for (let round = 0; round < 2; round++) {
      await undo(document);
      await holds('closed.bib', own);
      await redo(document);
      await holds('closed.bib', added);
    }
  });

  it('takes away a CSL-JSON file that was made for it, and redo makes it again', async () => {
    const document = await paper('made.json');
    await run('insertCitation', fact);
    const added = await scratch.read('made.json');
    match(added, new RegExp(KEY, 'u'));
    await undo(document);
    await holds('made.json', undefined);
    await redo(document);
    await holds('made.json', added);
  });

  it('leaves the entry as long as another citation stands in the document', async () => {
    await scratch.write('twice.bib', own);
    const document = await paper('twice.bib');
    await run('insertFact', fact);
    await run('insertCitation', fact);
    const count = (): number => document.getText().split(`@${KEY}`).length - 1;
    equal(count(), 2);
    await press('undo', document, () => count() === 1);
    await settled();
    match(await scratch.read('twice.bib'), new RegExp(KEY, 'u'));
    await undo(document);
    await holds('twice.bib', own);
  });

  it('leaves the entry that another open document cites', async () => {
    await scratch.write('shared.bib', own);
    const first = await paper('shared.bib');
    await run('insertFact', fact);
    const added = await scratch.read('shared.bib');
    const second = await paper('shared.bib');
    await run('insertFact', fact);
    await undo(first);
    await settled();
    equal(await scratch.read('shared.bib'), added);
    // Where the other one goes as well, nobody cites the entry any more.
    await redo(first);
    await undo(second);
    await settled();
    equal(await scratch.read('shared.bib'), added);
    await undo(first);
    await holds('shared.bib', own);
  });

  it('leaves the entry that was there before, or that somebody has written in', async () => {
    await scratch.write('known.bib', own);
    const document = await paper('known.bib');
    equal(await run('addToBibliography', fact), KEY);
    const added = await scratch.read('known.bib');
    await run('insertFact', fact);
    await undo(document);
    await settled();
    equal(await scratch.read('known.bib'), added);

    await scratch.write('changed.bib', own);
    const other = await paper('changed.bib');
    await run('insertFact', fact);
    const mine = (await scratch.read('changed.bib'))!.replace(`${KEY},`, `${KEY},\r\n  note = {mine},`);
    await scratch.write('changed.bib', mine);
    await undo(other);
    await settled();
    equal(await scratch.read('changed.bib'), mine);
  });

  it('leaves the entry when the citation is deleted by hand, also when something else is undone later', async () => {
    await scratch.write('hand.bib', own);
    const document = await paper('hand.bib');
    await run('insertFact', fact);
    const added = await scratch.read('hand.bib');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.delete(document.lineAt(4).range));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'Words'));
    await press('undo', document, (text) => !text.includes('Words'));
    await settled();
    equal(await scratch.read('hand.bib'), added);
  });

  it('leaves a bibliography that is open saved or unsaved, as it was', async () => {
    const reset = await withoutAutoSave();
    await scratch.write('open.bib', own);
    const bib = await vscode.workspace.openTextDocument(scratch.uri('open.bib'));
    const document = await paper('open.bib');
    await run('insertFact', fact);
    ok(!bib.isDirty);
    await undo(document);
    await holds('open.bib', own);
    equal(bib.getText(), own);
    await eventually(() => !bib.isDirty);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(bib.uri, new vscode.Position(2, 0), '% unsaved\r\n');
    await vscode.workspace.applyEdit(edit);
    await run('insertFact', fact);
    match(bib.getText(), new RegExp(`% unsaved\\r\\n\\r\\n@online\\{${KEY},`, 'u'));
    await undo(document);
    await eventually(() => bib.getText() === `${own}% unsaved\r\n`);
    ok(bib.isDirty);
    equal(await scratch.read('open.bib'), own);
    await bib.save();
    await reset();
  });

  it('follows a fact that was taken from the list behind @@', async () => {
    await scratch.write('listed.bib', own);
    const document = await paper('listed.bib');
    const editor = await vscode.window.showTextDocument(document);
    // As VS Code does: the text of the item, and then its command.
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), `A fact [@${KEY}].`));
    equal(await run('addToBibliography', fact, true), KEY);
    match(await scratch.read('listed.bib'), new RegExp(KEY, 'u'));
    await undo(document);
    await holds('listed.bib', own);
  });
});
