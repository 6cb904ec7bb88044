// Finds a browser that playwright-core can drive, or installs Debian's.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian.mjs';
import { onPath } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/** Where installers put browsers that are not on PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((key) => process.env[key])
      .filter(Boolean)
      .flatMap((base) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
          join(base, path),
        ),
      );
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** The path of Chrome, Edge or Chromium, or undefined. `DOSSIER_BROWSER` names one outright. */
export function findBrowser() {
  const named = process.env['DOSSIER_BROWSER'];
  if (named) {
    if (!existsSync(named))
      throw new Trouble(
        `DOSSIER_BROWSER names ${named}, which does not exist: set it to the path of Chrome, Edge or Chromium.`,
      );
    return named;
  }
  return onPath(...names) ?? usualPlaces().find((path) => existsSync(path));
}

/** The path of a browser; on Debian and its like, as root, Chromium is installed where there is none. */
export async function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  const advice =
    'install Chromium, Google Chrome or Microsoft Edge, or set DOSSIER_BROWSER to the path of one';
  if (!canInstallPackages()) throw new Trouble(`No browser was found: ${advice}.`);
  console.log('Installing Chromium …');
  // The fonts are for Korean names, which would be boxes in the pictures without them.
  const why = await installPackages(['chromium', 'fonts-noto-cjk']);
  const installed = findBrowser();
  if (why !== undefined || !installed) {
    throw new Trouble(
      `No browser was found and Chromium could not be installed (${why ?? 'it is not on PATH afterwards'}): ${advice}.`,
    );
  }
  return installed;
}
