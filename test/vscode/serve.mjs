// A VS Code server on a loopback address, with folders of its own that go when it ends.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureServer } from './install.mjs';
import { cleanEnvironment, run } from './processes.mjs';
import { Trouble } from './trouble.mjs';

export const extensionId = 'dossier.dossier';

/** What a new VS Code is told, so that nothing but the extension asks for attention. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Restricted Mode without the dialog that asks for trust first. */
const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

// It takes a second or two; more on a machine whose disk is cold.
const startLimitMs = 90_000;

const disposals = new Set();

/** Runs `dispose` when this process ends, however it ends short of a kill. Returns what disposes now. */
export function atEnd(dispose) {
  if (disposals.size === 0) {
    process.on('exit', disposeAll);
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ]) {
      process.on(signal, () => process.exit(code));
    }
  }
  const once = () => {
    if (disposals.delete(once)) dispose();
  };
  disposals.add(once);
  return once;
}

function disposeAll() {
  for (const dispose of [...disposals].reverse()) dispose();
}

/** A temporary folder that goes when this process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `dossier-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Fails with a sentence if a port that a user asked for cannot be listened to. */
async function mustBeFree(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        new Trouble(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program: choose another one with --port, or leave --port out to get a free one.`
            : `Port ${port} cannot be used (${error.code}): choose another one with --port, or leave --port out to get a free one.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

/**
 * Starts VS Code's server on the loopback interface.
 * @param {{port?: number, host?: 'node' | 'web', settings?: object, vsix?: string, trusts?: boolean, onLog?: (line: string) => void, lingers?: boolean}} options
 *   `port` 0 takes a free one; `host` is the extension host that Dossier runs in; `vsix` is installed first;
 *   `trusts` false opens every folder in Restricted Mode, until somebody trusts it;
 *   `lingers` keeps the server up while no page is open (otherwise it ends by itself some minutes later,
 *   so that one whose owner was killed does not stay for ever)
 */
export async function startServer({
  port = 0,
  host = 'node',
  settings = {},
  vsix,
  trusts = true,
  onLog = () => {},
  lingers = false,
} = {}) {
  const { node, serverMain, version } = await ensureServer();
  if (port !== 0) await mustBeFree(port);
  const home = temporaryFolder('vscode');
  const userData = join(home, 'data');
  const extensions = join(home, 'extensions');
  const settingsFile = join(userData, 'User', 'settings.json');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(
    settingsFile,
    JSON.stringify(
      {
        ...quietSettings,
        ...(trusts ? {} : restrictedSettings),
        ...(host === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {}),
        ...settings,
      },
      null,
      2,
    ),
  );

  const env = cleanEnvironment();
  for (const key of Object.keys(env)) {
    // A VS Code or an Electron around this process must not steer the one that starts here.
    if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)) delete env[key];
  }
  const folders = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    extensions,
    '--server-data-dir',
    join(home, 'server'),
  ];
  if (vsix) {
    const { code, output } = await run(
      node,
      [serverMain, ...folders, '--accept-server-license-terms', '--install-extension', vsix, '--force'],
      { env },
    );
    if (code !== 0 || !/successfully installed/.test(output))
      throw new Error(`The VSIX could not be installed:\n${output}`);
  }

  const args = [
    serverMain, ...folders, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--disable-telemetry', '--enable-smoke-test-driver', ...(trusts ? ['--disable-workspace-trust'] : []),
    ...(lingers ? [] : ['--enable-remote-auto-shutdown']),
  ]; // prettier-ignore
  // Its own process group, so that the extension hosts it starts end with it.
  const detached = process.platform !== 'win32';
  const server = spawn(node, args, { env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = atEnd(() => {
    try {
      if (detached) process.kill(-server.pid, 'SIGKILL');
      else server.kill();
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  });

  let log = '';
  const take = (chunk) => {
    log += chunk;
    for (const line of String(chunk).split('\n').filter(Boolean)) onLog(line);
  };
  server.stderr.on('data', take);
  const listening = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      take(chunk);
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found) resolve(Number(found[1]));
    });
    server.on('error', (error) =>
      reject(new Error(`VS Code's server could not be started: ${error.message}`)),
    );
    server.on('exit', (code) =>
      reject(new Error(`VS Code's server ended with ${code} before it listened:\n${log}`)),
    );
  });
  const address = `http://localhost:${listening}/`;
  return {
    address,
    authority: `localhost:${listening}`,
    version,
    /** The folder that all of this server's data is in. */
    home,
    log: () => log,
    stop,
    /** Settles when the server ends by itself. */
    ended: new Promise((resolve) => server.on('exit', resolve)),
    /** The address that opens `folder`, with an extension under development or its tests where asked. */
    pageOf(folder, { developed, tests } = {}) {
      const remote = (path) => `vscode-remote://localhost:${listening}${encodeURI(path)}`;
      const payload = [['skipWelcome', 'true']];
      if (developed) payload.push(['extensionDevelopmentPath', remote(developed)]);
      if (tests) payload.push(['extensionTestsPath', remote(tests)]);
      return `${address}?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
  };
}

/** What Chromium is started with: no sandbox (it may run as root in a container) and nothing that calls out. */
export const browserFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]; // prettier-ignore

/** A browser without a window, driven by playwright-core. */
export async function startBrowser(executablePath) {
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ executablePath, args: browserFlags });
  } catch (error) {
    throw new Trouble(
      `The browser ${executablePath} could not be started (${error.message.split('\n')[0]}): set DOSSIER_BROWSER to another one.`,
    );
  }
}
