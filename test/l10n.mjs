// The translations of the user interface.
//   node test/l10n.mjs              lists what is missing, with the English texts, as JSON
//   node test/l10n.mjs --add FILE   adds texts from JSON of the same shape (- reads standard input), and tidies
//   node test/l10n.mjs --tidy       takes out what nothing uses any more, and sorts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from './vscode/install.mjs';

const { values } = parseArgs({ options: { add: { type: 'string' }, tidy: { type: 'boolean' } } });
process.chdir(root);
const outfile = join(root, 'out', 'l10nFiles.mjs');
await build({
  entryPoints: ['test/unit/project/l10nFiles.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { missingTexts, translationFiles, writeTranslations } = await import(outfile);

if (values.add !== undefined || values.tidy) {
  const added =
    values.add === undefined ? {} : JSON.parse(readFileSync(values.add === '-' ? 0 : values.add, 'utf8'));
  writeTranslations(translationFiles(), added);
}
console.log(JSON.stringify(missingTexts(translationFiles()), null, 2));
