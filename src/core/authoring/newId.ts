import { slug, UniqueIds } from '../format/ids';

/** An id made from a label: `Corée du Nord` becomes `coree-du-nord`. `otherwise` where nothing of it is left. */
export function idFor(label: string, otherwise: string): string {
  // An id has no capitals and no modifier letters, such as the Japanese mark for long vowels.
  const id = slug(label)
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? otherwise : id;
}

/** An id made from a label that none of the others has: with a number behind it where it is taken. */
export function newId(label: string, otherwise: string, taken: { has(id: string): boolean }): string {
  return new UniqueIds(taken).make(idFor(label, otherwise));
}
