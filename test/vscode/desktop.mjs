// Finds a desktop VS Code.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { onPath } from './processes.mjs';

/** The path of the `code` command of a desktop VS Code, or undefined. */
export function findDesktopVSCode() {
  // Inside VS Code's own terminal on a remote machine `code` only talks to that window, which is as good.
  const found = onPath('code', 'code-insiders', 'codium');
  if (found) return found;
  const places =
    process.platform === 'darwin'
      ? ['/Applications', join(homedir(), 'Applications')].map((base) =>
          join(base, 'Visual Studio Code.app/Contents/Resources/app/bin/code'),
        )
      : process.platform === 'win32'
        ? [
            process.env['LOCALAPPDATA'] && join(process.env['LOCALAPPDATA'], 'Programs'),
            process.env['PROGRAMFILES'],
          ]
            .filter(Boolean)
            .map((base) => join(base, 'Microsoft VS Code', 'bin', 'code.cmd'))
        : ['/usr/share/code/bin/code', '/snap/bin/code'];
  return places.find((path) => existsSync(path));
}

/** Whether a window can be shown to a person here. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
