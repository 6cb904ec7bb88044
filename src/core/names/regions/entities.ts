import type { Cover } from './cover';

/** Named characters that stand for one unit in names; accented letters are made from their letter alone. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', rsquo: '’', lsquo: '‘', apos: '\'', shy: '\u00ad', zwnj: '\u200c', zwj: '\u200d',
  ndash: '–', mdash: '—', minus: '−', hyphen: '-', amp: '&', oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ', szlig: 'ß', middot: '·',
}; // prettier-ignore

const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+\d?));/giy;
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring|caron|slash)$/i;

/** Covers the character reference at `from` in `line`, if there is one; returns the offset behind it. */
export function readEntity(line: string, from: number, at: number, cover: Cover): number {
  ENTITY.lastIndex = from;
  const found = ENTITY.exec(line);
  if (!found) return from + 1;
  const end = from + found[0].length;
  const [, decimal, hexadecimal, name] = found;
  let sign = name === undefined ? undefined : (ACCENTED.exec(name)?.[1] ?? NAMED[name]);
  if (decimal !== undefined || hexadecimal !== undefined) {
    const point = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
    if (point > 0 && point < 0xd800) sign = String.fromCharCode(point);
  }
  if (sign === undefined) cover.skip(at + from, at + end);
  else cover.replace(at + from, at + end, sign.charCodeAt(0));
  return end;
}
