import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

describe('The Topics and Names views', () => {
  const workbench = useWorkbench({ files: { 'notes.md': 'Here: \n' } });

  before(async () => {
    await workbench().showDossier();
    await workbench().tree('Topics').unfold();
    await workbench().tree('In This Document').fold();
    await workbench().tree('Names').fold();
  });

  it('unfold from the dossier to topics, sections and facts, with counts', async () => {
    const topics = workbench().tree('Topics');
    await topics.expand('France–North Korea relations');
    await topics.expand('Economic relations');
    await topics.labels((labels) => labels.length > 6);
    const description = topics.row('Economic relations').locator('.label-description');
    assert.equal(await description.innerText(), '3');
  });

  it('open the reader at the fact that is clicked, and mark it there', async () => {
    const topics = workbench().tree('Topics');
    await topics.expand('Trade');
    await topics.click(/€24 million|24 million/);
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"]', { hasText: '24 million' }).waitFor();
  });

  it('follow the reader', async () => {
    const frame = await workbench().reader().frame();
    await frame.locator('.pager a, .pager button').last().click();
    const selected = workbench().tree('Topics').pane.locator('.monaco-list-row.selected .label-name');
    const title = frame.locator('h1');
    await eventually(
      async () => [await selected.allInnerTexts(), await title.innerText()] as const,
      ([rows, heading]) => rows.some((row) => row.trim() === heading.trim()),
      'the selected row to be what the reader shows',
    );
  });

  it('copy a fact as Markdown with its source', async () => {
    await workbench()
      .tree('Topics')
      .inlineAction(/€24 million|24 million/, 'Copy as Markdown');
    const copied = await eventually(
      () => workbench().clipboard(),
      (text) => text.includes('24 million'),
      'the fact in the clipboard',
    );
    assert.match(copied, /\(\[France–North Korea relations\]\(<https:/);
  });

  it('insert a fact with its source at the cursor, and one undo takes it back', async () => {
    await workbench().openFile('notes.md', 1, 7);
    await workbench()
      .tree('Topics')
      .inlineAction(/€24 million|24 million/, 'Insert Fact');
    await eventually(
      () => workbench().editor.text(),
      (text) => /24 million\.\[\^1\][^]*\[\^1\]: [^]*Retrieved November 23, 2026/u.test(text),
      'the fact in the document',
    );
    await workbench().editor.focus();
    await workbench().press('Control+z');
    await eventually(
      () => workbench().editor.text(),
      (text) => !text.includes('24 million'),
      'the document as it was',
    );
  });

  it('list the names by kind, and the facts about each', async () => {
    const names = workbench().tree('Names');
    await workbench().tree('Topics').fold();
    await names.unfold();
    await names.expand('People');
    await names.expand('Jack Lang');
    await names.labels((labels) => labels.some((label) => label.includes('Pyongyang')));
  });

  it('can be walked without a mouse', async () => {
    await workbench().tree('Topics').unfold();
    await workbench().runCommand('Dossier: Focus on Topics View');
    const { page } = workbench();
    await page.locator('.pane .monaco-list:focus').waitFor();
    const focused = page.locator('.part.sidebar .monaco-list-row.focused .label-name');
    await workbench().press('Home');
    await focused.filter({ hasText: 'France–North Korea relations' }).first().waitFor();
    await workbench().press('ArrowDown');
    await focused.filter({ hasText: 'Overview' }).first().waitFor();
    await workbench().press('Enter');
    await workbench()
      .reader()
      .text((text) => text.includes('Overview'));
  });
});
