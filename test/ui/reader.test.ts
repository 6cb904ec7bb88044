import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually, patienceMs } from './support/eventually';
import { violations } from './support/axe';
import { eachReaderPage, READER_WIDTHS, sizeReader, nothingStandsOut } from './support/readerPages';
import { useWorkbench } from './support/session';
import { themes, type ThemeName } from './support/workbench';

/** The widths of pictures, and the wide one at 200 %, where half as many pixels of CSS fit. */
const FITTING_WIDTHS = [...READER_WIDTHS, READER_WIDTHS[1] / 2];

/** The files of a dossier whose one topic comes in some forty chunks. */
function longTopic(): Readonly<Record<string, string>> {
  const sentences = Array.from({ length: 1200 }, (_, at) => `Somebody counted ${at} sheep behind the town.`);
  return {
    'sheep/dossier.yaml': 'format: 1\nid: sheep\ntitle: Sheep\nlanguage: en\n',
    'sheep/topics/counts.md': `---\ntitle: Counts of sheep\n---\n\n${sentences.join('\n\n')}\n`,
  };
}

/** Scrolls a page to its end without a rest, and goes on only where what is in view is drawn; the number of frames it took. */
const SCROLL_TO_THE_END = `new Promise((resolve, reject) => {
  const limit = performance.now() + 30_000;
  let frames = 0;
  const frame = () => {
    frames++;
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const isBlank = middle?.matches('.chunk:not(.drawn)');
    if (performance.now() > limit) return reject(new Error('What is in view was not drawn while it scrolled.'));
    const before = scrollY;
    scrollBy({ top: isBlank ? (frames % 2 ? 1 : -1) : 150, behavior: 'instant' });
    if (!isBlank && scrollY === before) return resolve(frames);
    requestAnimationFrame(frame);
  };
  frame();
})`;

