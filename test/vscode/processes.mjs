// Child processes, with what they print shown, kept or hidden.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';

/**
 * Settings that `npm run` hands to its scripts and that would lead an npm started inside one astray.
 * The registry, the cache and the proxy stay.
 */
const misleading =
  /^npm_(config_(local_prefix|ignore_scripts|omit|include|only|production|workspace|workspaces|prefix|global)$|package_|lifecycle_|command$)/;

/** The environment without what the npm around this process says of its own project. */
export function cleanEnvironment(more = {}) {
  const entries = Object.entries(process.env).filter(([key]) => !misleading.test(key));
  return { ...Object.fromEntries(entries), ...more };
}

/**
 * Starts a command and waits for its end.
 * @param {string} command an executable, looked up on PATH
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, show?: boolean, onLine?: (line: string) => void}} options
 *   `show` passes the output on as it comes
 * @returns {Promise<{code: number, output: string}>} code 127 where the command does not exist
 */
export function run(command, args, { cwd, env, show = false, onLine } = {}) {
  return new Promise((resolve) => {
    // npm is a .cmd file on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, {
      cwd,
      env: env ?? cleanEnvironment(),
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let rest = '';
    const take = (chunk, stream) => {
      const text = chunk.toString();
      output += text;
      if (show) stream.write(text);
      if (!onLine) return;
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) onLine(line);
    };
    child.stdout.on('data', (chunk) => take(chunk, process.stdout));
    child.stderr.on('data', (chunk) => take(chunk, process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** The full path of the first of `names` that stands on PATH, or undefined. */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}
