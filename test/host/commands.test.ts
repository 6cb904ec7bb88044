import * as vscode from 'vscode';
import { instead } from './support/answering';
import { deepEqual, equal, match, ok } from './support/assert';
import { dossierApi, eventually, positionOf, untitled, until } from './support/dossier';

const key = (id: string): string => `france-north-korea/${id}`;

describe('The commands', () => {
  let fact = '';
  before(async () => {
    const [first] = await (await dossierApi()).facts('jack-lang');
    fact = key(first!.id);
  });

  it('open a topic, a section, a fact and a name in the reader', async () => {
    const [topic] = await (await dossierApi()).topics();
    const section = `${topic!.id}/${topic!.sections[0]!.id}`;
    for (const target of [
      { kind: 'topic', key: key(topic!.id) },
      { kind: 'section', key: key(section) },
      { kind: 'fact', key: fact },
      { kind: 'name', key: key('jack-lang') },
    ]) {
      equal(await vscode.commands.executeCommand('dossier.open', target), true, target.kind);
    }
    await until(vscode.window.tabGroups.onDidChangeTabs, () => readers().length === 1);
  });

  it('open another reader to the side', async () => {
    await vscode.commands.executeCommand('dossier.openToSide', { kind: 'fact', key: fact });
    await until(vscode.window.tabGroups.onDidChangeTabs, () => readers().length === 2);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('show the timelines of a dossier, a topic, a name, and of the topic of a section and a fact', async () => {
    const topic = (await (await dossierApi()).topics()).find(({ title }) => title === 'History')!;
    const shows = async (kind: string, of: string, title: string): Promise<void> => {
      equal(await vscode.commands.executeCommand('dossier.showTimeline', { kind, key: of }), true, kind);
      await readerTitled(title);
    };
    await shows('dossier', 'france-north-korea', 'Timeline: France–North Korea relations');
    await shows('name', key('jack-lang'), 'Timeline: Jack Lang');
    await shows('topic', key(topic.id), 'Timeline: History');
    await shows('section', key(`${topic.id}/${topic.sections[0]!.id}`), 'Timeline: History');
    await shows('fact', key('lang-in-pyongyang'), 'Timeline: History');
  });

  it('show the figures of a topic, and of the topic of a section and a fact', async () => {
    const topics = await (await dossierApi()).topics();
    const topic = topics.find(({ title }) => title === 'Economic relations')!;
    for (const [kind, of] of [
      ['topic', key(topic.id)],
      ['section', key(`${topic.id}/${topic.sections[0]!.id}`)],
      ['fact', key('imports-2005')],
    ]) {
      equal(await vscode.commands.executeCommand('dossier.showFigures', { kind, key: of }), true, kind);
      await readerTitled('Figures: Economic relations');
    }
  });

  it('ask what to show the timeline or figures of, and show nothing where that is not answered', async () => {
    type Items = readonly (vscode.QuickPickItem | string)[];
    const labelOf = (item: Items[number]): string => (typeof item === 'string' ? item : item.label);
    const asked: string[][] = [];
    const answering =
      (...answers: readonly (RegExp | undefined)[]) =>
      async (given: Items | Promise<Items>): Promise<unknown> => {
        const items = await given;
        asked.push(items.map(labelOf));
        const answer = answers[asked.length - 1];
        return answer && items.find((item) => answer.test(labelOf(item)));
      };
    const run = (command: string, ...answers: readonly (RegExp | undefined)[]): Promise<unknown> => {
      asked.length = 0;
      return instead('showQuickPick', answering(...answers), () => vscode.commands.executeCommand(command));
    };
    equal(await run('dossier.showTimeline', /A name/u, /^Jack Lang$/u), true);
    await readerTitled('Timeline: Jack Lang');
    equal(asked.length, 2);
    ok(asked[0]!.some((label) => label.endsWith('France–North Korea relations')));
    equal(await run('dossier.showFigures', /Economic relations/u), true);
    await readerTitled('Figures: Economic relations');
    // What is read stands first.
    equal(await run('dossier.showTimeline', undefined), false);
    match(asked[0]![0], /Economic relations$/u);
    equal(await run('dossier.showFigures', undefined), false);
    await readerTitled('Figures: Economic relations');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('search, and take the best hit without asking', async () => {
    const picked = await vscode.commands.executeCommand('dossier.search', {
      query: 'jack lang',
      accept: true,
    });
    equal(picked, key('jack-lang'));
    equal(
      await vscode.commands.executeCommand('dossier.search', { query: 'xyzzyqwv', accept: true }),
      undefined,
    );
  });

  it('show what a query finds in the sidebar, and export and clear it', async () => {
    equal(await vscode.commands.executeCommand('dossier.showResults', 'million "north korea"'), 2);
    const uri = await vscode.commands.executeCommand<vscode.Uri>('dossier.exportResults', {
      format: 'markdown',
      to: 'document',
    });
    const exported = (await vscode.workspace.openTextDocument(uri)).getText();
    match(exported, /^# million "north korea"\n/u);
    match(exported, /24 million[^]*CC-BY-SA-4\.0/u);
    await vscode.commands.executeCommand('dossier.showResults', 'kind:topic');
    equal(await vscode.commands.executeCommand('dossier.exportResults', { to: 'document' }), undefined);
    await vscode.commands.executeCommand('dossier.clearResults');
    equal(await vscode.commands.executeCommand('dossier.exportResults', { to: 'document' }), undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('copy a fact, section, topic or name as Markdown with its source', async () => {
    const copied = await vscode.commands.executeCommand<string>('dossier.copyFact', fact);
    match(copied, /\(\[France–North Korea relations\]\(<https:.*>\), CC-BY-SA-4\.0\)/u);
    equal(await vscode.env.clipboard.readText(), copied);
    const all = await vscode.commands.executeCommand<string>('dossier.copyFact', {
      kind: 'name',
      key: key('jack-lang'),
    });
    match(all, /^## Jack Lang\n\n- /u);
    const name = { kind: 'name', key: key('jack-lang') };
    equal(
      await vscode.commands.executeCommand('dossier.copyFact', fact, [fact, name]),
      `${copied}\n\n${all}`,
    );
  });

  it('find the mentions of a name in files and unsaved documents', async () => {
    // On a busy machine VS Code may still be closing the document of the test before, and this one with it.
    const found = await eventually(async () => {
      const document = await untitled('Here is Jack Lang, and Jack Lang again.');
      await vscode.window.showTextDocument(document);
      const all = await vscode.commands.executeCommand<vscode.Location[]>(
        'dossier.findMentions',
        key('jack-lang'),
      );
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      const here = all.filter((location) => location.uri.toString() === document.uri.toString());
      return here.length === 2 && all;
    });
    ok(
      found.some((location) => location.uri.scheme !== 'untitled'),
      'none in the files of the sample workspace',
    );
  });

  it('say why a name was found', async () => {
    const document = await untitled('The DPRK’s capital');
    const { line, character } = positionOf(document, 'DPRK');
    const why = await vscode.commands.executeCommand<string>('dossier.explainMention', {
      uri: document.uri,
      line,
      character,
    });
    match(why, /"DPRK" is an alias of North Korea/u);
  });

  it('answer a wrong argument with undefined, and go on', async () => {
    for (const [command, argument] of [
      ['dossier.open', { kind: 'fact', key: 'no/such' }],
      ['dossier.open', { kind: 'nonsense' }],
      ['dossier.open', 42],
      ['dossier.openToSide', { kind: 'topic', key: 'no/such' }],
      ['dossier.showTimeline', { kind: 'figure', key: 'france-north-korea' }],
      ['dossier.showTimeline', { kind: 'topic', key: 'no/such' }],
      ['dossier.showFigures', { kind: 'dossier', key: 'france-north-korea' }],
      ['dossier.showFigures', 7],
      ['dossier.copyFact', 'no/such'],
      ['dossier.insertFact', { key: 7 }],
      ['dossier.showFactsOfName', 'no/such'],
      ['dossier.search', 'jack'],
      ['dossier.explainMention', { uri: 'x' }],
      ['dossier.showFactsAtCursor', { line: -1 }],
    ] as const) {
      const result = await vscode.commands.executeCommand(command, argument);
      ok(result === undefined || result === false, `${command} returned ${JSON.stringify(result)}`);
    }
  });

  it('load the dossiers again', async () => equal(await vscode.commands.executeCommand('dossier.reload'), 1));

  it('reveal a fact in the tree', async () => {
    await vscode.commands.executeCommand('dossier.topics.focus');
    equal(await vscode.commands.executeCommand('dossier.revealInTree', { kind: 'fact', key: fact }), true);
    deepEqual(
      await vscode.commands.executeCommand('dossier.revealInTree', { kind: 'fact', key: 'no/such' }),
      false,
    );
  });
});

/** Waits until a reader has the title, which VS Code changes a moment after the command. */
function readerTitled(title: string): Promise<vscode.Tab> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => readers().find(({ label }) => label === title));
}

function readers(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      (tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('dossier.reader'),
    );
}
