// Installs packages of Debian and its like where this may be done: as root, on a machine with apt-get.
import { onPath, run } from './processes.mjs';

/** Whether {@link installPackages} can be asked at all. */
export function canInstallPackages() {
  return onPath('apt-get') !== undefined && process.getuid?.() === 0;
}

/**
 * Installs packages with what they need and nothing more.
 * @param {string[]} packages
 * @returns {Promise<string | undefined>} why it failed, in apt-get's own words; undefined where it did not
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  if (code === 0) return undefined;
  return (
    output
      .split('\n')
      .find((line) => line.startsWith('E:'))
      ?.trim() ?? `apt-get ended with ${code}`
  );
}
