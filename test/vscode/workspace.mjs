// Sample workspaces: what people see at `npm start`, and copies of it that tests may change.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { temporaryFolder } from './serve.mjs';

/** The sample drafts as they stand in the repository. */
const sampleFolder = join(root, 'test', 'sample');

/** A copy of the sample workspace that goes at the end of this process, with settings added to it. */
export function copyOfSample(settings = {}) {
  const folder = join(temporaryFolder('workspace'), 'sample');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  if (existsSync(sampleFolder)) cpSync(sampleFolder, folder, { recursive: true });
  const file = join(folder, '.vscode', 'settings.json');
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...own, ...settings }, null, 2));
  return folder;
}

/**
 * The copy of the sample workspace that `npm start` opens: it stays, with what somebody wrote into it, and the
 * repository's drafts stay as they are.
 */
export function ownSample() {
  const folder = join(root, '.vscode-test', 'sample');
  mkdirSync(folder, { recursive: true });
  cpSync(sampleFolder, folder, { recursive: true, force: false });
  return folder;
}
