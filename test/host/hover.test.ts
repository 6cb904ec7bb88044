import * as vscode from 'vscode';
import { deepEqual, doesNotMatch, equal, match, ok } from './support/assert';
import { cardsOnHover, dossierApi, positionOf, untitled, withSetting } from './support/dossier';

describe('The hover', () => {
  before(dossierApi);

  it('shows a card in an untitled document', async () => {
    const document = await untitled('In late 2009 Jack Lang became envoy.');
    const [card, ...others] = await cardsOnHover(document, positionOf(document, 'Jack'));
    deepEqual(others, []);
    for (const part of [
      /\*\*Jack Lang\*\* · Person/u,
      /Sarkozy/u,
      /CC-BY-SA-4\.0/u,
      /command:dossier\.showFactsOfName/u,
    ]) {
      match(card, part);
    }
  });

  it('follows an edit that was not saved', async () => {
    const document = await untitled('Nobody is here.');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Nicolas Sarkozy. '));
    equal((await cardsOnHover(document, new vscode.Position(0, 3))).length, 1);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 0, 17)));
    equal((await cardsOnHover(document, new vscode.Position(0, 3))).length, 0);
  });

  it('shows cards in files and in other schemes', async () => {
    const scheme = 'dossier-test';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'About Pyongyang.',
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:a.txt`));
    equal((await cardsOnHover(document, positionOf(document, 'Pyongyang'))).length, 1);
    provider.dispose();
  });

  it('puts the fact first that fits the sentence', async () => {
    const document = await untitled(
      'French imports from North Korea in 2005.\n\nThe film about North Korea of 2007.',
    );
    const trade = await cardsOnHover(document, positionOf(document, 'North Korea in'));
    match(firstFact(trade[0]), /€24 million|24 million/u);
    const film = await cardsOnHover(document, positionOf(document, 'North Korea of'));
    match(firstFact(film[0]), /2007/u);
  });

  it('shows as many facts as the setting says', async () => {
    const document = await untitled('North Korea');
    const restore = await withSetting('hover.facts', 1);
    try {
      const [card] = await cardsOnHover(document, new vscode.Position(0, 2));
      equal(card?.match(/^- /gmu)?.length, 1);
    } finally {
      await restore();
    }
  });

  it('is silent where it is switched off, and in languages that are left out', async () => {
    const document = await untitled('North Korea', 'plaintext');
    for (const [key, value] of [
      ['hover.enabled', false],
      ['hover.documentLanguages', ['*', '!plaintext']],
      ['hover.documentLanguages', ['markdown']],
    ] as const) {
      const restore = await withSetting(key, value);
      try {
        equal((await cardsOnHover(document, new vscode.Position(0, 2))).length, 0, key);
      } finally {
        await restore();
      }
    }
    equal((await cardsOnHover(document, new vscode.Position(0, 2))).length, 1);
  });

  it('looks only for forms in the languages of the setting', async () => {
    const document = await untitled('북한 and North Korea');
    equal((await cardsOnHover(document, new vscode.Position(0, 1))).length, 1);
    const restore = await withSetting('names.languages', ['fr']);
    try {
      equal((await cardsOnHover(document, new vscode.Position(0, 1))).length, 0);
      equal((await cardsOnHover(document, positionOf(document, 'North'))).length, 1);
    } finally {
      await restore();
    }
  });

  it('runs only the commands of its list', async () => {
    const document = await untitled('Jack Lang');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 2),
    );
    const ours = hovers
      .flatMap((hover) => hover.contents as vscode.MarkdownString[])
      .find((part) => part.value.includes('dossier.open'));
    ok(ours && typeof ours.isTrusted === 'object', 'isTrusted is a list of commands');
    const commands = [...ours.value.matchAll(/\(command:([\w.]+)/gu)].map((link) => link[1]!);
    ok(commands.length > 0);
    for (const command of commands) ok(ours.isTrusted.enabledCommands.includes(command), command);
    doesNotMatch(ours.value, /<[a-z]/u);
  });

  it('shows the same by keyboard', async () => {
    const document = await untitled('Jack Lang');
    await vscode.window.showTextDocument(document);
    const card = await vscode.commands.executeCommand<string>('dossier.showFactsAtCursor');
    match(card, /Jack Lang/u);
  });
});

/** The first fact of a card. */
function firstFact(card: string | undefined): string {
  return /^- (.*)$/mu.exec(card ?? '')?.[1] ?? '';
}
