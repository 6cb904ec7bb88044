import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Editor } from './editor';
import { eventually, patienceMs } from './eventually';
import { QuickInput } from './quickInput';
import { Reader } from './reader';
import { Tree } from './tree';

export const themes = {
  light: { setting: 'Light 2026', className: 'vs' },
  dark: { setting: 'Dark 2026', className: 'vs-dark' },
  'hc-dark': { setting: 'Default High Contrast', className: 'hc-black' },
  'hc-light': { setting: 'Default High Contrast Light', className: 'hc-light' },
} as const;
export type ThemeName = keyof typeof themes;

/** The window of VS Code, as a person sees and uses it. Every method waits for what it promises. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  /** What the page logged, for a failure's report. */
  readonly log: string[] = [];

  constructor(
    readonly page: Page,
    /** The open workspace folder. */
    readonly folder: string,
  ) {
    page.setDefaultTimeout(patienceMs);
    page.on('console', (message) => this.log.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.log.push(`uncaught: ${error.stack ?? error.message}`));
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page);
  }

  /** Opens the address and waits until the workbench is up and Dossier's icon stands in the activity bar. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.dossierIcon.waitFor({ timeout: 3 * patienceMs });
    // The status bar shows this while the extension host connects.
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /** Loads the window again by VS Code's own command, which saves what the window shows before it goes. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 3 * patienceMs });
    await this.quickInput.open('F1', '>');
    await this.quickInput.type('>Developer: Reload Window');
    await this.page.keyboard.press('Enter');
    await loaded;
    await this.dossierIcon.waitFor({ timeout: 3 * patienceMs });
  }

  private get dossierIcon(): Locator {
    return this.page.locator('.part.activitybar .action-label[aria-label^="Dossier"]');
  }

  /** Shows Dossier's views in the side bar by a click on its icon. */
  async showDossier(): Promise<void> {
    const title = this.page.locator('.part.sidebar .composite.title', { hasText: /dossier/i });
    if (!(await title.isVisible())) await this.dossierIcon.click();
    await title.waitFor();
    // The icon's tooltip would cover the first rows.
    await this.page.mouse.move(900, 500);
  }

  /** A view of the side bar by the title on its header, such as "Topics". */
  tree(title: string): Tree {
    return new Tree(this.page, title);
  }

  /** The reader: the first one open, or the one at `index` in the order of opening. */
  reader(index = 0): Reader {
    return new Reader(this.page, index);
  }

  /** Runs a command by its title through the command palette, as in "Dossier: Search". */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.open('F1', '>');
    await this.quickInput.type(`>${title}`);
    await this.quickInput.accept(title);
  }

  /** Opens a file of the workspace by its name, with the cursor at a line and column (from 1) where given. */
  async openFile(name: string, line?: number, column = 1): Promise<void> {
    const base = name.split('/').at(-1)!;
    await this.quickInput.open('Control+p', '');
    await this.quickInput.type(name);
    await this.quickInput.accept(base);
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    if (line === undefined) return;
    await this.quickInput.open('Control+g', ':');
    await this.quickInput.type(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.closed();
    await this.page.locator('.part.statusbar', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Opens an untitled document and types into it. */
  async newUntitled(text = ''): Promise<void> {
    await this.runCommand('File: New Untitled Text File');
    const tab = this.page.locator('.tab.active[data-resource-name^="Untitled-"]');
    await tab.waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    if (text !== '') await this.editor.type(text);
  }

  /** Closes all editors without saving. */
  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    const dontSave = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
    await eventually(
      async () => {
        if (await dontSave.isVisible()) await dontSave.click();
        return this.page.locator('.part.editor .tab').count();
      },
      (count) => count === 0,
      'closing all editors',
    );
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** The texts of all notifications, also of those whose toast has gone. */
  async notifications(): Promise<string[]> {
    const center = this.page.locator('.notifications-center.visible');
    if (!(await center.isVisible())) await this.runCommand('Notifications: Show Notifications');
    await center.waitFor();
    const texts = await center.locator('.notification-list-item-message').allInnerTexts();
    return texts.map((text) => text.trim());
  }

  /** Waits for a notification that matches, and returns its text. */
  async notification(pattern: RegExp): Promise<string> {
    const all = await eventually(
      () => this.notifications(),
      (texts) => texts.some((text) => pattern.test(text)),
      `a notification ${String(pattern)}`,
    );
    return all.find((text) => pattern.test(text))!;
  }

  /** Waits for a notification that matches, and answers it by one of its buttons; a click can come while the list moves. */
  async answer(pattern: RegExp, button: string): Promise<void> {
    const hasText = await this.notification(pattern);
    const row = this.page.locator('.notifications-center .notification-list-item', { hasText });
    await eventually(
      async () => {
        const link = row.locator('.monaco-button', { hasText: button }).first();
        if (await link.isVisible()) await link.click({ timeout: 1000 }).catch(() => undefined);
        return row.count();
      },
      (rows) => rows === 0,
      `the notification ${String(pattern)} to go with "${button}"`,
    );
  }

  /** Opens the Problems panel and returns its rows once `accept` likes them. */
  async problems(accept: (rows: string[]) => boolean): Promise<string[]> {
    await this.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    return eventually(() => rows.allInnerTexts(), accept, 'the expected problems');
  }

  /** What stands in the clipboard. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Items of the context menu that is open. */
  get menuItems(): Locator {
    return this.page.locator('.monaco-menu .action-item:not(.disabled) .action-menu-item');
  }

  /** Changes a setting of the workspace; `undefined` takes it back. VS Code notices the file's change by itself. */
  async setting(key: string, value: unknown): Promise<void> {
    const file = join(this.folder, '.vscode', 'settings.json');
    const all = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...all, [key]: value }, undefined, 2));
  }

  /** Changes the colour theme and waits until it shows. */
  async theme(name: ThemeName): Promise<void> {
    const { setting, className } = themes[name];
    await this.setting('workbench.colorTheme', setting);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Opens an address of the extension, as a link somewhere else does, and says that it may be opened. */
  async openAddress(link: string): Promise<void> {
    await this.runCommand('Developer: Open URL');
    await this.quickInput.type(link);
    await this.press('Enter');
    await this.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Open' }).click();
  }

  /** Writes a PNG of the whole window, once what fades or slides has come to rest. */
  async screenshot(path: string): Promise<void> {
    await this.comeToRest();
    await this.page.screenshot({ path });
  }

  /** Writes a PNG of the reader alone. */
  async screenshotOfReader(path: string): Promise<void> {
    await this.comeToRest();
    const box = await this.page.locator('iframe.webview.ready').first().boundingBox();
    await this.page.screenshot({ path, ...(box && { clip: box }) });
  }

  private async comeToRest(): Promise<void> {
    await this.page.evaluate(async () => {
      const passing = document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map((each) => each.finished));
    });
  }
}
