import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

const article = [
  'Lamps of the north coast',
  '',
  'The **North Lamp** is a lighthouse that Wilhelmina Storm built between 1881 and 1884 on Gannet Rock.',
  '',
  '## Keepers',
  '',
  'Wilhelmina Storm kept the lamp until 1899. The Northern Lights Society (NLS) paid £400 a year for it.',
  '',
  'In March 1901 the Northern Lights Society sent Hendrik Boor to Gannet Rock.',
  '',
].join('\n');

const draft = 'Here is Zora Bright with Hendrik Boor of the Northern Lights Society.\n';

describe('Dossiers of one’s own', () => {
  const workbench = useWorkbench({ files: { 'article.txt': article, 'notes.md': draft } });

  /** Answers a question of the quick input: types into it where there is something to type, and presses Enter. */
  const answer = async (question: RegExp, text?: string): Promise<void> => {
    const widget = workbench().page.locator('.quick-input-widget', { hasText: question });
    await widget.waitFor();
    if (text !== undefined) await workbench().quickInput.type(text);
    await workbench().press('Enter');
    await eventually(
      () => widget.isVisible(),
      (isVisible) => !isVisible,
      `an end of ${String(question)}`,
    );
  };
  /** The card that rests over a name of the draft, once it says what is wanted. */
  const cardOf = async (name: string, accept: (card: string) => boolean): Promise<void> => {
    await workbench().openFile('notes.md', 1, 1);
    // A name is underlined as soon as it is known; before that no card would come.
    await workbench()
      .page.locator('.editor-group-container.active .view-line span[class*="ced-"]', {
        hasText: name.split(' ')[0]!,
      })
      .first()
      .waitFor();
    await workbench().page.mouse.move(640, 700);
    await workbench().editor.hoverOver(name, { accept });
    await workbench().page.mouse.move(640, 700);
  };

  it('are made by a command, written to, and show on hover once they are saved', async () => {
    await workbench().runCommand('Dossier: New Dossier…');
    await answer(/What is the dossier about/, 'Reefs of the west');
    await workbench().quickInput.accept(/sample\/reefs-of-the-west/);
    const tab = workbench().page.locator('.tab.active[data-resource-name$=".md"]');
    await tab.waitFor();
    // The first sentence is selected: typing writes over it.
    await workbench().page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench().editor.type('Zora Bright opened the west reef to boats in 1911.');
    await workbench().press('Control+s');
    await workbench().openFile('notes.md', 1, 1);
    await workbench().runCommand('Dossier: Add Selection as a Name…');
    await answer(/as it stands in documents/, 'Zora Bright');
    await workbench().page.locator('.quick-input-widget', { hasText: 'Organisation' }).waitFor();
    await workbench().quickInput.type('person');
    await workbench().quickInput.accept(/person/i);
    // The box for the kind may still be there: what is typed into it would be lost.
    await answer(/Who or what is/, 'Pilot of the west reef');
    await cardOf('Zora Bright', (card) => card.includes('opened the west reef') && card.includes('Pilot'));
  });

  it('tell what is wrong in a file at its place, work on meanwhile, and are whole again after undo', async () => {
    await workbench().openFile('names.yaml', 1, 1);
    await workbench().editor.focus();
    await workbench().editor.type('"');
    const rows = await workbench().problems((all) => all.some((row) => row.includes('names.yaml')));
    assert.ok(
      rows.some((row) => /Ln 1|quot|map|YAML/iu.test(row)),
      rows.join('\n'),
    );
    await cardOf('Zora Bright', (card) => card.includes('opened the west reef'));
    await workbench().openFile('names.yaml');
    await workbench().editor.focus();
    await workbench().press('Control+z');
    await workbench().problems((all) => !all.some((row) => row.includes('names.yaml')));
  });

  it('are made of an article by accepting what is proposed, and are searched and shown on hover', async () => {
    await workbench().openFile('article.txt');
    await workbench().runCommand('Dossier: Import Article…');
    await workbench().quickInput.type('document');
    await workbench().quickInput.accept(/The document in the editor/);
    const widget = workbench().page.locator('.quick-input-widget');
    // The format is asked where the document's language does not tell it.
    await eventually(
      () => widget.innerText(),
      (text) => /format|names/iu.test(text),
      'the question for the format, or for the names',
    );
    if ((await widget.innerText()).includes('what it seems to be')) await workbench().press('Enter');
    await answer(/Import Article: names/);
    await answer(/title of the article/);
    await answer(/address where it was read/, 'https://example.org/lamps');
    await workbench().quickInput.accept('CC-BY-SA-4.0');
    await answer(/The day on which/);
    await workbench().quickInput.accept(/sample\/lamps-of-the-north-coast/);
    await cardOf('Hendrik Boor', (card) => card.includes('March 1901') && card.includes('CC-BY-SA-4.0'));
    await workbench().runCommand('Dossier: Search');
    await workbench().quickInput.type('wilhelmina lamp');
    const hits = await workbench().quickInput.items((items) => items.some((item) => item.includes('1899')));
    assert.ok(hits.length > 0);
    await workbench().quickInput.clickButton('This Dossier Only');
    await eventually(
      () => workbench().quickInput.box.inputValue(),
      (value) => value.includes('dossier:lamps-of-the-north-coast'),
      'the filter for the dossier of the first hit',
    );
    await workbench().quickInput.items((items) => items.some((item) => item.includes('1899')));
    await workbench().press('Escape');
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.labels((labels) => labels.some((label) => label.includes('Lamps of the north coast')));
  });

  it('are gone from the views and the reader once another program has deleted them', async () => {
    const topics = workbench().tree('Topics');
    await workbench().runCommand('Dossier: Search');
    await workbench().quickInput.type('wilhelmina storm lamp 1899');
    await workbench().quickInput.accept(/Wilhelmina Storm kept the lamp until 1899/);
    await workbench()
      .reader()
      .text((text) => text.includes('Wilhelmina Storm'));
    await rm(join(workbench().folder, 'lamps-of-the-north-coast'), { recursive: true });
    await workbench()
      .reader()
      .text((text) => text.includes('not here any more') && !text.includes('Wilhelmina'));
    await topics.labels((labels) => !labels.some((label) => label.includes('Lamps of the north coast')));
  });
});
