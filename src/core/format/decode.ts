import type { Finding } from './problems';
import { TextFile } from './problems';
import type { ProblemCollector } from './problems';
import { say } from '../saying';

/** All hosts have this class; TypeScript's libraries without a DOM do not know it. */
declare class TextDecoder {
  constructor(label: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

const SAVE_AS_UTF8 = say`Save the file as UTF-8 (in VS Code: “Save with Encoding” in the status bar).`;

/** The number of bytes at the start of `bytes` that are well-formed UTF-8 (RFC 3629). */
function validLength(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      index++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || index + length > bytes.length) return index;
    const second = bytes[index + 1]!;
    // No overlong forms, no surrogates, nothing beyond U+10FFFF.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return index;
    for (let next = 2; next < length; next++) if ((bytes[index + next]! & 0xc0) !== 0x80) return index;
    index += length;
  }
  return index;
}

/** Which of UTF-16's two forms the bytes seem to be, by a byte order mark or by where the zero bytes stand. */
function utf16Form(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
  const length = Math.min(bytes.length, 1000);
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 5 && even < odd / 10) return 'UTF-16 LE';
  return even > length / 5 && odd < even / 10 ? 'UTF-16 BE' : undefined;
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

/** The text of the bytes with a replacement character for what is no UTF-8; a byte order mark is dropped. */
function decodeLoosely(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * The text of a file of a dossier: UTF-8, with or without a byte order mark, at most `limit` bytes. Anything else is
 * reported with the encoding that it seems to have, at the first place that shows it, and gives `undefined`.
 */
export function decodeFile(
  path: string,
  bytes: Uint8Array,
  limit: number,
  problems: ProblemCollector,
): TextFile | undefined {
  const fail = (text: string, start: number, end: number, finding: Finding): undefined => {
    problems.report(new TextFile(path, text), { start, end }, finding);
    return undefined;
  };
  if (bytes.length > limit) {
    fail('', 0, 0, {
      code: 'file-too-large',
      message: say`The file has ${megabytes(bytes.length)}; at most ${megabytes(limit)} are read.`,
      remedy: say`Divide it into several topics, or leave out what nobody needs.`,
    });
    return;
  }
  const form = utf16Form(bytes);
  if (form !== undefined) {
    fail('', 0, 0, {
      code: 'bad-encoding',
      message: say`The file is in ${form}, not in UTF-8.`,
      remedy: SAVE_AS_UTF8,
    });
    return;
  }
  const valid = validLength(bytes);
  const text = decodeLoosely(valid === bytes.length ? bytes : bytes.subarray(0, valid));
  if (valid < bytes.length) {
    fail(text, text.length, text.length, {
      code: 'bad-encoding',
      message: say`The byte 0x${bytes[valid]!.toString(16).toUpperCase()} here is no UTF-8; the file seems to be in Latin-1 or Windows-1252.`,
      remedy: SAVE_AS_UTF8,
    });
    return;
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    fail(text, nul, nul + 1, {
      code: 'nul-byte',
      message: say`The file holds a NUL byte, so it is no text.`,
      remedy: say`Remove the NUL bytes, or restore the file from a copy.`,
    });
    return;
  }
  return new TextFile(path, text);
}
