import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Decodes character references (`&nbsp;`, `&#8211;`); what is none stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
    (all, decimal, hex, name) => {
      if (typeof name === 'string') return decodeNamedCharacterReference(name) || all;
      const point = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
      const isCharacter = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : ' ';
    },
  );
}
