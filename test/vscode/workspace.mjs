// Sample workspaces: what people see at `npm start`, and copies of it that tests may change.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { temporaryFolder } from './serve.mjs';

/** The workspace with sample drafts that `npm start` opens and that tests copy. */
export const sampleFolder = join(root, 'test', 'sample');

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
