import type { CitedSource } from './cslItem';

const LONGEST = 48;

/**
 * A title as a key: ASCII letters, digits and single hyphens, cut at a word; what BibTeX, Pandoc and the labels of all
 * forms take. Empty where the title has no letter of those.
 */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}

/** The key that a source wants: from its title, or from its ids where the title is in another script. Never empty. */
export function wantedKey({ key, source }: CitedSource): string {
  const fromTitle = slugOf(source.title);
  // A key that is a number would be taken for something else by some tools.
  const slug = /[a-z]/u.test(fromTitle) ? fromTitle : slugOf(`${key.replace('/', '-')} ${fromTitle}`);
  return /[a-z]/u.test(slug) ? slug : `source-${slug || '1'}`;
}

/** The wanted key, or with a number behind it where another entry has it. Keys that differ only in case collide. */
export function freeKey(wanted: string, used: Iterable<string>): string {
  const taken = new Set([...used].map((key) => key.toLowerCase()));
  for (let count = 1; ; count++) {
    const key = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(key.toLowerCase())) return key;
  }
}
