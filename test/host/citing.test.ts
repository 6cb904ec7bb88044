import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './support/assert';
import { dossierApi, eventually, untitled, withoutAutoSave, withSetting } from './support/dossier';
import { Scratch, showAt } from './support/scratch';

const run = (command: string, ...args: unknown[]): Thenable<string | undefined> =>
  vscode.commands.executeCommand(`dossier.${command}`, ...args);

const textOf = (documentation: vscode.CompletionItem['documentation']): string =>
  typeof documentation === 'object' ? documentation.value : (documentation ?? '');

describe('Citing', () => {
  const scratch = new Scratch('citing-test');
  let fact = '';

  before(async () => {
    const [first] = await (await dossierApi()).facts('jack-lang');
    fact = `france-north-korea/${first!.id}`;
  });
  after(() => scratch.clean());

  it('inserts a fact at every cursor in the form of the document, and one undo takes it back', async () => {
    for (const [language, sentence, rest] of [
      ['markdown', /\[\^1\]$/u, /^\n\n\[\^1\]: .*<https:\/\/en\.wikipedia\.org.*>\n$/u],
      ['plaintext', /\(France–North Korea relations.*https:.*\)\.$/u, /^$/u],
    ] as const) {
      const document = await untitled('a \nb ', language);
      await showAt(document, new vscode.Position(0, 2), new vscode.Position(1, 2));
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
    const editor = await showAt(document, new vscode.Position(0, 0));
    const inserted = await run('insertFact', fact);
    await eventually(() => editor.selection.active.isEqual(new vscode.Position(0, inserted!.length)));
    await run('insertCitation', fact);
    match(document.getText(), /\[\^1\]\[\^1\]\n\n\[\^1\]: [^\n]*\n$/u);
  });

  it('adds an entry to the bibliography that the document names, once, and changes no other line', async () => {
    const before = '% mine\r\n@book{lang, title = {Own}}\r\n';
    await scratch.write('refs.bib', before);
    await scratch.write('paper.md', '---\nbibliography: refs.bib\n---\n\n');
    const document = await vscode.workspace.openTextDocument(scratch.uri('paper.md'));
    await showAt(document, new vscode.Position(4, 0));
    match(await run('insertFact', fact), / \[@france-north-korea-relations\]\.$/u);
    const after = (await scratch.read('refs.bib'))!;
    ok(after.startsWith(before), after);
    match(after.slice(before.length), /^\r\n@online\{france-north-korea-relations,\r\n[^]*\r\n\}\r\n$/u);
    match(await run('insertCitation', fact), /^ ?\[@france-north-korea-relations\]$/u);
    equal((await scratch.read('refs.bib'))!, after);
    equal(await run('addToBibliography', fact), 'france-north-korea-relations');
    equal((await scratch.read('refs.bib'))!, after);
    match(await run('insertSources'), /## Sources\n\n::: \{#refs\}\n:::/u);
  });

  it('adds to a bibliography that is open with unsaved changes, and keeps them', async () => {
    const reset = await withoutAutoSave();
    await scratch.write('open.bib', '@book{a, title = {A}}\n');
    await scratch.write('chapter.tex', '\\addbibresource{open.bib}\n\n');
    const bib = await vscode.workspace.openTextDocument(scratch.uri('open.bib'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bib.uri, new vscode.Position(1, 0), '% unsaved\n');
    await vscode.workspace.applyEdit(edit);
    await showAt(
      await vscode.workspace.openTextDocument(scratch.uri('chapter.tex')),
      new vscode.Position(1, 0),
    );
    match(await run('insertFact', fact), /~\\cite\{france-north-korea-relations\}\.$/u);
    match(bib.getText(), /^@book\{a, title = \{A\}\}\n% unsaved\n\n@online\{france-north-korea-relations,/u);
    await bib.save();
    match(await scratch.read('open.bib'), /% unsaved\n\n@online/u);
    await reset();
  });

  it('writes CSL-JSON where the document names such a file, and makes it where there is none', async () => {
    await scratch.write('json.md', '---\nbibliography: new.json\n---\n\n');
    await showAt(await vscode.workspace.openTextDocument(scratch.uri('json.md')), new vscode.Position(4, 0));
    match(await run('insertFact', fact), /\[@france-north-korea-relations\]/u);
    const [entry] = JSON.parse((await scratch.read('new.json'))!) as { id: string }[];
    equal(entry?.id, 'france-north-korea-relations');
  });

  it('changes nothing where the bibliography is damaged', async () => {
    const damaged = '@book{a, title = {A}\n\n@book{b, title = {B}}\n';
    await scratch.write('damaged.bib', damaged);
    await scratch.write('damaged.md', '---\nbibliography: damaged.bib\n---\n\n');
    const document = await vscode.workspace.openTextDocument(scratch.uri('damaged.md'));
    await showAt(document, new vscode.Position(4, 0));
    const before = document.getText();
    equal(await run('insertFact', fact), undefined);
    equal(document.getText(), before);
    equal((await scratch.read('damaged.bib'))!, damaged);
  });

  it('says so in a document that cannot be changed', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('dossier-read-only', {
      provideTextDocumentContent: () => 'Text',
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('dossier-read-only:/a.md'));
    await showAt(document, new vscode.Position(0, 4));
    equal(await run('insertFact', fact), undefined);
    equal(document.getText(), 'Text');
    provider.dispose();
  });

  it('cites in a style of the workspace, and changes nothing where that is none', async () => {
    await scratch.write(
      'own.csl',
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title><id>own</id><updated>2020-01-01T00:00:00Z</updated></info><citation><layout><text variable="title" prefix="In: "/></layout></citation></style>',
    );
    const document = await untitled('', 'plaintext');
    await showAt(document, new vscode.Position(0, 0));
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

  it('cites in the language that a style fixes, whatever the document is in', async () => {
    const xml = (inside: string): string =>
      `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" ${inside}><info><title>T</title><id>t</id></info><citation><layout><text term="accessed" suffix=": "/><text variable="title"/></layout></citation></style>`;
    for (const [name, locale, expected] of [
      ['free', '', /^\(Accessed: /u],
      ['french', 'default-locale="fr-CA"', /^\(Consulté le: /u],
      ['korean', 'default-locale="ko-KR"', /^\([가-힣]+: /u],
      ['italian', 'default-locale="it-IT"', /^\(Accessed: /u],
    ] as const) {
      await scratch.write(`${name}.csl`, xml(locale));
      const reset = await withSetting('citation.style', `citing-test/${name}.csl`);
      await showAt(await untitled('The end of it. ', 'plaintext'), new vscode.Position(0, 15));
      match(await run('insertCitation', fact), expected, name);
      await reset();
    }
  });

  it('changes nothing where a style is damaged, too long, not in UTF-8 or goes round in circles', async () => {
    const style = (inside: string): string =>
      `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">${inside}</style>`;
    await scratch.write('open.csl', style('<citation><layout><group></layout></citation>'));
    await scratch.write('long.csl', style('<!-- long -->'.repeat(100_000)));
    await scratch.write(
      'circle.csl',
      style(
        '<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>',
      ),
    );
    await vscode.workspace.fs.writeFile(scratch.uri('latin.csl'), new Uint8Array([0x3c, 0xe9, 0x3e]));
    const document = await untitled('', 'plaintext');
    await showAt(document, new vscode.Position(0, 0));
    for (const name of ['open', 'long', 'circle', 'latin']) {
      const reset = await withSetting('citation.style', `citing-test/${name}.csl`);
      equal(await run('insertCitation', fact), undefined, name);
      await reset();
    }
    equal(document.getText(), '');
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
      await showAt(await untitled(`${text} `, 'plaintext'), new vscode.Position(0, text.length + 1));
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

  it('offers behind @@ and words only facts that have them, those about the names of the sentence first', async () => {
    const offered = async (text: string): Promise<readonly vscode.CompletionItem[]> => {
      const document = await untitled(text, 'markdown');
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(text.length),
        '@',
      );
      return items.filter(({ filterText }) => filterText?.startsWith('@@') === true);
    };
    const cuba = await offered('Then Jack Lang went there. @@cub');
    ok(cuba.length > 0);
    ok(
      cuba.every(
        ({ filterText, documentation }) => filterText === '@@cub' && textOf(documentation).includes('Cuba'),
      ),
      JSON.stringify(cuba.map(({ label }) => label)),
    );
    // The words may stand in facts about other names, and the sentence needs none.
    match(textOf((await offered('They trade little. @@24 million'))[0]!.documentation), /24 million/u);
    match(textOf((await offered('Jack Lang went there. @@france 2009'))[0]!.documentation), /Lang/u);
    deepEqual(await offered('Then Jack Lang went there. @@xyzzy'), []);
  });

  it('lists the sources that a document cites, and adds to the list later', async () => {
    const document = await untitled('The war and the peace of it.\n\n', 'markdown');
    await showAt(document, new vscode.Position(0, 28));
    equal(await run('insertSources'), undefined);
    await run('insertCitation', fact);
    await showAt(document, document.lineAt(document.lineCount - 1).range.end);
    match(await run('insertSources'), /## Sources\n\n- \*France–North Korea relations\*.*<https:/u);
    const text = document.getText();
    equal(await run('insertSources'), undefined);
    equal(document.getText(), text);
  });
});
