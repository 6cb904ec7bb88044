import type { Frame, Locator, Page } from 'playwright-core';
import { eventually, patienceMs } from './eventually';

/** The reader's webview. Its document is the innermost of three nested frames. */
export class Reader {
  constructor(
    private readonly page: Page,
    private readonly index: number,
  ) {}

  /** The frames of all webviews with content, in the order of opening. */
  private async frames(): Promise<Frame[]> {
    const found: Frame[] = [];
    for (const frame of this.page.frames()) {
      if (frame.isDetached() || !/\bid=active-frame\b|fake\.html/.test(frame.url())) continue;
      if ((await frame.locator('body').count()) > 0) found.push(frame);
    }
    return found;
  }

  /** The frame that holds the reader's document, once it shows something. */
  async frame(): Promise<Frame> {
    const frame = await eventually(
      async () => {
        const candidate = (await this.frames())[this.index];
        if (!candidate) return undefined;
        const text = (await candidate.locator('body').innerText()).trim();
        return text === '' ? undefined : candidate;
      },
      (candidate) => candidate !== undefined,
      'an open reader',
    );
    return frame!;
  }

  /** Everything the reader shows as text, once it is accepted. */
  async text(
    accept: (text: string) => boolean = (text) => text.trim() !== '',
    limitMs = patienceMs,
  ): Promise<string> {
    const read = async () => (await this.frame()).locator('body').innerText();
    return eventually(read, accept, 'the expected text in the reader', limitMs);
  }

  /** Something inside the reader by selector. */
  async locator(selector: string): Promise<Locator> {
    return (await this.frame()).locator(selector);
  }

  /** Waits for a heading with this text. */
  async heading(text: string | RegExp): Promise<Locator> {
    const frame = await this.frame();
    const heading = frame.locator('h1, h2, h3').filter({ hasText: text }).first();
    await heading.waitFor();
    return heading;
  }
}
