// What `npm start -- --shots` does: the main job from end to end, with a picture of each step.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachReaderPage, READER_WIDTHS, sizeReader, nothingStandsOut } from './readerPages';
import { openWorkbench } from './session';
import { themes as allThemes, type ThemeName, type Workbench } from './workbench';

const dossierTitle = 'France–North Korea relations';
const draft = 'draft.md';
const name = 'Jack Lang';

/**
 * Walks through tree, reader, hover and search in each theme, in the display language given, writes a PNG of each step into `folder` and prints
 * what it saw. Fails at the first thing that does not show.
 */
export async function walk(folder: string, themes: readonly ThemeName[], language = 'en'): Promise<void> {
  const titles = await titlesIn(language);
  for (const theme of themes) {
    const { workbench, close } = await openWorkbench(language === 'en' ? {} : { language });
    try {
      await workbench.theme(theme);
      const ending = `${language === 'en' ? '' : `-${language}`}${theme === 'light' ? '' : `-${theme}`}.png`;
      await walkIn(workbench, (step) => join(folder, `${step}${ending}`), titles);
    } catch (error) {
      await keepFailure(workbench, folder);
      throw error;
    } finally {
      await close();
    }
  }
}

/** How high the reader is in pictures, in CSS pixels. */
const PICTURE_HEIGHT = 800;

/** Writes a PNG of every page of the reader into `folder`, in each of its widths and all themes, from one window. */
export async function shootPages(folder: string, language = 'en'): Promise<void> {
  const { workbench, close } = await openWorkbench(language === 'en' ? {} : { language });
  const ending = language === 'en' ? '' : `-${language}`;
  try {
    await workbench.showDossier();
    const tree = workbench.tree((await titlesIn(language))['view.topics']!);
    await tree.unfold();
    await tree.expand(dossierTitle);
    await tree.click('History');
    await workbench.reader().heading('History');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await eachReaderPage(workbench, async (page, frame, bringIntoView) => {
      for (const width of READER_WIDTHS) {
        await sizeReader(workbench, width, PICTURE_HEIGHT);
        await nothingStandsOut(frame, `${page} at ${width}`);
        for (const theme of Object.keys(allThemes) as ThemeName[]) {
          await workbench.theme(theme);
          await bringIntoView();
          await workbench.screenshotOfReader(join(folder, `${page}-${width}-${theme}${ending}.png`));
        }
      }
      console.log(`Pictures of the ${page}: ${join(folder, `${page}-*${ending}.png`)}`);
    });
  } catch (error) {
    await keepFailure(workbench, folder);
    throw error;
  } finally {
    await close();
  }
}

async function titlesIn(language: string): Promise<Readonly<Record<string, string>>> {
  const manifest = `package.nls${language === 'en' ? '' : `.${language}`}.json`;
  return JSON.parse(await readFile(manifest, 'utf8')) as Record<string, string>;
}

async function keepFailure(workbench: Workbench, folder: string): Promise<void> {
  const path = join(folder, 'failure.png');
  await workbench.screenshot(path);
  console.error(`What the window showed when the walk failed is in ${path}.`);
}

async function walkIn(
  workbench: Workbench,
  pathOf: (step: string) => string,
  titles: Readonly<Record<string, string>>,
): Promise<void> {
  const shoot = async (step: string) => {
    await workbench.screenshot(pathOf(step));
    console.log(`${step}: ${pathOf(step)}`);
  };

  // The draft stands beside the tree, as it does while somebody writes.
  const draftText = await readFile(join(workbench.folder, draft), 'utf8');
  const { line, occurrence } = placeOf(draftText);
  await workbench.openFile(draft, line);

  await workbench.showDossier();
  const tree = workbench.tree(titles['view.topics']!);
  await tree.unfold();
  await tree.expand(dossierTitle);
  const topics = (await tree.labels((labels) => labels.length > 1)).filter((label) => label !== dossierTitle);
  const topic = topics.find((label) => label === 'History') ?? topics[0]!;
  await tree.expand(topic);
  const rows = await tree.labels((labels) => labels.length > topics.length + 1);
  console.log(
    `The tree lists ${topics.join(', ')}; ${topic} unfolds to ${rows.length - topics.length - 1} more.`,
  );
  await shoot('tree');

  await tree.click(topic);
  const text = await workbench.reader().text((shown) => shown.includes(topic) && shown.length > 300);
  console.log(`The reader shows ${text.length} characters under ${topic}.`);
  await shoot('reader');

  await workbench.openFile(draft, line);
  const card = await workbench.editor.hoverOver(name, {
    occurrence,
    accept: (shown) => shown.includes(name) && shown.includes('Pyongyang'),
  });
  console.log(`The card for ${name} says:\n\n${card.replace(/^/gm, '  ')}\n`);
  await shoot('hover');
  await workbench.press('Escape');

  await workbench.runCommand(`Dossier: ${titles['command.search']!}`);
  const query = 'sarkozy envoy';
  await workbench.quickInput.type(query);
  const hits = await workbench.quickInput.items((items) => items.some((item) => item.includes('Sarkozy')));
  console.log(`The search for "${query}" finds ${hits.length} or more, first: ${hits[0]}`);
  await shoot('search');
  await workbench.press('Enter');
  await workbench.quickInput.closed();
  await workbench.reader().text((shown) => shown.includes('Sarkozy'));
}

/** The first line of the draft's body on which the name stands, from 1, and the how-manieth place in the file that is. */
function placeOf(text: string): { line: number; occurrence: number } {
  const lines = text.split('\n');
  const body = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const index = lines.findIndex((line, at) => at >= body && line.includes(name));
  assert.ok(index >= 0, `${draft} does not speak of ${name}`);
  return { line: index + 1, occurrence: lines.slice(0, index).join('\n').split(name).length };
}
