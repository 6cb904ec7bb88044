import assert from 'node:assert/strict';
import { useWorkbench } from './support/session';

describe('Dossier installed in VS Code', () => {
  const workbench = useWorkbench({ files: { 'notes.md': 'A line.\nJack Lang went to Pyongyang.\n' } });

  it('lists its topics in the side bar', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    assert.ok((await topics.labels()).length > 0);
  });

  it('shows a card where a known name stands under the mouse', async () => {
    await workbench().openFile('notes.md', 2, 1);
    assert.match(await workbench().editor.hoverOver('Jack Lang'), /Jack Lang/);
  });

  it('opens the search from the palette', async () => {
    await workbench().runCommand('Dossier: Search');
    await workbench().quickInput.opened();
    await workbench().press('Escape');
    await workbench().quickInput.closed();
  });
});