describe('The reader', () => {
  const workbench = useWorkbench({ files: { 'notes.md': 'Jack Lang\n', ...longTopic() } });

  async function openLang(): Promise<void> {
    // By its key: the palette gives the focus back to the reader while the search already opens.
    await workbench().quickInput.openAndType(
      'Control+Alt+y',
      'Dossier: Search',
      'travelled pyongyang special envoy himself called',
    );
    // Only the whole query finds just this one: what is accepted then is not a row of an earlier list.
    await workbench().quickInput.items(
      (rows) =>
        rows[0]!.includes('On 9 November 2009') && rows.some((row) => row.startsWith('Show 1 result')),
    );
    await workbench().quickInput.accept(/On 9 November 2009 Jack Lang travelled/);
    await workbench().quickInput.closed();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"]', { hasText: '9 November 2009' }).waitFor();
    // VS Code gives the focus to a reader a moment after it is shown; a question that is opened before that loses it.
    await eventually(
      () => frame.evaluate<boolean>('document.hasFocus()'),
      (isFocused) => isFocused,
      'the focus in the reader',
    );
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

  it('marks the section that is read, and goes to the next one by the keyboard', async () => {
    const frame = await workbench().reader().frame();
    const marked = frame.locator('.section[aria-current]');
    assert.equal(await marked.innerText(), 'Journey to Pyongyang');
    await workbench().press('Alt+ArrowDown');
    await frame.locator('.section[aria-current]', { hasText: 'Briefings and criticism' }).waitFor();
    await frame.locator('.heading:focus', { hasText: 'Briefings and criticism' }).waitFor();
    await workbench().press('Alt+ArrowUp');
    await frame.locator('.section[aria-current]', { hasText: 'Journey to Pyongyang' }).waitFor();
  });

  it('goes back to the same scroll place, by the keyboard and by the mouse, and forward again', async () => {
    const frame = await workbench().reader().frame();
    const scrollTop = (): Promise<number> => frame.evaluate('Math.round(scrollY)');
    // Turning the wheel lets go of the section that the page was opened at.
    await frame.evaluate("window.dispatchEvent(new WheelEvent('wheel')), scrollBy(0, 77)");
    const left = await scrollTop();
    // Clicked as it is: Playwright would scroll up to it first.
    await frame.locator('.crumb').first().dispatchEvent('click');
    await frame.locator('h1', { hasText: 'France–North Korea relations' }).waitFor();
    for (const back of ['Alt+ArrowLeft', 'mouse'] as const) {
      if (back === 'mouse') await mouseBack(frame);
      else await workbench().press(back);
      await frame.locator('h1', { hasText: 'History' }).waitFor();
      await eventually(scrollTop, (top) => Math.abs(top - left) <= 1, `scrolled to ${left}`);
      await workbench().press('Alt+ArrowRight');
      await frame.locator('h1', { hasText: 'France–North Korea relations' }).waitFor();
    }
    await workbench().press('Alt+ArrowLeft');
    await frame.locator('h1', { hasText: 'History' }).waitFor();
  });

  it('shows the card of a name that is pointed at or focused, until Escape', async () => {
    const frame = await workbench().reader().frame();
    const card = frame.locator('#card:popover-open');
    const name = frame.locator('.fact .name', { hasText: 'Jack Lang' }).first();
    await name.hover();
    await card.waitFor();
    assert.match(await card.innerText(), /Jack Lang · Person[^]*Socialist[^]*9 November 2009/);
    assert.deepEqual(await violations(frame), []);
    await workbench().press('Escape');
    await card.waitFor({ state: 'hidden' });
    // The focus comes by the keyboard: what the mouse focuses is about to be opened.
    await frame.locator('.section').last().focus();
    await workbench().press('Tab');
    await card.waitFor();
    await workbench().press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('copies a link that opens the fact again', async () => {
    await openLang();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"] .factMore').click();
    await frame.locator('.factAction', { hasText: 'Copy Link' }).click();
    const link = await eventually(
      () => workbench().clipboard(),
      (text) => text.includes('://'),
      'a copied link',
    );
    assert.match(link, /^[\w-]+:\/\/dossier\.dossier\/fact\/france-north-korea\/lang-in-pyongyang$/);
    await workbench().closeEditors();
    await workbench().openAddress(link);
    const again = await workbench().reader().frame();
    await again.locator('.fact[aria-current="true"]', { hasText: '9 November 2009' }).waitFor();
  });

  it('leads from a name in the text to its page, and on to where the workspace mentions it', async () => {
    await openLang();
    const frame = await workbench().reader().frame();
    await frame.locator('.fact[aria-current="true"] .name', { hasText: 'Jack Lang' }).click();
    await frame.locator('h1', { hasText: 'Jack Lang' }).waitFor();
    assert.match(
      await frame.locator('article header').innerText(),
      /Person · \d+ facts[^]*Korean[^]*자크 랑/,
    );
    assert.deepEqual(await frame.locator('h3.heading').allInnerTexts(), ['History']);
    assert.ok((await frame.locator('.factList .fact').count()) > 5);
    assert.ok((await frame.locator('.sharing .name', { hasText: 'Nicolas Sarkozy' }).count()) > 0);
    await frame.locator('a.timeline').click();
    await frame.locator('.axis [role="option"]').first().waitFor();
    await workbench().press('Alt+ArrowLeft');
    await frame.locator('.button', { hasText: 'Look in All Files' }).click();
    await frame.locator('.file', { hasText: 'notes.md' }).waitFor();
    await frame.locator('.file', { hasText: 'notes.md' }).locator('+ ul .mention').first().click();
    await workbench().page.locator('.tab.active[data-resource-name="notes.md"]').waitFor();
    await workbench().page.locator('.tab', { hasText: 'Jack Lang' }).click();
    const again = await workbench().reader().frame();
    await again.locator('.where', { hasText: 'Appointment' }).first().click();
    await again.locator('.fact[aria-current="true"]', { hasText: 'In late 2009' }).waitFor();
  });

  it('is still there, with its history, after the window was loaded again', async () => {
    await openLang();
    const before = await workbench().reader().frame();
    await before.locator('.crumb').first().dispatchEvent('click');
    await before.locator('h1', { hasText: 'France–North Korea relations' }).waitFor();
    await workbench().reload();
    // The extension host starts anew, which takes as long as opening a window does.
    await workbench()
      .reader()
      .text((text) => text.includes('Names with the most facts'), 3 * patienceMs);
    const frame = await workbench().reader().frame();
    await frame.locator('body').click();
    await workbench().press('Alt+ArrowLeft');
    await frame.locator('h1', { hasText: 'History' }).waitFor();
    await frame.locator('.section[aria-current]', { hasText: 'Journey to Pyongyang' }).waitFor();
  }).timeout(180_000);

  it('fits any width, and has nothing that axe objects to, on any page, in any theme', async () => {
    await openLang();
    const { page: tab } = workbench();
    const size = tab.viewportSize()!;
    await eachReaderPage(workbench(), async (page, frame) => {
      for (const width of FITTING_WIDTHS) {
        await sizeReader(workbench(), width, 700);
        await nothingStandsOut(frame, `${page} at ${width}`);
      }
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await workbench().theme(theme);
        assert.deepEqual(await violations(frame), [], `${page}, ${theme}`);
      }
    });
    await workbench().theme('light');
    await tab.setViewportSize(size);
  }).timeout(240_000);

  it('takes no focus from a question that is open, and has it on the heading after the answer', async () => {
    await openLang();
    const frame = await workbench().reader().frame();
    await frame.locator('body').click();
    await workbench().quickInput.open('F1', '>');
    // What is opened now was asked for before the question was.
    await frame.locator('.crumb').first().dispatchEvent('click');
    await frame.locator('h1', { hasText: 'France–North Korea relations' }).waitFor();
    await workbench().quickInput.type('>Dossier: Search');
    await workbench().press('Escape');
    await workbench().quickInput.closed();
    await frame.locator('h1:focus').waitFor();
  });

  it('moves nothing where the system asks for less motion', async () => {
    const animation = async (): Promise<string> => {
      await openLang();
      const frame = await workbench().reader().frame();
      return frame.locator('.fact.asked').evaluate((fact) => getComputedStyle(fact).animationName);
    };
    assert.equal(await animation(), 'asked');
    await workbench().page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await animation(), 'none');
    await workbench().page.emulateMedia({ reducedMotion: null });
  });

  it('draws what comes into view of a long topic while it scrolls without a rest', async () => {
    await workbench().showDossier();
    const topics = workbench().tree('Topics');
    await topics.unfold();
    await eventually(
      () => topics.labels(),
      (labels) => labels.includes('Sheep'),
      'the dossier of the long topic',
    );
    await topics.expand('Sheep');
    await topics.click('Counts of sheep');
    await workbench().reader().heading('Counts of sheep');
    const frame = await workbench().reader().frame();
    const frames = await frame.evaluate<number>(SCROLL_TO_THE_END);
    assert.ok(frames > 100, `${frames} frames`);
    await frame.locator('.fact', { hasText: 'counted 1199 sheep' }).waitFor();
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

  it('marks the first section at the top of a page that hardly scrolls', async () => {
    const { page } = workbench();
    const size = page.viewportSize()!;
    const open = async (title: string): Promise<Frame> => {
      await workbench().closeEditors();
      await workbench().runCommand('Dossier: Open in Reader');
      await workbench().quickInput.type(title);
      await workbench().quickInput.accept(title);
      await workbench().reader().heading(title);
      return workbench().reader().frame();
    };
    const range = (frame: Frame): Promise<number> =>
      frame.evaluate('document.documentElement.scrollHeight - innerHeight');
    const more = await range(await open('People, aid and training'));
    await page.setViewportSize({ ...size, height: size.height + more - 40 });
    const frame = await open('People, aid and training');
    const left = await range(frame);
    assert.ok(left > 0 && left < 200, `it scrolls by ${left} pixels`);
    const marked = (text: string) => frame.locator('.section[aria-current]', { hasText: text }).waitFor();
    await marked('People');
    await workbench().press('Alt+ArrowDown');
    await marked('Humanitarian aid');
    await page.setViewportSize(size);
  });
});

/** The mouse's button for back, which Playwright cannot press. */
async function mouseBack(frame: Frame): Promise<void> {
  await frame.evaluate("window.dispatchEvent(new MouseEvent('mouseup', { button: 3, cancelable: true }))");
}
