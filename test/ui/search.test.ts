import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';

describe('The search, by keyboard alone', () => {
  const workbench = useWorkbench({ files: { 'notes.md': 'A line.\n\nHere: \n' } });
  const quickInput = () => workbench().quickInput;

  /** Opens the search, types, and waits for a first row. */
  const search = async (query: string, first: RegExp): Promise<string[]> => {
    await quickInput().openAndType('Control+Alt+y', 'Dossier: Search', query);
    return quickInput().items((items) => first.test(items[0] ?? ''));
  };
  const leave = async (): Promise<void> => {
    await workbench().press('Escape');
    await quickInput().closed();
  };

  it('tells of the filters, completes them, and narrows the results', async () => {
    await quickInput().open('Control+Alt+y', '');
    await quickInput().items((items) => items.some((item) => item.includes('before: after: has:')));
    await quickInput().type(':');
    await quickInput().items((items) => items.length === 8);
    await quickInput().type('kind:per');
    await quickInput().items((items) => items[0]?.startsWith('kind:person') === true);
    await workbench().press('Enter');
    await eventually(
      () => quickInput().box.inputValue(),
      (value) => value === 'kind:person ',
      'the completed filter',
    );
    await quickInput().items((items) => items.some((item) => item.startsWith('Jack Lang')));
    await workbench().page.keyboard.type('mitterrand');
    await quickInput().items((items) => items[0]?.includes('François Mitterrand') === true);
    await leave();
  });

  it('finds by a Korean name, in groups, and says why', async () => {
    await search('북한', /^North Korea.*also called: 북한.*Best/u);
    // The rows below the first may still be those of what was typed up to then.
    await quickInput().items((items) =>
      items.some((item) => item.includes('about: 북한') && item.includes('Facts')),
    );
    await leave();
  });

  it('has the first row ready for Enter, whatever was there a key before', async () => {
    await search('diplomat', /./u);
    await workbench().page.keyboard.type('s');
    await quickInput().items((items) => /ambassadors|diplomats/u.test(items[0] ?? ''));
    await quickInput().items((items) => items.some((item) => item.includes('Similar words')));
    const first = quickInput().rows.first();
    await eventually(
      () => first.getAttribute('class'),
      (classes) => classes?.includes('focused') === true,
      'the focus on the first row',
    );
    await leave();
  });

  it('offers the help while nothing is asked for, and says what a filter may have', async () => {
    await search('-', /before: after: has:/u);
    await quickInput().type('kind:xyz');
    await quickInput().items((items) => items[0]?.includes('kind: does not know "xyz"') === true);
    await quickInput().type('population of north korea');
    await quickInput().items((items) => items[0]?.includes('nearest') === true);
    await leave();
  });

  it('finds by a range of years', async () => {
    await search('kind:fact year:1980..1985', /1981|1984/u);
    await quickInput().items((items) =>
      items.filter((item) => !item.startsWith('Show')).every((item) => /198\d/u.test(item)),
    );
    await leave();
  });

  it('shows facts or names only, by its buttons', async () => {
    await search('mitterrand', /^François Mitterrand/u);
    const holds = async (query: string): Promise<void> => {
      await eventually(
        () => quickInput().box.inputValue(),
        (value) => value.trim() === query,
        `the query "${query}"`,
      );
    };
    await quickInput().clickButton('Facts Only');
    await holds('kind:fact mitterrand');
    await quickInput().items((items) => !items.some((item) => item.startsWith('François Mitterrand')));
    await quickInput().clickButton('Names Only');
    await holds('kind:name mitterrand');
    await quickInput().items((items) => items[0]?.startsWith('François Mitterrand') === true);
    await quickInput().clickButton('Names Only');
    await holds('mitterrand');
    await leave();
  });

  it('finds by a phrase', async () => {
    await search('"listening mission" kind:fact', /listening mission/u);
    await leave();
  });

  it('says that nothing is there', async () => {
    await search('xyzzy', /^Nothing in 1 dossier matches "xyzzy"/u);
    await leave();
  });

  it('shows the section beside the list as one moves, and leaves nothing behind', async () => {
    await workbench().openFile('notes.md', 1);
    const tabs = workbench().page.locator('.part.editor .tab');
    await search('kind:fact million', /million.*Facts/u);
    await workbench().press('Control+Alt+p');
    const marked = async (): Promise<string> =>
      (await workbench().reader().locator('.fact[aria-current="true"]')).innerText();
    const first = await eventually(marked, (fact) => fact.includes('million'), 'a preview');
    await workbench().press('ArrowDown');
    await eventually(marked, (fact) => fact !== first, 'the preview of the next fact');
    // The keys still go to the box.
    await workbench().page.keyboard.type(' imports');
    await eventually(marked, (fact) => fact.includes('imports'), 'the preview of another search');
    assert.equal(await quickInput().box.inputValue(), 'kind:fact million imports');
    await leave();
    await eventually(
      () => tabs.count(),
      (count) => count === 1,
      'the preview to be gone',
    );
  });

  it('finds a name that is spelled wrongly, and says what it looked for', async () => {
    await search('sarcozy', /^Nicolas Sarkozy.*sarkozy for sarcozy.*searched for sarkozy/u);
    await workbench().press('Enter');
    await quickInput().closed();
    await workbench()
      .reader()
      .text((text) => text.includes('Sarkozy'));
  });

  it('inserts a fact with its source where the cursor is', async () => {
    await workbench().openFile('notes.md', 3, 7);
    await search('kind:fact imports 2005', /24 million/u);
    await workbench().press('Control+Alt+i');
    await quickInput().closed();
    await eventually(
      () => workbench().editor.text(),
      (text) => /24 million\.\[\^1\][^]*\[\^1\]: [^]*Retrieved November 23, 2026/u.test(text),
      'the fact in the document',
    );
  });

  it('keeps searches that led somewhere, and starts them again', async () => {
    await quickInput().open('Control+Alt+y', '');
    await quickInput().items((items) => items[0]?.includes('kind:fact imports 2005') === true);
    await workbench().press('Enter');
    await quickInput().items((items) => (items[0] ?? '').includes('24 million'));
    await leave();
  });

  it('sends all to the sidebar, where they stay by topic until they are cleared', async () => {
    await search('"north korea" million', /million.*Facts/u);
    await workbench().press('Control+Alt+s');
    const results = workbench().tree('Search Results');
    await results.labels((labels) => labels[0] === 'Economic relations' && labels.length === 3);
    assert.match(
      await results.pane.locator('.pane-header .description').innerText(),
      /^2 · "north korea" million/u,
    );
    // The focus goes to the view: from there to a fact, and into the reader.
    await results.pane.locator('.monaco-list:focus').waitFor();
    const focused = results.pane.locator('.monaco-list-row.focused .label-name');
    await workbench().press('Home');
    await focused.filter({ hasText: 'Economic relations' }).waitFor();
    await workbench().press('End');
    await focused.filter({ hasText: 'In 2005' }).waitFor();
    await workbench().press('Enter');
    await workbench()
      .reader()
      .text((text) => text.includes('24 million') && text.includes('6 million'));
  });

  it('exports the results', async () => {
    await workbench().runCommand('Dossier: Export Search Results…');
    await quickInput().items((items) => items.some((item) => item.startsWith('CSV')));
    await quickInput().type('CSV');
    await quickInput().items((items) => items.length === 2);
    // The first goes to a file, the second into a new document.
    await workbench().press('ArrowDown');
    await workbench().press('Enter');
    await quickInput().closed();
    await eventually(
      () => workbench().editor.text(),
      (text) => text.startsWith('kind,') && text.includes('24 million') && text.includes('6 million'),
      'the facts as CSV',
    );
  });

  it('clears the results', async () => {
    await workbench().runCommand('Dossier: Clear Search Results');
    await workbench().tree('Search Results').pane.waitFor({ state: 'hidden' });
  });
});
