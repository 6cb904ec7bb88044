import axe from 'axe-core';
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/session';
import { themes, type ThemeName } from './support/workbench';

describe('Timelines and figures', () => {
  const workbench = useWorkbench();

  const dossier = 'France–North Korea relations';

  async function showTimeline(): Promise<Frame> {
    await workbench().runCommand('Dossier: Show Timeline');
    await workbench().quickInput.accept(dossier);
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    await frame.locator('.axis [role="option"]').first().waitFor();
    return frame;
  }

  const options = (frame: Frame): Promise<string[]> =>
    frame
      .locator('.axis [role="option"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));

  /** Axe in the reader. As a string, it is evaluated by the debugger, which the reader's CSP does not bind. */
  const violations = (frame: Frame): Promise<string[]> =>
    frame.evaluate<string[]>(`${axe.source};
      axe.run(document, { resultTypes: ['violations'] }).then((result) =>
        result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`);

  async function axeInAllThemes(frame: Frame): Promise<void> {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      await workbench().theme(theme);
      assert.deepEqual(await violations(frame), [], theme);
    }
    await workbench().theme('light');
  }

  it('shows the timeline of a dossier, which the filter narrows to the facts about a name', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await topics.contextAction(dossier, 'Show Timeline');
    const frame = await workbench().reader().frame();
    await frame.locator('.axis [role="option"]').first().waitFor();
    const all = await options(frame);
    await frame.getByLabel('Name', { exact: true }).fill('Jack Lang');
    const narrowed = await eventually(
      () => options(frame),
      (now) => now.length < all.length,
      'fewer dates',
    );
    assert.ok(
      narrowed.some((label) => label.startsWith('9 November 2009: ')),
      narrowed.join('\n'),
    );
    const listed = await frame.locator('.datedFacts li').allInnerTexts();
    assert.ok(listed.some((text) => text.startsWith('9 November 2009')));
    assert.equal(listed.length, narrowed.length);
  });

  it('is used by keyboard: chooses a fact, zooms, and opens the section', async () => {
    const frame = await workbench().reader().frame();
    const axis = frame.locator('.axis');
    await axis.focus();
    await workbench().press('End');
    await frame.locator('.axis [aria-selected="true"]').waitFor();
    const chosen = await frame.locator('.chosenFact').innerText();
    const id = await axis.getAttribute('aria-activedescendant');
    assert.equal(id, await frame.locator('.axis [aria-selected="true"]').getAttribute('id'));
    const ticks = (): Promise<string> => frame.locator('.axis .ticks text').allInnerTexts().then(String);
    const before = await ticks();
    await workbench().press('+');
    await workbench().press('+');
    await eventually(ticks, (now) => now !== before, 'a closer view');
    await workbench().press('0');
    await eventually(ticks, (now) => now === before, 'the whole again');
    const [, sentence = ''] = chosen.split('\n').filter((line) => line.trim() !== '');
    await workbench().press('Enter');
    await frame.locator('article .fact[aria-current="true"]', { hasText: sentence.slice(0, 40) }).waitFor();
    assert.equal(await frame.locator('.axis').count(), 0);
  });

  it('zooms by the wheel and chooses by a click', async () => {
    const frame = await showTimeline();
    const count = (await options(frame)).length;
    const last = (await frame.locator('.axis [role="option"]').last().locator('.hit').boundingBox())!;
    await workbench().page.mouse.move(last.x + last.width / 2, last.y + last.height / 2);
    // A wheel that has just scrolled the page would go on to do so.
    await eventually(
      async () => {
        await workbench().page.mouse.wheel(0, -200);
        return options(frame);
      },
      (now) => now.length !== count,
      'another view',
    );
    const [first] = await options(frame);
    await frame.locator('.axis [role="option"]').first().locator('circle, .reach').first().click();
    const chosen = await eventually(
      () => frame.locator('.chosenFact').innerText(),
      (text) => text !== '',
      'a chosen fact',
    );
    assert.ok(first!.startsWith(chosen.split('\n')[0]!), `${first!} / ${chosen}`);
  });

  it('has nothing that axe objects to, in any theme', async () => {
    await axeInAllThemes(await showTimeline());
  });

  async function showFigures(topic: string): Promise<Frame> {
    await workbench().runCommand('Dossier: Show Figures');
    await workbench().quickInput.accept(topic);
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    await frame.locator('.drawing svg').first().waitFor();
    return frame;
  }

  it('shows the trade of 2005 as a chart, and as a table too', async () => {
    const frame = await showFigures('Economic relations');
    const chart = frame.locator('figure.chart').first();
    assert.match(await chart.locator('figcaption').innerText(), /, 2005[^]*Euro \(EUR\)[^]*Source: /u);
    const drawn = chart.locator('.drawing svg');
    assert.deepEqual(await drawn.locator('.barValue text').allTextContents(), [
      '24 million euros',
      '6 million euros',
    ]);
    const said = (await drawn.getAttribute('aria-label')) ?? '';
    assert.match(said, /Imports: 24 million euros; Exports: 6 million euros/u);
    await chart.getByRole('button', { name: 'Show as Table' }).press('Enter');
    const rows = chart.locator('tbody tr');
    assert.match(
      (await rows.allInnerTexts()).join('\n'),
      /Imports\s+2005\s+24,000,000 euros[^]*Exports\s+2005\s+6,000,000 euros/u,
    );
    assert.equal(await drawn.isVisible(), false);
    await chart.getByRole('button', { name: 'Show as Chart' }).press('Enter');
    await drawn.waitFor();
  });

  it('copies a chart as CSV, SVG and PNG', async () => {
    const frame = await showFigures('Economic relations');
    const chart = frame.locator('figure.chart').first();
    const copied = async (as: string, accept: (text: string) => boolean): Promise<string> => {
      await chart.getByRole('button', { name: `Copy as ${as}` }).click();
      return eventually(() => workbench().clipboard(), accept, `the ${as} in the clipboard`);
    };
    const csv = await copied('CSV', (text) => text.startsWith('chart,'));
    assert.match(csv, /Imports,24000000,,Euro \(EUR\),2005[^]*Exports,6000000/u);
    const svg = await copied('SVG', (text) => text.startsWith('<svg '));
    assert.match(svg, /24 million euros[^]*Source: /u);
    assert.doesNotMatch(svg, / (?:class|style)="|var\(/u);
    await chart.getByRole('button', { name: 'Copy as PNG' }).click();
    await chart.locator('[role="status"]', { hasText: 'Copied' }).waitFor();
    const types = await eventually(
      () =>
        workbench().page.evaluate(async () =>
          (await navigator.clipboard.read()).flatMap((item) => item.types),
        ),
      (all) => all.includes('image/png'),
      'a picture in the clipboard',
    );
    assert.ok(types.includes('image/png'));
  });

  it('has nothing that axe objects to in figures either', async () => {
    const frame = await showFigures('Economic relations');
    await frame.getByRole('button', { name: 'Show as Table' }).first().click();
    await axeInAllThemes(frame);
    await frame.getByRole('button', { name: 'Show as Chart' }).first().click();
    assert.deepEqual(await violations(frame), []);
  });
});
