import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

const text = [
  'President Mitterand saw Pyongyang.',
  '',
  'Then Jack Lang went to Pyongyang for Nicolas Sarkozy, and Lang came back.',
  '',
  'Estonia, the DPRK’s friends, and Fritz Lang.',
  '',
].join('\n');

describe('Names in a document', () => {
  const workbench = useWorkbench({ files: { 'notes.md': text, 'leer.md': 'Nothing here.\n' } });
  const underlined = '.monaco-editor .view-line span[class*="ced-"]';

  before(() => workbench().openFile('notes.md', 3));

  it('show a card by the keyboard alone', async () => {
    await workbench().openFile('notes.md', 3, 7);
    await workbench().runCommand('Dossier: Show Facts at Cursor');
    const card = await workbench().editor.card((shown) => shown.includes('Jack Lang'));
    assert.match(card, /Person/);
    await workbench().press('Escape');
  });

  it('are underlined at their first mention, at every one, or not at all', async () => {
    const count = (expected: (n: number) => boolean, what: string): Promise<number> =>
      eventually(() => workbench().page.locator(underlined).count(), expected, what);
    await workbench().openFile('notes.md', 1);
    const first = await count((n) => n > 0, 'underlined first mentions');
    await workbench().setting('dossier.decorations', 'underline');
    const all = await count((n) => n > first, 'more underlined mentions');
    assert.ok(all > first);
    await workbench().setting('dossier.decorations', 'off');
    await count((n) => n === 0, 'no underlined mention');
    await workbench().setting('dossier.decorations', undefined);
    await count((n) => n === first, 'underlined first mentions again');
  });

  it('are listed in the side bar, those of the cursor’s paragraph first, and counted in the status bar', async () => {
    await workbench().openFile('notes.md', 3);
    await workbench().showDossier();
    const view = workbench().tree('In This Document');
    await view.unfold();
    await view.labels((labels) => labels[0] === 'Pyongyang' || labels[0] === 'Jack Lang');
    await workbench().openFile('notes.md', 5);
    await view.labels((labels) => labels[0] === 'Estonia');
    await workbench()
      .page.locator('.statusbar-item[id="dossier.dossier.dossier.count"], .statusbar-item', {
        hasText: /^\s*5\s*$/,
      })
      .first()
      .waitFor();
    await workbench().openFile('leer.md', 1);
    await workbench().page.locator('.pane', { hasText: 'No known name stands' }).waitFor();
  });

  it('lead to their page by F12, and to other names from there', async () => {
    await workbench().openFile('notes.md', 3, 7);
    await workbench().press('F12');
    await workbench().page.locator('.tab.active', { hasText: 'Jack Lang.md' }).waitFor();
    await eventually(
      () => workbench().editor.text(),
      (shown) => shown.includes('9 November 2009'),
      'the facts',
    );
    await workbench().closeEditors();
  });

  it('complete while one types', async () => {
    await workbench().newUntitled('The visit of Mitt');
    const row = workbench().page.locator('.suggest-widget .monaco-list-row', {
      hasText: 'François Mitterrand',
    });
    await workbench().press('Control+Space');
    await row.first().waitFor();
    await workbench().press('Escape');
    await workbench().closeEditors();
  });

  it('that are nearly right are hinted at and put right, where that is switched on', async () => {
    await workbench().setting('dossier.nearMisses.enabled', true);
    await workbench().openFile('notes.md', 1, 12);
    await workbench().problems((rows) => rows.some((row) => row.includes('Mitterrand')));
    await workbench().openFile('notes.md', 1, 12);
    await workbench().press('Control+.');
    await workbench()
      .page.locator('.action-widget .monaco-list-row', { hasText: 'Mitterrand' })
      .first()
      .click();
    await eventually(
      () => workbench().editor.text(),
      (shown) => shown.includes('Mitterrand'),
      'the right spelling',
    );
    await workbench().press('Control+z');
    await workbench().setting('dossier.nearMisses.enabled', undefined);
  });

  it('say why they match, and stop matching when told to', async () => {
    await workbench().openFile('notes.md', 5, 15);
    await workbench().runCommand('Dossier: Why Does This Match?');
    assert.match(await workbench().notification(/DPRK/), /alias of North Korea/);
    await workbench().runCommand('Notifications: Hide Notifications');
    await workbench().runCommand("Dossier: Don't Match This");
    await workbench().quickInput.accept('This form, in this workspace');
    await workbench().editor.hoverOver('Estonia', { accept: (shown) => shown.includes('Estonia') });
    await workbench().editor.noCardOver('DPRK');
    await workbench().setting('dossier.names.ignore', undefined);
    await workbench().editor.hoverOver('Estonia', { accept: (shown) => shown.includes('Estonia') });
    await workbench().editor.hoverOver('DPRK', { accept: (shown) => shown.includes('North Korea') });
  });
});
