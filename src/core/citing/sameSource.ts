import { doiOf } from './cslItem';
import type { Source } from '../model';

/** An address in one spelling: without escapes of LaTeX and percent, scheme and host in lower case. */
export function plainUrl(url: string): string {
  const unescaped = url
    .replace(/\\textunderscore(?:\{\})?\s?/gu, '_')
    .replace(/\\([%#&_$~{}])/gu, '$1')
    .replace(/&amp;/gu, '&')
    .trim();
  let decoded = unescaped;
  try {
    decoded = decodeURI(unescaped);
  } catch {
    // A stray percent sign: compared as it stands.
  }
  return decoded
    .replace(/^https?:\/\/(?:www\.)?([^/?#]+)/iu, (_, host: string) => host.toLowerCase())
    .replace(/\/$/u, '');
}

/** A title as its letters and digits, without case, accents and what LaTeX or Markdown put between. */
export function titleLetters(title: string): string {
  return title
    .replace(/&#?\w+;/gu, ' ')
    .replace(/\\(?:[a-zA-Z]+|.)/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What an entry of a bibliography says, as far as it tells sources apart. */
export interface EntryIdentity {
  readonly url?: string | undefined;
  readonly doi?: string | undefined;
  readonly title?: string | undefined;
}

/** Whether an entry is about a source: the same DOI or address, or the same title where one of them has no address. */
export function isSameSource(entry: EntryIdentity, source: Source): boolean {
  const doi = doiOf(source.url);
  const entryDoi = entry.doi?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//iu, '') ?? doiOf(entry.url);
  if (doi !== undefined && entryDoi !== undefined) return doi.toLowerCase() === entryDoi.toLowerCase();
  if (source.url !== undefined && entry.url !== undefined) {
    return plainUrl(source.url) === plainUrl(entry.url);
  }
  const letters = titleLetters(source.title);
  return letters !== '' && entry.title !== undefined && titleLetters(entry.title) === letters;
}

/** Whether the text of a note or of a list tells of a source: by its address, or by its title where it has none. */
export function tellsOf(body: string, source: Source): boolean {
  const url = source.url;
  if (url === undefined) {
    const letters = titleLetters(source.title);
    return letters !== '' && titleLetters(body).includes(letters);
  }
  const wanted = [doiOf(url), url].filter((each) => each !== undefined).map(plainUrl);
  const found = body.match(/(?:https?:\/\/|10\.\d{4,9}\/)[^\s<>"'|]+/giu) ?? [];
  // A link of AsciiDoc has its words in brackets right behind the address.
  const addresses = found.flatMap((address) => [address, address.replace(/\[.*$/u, '')]);
  return addresses.some((address) => {
    // Punctuation and closing brackets of the note around it are not part of the address.
    for (let end = address.length; end > 0; end--) {
      if (wanted.includes(plainUrl(address.slice(0, end)))) return true;
      if (!/[.,;:!?)\]}*_+'\\]/u.test(address[end - 1]!)) return false;
    }
    return false;
  });
}
