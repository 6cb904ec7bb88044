import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

const IMPORTS = /^In 2005 France's imports/u;
const JACK = /^In late 2009 Nicolas Sarkozy/u;

describe('Pins', () => {
  const workbench = useWorkbench({ files: { 'hover.md': 'Jack Lang went there.\n' } });
  const pinned = () => workbench().tree('Pinned');

  interface Entry {
    readonly kind: string;
    readonly text?: string;
    readonly note?: readonly string[];
  }
  /** What the file of the workspace holds, once it is accepted. */
  const kept = (accept: (pins: readonly Entry[]) => boolean, what: string): Promise<readonly Entry[]> =>
    eventually(
      async () => {
        const text = await readFile(join(workbench().folder, '.vscode', 'dossier-pins.json'), 'utf8');
        return (JSON.parse(text) as { pins: readonly Entry[] }).pins;
      },
      accept,
      what,
    );
  const noteIs = (...lines: string[]): Promise<unknown> =>
    kept(
      (pins) => pins.some(({ note }) => note?.join('\n') === lines.join('\n')),
      `the note "${lines.join()}"`,
    );
  /** The labels of the view in order, as far as the patterns go. */
  const order = (...patterns: readonly RegExp[]): Promise<unknown> =>
    pinned().labels((labels) => patterns.every((pattern, at) => pattern.test(labels[at] ?? '')));

  before(async () => {
    await workbench().showDossier();
    for (const view of ['In This Document', 'Names']) await workbench().tree(view).fold();
    await pinned().unfold();
  });

  it('say where they come from while there are none', async () => {
    await pinned().pane.locator('.welcome-view', { hasText: 'Nothing is pinned yet' }).waitFor();
  });

  it('are made from the card, by the keyboard alone', async () => {
    const { page } = workbench();
    await workbench().openFile('hover.md', 1, 3);
    await workbench().press('Control+Alt+u');
    await workbench().editor.card((card) => card.includes('Jack Lang'));
    await eventually(
      async () => {
        await workbench().press('Tab');
        return page.evaluate(() => document.activeElement?.textContent ?? '');
      },
      (link) => link === 'Pin',
      'the focus on “Pin”',
    );
    await workbench().press('Enter');
    await pinned().labels((labels) => labels.length === 1);
    await order(JACK);
    await workbench().press('Escape');
  });

  it('are made in the search, which stays open, and in the views', async () => {
    const { quickInput } = workbench();
    await quickInput.openAndType('Control+Alt+y', 'Dossier: Search', 'imports 2005');
    await quickInput.items((items) => items[0]?.includes('24 million') === true);
    await quickInput.button('24 million', 'Pin');
    await order(JACK, IMPORTS);
    const unpin = quickInput.rows.first().locator('.action-label[aria-label^="Unpin"]');
    await unpin.waitFor({ state: 'attached' });
    await workbench().press('Escape');
    await quickInput.closed();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.expand('France–North Korea relations');
    await topics.inlineAction('Economic relations', 'Pin');
    await order(JACK, IMPORTS, /^Economic relations$/u);
    // The tree says that it is pinned: its button takes the pin away.
    await topics.inlineAction('Economic relations', 'Unpin');
    await pinned().labels((labels) => labels.length === 2);
    await topics.fold();
  });

  it('are made in the reader, which marks them', async () => {
    await pinned().click(IMPORTS);
    const frame = await workbench().reader().frame();
    await frame.locator('.fact.pinned', { hasText: '24 million' }).waitFor();
    const fact = frame.locator('.fact:not(.pinned)').first();
    const key = await fact.getAttribute('id');
    await fact.hover();
    await fact.locator('.factMore').click();
    await frame.locator('.factActions .factAction', { hasText: /^Pin$/u }).click();
    await frame.locator(`.fact.pinned[id="${key!}"]`).waitFor();
    await pinned().labels((labels) => labels.length === 3);
    await frame.locator('.factActions .factAction', { hasText: /^Unpin$/u }).click();
    await pinned().labels((labels) => labels.length === 2);
    await workbench().closeEditors();
  });

  it('have a note: written, saved, and undone', async () => {
    await pinned().contextAction(IMPORTS, 'Edit Note…');
    const tab = workbench().page.locator('.tab.active', { hasText: /^In 2005 France's imports .+…\.md/u });
    await tab.waitFor();
    await workbench().editor.focus();
    await workbench().editor.type('Ask them');
    await workbench().press('Control+s');
    await noteIs('Ask them');
    await workbench().editor.type(' again');
    await workbench().press('Control+s');
    await noteIs('Ask them again');
    await workbench().press('Control+z');
    await workbench().press('Control+s');
    await noteIs('Ask them');
    const description = pinned().row(IMPORTS).locator('.label-description');
    await eventually(
      () => description.innerText(),
      (text) => text === 'Ask them',
      'the note beside the pin',
    );
  });

  it('are dragged onto another, which they then stand before, and into a folder', async () => {
    await pinned().drag(IMPORTS, JACK);
    await order(IMPORTS, JACK);
    await pinned().pane.locator('.pane-header').hover();
    await pinned().pane.locator('.action-label[aria-label^="New Folder"]').click();
    await workbench().quickInput.opened();
    await workbench().quickInput.type('Talks');
    await workbench().press('Enter');
    await order(IMPORTS, JACK, /^Talks$/u);
    await pinned().drag(IMPORTS, 'Talks');
    await order(JACK, /^Talks$/u, IMPORTS);
    await kept((pins) => pins.at(-1)?.text?.startsWith('In 2005') === true, 'the pin in its folder');
  });

  it('are dragged out of another view to the place that they are dropped on', async () => {
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.expand('France–North Korea relations');
    await topics.drag('Economic relations', JACK, pinned());
    await order(/^Economic relations$/u, JACK, /^Talks$/u);
    await topics.inlineAction('Economic relations', 'Unpin');
    await order(JACK, /^Talks$/u, IMPORTS);
    await topics.fold();
  });

  it('are all there after a reload of the window, with the note in its editor', async () => {
    await workbench().reload();
    await workbench().showDossier();
    await pinned().unfold();
    await order(JACK, /^Talks$/u, IMPORTS);
    await workbench()
      .page.locator('.tab', { hasText: /^In 2005 France's imports/u })
      .click();
    await eventually(
      () => workbench().editor.text(),
      (text) => text.trim() === 'Ask them',
      'the note after the reload',
    );
  });

  it('stand by topic where one wants that', async () => {
    await workbench().runCommand('Dossier: Show Pins by Topic');
    await pinned().labels((labels) => labels.includes('Economic relations') && !labels.includes('Talks'));
    await workbench().runCommand('Dossier: Show Pins in Folders');
    await pinned().labels((labels) => labels.includes('Talks'));
  });

  it('are exported with their notes', async () => {
    await workbench().runCommand('Dossier: Export Pins…');
    await workbench().quickInput.items((items) => items.some((item) => item.startsWith('CSV')));
    await workbench().quickInput.type('Markdown');
    await workbench().quickInput.items((items) => items.length === 2);
    await workbench().press('ArrowDown');
    await workbench().press('Enter');
    await eventually(
      () => workbench().editor.text(),
      (text) => text.startsWith('# Pins') && text.includes('> Ask them') && text.includes('CC-BY-SA-4.0'),
      'the exported pins',
    );
    await workbench().closeEditors();
  });

  it('stand on the overview of their dossier', async () => {
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.contextAction('France–North Korea relations', 'Open in Reader');
    const frame = await workbench().reader().frame();
    const latest = frame.locator('section.part', { has: frame.locator('h2', { hasText: 'Latest pins' }) });
    await latest.locator('li', { hasText: '24 million' }).waitFor();
    await latest.locator('a', { hasText: '24 million' }).click();
    await frame.locator('.fact[aria-current="true"].pinned', { hasText: '24 million' }).waitFor();
    await workbench().closeEditors();
    await topics.fold();
  });

  it('are moved by keys where the focus is, whatever is selected', async () => {
    await pinned().click(IMPORTS);
    // The reader takes the focus once it shows the fact.
    const frame = await workbench().reader().frame();
    await frame.locator('.fact:focus', { hasText: '24 million' }).waitFor();
    await workbench().runCommand('Dossier: Focus on Pinned View');
    await workbench().press('ArrowUp');
    await workbench().press('ArrowUp');
    await workbench().press('Alt+ArrowDown');
    await order(/^Talks$/u, IMPORTS, JACK);
    await workbench().press('Alt+ArrowUp');
    await order(JACK, /^Talks$/u, IMPORTS);
    await workbench().closeEditors();
  });

  it('go by a key, and come back by “Undo” with all they had', async () => {
    await pinned()
      .row(IMPORTS)
      .click({ position: { x: 80, y: 10 } });
    // The reader takes the focus once it shows the fact.
    const frame = await workbench().reader().frame();
    await frame.locator('.fact:focus', { hasText: '24 million' }).waitFor();
    await pinned().pane.locator('.monaco-list').focus();
    await workbench().press('Delete');
    await pinned().labels((labels) => !labels.some((label) => label.startsWith('In 2005')));
    await workbench().answer(/^Unpinned "In 2005/u, 'Undo');
    await order(JACK, /^Talks$/u, IMPORTS);
    await noteIs('Ask them');
  });
});
