/** `%5B` for the characters that would end an address or begin markup in it. */
export function percentEncode(url: string, characters: RegExp): string {
  return url.replace(characters, (found) =>
    [...new TextEncoder().encode(found)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
