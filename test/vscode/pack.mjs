// Packs the extension into one VSIX.
//   node test/vscode/pack.mjs [--out FILE]      dossier.vsix at the root by default
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from './install.mjs';
import { cleanEnvironment, run } from './processes.mjs';
import { main } from './trouble.mjs';

/**
 * Builds what is shipped and writes the VSIX.
 * @param {string} file where it goes
 * @returns {Promise<string>} its path
 */
export async function pack(file = join(root, 'dossier.vsix')) {
  const env = cleanEnvironment();
  // A production build: what the tests build has source maps and is not minified.
  const built = await run(process.execPath, ['esbuild.mjs'], { cwd: root, env });
  if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
  rmSync(file, { force: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const packed = await run(process.execPath, args, { cwd: root, env });
  if (packed.code !== 0) throw new Error(`vsce could not pack the extension:\n${packed.output}`);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    await ensureDependencies();
    const file = await pack(values.out && resolve(values.out));
    console.log(`${file}: ${Math.ceil(statSync(file).size / 1024)} KB`);
  });
}
