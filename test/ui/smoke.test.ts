import assert from 'node:assert/strict';
import { useWorkbench } from './support/session';

describe('Dossier installed in VS Code', () => {
  const workbench = useWorkbench({
    files: { 'notes.md': 'A line.\n\nIn 2009 Jack Lang went to Pyongyang.\n' },
  });

  it('lists the bundled dossier and its topics in the side bar', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.expand('France–North Korea relations');
    await topics.labels((labels) =>
      ['Overview', 'History', 'Economic relations'].every((topic) => labels.includes(topic)),
    );
  });

  it('opens the reader at a topic that is clicked in the tree', async () => {
    await workbench().showDossier();
    await workbench().tree('Topics').click('Economic relations');
    const text = await workbench()
      .reader()
      .text((shown) => shown.includes('Economic relations'));
    assert.match(text, /million/);
  });

  it('shows a card where the mouse rests on a known name', async () => {
    await workbench().openFile('notes.md', 3);
    const card = await workbench().editor.hoverOver('Jack Lang', {
      accept: (shown) => shown.includes('Jack Lang'),
    });
    assert.match(card, /9 November 2009/);
    assert.match(card, /Sarkozy/);
  });

  it('shows no card beside a name', async () => {
    await workbench().openFile('notes.md', 3);
    await workbench().editor.hoverOver('Pyongyang', { accept: (shown) => shown.includes('Pyongyang') });
    await workbench().editor.noCardOver('A line');
  });

  it('finds a name in the search without a mouse, and Enter opens the reader', async () => {
    await workbench().runCommand('Dossier: Search');
    await workbench().quickInput.type('mitterand');
    const items = await workbench().quickInput.items((all) => all[0]?.includes('Mitterrand') === true);
    assert.match(items[0]!, /Mitterrand/);
    await workbench().press('Enter');
    await workbench().quickInput.closed();
    await workbench()
      .reader()
      .text((shown) => shown.includes('Mitterrand'));
  });
});
