import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually, patienceMs } from './eventually';

/** The active text editor. */
export class Editor {
  constructor(private readonly page: Page) {}

  private get active(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The lines in sight, with ordinary spaces. */
  async text(): Promise<string> {
    const lines = this.active.locator('.view-line');
    const found = await lines.evaluateAll((all) =>
      all
        .map((line) => ({ top: (line as HTMLElement).offsetTop, text: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return found.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Puts the focus into the text. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Types as a person does and waits until the last line typed is seen. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    const last = text.trimEnd().split('\n').at(-1)!;
    await eventually(
      () => this.text(),
      (shown) => shown.includes(last),
      `typing "${last}"`,
    );
  }

  /** The middle of `text` on the screen, in CSS pixels, at its `occurrence`th place in sight (from 1). */
  async placeOf(text: string, occurrence = 1): Promise<{ x: number; y: number }> {
    const find = () =>
      this.active.evaluate(
        (editor, { wanted, nth }) => {
          const lines = [...editor.querySelectorAll<HTMLElement>('.view-line')].sort(
            (a, b) => a.offsetTop - b.offsetTop,
          );
          let seen = 0;
          for (const line of lines) {
            const nodes: Text[] = [];
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) nodes.push(walker.currentNode as Text);
            const whole = nodes
              .map((node) => node.data)
              .join('')
              .replaceAll('\u00a0', ' ');
            for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
              if (++seen < nth) continue;
              let middle = at + Math.floor(wanted.length / 2);
              for (const node of nodes) {
                if (middle >= node.length) {
                  middle -= node.length;
                  continue;
                }
                const range = document.createRange();
                range.setStart(node, middle);
                range.setEnd(node, middle + 1);
                const box = range.getBoundingClientRect();
                return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
              }
            }
          }
          return undefined;
        },
        { wanted: text, nth: occurrence },
      );
    const place = await eventually(find, (found) => found !== undefined, `"${text}" in sight in the editor`);
    return place!;
  }

  /** Clicks into the text. */
  async clickAt(text: string, occurrence = 1): Promise<void> {
    const { x, y } = await this.placeOf(text, occurrence);
    await this.page.mouse.click(x, y);
  }

  /** The hover card on the screen. */
  get hover(): Locator {
    return this.page
      .locator('.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .markdown-hover')
      .first();
  }

  /** Rests the mouse over `text` and returns what the hover card says, once it is accepted. */
  async hoverOver(
    text: string,
    { occurrence = 1, accept = (card: string) => card.trim() !== '' && !card.startsWith('Loading') } = {},
  ): Promise<string> {
    // A card that came too early (VS Code had not yet taken in a change of settings, or was busy) does not come again
    // while the mouse rests: the mouse goes away and comes back, as a person's would.
    const tries = 5;
    for (let left = tries - 1; ; left--) {
      const { x, y } = await this.placeOf(text, occurrence);
      // The mouse comes from elsewhere, so that a card that is still open for another word goes first.
      await this.page.mouse.move(x, y + 120);
      await this.page.mouse.move(x - 3, y);
      await this.page.mouse.move(x, y, { steps: 4 });
      try {
        return await this.card(accept, patienceMs / tries);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /**
   * Rests the mouse over `text` and holds that no card shows there. A card for other text must be open before,
   * so that its going tells when VS Code has answered.
   */
  async noCardOver(text: string): Promise<void> {
    const cards = this.page.locator('.monaco-hover:not(.hidden)');
    assert.ok((await cards.count()) > 0, 'open a card elsewhere first');
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.move(x, y, { steps: 4 });
    await eventually(
      () => cards.count(),
      (count) => count === 0,
      `no card over "${text}"`,
    );
  }

  /** What the visible card says: all its parts, in order. */
  async card(
    accept: (card: string) => boolean = (card) => card.trim() !== '',
    limitMs = patienceMs,
  ): Promise<string> {
    const parts = this.page.locator(
      '.monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover:not(.hidden)',
    );
    const read = async () => (await parts.allInnerTexts()).join('\n').trim();
    return eventually(read, accept, 'the expected hover card', limitMs);
  }
}
