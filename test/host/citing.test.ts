import * as vscode from 'vscode';
import { equal, match, ok } from './support/assert';
import { dossierApi, eventually, untitled, withSetting } from './support/dossier';

const run = (command: string, ...args: unknown[]): Thenable<string | undefined> =>
  vscode.commands.executeCommand(`dossier.${command}`, ...args);

describe('Citing', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'citing-test');
  let fact = '';

  before(async () => {
    const [first] = await (await dossierApi()).facts('jack-lang');
    fact = `france-north-korea/${first!.id}`;
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  const read = async (name: string): Promise<string> =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file(name)));

  /** Shows a document with the cursors set; VS Code can still be telling where the cursor of a new editor is. */
  async function show(
    document: vscode.TextDocument,
    ...places: vscode.Position[]
  ): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(document);
    const wanted = places.map((place) => new vscode.Selection(place, place));
    await eventually(() => {
      const isTaken =
        editor.selections.length === wanted.length &&
        wanted.every((one, at) => one.isEqual(editor.selections[at]!));
      if (!isTaken) editor.selections = wanted;
      return isTaken;
    });
    return editor;
  }

  it('inserts a fact at every cursor in the form of the document, and one undo takes it back', async () => {
    for (const [language, sentence, rest] of [
      ['markdown', /\[\^1\]$/u, /^\n\n\[\^1\]: .*<https:\/\/en\.wikipedia\.org.*>\n$/u],
      ['plaintext', /\(France–North Korea relations.*https:.*\)\.$/u, /^$/u],
    ] as const) {
      const document = await untitled('a \nb ', language);
      await show(document, new vscode.Position(0, 2), new vscode.Position(1, 2));
      const inserted = await run('insertFact', fact);
      match(inserted, sentence);
      const text = document.getText();
      ok(text.startsWith(`a ${inserted}\nb ${inserted}`), text);
      match(text.slice(`a ${inserted}\nb ${inserted}`.length), rest);
      // "undo" is for what has the focus, which a view that just opened may have taken.
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await eventually(() => document.getText() === 'a \nb ');
    }
  });

  it('leaves the cursor behind what was inserted, also at the end of the text', async () => {
    const document = await untitled('', 'markdown');
    const editor = await show(document, new vscode.Position(0, 0));
    const inserted = await run('insertFact', fact);
    await eventually(() => editor.selection.active.isEqual(new vscode.Position(0, inserted!.length)));
    await run('insertCitation', fact);
    match(document.getText(), /\[\^1\]\[\^1\]\n\n\[\^1\]: [^\n]*\n$/u);
  });

  it('adds an entry to the bibliography that the document names, once, and changes no other line', async () => {
    const before = '% mine\r\n@book{lang, title = {Own}}\r\n';
    await write('refs.bib', before);
    await write('paper.md', '---\nbibliography: refs.bib\n---\n\n');
    const document = await vscode.workspace.openTextDocument(file('paper.md'));
    await show(document, new vscode.Position(4, 0));
    match(await run('insertFact', fact), / \[@france-north-korea-relations\]\.$/u);
    const after = await read('refs.bib');
    ok(after.startsWith(before), after);
    match(after.slice(before.length), /^\r\n@online\{france-north-korea-relations,\r\n[^]*\r\n\}\r\n$/u);
    match(await run('insertCitation', fact), /^ ?\[@france-north-korea-relations\]$/u);
    equal(await read('refs.bib'), after);
    equal(await run('addToBibliography', fact), 'france-north-korea-relations');
    equal(await read('refs.bib'), after);
    match(await run('insertSources'), /## Sources\n\n::: \{#refs\}\n:::/u);
  });

  it('adds to a bibliography that is open with unsaved changes, and keeps them', async () => {
    await write('open.bib', '@book{a, title = {A}}\n');
    await write('chapter.tex', '\\addbibresource{open.bib}\n\n');
    const bib = await vscode.workspace.openTextDocument(file('open.bib'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bib.uri, new vscode.Position(1, 0), '% unsaved\n');
    await vscode.workspace.applyEdit(edit);
    await show(await vscode.workspace.openTextDocument(file('chapter.tex')), new vscode.Position(1, 0));
    match(await run('insertFact', fact), /~\\cite\{france-north-korea-relations\}\.$/u);
    match(bib.getText(), /^@book\{a, title = \{A\}\}\n% unsaved\n\n@online\{france-north-korea-relations,/u);
    await bib.save();
    match(await read('open.bib'), /% unsaved\n\n@online/u);
  });

  it('writes CSL-JSON where the document names such a file, and makes it where there is none', async () => {
    await write('json.md', '---\nbibliography: new.json\n---\n\n');
    await show(await vscode.workspace.openTextDocument(file('json.md')), new vscode.Position(4, 0));
    match(await run('insertFact', fact), /\[@france-north-korea-relations\]/u);
    const [entry] = JSON.parse(await read('new.json')) as { id: string }[];
    equal(entry?.id, 'france-north-korea-relations');
  });

  it('changes nothing where the bibliography is damaged', async () => {
    const damaged = '@book{a, title = {A}\n\n@book{b, title = {B}}\n';
    await write('damaged.bib', damaged);
    await write('damaged.md', '---\nbibliography: damaged.bib\n---\n\n');
    const document = await vscode.workspace.openTextDocument(file('damaged.md'));
    await show(document, new vscode.Position(4, 0));
    const before = document.getText();
    equal(await run('insertFact', fact), undefined);
    equal(document.getText(), before);
    equal(await read('damaged.bib'), damaged);
  });

  it('says so in a document that cannot be changed', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('dossier-read-only', {
      provideTextDocumentContent: () => 'Text',
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('dossier-read-only:/a.md'));
    await show(document, new vscode.Position(0, 4));
    equal(await run('insertFact', fact), undefined);
    equal(document.getText(), 'Text');
    provider.dispose();
  });

  it('cites in a style of the workspace, and changes nothing where that is none', async () => {
    await write(
      'own.csl',
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title><id>own</id><updated>2020-01-01T00:00:00Z</updated></info><citation><layout><text variable="title" prefix="In: "/></layout></citation></style>',
    );
    const document = await untitled('', 'plaintext');
    await show(document, new vscode.Position(0, 0));
    let reset = await withSetting('citation.style', 'citing-test/own.csl');
    match(await run('insertCitation', fact), /^\(In: France–North Korea relations\)$/u);
    await reset();
    const before = document.getText();
    for (const name of ['citing-test/none.csl', 'citing-test/refs.bib']) {
      reset = await withSetting('citation.style', name);
      equal(await run('insertCitation', fact), undefined, name);
      await reset();
    }
    equal(document.getText(), before);
  });

  it('cites in each style that it brings, and in the language of the document', async () => {
    for (const [style, text, expected] of [
      ['apa', 'The end of the war and the beginning of it.', /Retrieved .* from https/u],
      [
        'chicago-author-date',
        'The end of the war and the beginning of it.',
        /“France–North Korea Relations\.” n\.d\./u,
      ],
      [
        'chicago-notes',
        'The end of the war and the beginning of it.',
        /“France–North Korea Relations,” Wikipedia/u,
      ],
      [
        'mla',
        'The end of the war and the beginning of it.',
        /“France–North Korea Relations\.” Wikipedia, https/u,
      ],
      [
        'apa',
        'La fin de la guerre et le début des négociations dans la ville.',
        /Consulté .*à l’adresse https/u,
      ],
      ['apa', '전쟁의 끝과 협상의 시작에 관한 글이다.', /https/u],
    ] as const) {
      const reset = await withSetting('citation.style', style);
      await show(await untitled(`${text} `, 'plaintext'), new vscode.Position(0, text.length + 1));
      match(await run('insertCitation', fact), expected, style);
      await reset();
    }
  });

  it('offers facts about the names of the sentence behind @@', async () => {
    const text = 'Estonia is far.\n\nThen Jack Lang went there. @@';
    const document = await untitled(text, 'markdown');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(text.length),
      '@',
    );
    const items = list.items.filter(({ filterText }) => filterText?.startsWith('@@') === true);
    ok(items.length > 2, `${items.length} facts`);
    ok(
      items.every(({ label }) => typeof label === 'string' && label.includes('Lang')),
      JSON.stringify(items.map(({ label }) => label)),
    );
    const [first] = items;
    match((first!.insertText as vscode.SnippetString).value, /\[\^1\]\$0\n\n\[\^1\]: /u);
  });

  it('lists the sources that a document cites, and adds to the list later', async () => {
    const document = await untitled('The war and the peace of it.\n\n', 'markdown');
    await show(document, new vscode.Position(0, 28));
    equal(await run('insertSources'), undefined);
    await run('insertCitation', fact);
    await show(document, document.lineAt(document.lineCount - 1).range.end);
    match(await run('insertSources'), /## Sources\n\n- \*France–North Korea relations\*.*<https:/u);
    const text = document.getText();
    equal(await run('insertSources'), undefined);
    equal(document.getText(), text);
  });
});
