import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths of the files below a folder of the checkout that end with `ending`, with `/`, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => join(folder, file).split(sep).join('/'))
    .sort();
}
