import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

const KNOWN =
  '% mine\n@online{wiki, title = {A title of my own}, url = {https://en.wikipedia.org/wiki/France–North_Korea_relations}}\n';
const OWN = '% mine\r\n@book{b, title = {Own}}\r\n';

const files = {
  'hover.md': 'Jack Lang went there. He came back.\n',
  'cursors.md': 'One: \nTwo: \n',
  'complete.md': 'In 2009 Jack Lang went there.\n\n',
  'paper.tex':
    '\\documentclass{article}\n\\addbibresource{known.bib}\n\\begin{document}\nThey traded.\n\\end{document}\n',
  'paper.md': '---\nbibliography: own.bib\n---\n\nThey traded.\n',
  'known.bib': KNOWN,
  'own.bib': OWN,
  'listed.md': '---\nbibliography: listed.bib\n---\n\nIn 2009 Jack Lang went there.\n',
  'listed.bib': '',
  'style.txt': 'They traded.\n',
  'broken.csl':
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">\n<citation><layout><group>\n</layout></citation></style>\n',
  'kept.md': 'They traded.\n',
};

describe('Facts in a text', () => {
  const workbench = useWorkbench({ files });

  // Heard of by VS Code while the first tests run.
  before(() => workbench().setting('files.readonlyInclude', { '**/kept.md': true }));

  /** The text, once it is accepted; where lines are wrapped does not show in it. */
  const text = (accept: (text: string) => boolean, what: string): Promise<string> =>
    eventually(async () => (await workbench().editor.text()).replace(/\s+/gu, ' ').trim(), accept, what);
  const seen = (pattern: RegExp): Promise<string> => text((now) => pattern.test(now), String(pattern));
  const undone = async (before: string): Promise<void> => {
    await workbench().editor.focus();
    await workbench().press('Control+z');
    await text(
      (shown) => shown === before.replace(/\s+/gu, ' ').trim(),
      'the document as it was after one undo',
    );
  };
  const onDisk = (name: string): Promise<string> => readFile(join(workbench().folder, name), 'utf8');

  /** Chooses a fact in the search that a command asks with. */
  const chooseFact = async (): Promise<void> => {
    await workbench().quickInput.opened();
    await workbench().quickInput.type('imports 2005');
    await workbench().quickInput.items((items) => items[0]?.includes('24 million') === true);
    await workbench().press('Enter');
    await workbench().quickInput.closed();
  };

  it('go in from the card by the keyboard alone, behind the sentence, and out by one undo', async () => {
    const { page } = workbench();
    await workbench().openFile('hover.md', 1, 3);
    await workbench().press('Control+Alt+u');
    await workbench().editor.card((card) => card.includes('Jack Lang'));
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await eventually(
      async () => {
        await workbench().press('Tab');
        return focused();
      },
      (link) => link === 'Insert fact',
      'the focus on “Insert fact”',
    );
    await workbench().press('Enter');
    await seen(/^Jack Lang went there\. [^[]+\.\[\^1\] He came back\. \[\^1\]: /u);
    await undone(files['hover.md']);
  });

  it('offer the line that their licence asks for', async () => {
    await workbench().answer(/is under CC-BY-SA-4\.0/u, 'Add Line');
    await seen(/came back\. Contains facts from “France–North Korea relations” .+ CC BY-SA 4\.0/u);
  });

  it('go in at each cursor with one note, and out by one undo', async () => {
    await workbench().openFile('cursors.md', 1, 6);
    await workbench().runCommand('Add Cursor Below');
    await workbench().page.locator('.part.statusbar', { hasText: '2 selections' }).waitFor();
    await workbench().runCommand('Dossier: Insert Fact with Citation');
    await chooseFact();
    await seen(/^One: ([^[]+\.)\[\^1\] Two: \1\[\^1\] \[\^1\]: [^[]+$/u);
    await undone(files['cursors.md']);
  });

  it('are offered behind @@, those that fit the sentence first', async () => {
    await workbench().openFile('complete.md', 3);
    await workbench().editor.type('@@');
    const rows = workbench().page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    await rows.first().filter({ hasText: '2009' }).waitFor();
    await workbench().press('Enter');
    await seen(/^In 2009 Jack Lang went there\. [^@[]+2009[^@[]+\[\^1\] \[\^1\]: /u);
    await workbench().press('Control+z');
    await text((now) => !now.includes('[^1]'), 'the document without the fact after one undo');
  });

  it('are offered behind @@ and a word only where they have the word, as it is typed', async () => {
    await workbench().openFile('complete.md', 3);
    await workbench().press('End');
    await workbench().editor.type('@@cuba');
    const rows = workbench().page.locator('.suggest-widget.visible .monaco-list-row');
    await eventually(
      () => rows.allInnerTexts(),
      (texts) => texts.length > 0 && texts.length < 4,
      'the facts with Cuba alone',
    );
    await workbench().press('Enter');
    await seen(/Cuba[^@[]*\[\^1\] \[\^1\]: /u);
    await workbench().press('Control+z');
  });

  it('go from the reader into the document that it covers, and cite the entry that the bibliography has', async () => {
    await workbench().openFile('paper.tex', 4, 13);
    await workbench().quickInput.openAndType('Control+Alt+y', 'Dossier: Search', 'kind:fact imports 2005');
    await workbench().quickInput.items((items) => items[0]?.includes('24 million') === true);
    await workbench().press('Enter');
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"] .factMore').click();
    await frame.locator('.factAction', { hasText: 'Insert with Citation' }).click();
    await seen(/ They traded\. In 2005 [^~]+24 million~\\cite\{wiki\}\. \\end/u);
    assert.equal(await onDisk('known.bib'), KNOWN);
  });

  it('go from the search into a text with keys, and the entry behind what the bibliography holds', async () => {
    await workbench().openFile('paper.md', 5, 13);
    await workbench().quickInput.openAndType('Control+Alt+y', 'Dossier: Search', 'kind:fact imports 2005');
    await workbench().quickInput.items((items) => items[0]?.includes('24 million') === true);
    await workbench().press('Control+Alt+i');
    await workbench().quickInput.closed();
    await seen(/24 million \[@france-north-korea-relations\]\./u);
    const bib = await eventually(
      () => onDisk('own.bib'),
      (now) => now !== OWN && now.endsWith('}\r\n'),
      'the entry in the bibliography',
    );
    assert.ok(bib.startsWith(OWN), bib);
    assert.match(bib.slice(OWN.length), /^\r\n@online\{france-north-korea-relations,\r\n[^@]+\r\n\}\r\n$/u);

    await undone(files['paper.md']);
    await eventually(
      () => onDisk('own.bib'),
      (now) => now === OWN,
      'the bibliography as it was after one undo',
    );
    await workbench().press('Control+y');
    await seen(/24 million \[@france-north-korea-relations\]\./u);
    await eventually(
      () => onDisk('own.bib'),
      (now) => now === bib,
      'the entry in the bibliography again',
    );
  });

  it('go from the list behind @@ into a text with keys, and out with their entry by one undo', async () => {
    await workbench().openFile('listed.md', 5, 30);
    await workbench().editor.type(' @@');
    await workbench().page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await workbench().press('Enter');
    await seen(/Jack Lang went there\. [^@]+ \[@france-north-korea-relations\]\.$/u);
    await eventually(
      () => onDisk('listed.bib'),
      (now) => now.includes('@online{france-north-korea-relations,'),
      'the entry in the bibliography',
    );
    await workbench().press('Control+z');
    await text((now) => !now.includes('[@'), 'the document without the fact after one undo');
    await eventually(
      () => onDisk('listed.bib'),
      (now) => now === '',
      'the bibliography as it was after one undo',
    );
  });

  it('are not cited by a style that is damaged: a message says in which line', async () => {
    await workbench().setting('dossier.citation.style', 'broken.csl');
    // Once this shows, VS Code has heard of the style too.
    await workbench().theme('light');
    await workbench().openFile('style.txt', 1, 1);
    await workbench().runCommand('Dossier: Insert Fact with Citation');
    await chooseFact();
    assert.match(await workbench().notification(/broken\.csl/u), /Line 3: <\/layout> stands where <group>/u);
    assert.equal((await workbench().editor.text()).trim(), 'They traded.');
    await workbench().runCommand('Notifications: Hide Notifications');
    await workbench().setting('dossier.citation.style', undefined);
  });

  it('are listed with their sources', async () => {
    await workbench().openFile('paper.md', 5, 1);
    await workbench().press('Control+End');
    await workbench().runCommand('Dossier: Insert List of Sources');
    await seen(/## Sources ::: \{#refs\} :::/u);
  });

  it('do not go into a document that is read-only, which a message says', async () => {
    await workbench().openFile('kept.md', 1, 1);
    await workbench().page.locator('.tab.active [class*="-iconBadge-"]').waitFor();
    await workbench().runCommand('Dossier: Insert Fact with Citation');
    await chooseFact();
    assert.match(await workbench().notification(/cannot be changed/u), /Open one that can/u);
    assert.equal((await workbench().editor.text()).trim(), 'They traded.');
    await workbench().runCommand('Notifications: Hide Notifications');
  });

  it('leave with their topic as a page and as a table', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.expand('France–North Korea relations');
    for (const [format, begin] of [
      ['HTML', /^<!doctype html> <html lang="en"/u],
      ['CSV', /^kind,/u],
    ] as const) {
      await topics.contextAction('Economic relations', 'Export');
      await workbench().quickInput.type(format);
      await workbench().quickInput.items((items) => items.length === 2);
      await workbench().press('ArrowDown');
      await workbench().press('Enter');
      await workbench().quickInput.closed();
      await seen(new RegExp(`${begin.source}[^]*€24 million`, 'u'));
    }
  });
});
