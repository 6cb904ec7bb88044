import { fnv1a } from '../format/ids';
import type { Name } from '../model';
import { splitPersonName } from '../names/forms';
import { wordsOf } from './wordReader';
import { singular } from './plural';

/** All that a name is called: labels and aliases in all languages, and a person's family name alone. */
export function formsOf(name: Name): readonly string[] {
  const labels = [name.label, ...Object.values(name.labels)];
  const forms = new Set([...labels, ...name.aliases.map(({ text }) => text)]);
  if (name.kind === 'person') {
    for (const label of labels) {
      const surname = splitPersonName(label)?.surname;
      if (surname !== undefined) forms.add(surname);
    }
  }
  return [...forms];
}

/** Two hashes of a form, by which a name is looked up: one alone is shared by some forms of a million. */
export interface FormHash {
  readonly hash: number;
  readonly check: number;
}

/** The hashes of the words of a form; plurals are those of their singulars. */
export function hashForm(words: readonly string[]): FormHash {
  const text = words.map(singular).join(' ');
  return { hash: fnv1a(text, 0x811c9dc5), check: fnv1a(text, 0x2f0b4a27) };
}

/** The hashes of all forms of a name. */
export function formHashes(name: Name): FormHash[] {
  return formsOf(name).flatMap((form) => {
    const words = wordsOf(form).map(({ word }) => word);
    return words.length === 0 ? [] : [hashForm(words)];
  });
}
