// Installs what `npm start` and `npm test` need on a fresh machine: this project's packages and a VS Code from npm.
//   node test/vscode/install.mjs        does it all now: packages, VS Code, browser, Pandoc
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallBrowser } from './browser.mjs';
import { findOrInstallPandoc } from './pandoc.mjs';
import { cleanEnvironment, run } from './processes.mjs';
import { main, Trouble } from './trouble.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');

const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Runs npm and turns its failure into a sentence. */
async function npm(args, cwd, what) {
  const { code, output } = await run(
    'npm',
    [...args, '--no-audit', '--no-fund', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'],
    { cwd },
  );
  if (code === 0) return;
  if (code === 127) throw new Trouble(`${what} needs npm, which is not on PATH: install Node.js with npm.`);
  if (noNetwork.test(output)) {
    throw new Trouble(
      `${what} could not be installed because the npm registry does not answer: check the network or npm's proxy and run this again.`,
    );
  }
  const reason =
    output.split('\n').find((line) => /^npm (error|ERR!) (?!code)/.test(line)) ??
    output.trim().split('\n').at(-1);
  throw new Trouble(
    `${what} could not be installed: npm ${args[0]} ended with "${reason?.trim()}" (in ${cwd}).`,
  );
}

/** Whether `node_modules` holds what the lock file asks for, read from npm's own record of what it installed. */
export function dependenciesAreCurrent(folder = root) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  );
}

/** Installs this project's packages if they are missing or not those of the lock file. */
export async function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Trouble(
      `Dossier is built with Node.js 20 or later, and this is ${process.version}: install a newer one.`,
    );
  }
  if (dependenciesAreCurrent()) return;
  console.log('Installing the packages of package-lock.json …');
  await npm(['ci'], root, 'The packages of this project');
}

/** Where VS Code is kept: one place for all clones of a user, or the checkout where that cannot be written. */
function cacheFolder() {
  const base =
    process.env['XDG_CACHE_HOME'] ??
    (process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined) ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  const folder = join(base, 'dossier-vscode');
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    // A home that is missing or read-only, as in some containers: the checkout itself can be written.
    const local = join(root, '.vscode-test');
    mkdirSync(local, { recursive: true });
    return local;
  }
}

/**
 * Installs the VS Code of test/vscode/server if it is not there yet.
 * Another process may do the same at the same time: each installs into a folder of its own, and the first to
 * finish moves it into place. A folder in place is therefore complete.
 * @returns {Promise<{node: string, serverMain: string, version: string}>} the Node.js to start and the server's entry
 */
export async function ensureServer() {
  const lock = readFileSync(join(here, 'server', 'package-lock.json'));
  const key = createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
    .slice(0, 16);
  const place = join(cacheFolder(), key);
  const stamp = join(place, 'installed.json');
  if (!existsSync(stamp)) await installServer(place);
  const { node, serverMain, version } = JSON.parse(readFileSync(stamp, 'utf8'));
  return { node: join(place, node), serverMain: join(place, serverMain), version };
}

async function installServer(place) {
  console.log('Installing a VS Code from npm, about 600 MB, once for this machine …');
  const what = 'VS Code (the npm packages code-server and node)';
  const staging = `${place}.${randomUUID().slice(0, 8)}.tmp`;
  const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
  try {
    mkdirSync(staging, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      cpSync(join(here, 'server', file), join(staging, file));
    // The three installs are one after another: the later ones happen inside what the first lays down.
    // No install script runs: native modules that they would compile are not needed here.
    await npm(['ci', '--ignore-scripts', '--loglevel=error'], staging, what);
    for (const folder of [vscode, join(vscode, 'extensions')]) {
      await npm(
        ['install', '--omit=dev', '--ignore-scripts', '--loglevel=error'],
        join(staging, folder),
        what,
      );
    }
    // The one script that must run: it puts the Node.js of this platform in its place.
    const setUp = await run(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(staging, 'node_modules', 'node'),
      env: cleanEnvironment(),
    });
    const node = join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (setUp.code !== 0 || !existsSync(join(staging, node))) {
      throw new Trouble(
        `Node.js 24 for ${process.platform}-${process.arch} could not be installed from npm: ${setUp.output.trim().split('\n').at(-1)}`,
      );
    }
    const version = JSON.parse(readFileSync(join(staging, vscode, 'package.json'), 'utf8')).version;
    const record = { node, serverMain: join(vscode, 'out', 'server-main.js'), version };
    writeFileSync(join(staging, 'installed.json'), JSON.stringify(record, null, 2));
    try {
      renameSync(staging, place);
    } catch (error) {
      if (!existsSync(join(place, 'installed.json'))) throw error;
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies();
    const { version } = await ensureServer();
    const browser = await findOrInstallBrowser();
    console.log(
      `VS Code ${version} is installed; the browser is ${browser}, Pandoc ${await findOrInstallPandoc()}.`,
    );
  });
}
