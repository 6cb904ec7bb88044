// Finds Pandoc, which the tests of citations ask what a document says once it is typeset, or installs Debian's.
import { existsSync } from 'node:fs';
import { canInstallPackages, installPackages } from './debian.mjs';
import { onPath } from './processes.mjs';
import { Trouble } from './trouble.mjs';

/** The path of Pandoc, or undefined. `DOSSIER_PANDOC` names one outright. */
export function findPandoc() {
  const named = process.env['DOSSIER_PANDOC'];
  if (named && !existsSync(named))
    throw new Trouble(`DOSSIER_PANDOC names ${named}, which does not exist: set it to the path of Pandoc.`);
  return named || onPath('pandoc');
}

/** The path of Pandoc; on Debian and its like, as root, it is installed where there is none. */
export async function findOrInstallPandoc() {
  const found = findPandoc();
  if (found) return found;
  const advice = 'install pandoc 2.11 or later, or set DOSSIER_PANDOC to the path of one';
  if (!canInstallPackages()) throw new Trouble(`Pandoc was not found: ${advice}.`);
  console.log('Installing Pandoc …');
  const why = await installPackages(['pandoc']);
  const installed = findPandoc();
  if (!installed) {
    throw new Trouble(
      `Pandoc was not found and could not be installed (${why ?? 'it is not on PATH afterwards'}): ${advice}.`,
    );
  }
  return installed;
}
