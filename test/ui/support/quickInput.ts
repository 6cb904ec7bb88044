import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** How long a quick input has to take an Enter. */
const ENTER_AGAIN_MS = 4000;

/** VS Code's quick pick and input box: the command palette, the search and every question to the user. */
export class QuickInput {
  private readonly widget: Locator;

  constructor(private readonly page: Page) {
    // It fades out for a moment after it was left.
    this.widget = page.locator('.quick-input-widget:not(.quick-input-widget-closing)');
  }

  /** The box that is typed into. */
  get box(): Locator {
    return this.widget.locator('.quick-input-box input');
  }

  /** The rows on the screen; a long list draws only those in sight. */
  get rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Opens it with a key and waits until its box holds `text`. */
  async open(key: string, text: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.opened();
    await eventually(
      () => this.box.inputValue(),
      (value) => value === text,
      `a quick input with "${text}"`,
    );
  }

  async opened(): Promise<void> {
    await this.widget.waitFor({ state: 'visible' });
  }

  async closed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  /**
   * Replaces what stands in the box, key by key as a person does; again where the keys went elsewhere, because the
   * box of the command before was only just being replaced.
   */
  async type(text: string): Promise<void> {
    await eventually(
      () => this.typeOnce(text),
      (value) => value === text,
      `typing "${text}"`,
    );
  }

  /**
   * Opens the quick input of a title with a key and types into it; again where what had the focus before took it back
   * meanwhile, or where the quick input before is not gone yet.
   */
  async openAndType(key: string, title: string, text: string): Promise<void> {
    const titled = this.widget.locator('.quick-input-title', { hasText: title });
    await eventually(
      async () => {
        if (!(await titled.isVisible())) {
          if (await this.widget.isVisible()) await this.page.keyboard.press('Escape');
          await this.closed();
          await this.page.keyboard.press(key);
          await titled.waitFor({ timeout: 5000 });
        }
        return this.typeOnce(text);
      },
      (value) => value === text,
      `typing "${text}" into ${title}`,
    );
  }

  private async typeOnce(text: string): Promise<string> {
    if ((await this.box.inputValue()) !== text) {
      // Not by a key, which would choose all rows of a view that takes the focus back once its menu is gone.
      await this.box.selectText();
      await this.page.keyboard.type(text);
    }
    return this.box.inputValue();
  }

  /** Clicks a button in the title bar of the quick input. */
  async clickButton(label: string): Promise<void> {
    await this.widget.locator('.quick-input-titlebar .action-label').and(this.page.getByLabel(label)).click();
  }

  /** The texts of the rows, once they are accepted. Each is what the row shows, its lines joined by " | ". */
  async items(accept: (items: string[]) => boolean = (items) => items.length > 0): Promise<string[]> {
    const read = async () =>
      (await this.rows.allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ' | ').trim());
    return eventually(read, accept, 'the expected items in the quick input');
  }

  /** Waits for a row with the label, moves to it with the arrow keys and presses Enter. */
  async accept(label: string | RegExp): Promise<void> {
    const wanted = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
    const focused = async () => {
      const labels = await this.rows.locator('.label-name').first().isVisible();
      if (!labels) return '';
      const row = this.widget
        .locator('.quick-input-list .monaco-list-row.focused .quick-input-list-label .label-name')
        .first();
      return (await row.innerText()).trim();
    };
    await eventually(
      async () => {
        const now = await focused();
        if (!wanted(now)) {
          const labels = await this.rows.locator('.quick-input-list-label .label-name').allInnerTexts();
          if (labels.some((text) => wanted(text.trim()))) {
            await this.box.focus();
            await this.page.keyboard.press('ArrowDown');
          }
        }
        return now;
      },
      wanted,
      `a focused row ${String(label)}`,
    );
    const before = await this.box.inputValue();
    let pressedMs = -Infinity;
    // What was accepted may at once ask something else in the same widget. What had the focus before the palette, such as
    // the reader, may take it back and the key with it, so that it is pressed again.
    await eventually(
      async () => {
        const left = !(await this.widget.isVisible()) || (await this.box.inputValue()) !== before;
        if (!left && performance.now() - pressedMs > ENTER_AGAIN_MS) {
          await this.box.focus();
          await this.page.keyboard.press('Enter');
          pressedMs = performance.now();
        }
        return left;
      },
      (left) => left,
      `leaving the quick input after ${String(label)}`,
    );
  }

  /** Clicks the button with this tooltip on the row that is focused or under the mouse. */
  async button(row: string | RegExp, tooltip: string): Promise<void> {
    const item = this.rows.filter({ hasText: row }).first();
    await item.hover();
    await item.locator(`.action-label[aria-label^="${tooltip}"]`).click();
  }
}
