import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './support/assert';
import { cardsOnHover, dossierApi, positionOf, untitled, until, withSetting } from './support/dossier';

const lang = 'france-north-korea/jack-lang';

describe('Names in a document', () => {
  before(dossierApi);

  it('lead to a page on the name, whose other names lead further', async () => {
    const document = await untitled('About Jack Lang.');
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'Jack'),
    );
    const uris = links.map((link) => ('targetUri' in link ? link.targetUri : link.uri));
    const uri = uris.find((each) => each.scheme === 'dossier');
    ok(uri, 'a definition in a dossier: document');
    const page = await vscode.workspace.openTextDocument(uri);
    match(page.getText(), /^# Jack Lang\n/u);
    match(page.getText(), /- .*9 November 2009/u);
    const further = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      page.uri,
    );
    ok(
      further.some((link) => link.target?.path.endsWith('/Nicolas Sarkozy.md')),
      'a link to Nicolas Sarkozy',
    );
  });

  it('have references in the workspace and in the facts', async () => {
    const document = await untitled('Jack Lang, and Jack Lang.');
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      new vscode.Position(0, 2),
    );
    equal(references.filter((each) => each.uri.toString() === document.uri.toString()).length, 2);
    ok(
      references.some((each) => each.uri.scheme === 'dossier'),
      'none in the facts',
    );
    ok(
      references.some((each) => each.uri.path.endsWith('draft.md')),
      'none in the sample draft',
    );
  });

  it('are highlighted together, whatever form they have', async () => {
    const document = await untitled('North Korea, the DPRK, 북한, and Estonia.');
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(0, 3),
    );
    deepEqual(highlights.map((each) => document.getText(each.range)).sort(), ['DPRK', 'North Korea', '북한']);
  });

  it('complete after two letters, in the language of the document first, with the card beside', async () => {
    const document = await untitled('Il est dans le pays que les voisins de la Co', 'markdown');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, document.getText().length),
      undefined,
      50,
    );
    const item = items.find(
      (each) => (typeof each.label === 'string' ? each.label : each.label.label) === 'Corée du Nord',
    );
    ok(item, 'Corée du Nord is offered');
    match((item.documentation as vscode.MarkdownString).value, /\*\*North Korea\*\*/u);
    const short = await untitled('x C');
    const none = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      short.uri,
      new vscode.Position(0, 3),
    );
    ok(
      none.items.every((each) => each.kind !== vscode.CompletionItemKind.Reference),
      'one letter is too short',
    );
  });

  it('can be told not to match: in a document, as a form, as a name; and undone in the settings', async () => {
    const document = await untitled('Jack Lang and the DPRK.');
    const { line, character } = positionOf(document, 'DPRK');
    const place = { uri: document.uri, line, character };
    const configuration = (): readonly unknown[] =>
      vscode.workspace.getConfiguration('dossier').get<unknown[]>('names.ignore') ?? [];
    for (const scope of ['document', 'form', 'name'] as const) {
      const entry = await vscode.commands.executeCommand('dossier.ignoreMention', place, scope);
      deepEqual(configuration(), [entry], scope);
      equal((await cardsOnHover(document, positionOf(document, 'DPRK'))).length, 0, scope);
      equal((await cardsOnHover(document, positionOf(document, 'Jack'))).length, 1, scope);
      await vscode.workspace
        .getConfiguration('dossier')
        .update('names.ignore', undefined, vscode.ConfigurationTarget.Workspace);
      equal((await cardsOnHover(document, positionOf(document, 'DPRK'))).length, 1, `${scope}, undone`);
    }
  });

  it('are found by rules that can be switched off', async () => {
    const document = await untitled('Jack Lang came. Then Lang left.');
    equal((await cardsOnHover(document, positionOf(document, 'Lang left'))).length, 1);
    const restore = await withSetting('names.rules', { surname: false });
    try {
      equal((await cardsOnHover(document, positionOf(document, 'Lang left'))).length, 0);
    } finally {
      await restore();
    }
  });

  it('that are nearly right get a hint and a quick fix, where that is switched on', async () => {
    const restore = await withSetting('nearMisses.enabled', true);
    try {
      const document = await untitled('President Mitterand travelled.');
      const hint = await until(vscode.languages.onDidChangeDiagnostics, () =>
        vscode.languages.getDiagnostics(document.uri).find((each) => each.source === 'Dossier'),
      );
      equal(document.getText(hint.range), 'Mitterand');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        hint.range,
      );
      const fix = actions.find((action) => action.title.includes('Mitterrand'));
      ok(fix?.edit, 'a quick fix');
      await vscode.workspace.applyEdit(fix.edit);
      equal(document.getText(), 'President Mitterrand travelled.');
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => vscode.languages.getDiagnostics(document.uri).length === 0,
      );
    } finally {
      await restore();
    }
  });

  it('refuse a choice that is not among the names of the form', async () => {
    const document = await untitled('Jack Lang');
    const place = { uri: document.uri, line: 0, character: 1 };
    equal(await vscode.commands.executeCommand('dossier.chooseName', place, 'no/such'), undefined);
    equal(await vscode.commands.executeCommand('dossier.chooseName', place, lang), lang);
  });
});
