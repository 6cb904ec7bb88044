// Makes PNGs small, so that the repository can keep them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Enough for text with its soft edges on two or three grounds. */
const COLOURS = 128;

/** Writes each PNG of a folder again with a palette of few colours, which takes less than half of the room. */
export async function shrinkPictures(folder) {
  // A CommonJS module with a default export of its own.
  const {
    default: { default: UPNG },
  } = await import('@pdf-lib/upng');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.png'))) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    const image = UPNG.decode(bytes);
    const small = Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
    if (small.length < bytes.length) writeFileSync(file, small);
  }
}
