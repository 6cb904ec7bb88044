import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** A tree view of the side bar. Rows are found by the label they show; only rows in sight exist. */
export class Tree {
  constructor(
    private readonly page: Page,
    private readonly title: string,
  ) {}

  get pane(): Locator {
    const header = this.page.locator('.pane-header', {
      hasText: new RegExp(`^\\s*(Dossier: )?${this.title}`, 'i'),
    });
    return this.page.locator('.part.sidebar .pane').filter({ has: header });
  }

  get rows(): Locator {
    return this.pane.locator('.monaco-list-row');
  }

  /** Opens the view if only its header shows. */
  async unfold(): Promise<void> {
    const header = this.pane.locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    // What a view says while it is empty takes the place of its list.
    await this.pane.locator('.monaco-list, .welcome-view').filter({ visible: true }).first().waitFor();
  }

  /** Leaves only the view's header, so that the others have more room. */
  async fold(): Promise<void> {
    const header = this.pane.locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    await this.pane.locator('.monaco-list').waitFor({ state: 'hidden' });
  }

  row(label: string | RegExp): Locator {
    const name = this.page.locator('.label-name').filter({
      hasText:
        typeof label === 'string'
          ? new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
          : label,
    });
    return this.rows.filter({ has: name }).first();
  }

  /** The labels in sight, once they are accepted. */
  async labels(accept: (labels: string[]) => boolean = (labels) => labels.length > 0): Promise<string[]> {
    const read = async () =>
      (await this.rows.locator('.label-name').allInnerTexts()).map((text) => text.trim());
    return eventually(read, accept, `the expected rows in ${this.title}`);
  }

  /** Unfolds a row by its twistie, without opening what it stands for. */
  async expand(label: string | RegExp): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
      await eventually(
        () => row.getAttribute('aria-expanded'),
        (value) => value === 'true',
        `unfolding ${String(label)}`,
      );
    }
  }

  async click(label: string | RegExp): Promise<void> {
    await this.row(label).locator('.label-name').click();
  }

  /** Clicks the inline action with this tooltip on a row. */
  async inlineAction(label: string | RegExp, tooltip: string): Promise<void> {
    const row = this.row(label);
    await row.hover();
    await row.locator(`.action-label[aria-label^="${tooltip}"]`).click();
  }

  /** Drags a row onto another, also of another view, as a hand does: a drag begins when the mouse moves a little, and is followed in steps. */
  async drag(label: string | RegExp, onto: string | RegExp, view: Tree = this): Promise<void> {
    const { mouse } = this.page;
    const middle = async (row: Locator): Promise<{ x: number; y: number }> => {
      // Of the row: a long label may be scrolled out of it.
      const box = (await row.boundingBox())!;
      return { x: box.x + box.width / 3, y: box.y + box.height / 2 };
    };
    // Waits until the row stands still: a view that unfolds moves it.
    await this.row(label).hover({ position: { x: 60, y: 10 } });
    const from = await middle(this.row(label));
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 8, from.y + 3, { steps: 4 });
    const to = await middle(view.row(onto));
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.move(to.x + 4, to.y, { steps: 3 });
    await mouse.up();
  }

  /** Chooses an entry of a row's context menu. */
  async contextAction(label: string | RegExp, entry: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-menu-item', { hasText: entry }).first();
    // A row that is being drawn anew takes the click without opening a menu.
    await eventually(
      async () => {
        if (!(await item.isVisible())) {
          // The menu of a row that moved there.
          if (await this.page.locator('.context-view-block').isVisible()) {
            await this.page.keyboard.press('Escape');
          }
          await this.row(label).locator('.label-name').click({ button: 'right' });
        }
        await item.waitFor({ timeout: 2000 });
        return true;
      },
      (isOpen) => isOpen,
      `the menu of ${String(label)}`,
    );
    // The menu ignores a click that follows its opening at once, so that a long press does not choose.
    await item.hover();
    await eventually(
      async () => {
        if (await item.isVisible()) await item.click({ timeout: 1000 });
        return item.isVisible();
      },
      (visible) => !visible,
      `choosing ${entry}`,
    );
  }
}
