import type { Frame } from 'playwright-core';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

/** Widths of the reader: a narrow side panel, and a wide window. CSS pixels. */
export const READER_WIDTHS = [320, 1400] as const;

/** Where a test opens pages from. */
interface Tour {
  readonly workbench: Workbench;
  readonly frame: Frame;
  /** An address that opens a fact, once it was copied. */
  link?: string;
}

interface Stop {
  readonly page: string;
  /** Goes there from the stop before, and waits until it is there. */
  readonly go: (tour: Tour) => Promise<void>;
  /** What is to be in view; it is brought there again after the width has changed. */
  readonly inView?: string;
}

const CHOSEN = '.fact[aria-current="true"]';
const DRAWING = '.drawing svg';

/** Each kind of page that the reader shows. The words of the dossier are English whatever the display language is. */
const STOPS: readonly Stop[] = [
  { page: 'overview', go: (tour) => toOverview(tour) },
  {
    page: 'topic',
    go: async (tour) => {
      await click(tour, '.topicTitle:text-is("History")');
      await tour.frame.locator('h1', { hasText: 'History' }).waitFor();
    },
  },
  {
    page: 'name',
    go: async (tour) => {
      await click(tour, '.fact .name:text-is("Jack Lang")');
      await tour.frame.locator('.namePage h1', { hasText: 'Jack Lang' }).waitFor();
      await tour.frame.locator('.part .button').waitFor();
    },
  },
  {
    page: 'fact',
    go: async (tour) => {
      await click(tour, '.where:text("Journey to Pyongyang")');
      await tour.frame.locator(CHOSEN).waitFor();
      await click(tour, `${CHOSEN} .factMore`);
      tour.link = await copyLink(tour);
    },
    inView: CHOSEN,
  },
  {
    page: 'timeline',
    go: async (tour) => {
      await toOverview(tour);
      await click(tour, 'a.timeline');
      await tour.frame.locator('.axis [role="option"]').first().waitFor();
      await click(tour, '.dateButton:text-is("9 November 2009")');
      await tour.frame.locator('.axis [aria-selected="true"]').waitFor();
    },
  },
  {
    page: 'figures',
    go: async (tour) => {
      await toOverview(tour);
      await click(tour, '.topicTitle:text-is("Economic relations")');
      await click(tour, '.views li:last-child > a');
      await tour.frame.locator(DRAWING).first().waitFor();
    },
  },
  {
    page: 'table',
    go: async (tour) => {
      await click(tour, '.chartActions > button:first-child');
      await tour.frame.locator('.chart tbody').first().waitFor();
    },
  },
  {
    page: 'gone',
    go: async ({ workbench, frame, link = '' }) => {
      await workbench.openAddress(link.replace(/[^/]+$/, 'what-was-renamed'));
      await frame.locator('.gone h1').waitFor();
    },
  },
];

/**
 * Opens each kind of page in turn, from any page with a breadcrumb that the reader shows.
 * @param visit what to do with each
 */
export async function eachReaderPage(
  workbench: Workbench,
  visit: (page: string, frame: Frame, bringIntoView: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const tour: Tour = { workbench, frame: await workbench.reader().frame() };
  const { frame } = tour;
  for (const { page, go, inView } of STOPS) {
    await go(tour);
    await visit(page, frame, async () => {
      if (inView === undefined) await frame.evaluate('scrollTo(0, 0)');
      else await frame.locator(inView).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    });
  }
}

/** Makes the window so wide that the reader has a width, and so high that it has a height. */
export async function sizeReader(workbench: Workbench, width: number, height: number): Promise<void> {
  const { page } = workbench;
  const frame = await workbench.reader().frame();
  await eventually(
    async () => {
      const [shownWidth = 0, shownHeight = 0] = await frame.evaluate<number[]>('[innerWidth, innerHeight]');
      const size = page.viewportSize()!;
      const wanted = { width: size.width + width - shownWidth, height: size.height + height - shownHeight };
      if (wanted.width !== size.width || wanted.height !== size.height) await page.setViewportSize(wanted);
      return [shownWidth, shownHeight].join(' × ');
    },
    (shown) => shown === `${width} × ${height}`,
    `a reader of ${width} × ${height} pixels`,
  );
}

/** Waits until nothing stands out at the sides of the page or is cut off: an axis is drawn a frame after its room has changed. */
export async function nothingStandsOut(frame: Frame, where: string): Promise<void> {
  await eventually(
    () => standingOut(frame),
    (elements) => elements.length === 0,
    `fitting in of ${where}`,
  );
}

/** What stands out or is cut off, by tag, class and text; what scrolls by itself may. */
function standingOut(frame: Frame): Promise<string[]> {
  return frame.evaluate<string[]>(`[...document.querySelectorAll('#root *')].filter((element) => {
    if (element.closest('.visuallyHidden, .skip, datalist, svg') || element.getClientRects().length === 0) return false;
    const scrolls = (each) => ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
    for (let each = element.parentElement; each && each.id !== 'root'; each = each.parentElement) {
      if (scrolls(each)) return false;
    }
    const { left, right } = element.getBoundingClientRect();
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut = ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    return isCut || right > document.documentElement.clientWidth + 1 || left < -1;
  }).map((element) => element.tagName.toLowerCase() + '.' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 40))`);
}

async function toOverview(tour: Tour): Promise<void> {
  await click(tour, '.crumb');
  await tour.frame.locator('.dossierPage h1').waitFor();
}

/** Clicks as it is: Playwright would scroll to it first. */
async function click({ frame }: Tour, selector: string): Promise<void> {
  await frame.locator(selector).first().dispatchEvent('click');
}

async function copyLink(tour: Tour): Promise<string> {
  await click(tour, '.factActions > button:nth-child(2)');
  return eventually(
    () => tour.workbench.clipboard(),
    (text) => text.includes('/fact/'),
    'a copied link',
  );
}
