// One browser and one workbench for each file of UI tests, on the server that test/vscode/runUi.mjs started.
import { cp, mkdtemp, rm, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { Workbench } from './workbench';

/** What the runner says about the server it started, as JSON in DOSSIER_UI. */
interface Session {
  readonly address: string;
  /** A server that trusts no folder. */
  readonly restrictedAddress?: string;
  readonly sampleFolder: string;
  readonly browser: string;
  readonly browserFlags: string[];
  readonly host: 'node' | 'web';
  /** Set where the extension is loaded from a folder instead of being installed. */
  readonly developed?: string;
  readonly failures: string;
}

function session(): Session {
  const json = process.env.DOSSIER_UI;
  if (json === undefined) {
    throw new Error('UI tests need the server of test/vscode/runUi.mjs: run them with npm run test:ui.');
  }
  return JSON.parse(json) as Session;
}

/** The extension host that Dossier runs in during this run. */
export const host = (): Session['host'] => session().host;

export interface WorkbenchOptions {
  /** Files laid into the workspace beside the sample drafts, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The display language, such as `fr`. VS Code itself stays English: it has its own strings from language packs. */
  readonly language?: string;
  /** Opens the folder in Restricted Mode, as one that nobody has said to trust. */
  readonly isRestricted?: boolean;
}

/**
 * Opens VS Code on a copy of the sample workspace.
 * @returns the workbench, and what closes it and removes the copy
 */
export async function openWorkbench(
  options: WorkbenchOptions = {},
): Promise<{ workbench: Workbench; close: () => Promise<void> }> {
  const { sampleFolder, developed, ...rest } = session();
  const address = options.isRestricted === true ? rest.restrictedAddress! : rest.address;
  const parent = await mkdtemp(join(tmpdir(), 'dossier-ui-'));
  const folder = join(parent, 'sample');
  await cp(sampleFolder, folder, { recursive: true });
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await rm(parent, { recursive: true, force: true });
  };
  try {
    browser = await chromium.launch({ executablePath: rest.browser, args: rest.browserFlags });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    if (options.language !== undefined) {
      // What a language pack would set: from it come `vscode.env.language` and the extensions' translations.
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
    }
    const workbench = new Workbench(page, folder);
    const payload = [['skipWelcome', 'true']];
    if (developed !== undefined) {
      payload.push([
        'extensionDevelopmentPath',
        `vscode-remote://${new URL(address).host}${encodeURI(developed)}`,
      ]);
    }
    await workbench.open(
      `${address}?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    return { workbench, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Gives the suites of the enclosing `describe` one workbench. A test that fails leaves a picture of it and its log.
 * @returns a function, since the workbench exists only while tests run
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let opened: Awaited<ReturnType<typeof openWorkbench>> | undefined;
  before('opens VS Code', async function () {
    this.timeout(90_000);
    opened = await openWorkbench(options);
  });
  afterEach('keeps a picture of a failure', async function () {
    if (this.currentTest?.state !== 'failed' || !opened) return;
    const { failures } = session();
    await mkdir(failures, { recursive: true });
    const name = this.currentTest.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
    await opened.workbench.page.screenshot({ path: join(failures, `${name}.png`) });
    await writeFile(join(failures, `${name}.log`), opened.workbench.log.join('\n'));
  });
  after('closes VS Code', async () => {
    await opened?.close();
  });
  return () => {
    if (!opened) throw new Error('The workbench is open only while tests run.');
    return opened.workbench;
  };
}
