import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { violations } from './support/axe';
import { eventually, patienceMs } from './support/eventually';
import { READER_WIDTHS, sizeReader, nothingStandsOut } from './support/readerPages';
import { useWorkbench } from './support/session';

/** A dossier that is written from right to left. */
const ARABIC = { dossier: 'ميناء تخيلي', topic: 'التجارة' };
const arabicFiles = {
  'arabic/dossier.yaml': `format: 1\nid: port\ntitle: ${ARABIC.dossier}\ndescription: ملف للاختبار.\nlanguage: ar\ntopics: [topics/trade.md]\n`,
  'arabic/names.yaml': '- id: port\n  label: مرفأ الشمال\n  kind: place\n  description: مكان متخيل.\n',
  'arabic/topics/trade.md': [
    `---\ntitle: ${ARABIC.topic}\nsummary: ما دخل المرفأ وما خرج منه.\n---\n\n## الأرقام`,
    ':fact[استقبل مرفأ الشمال 240 سفينة.]{#ships when=2005}',
    ':fact[زار مرفأ الشمال 310 سفن.]{#more when=2006}',
    ':fact[افتتح مرفأ الشمال رصيفا جديدا.]{#quay when=2007-03/2009}\n',
  ].join('\n\n'),
};

describe('Timelines and figures', () => {
  const workbench = useWorkbench({ files: arabicFiles });

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

  it('shows the timeline of a dossier, which the filter narrows to the facts about a name', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    // A dossier of the workspace comes a little later, and with it the rows are others.
    await topics.labels((labels) => labels.some((label) => label.includes(ARABIC.dossier)));
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
    assert.equal(await frame.locator('.datedFacts > .button').isVisible(), false, 'nothing more to show');
    await frame.getByLabel('Name', { exact: true }).fill('nobody is called so');
    await frame.locator('.datedFacts', { hasText: 'No fact matches the filter.' }).waitFor();
    await frame.locator('.axis').waitFor({ state: 'hidden' });
    await frame.getByLabel('Name', { exact: true }).fill('Jack Lang');
    await frame.locator('.axis').waitFor();
    await eventually(
      () => options(frame),
      (now) => now.length === narrowed.length,
      'the same dates again',
    );
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
    const boxes = await frame.locator('.axis .ticks text').evaluateAll((texts) =>
      texts.flatMap((each) => {
        const { left, right } = each.getBoundingClientRect();
        return right > left ? [{ left, right }] : [];
      }),
    );
    assert.ok(boxes.length > 1);
    boxes.reduce((one, other) => (assert.ok(one.right < other.left, 'dates that overlap'), other));
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
    const height = (await frame.locator('.axis').boundingBox())!.height;
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
    assert.equal((await frame.locator('.axis').boundingBox())!.height, height, 'as high as before');
    const [first] = await options(frame);
    await frame.locator('.axis [role="option"]').first().locator('circle, .reach').first().click();
    const chosen = await eventually(
      () => frame.locator('.chosenFact').innerText(),
      (text) => text !== '',
      'a chosen fact',
    );
    assert.ok(first!.startsWith(chosen.split('\n')[0]!), `${first!} / ${chosen}`);
  });

  it('is looked at as before after the window was loaded again, and after going back', async () => {
    const frame = await showTimeline();
    await frame.getByLabel('Name', { exact: true }).fill('Jack Lang');
    await frame.locator('.axis').focus();
    await workbench().press('End');
    await workbench().press('+');
    const look = async (reader: Frame): Promise<readonly string[]> => [
      await reader.getByLabel('Name', { exact: true }).inputValue(),
      ...(await options(reader)),
      await reader.locator('.axis .ticks text').allInnerTexts().then(String),
    ];
    await frame.locator('.axis [aria-selected="true"]').waitFor();
    const before = await look(frame);
    await workbench().press('Enter');
    await frame.locator('article .fact[aria-current="true"]').waitFor();
    await workbench().press('Alt+ArrowLeft');
    const same = (now: readonly string[]): boolean => String(now) === String(before);
    await eventually(() => look(frame), same, `the look before: ${before.join(' | ')}`);
    await workbench().reload();
    await eventually(
      async () => look(await workbench().reader().frame()),
      same,
      `the look before: ${before.join(' | ')}`,
      3 * patienceMs,
    );
  }).timeout(180_000);

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

  it('runs from right to left around an Arabic topic, and fits a narrow panel', async () => {
    await workbench().runCommand('Dossier: Show Timeline');
    await workbench().quickInput.accept(ARABIC.topic);
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    const fits = async (page: string): Promise<void> => {
      assert.equal(
        await frame.locator('.frame').evaluate((each) => getComputedStyle(each).direction),
        'rtl',
        page,
      );
      for (const width of READER_WIDTHS) {
        await sizeReader(workbench(), width, 700);
        await nothingStandsOut(frame, `${page} at ${width}`);
      }
      assert.deepEqual(await violations(frame), [], page);
    };
    await frame.locator('.axis [role="option"]').first().waitFor();
    await fits('timeline');
    await frame.locator('.crumb').first().dispatchEvent('click');
    await frame.locator('h1', { hasText: ARABIC.dossier }).waitFor();
    await fits('overview');
    await frame.locator('.topicTitle', { hasText: ARABIC.topic }).dispatchEvent('click');
    await frame.locator('article .fact').first().waitFor();
    await fits('topic');
    await frame.locator('.views a').last().dispatchEvent('click');
    await frame.locator('.chartFrame h1', { hasText: ARABIC.topic }).waitFor();
    await fits('figures');
    await frame.locator('.crumb', { hasText: ARABIC.topic }).dispatchEvent('click');
    await frame.locator('.fact .name').first().dispatchEvent('click');
    await frame.locator('.namePage').waitFor();
    await fits('name');
  }).timeout(120_000);
});
