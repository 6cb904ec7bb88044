import assert from 'node:assert/strict';
import { useWorkbench } from './support/session';

const reefs = {
  'reefs/dossier.yaml': 'format: 1\nid: reefs\ntitle: Reefs of the west\nlanguage: en\n',
  'reefs/names.yaml': '- id: zora\n  label: Zora Bright\n  kind: person\n  description: A pilot.\n',
  'reefs/topics/a.md':
    '# Reefs\n\nZora Bright opened the west reef in 1911. See [this](command:workbench.action.quit) <b>reef</b>.\n',
  'notes.md': 'Here is Zora Bright with Jack Lang.\n',
};

describe('A workspace that nobody trusts', () => {
  const workbench = useWorkbench({ files: reefs, isRestricted: true });

  it('is in Restricted Mode, and shows its dossiers and the bundled one all the same', async () => {
    await workbench().page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await workbench().openFile('notes.md', 1, 1);
    await workbench()
      .page.locator('.editor-group-container.active .view-line span[class*="ced-"]', { hasText: 'Zora' })
      .first()
      .waitFor();
    const card = await workbench().editor.hoverOver('Zora Bright', {
      accept: (text) => text.includes('opened the west reef'),
    });
    assert.match(card, /A pilot/u);
    await workbench().page.mouse.move(640, 700);
    await workbench().editor.hoverOver('Jack Lang', { accept: (text) => text.includes('Pyongyang') });
    await workbench().page.mouse.move(640, 700);
  });

  it('is searched, and its text is text: no command link and no HTML is made of it', async () => {
    await workbench().runCommand('Dossier: Search');
    await workbench().quickInput.type('west reef 1911');
    await workbench().quickInput.accept(/Zora Bright opened the west reef/);
    const frame = await workbench().reader().frame();
    await frame.locator('.fact', { hasText: 'See this' }).waitFor();
    assert.equal(await frame.locator('a[href*="command:"], b').count(), 0);
  });
});
