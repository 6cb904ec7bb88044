import { say } from '../saying';
/** What an id looks like: small letters and digits in any script that has no capitals, joined by hyphens. */
const ID = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** What to write instead of a text that is no id. */
export const ID_REMEDY = say`Use small letters and digits joined by hyphens, such as “jack-lang”.`;

/** Whether a text may be the id of a dossier, name, source or fact. */
export function isId(text: string): boolean {
  return text.length <= 200 && ID.test(text);
}

/** A heading as an id: `History & politics` becomes `history-politics`. Empty where nothing is left. */
export function slug(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** Makes ids unique by a number at their end. Remembers the last number, so that a thousand equal ids cost no more. */
export class UniqueIds {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly taken: { has(id: string): boolean }) {}

  /** The id itself where it is new, else with the next number from 2 that makes it new. The caller takes it. */
  make(id: string): string {
    let number = this.numbers.get(id) ?? 1;
    let candidate = number === 1 ? id : `${id}-${number}`;
    while (this.taken.has(candidate)) candidate = `${id}-${++number}`;
    this.numbers.set(id, number);
    return candidate;
  }
}

/** The hash FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, from a given start, in 32 bits. */
export function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // Mixed once more, so that the two halves below do not move together.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The 32-bit hash by which texts, ids among them, are looked up in packed parts. */
export function hashText(text: string): number {
  return fnv1a(text, 0x811c9dc5);
}

/**
 * The id of a fact that has none of its own, such as `f-1x8k2m9p0q3c`. It depends only on the topic, the section and
 * the sentence, not on its place, so that pins survive when a dossier is imported again.
 */
export function derivedFactId(topicId: string, sectionId: string, text: string): string {
  const seed = `${topicId}\n${sectionId}\n${text.replace(/\s+/g, ' ')}`;
  return `f-${fnv1a(seed, 0x811c9dc5).toString(36)}${fnv1a(seed, 0x2f0b4a97).toString(36)}`;
}
