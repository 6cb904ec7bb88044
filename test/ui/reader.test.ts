import axe from 'axe-core';
import assert from 'node:assert/strict';
import { eventually, patienceMs } from './support/eventually';
import { useWorkbench } from './support/session';
import { themes, type ThemeName } from './support/workbench';

describe('The reader', () => {
  const workbench = useWorkbench({ files: { 'notes.md': 'Jack Lang\n' } });

  async function openLang(): Promise<void> {
    // By its key: the palette gives the focus back to the reader while the search already opens.
    await workbench().quickInput.openAndType(
      'Control+Alt+y',
      'Dossier: Search',
      'travelled pyongyang special envoy himself called',
    );
    // Only the whole query finds just this one: what is accepted then is not a row of an earlier list.
    await workbench().quickInput.items(
      (rows) => rows.length === 1 && rows[0]!.includes('On 9 November 2009'),
    );
    await workbench().quickInput.accept(/On 9 November 2009 Jack Lang travelled/);
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"]', { hasText: '9 November 2009' }).waitFor();
  }

  it('shows the section of a fact with breadcrumb, names as links, dates and sources', async () => {
    await openLang();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"]', { hasText: '9 November 2009' }).waitFor();
    assert.match(
      await frame.locator('nav.breadcrumb').innerText(),
      /France–North Korea relations[^]*History/,
    );
    assert.ok((await frame.locator('.fact a, .fact button', { hasText: 'Jack Lang' }).count()) > 0);
    assert.ok((await frame.locator('time').count()) > 0);
    assert.match(await frame.locator('body').innerText(), /CC-BY-SA-4\.0/);
  });

  it('goes to the next section and back by the keyboard', async () => {
    const frame = await workbench().reader().frame();
    const before = await frame.locator('h1').innerText();
    const step = async (index: 'first' | 'last'): Promise<string> => {
      const old = await frame.locator('h1').innerText();
      await frame.locator('.pager .step')[index]().focus();
      await workbench().press('Enter');
      return eventually(
        () => frame.locator('h1').innerText(),
        (title) => title !== old,
        'another section',
      );
    };
    assert.notEqual(await step('last'), before);
    assert.equal(await step('first'), before);
  });

  it('shows the facts of a name that is clicked in the text', async () => {
    await openLang();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact a, .fact button', { hasText: 'Pyongyang' }).first().click();
    await workbench().quickInput.items((rows) => rows.some((row) => row.includes('Pyongyang')));
    await workbench().press('Escape');
    await workbench().quickInput.closed();
  });

  it('is still there, at the same section, after the window was loaded again', async () => {
    await openLang();
    const title = await (await workbench().reader().frame()).locator('h1').innerText();
    await workbench().reload();
    // The extension host starts anew, which takes as long as opening a window does.
    await workbench()
      .reader()
      .text((text) => text.includes(title), 3 * patienceMs);
  }).timeout(180_000);

  it('has nothing that axe objects to, in any theme', async () => {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      await workbench().theme(theme);
      const frame = await workbench().reader().frame();
      await frame.locator('h1').waitFor();
      // As a string, it is evaluated by the debugger, which the reader's CSP does not bind.
      const results = await frame.evaluate<string[]>(`${axe.source};
        axe.run(document, { resultTypes: ['violations'] }).then((result) =>
          result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`);
      assert.deepEqual(results, [], theme);
    }
  });

  it('opens another one to the side', async () => {
    await workbench().closeEditors();
    await openLang();
    await workbench().showDossier();
    await workbench().tree('Topics').contextAction('Overview', 'Open to the Side');
    await workbench()
      .reader(1)
      .text((text) => text.includes('Overview'));
  });
});
