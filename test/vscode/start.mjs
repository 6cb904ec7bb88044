// npm start: VS Code with Dossier in it and a sample workspace, on a machine that has only git and Node.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './browser.mjs';
import { findDesktopVSCode, hasDisplay } from './desktop.mjs';
import { ensureDependencies, root } from './install.mjs';
import { shrinkPictures } from './pictures.mjs';
import { cleanEnvironment, onPath, run } from './processes.mjs';
import { atEnd, browserFlags, startServer } from './serve.mjs';
import { main, Trouble } from './trouble.mjs';
import { copyOfSample, ownSample } from './workspace.mjs';

const help = `Opens VS Code with Dossier and a sample workspace. Installs what it needs.

  npm start -- [options]

  --port PORT      serve VS Code on this port of the loopback interface (default: a free one)
  --vscode PATH    use this desktop VS Code; "none" serves one even where a desktop VS Code is installed
  --web            run Dossier in the web worker extension host, as vscode.dev does
  --shots DIR      without a display: walk through tree, reader, hover and search, and write a PNG of each to DIR
  --pages          with --shots: also every page of the reader, 320 and 1400 pixels wide, in all themes, to DIR/reader
  --theme NAME     colour theme of the pictures: light (default), dark, hc-dark, hc-light or all
  --language TAG   display language of the pictures: en (default), fr or ko; VS Code's own strings stay English
  --help           show this

Environment: DOSSIER_BROWSER names the browser for --shots, DOSSIER_VSCODE is --vscode.`;

const themeNames = ['light', 'dark', 'hc-dark', 'hc-light'];
const languages = ['en', 'fr', 'ko'];

await main(async () => {
  const values = options();
  if (values.help) {
    console.log(help);
    return 0;
  }
  const port = portOf(values.port);
  const theme = values.theme ?? 'light';
  if (theme !== 'all' && !themeNames.includes(theme))
    throw new Trouble(`--theme is one of ${themeNames.join(', ')} or all, not ${theme}.`);
  if (!languages.includes(values.language))
    throw new Trouble(`--language is one of ${languages.join(', ')}, not ${values.language}.`);
  await ensureDependencies();
  await build();
  const host = values.web ? 'web' : 'node';
  if (values.shots !== undefined) {
    return shots({
      folder: resolve(values.shots),
      port,
      host,
      themes: theme === 'all' ? themeNames : [theme],
      language: values.language,
      pages: values.pages,
    });
  }
  const desktop = desktopOf(values, port);
  return desktop ? openDesktop(desktop, host) : serve(port, host);
});

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        vscode: { type: 'string' },
        web: { type: 'boolean', default: false },
        shots: { type: 'string' },
        pages: { type: 'boolean', default: false },
        theme: { type: 'string' },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new Trouble(`${error.message.split('. ')[0]}: npm start -- --help lists the options.`);
  }
}

function portOf(text = '0') {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Trouble(`--port is a number from 1 to 65535, not ${text}.`);
  return port;
}

async function build() {
  const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Trouble(`The build failed: ${output.trim()}`);
}

/** A desktop VS Code where there is one and a display to show it on, unless a port asks for the server. */
function desktopOf(values, port) {
  const named = values.vscode ?? process.env['DOSSIER_VSCODE'];
  if (named === 'none') return undefined;
  if (named) {
    const found = existsSync(named) ? named : onPath(named);
    if (!found)
      throw new Trouble(
        `There is no VS Code at ${named}: check --vscode, or leave it out to have one served.`,
      );
    return found;
  }
  return port === 0 && hasDisplay() ? findDesktopVSCode() : undefined;
}

async function openDesktop(code, host) {
  const folder = ownSample();
  const args = [
    `--extensionDevelopmentPath=${root}`,
    ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    '--new-window',
    folder,
  ];
  console.log(`Opening ${folder} in ${code} …`);
  const result = await run(code, args, { env: cleanEnvironment(), show: true });
  if (result.code !== 0)
    throw new Trouble(
      `${code} ended with ${result.code}: use another one with --vscode PATH, or --vscode none to have one served.`,
    );
  return 0;
}

async function serve(port, host) {
  const server = await startServer({ port, host, lingers: true });
  const folder = ownSample();
  const page = server.pageOf(folder, { developed: root });
  console.log(
    `VS Code ${server.version} with Dossier is at\n\n  ${page}\n\nIts workspace is ${folder}. Ctrl+C ends it.`,
  );
  if (hasDisplay()) openInBrowser(page);
  await server.ended;
  throw new Trouble(
    `VS Code's server ended by itself: run npm start again; its last words were "${server.log().trim().split('\n').at(-1)}".`,
  );
}

function openInBrowser(page) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', page]
      : process.platform === 'win32'
        ? ['explorer', page]
        : ['xdg-open', page];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  // The address was printed: whoever has no opener follows it by hand.
  opener.on('error', () => console.log('Open that address in a browser.'));
  opener.unref();
}

/** Walks through the main job with the tests' page objects, which are TypeScript and bundled first. */
async function shots({ folder, port, host, themes, language, pages }) {
  const { build } = await import('esbuild');
  const bundle = join(root, 'out', 'shots', 'walk.mjs');
  await build({
    entryPoints: [join(root, 'test', 'ui', 'support', 'walk.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const browser = await findOrInstallBrowser();
  const server = await startServer({ port, host, settings: { 'editor.minimap.enabled': false } });
  console.log(`VS Code ${server.version} with Dossier is at ${server.address}`);
  mkdirSync(folder, { recursive: true });
  process.env['DOSSIER_UI'] = JSON.stringify({
    address: server.address,
    sampleFolder: copyOfSample(),
    browser,
    browserFlags,
    host,
    developed: root,
    failures: folder,
  });
  const { shootPages, walk } = await import(pathToFileURL(bundle).href);
  const stop = atEnd(server.stop);
  try {
    await walk(folder, themes, language);
    if (pages) {
      const reader = join(folder, 'reader');
      mkdirSync(reader, { recursive: true });
      await shootPages(reader, language);
      await shrinkPictures(reader);
    }
    await shrinkPictures(folder);
  } finally {
    stop();
  }
  return 0;
}
